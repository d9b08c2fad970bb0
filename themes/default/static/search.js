/**
 * The search page: reads the query from the address, shows results while one types, keeps the address in step.
 * Texts of entries become text nodes only, never markup.
 *
 * The template search.html provides:
 * - the form `#search` with `data-root` (prefix to the site's base) and `data-digest`, and in it the field `#q`;
 * - `#search-status` (live region), `#search-typo` (what a mistyped word was taken for), `#search-results` (list), `#search-partial` (a heading and the list of the entries
 *   that lack a word), `#search-more` (button), `#search-empty`;
 * - the signs: symbols with the ids `s-<sign>` for each sign of an entry, and `s-find`;
 * - `#search-messages`, a block of JSON with the texts: count-zero, count-one, count-two, count-few, count-many,
 *   count-other {count}; start; loading; failed; none {query}; partial; partial-after; typo {words, instead};
 *   title {query}; why; why-title {words};
 *   why-alias {alias}; why-tag {tag}; why-publisher {publisher}; why-summary {words}; why-text {words};
 *   why-missing {words}; quote-open; quote-close; in-<language>, the mark of a text in that language.
 *
 * @import { Correction, Index, Result, Results } from './search-index.js'
 */
import { pageAddress } from './data.js';
import { open, words } from './search-index.js';

const FIRST_RESULTS = 10;
const MORE_RESULTS = 20;
const TYPING_PAUSE = 150;
const WORDS = /[\p{Alphabetic}\p{N}\p{M}]+/gu;

const plainTitle = document.title;
const language = document.documentElement.lang || 'en';
const messages = JSON.parse(document.getElementById('search-messages').textContent);
const form = document.getElementById('search');
const field = /** @type {HTMLInputElement} */ (form.querySelector('[name=q]'));
const status = document.getElementById('search-status');
const typo = document.getElementById('search-typo');
const list = document.getElementById('search-results');
const partial = document.getElementById('search-partial');
const partialHeading = partial.querySelector('h2');
const partialList = partial.querySelector('ul');
const more = document.getElementById('search-more');
const empty = document.getElementById('search-empty');

/** @type {Promise<Index> | undefined} */
let index;
let turn = 0;
let limit = FIRST_RESULTS;

/** A text of the interface with its places filled. @param {string} key @param {Record<string, string>} [values] */
function message(key, values = {}) {
  return (messages[key] ?? '').replace(/\{\s*(\w+)\s*\}/g, (whole, name) => values[name] ?? whole);
}

/** @param {number} count */
function countMessage(count) {
  const key = `count-${new Intl.PluralRules(language).select(count)}`;
  return message(messages[key] ? key : 'count-other', { count: new Intl.NumberFormat(language).format(count) });
}

/** @param {string[]} texts */
function quoted(texts) {
  const open = messages['quote-open'] ?? '“';
  const close = messages['quote-close'] ?? '”';
  return new Intl.ListFormat(language).format(texts.map((text) => open + text + close));
}

/** @param {string} name @param {string} [className] @param {(Node | string)[]} [children] */
function element(name, className, children = []) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** @param {string} sign @param {number} size @param {string} [className] */
function drawing(sign, size, className) {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('aria-hidden', 'true');
  if (className) svg.setAttribute('class', className);
  if (sign) {
    const use = document.createElementNS(namespace, 'use');
    use.setAttribute('href', `#s-${sign}`);
    svg.append(use);
  }
  return svg;
}

/** The text with the words that were found marked. @param {string} text @param {Result} result */
function marked(text, result) {
  const pieces = text.split(/([\p{Alphabetic}\p{N}\p{M}\u00ad\u200c\u200d\u2060\ufeff]+)/u);
  // Every second piece is a word: the pattern is in brackets.
  return pieces.map((piece, place) => {
    const isFound = place % 2 === 1 && result.found.some(({ matches }) => matches(piece));
    return isFound ? element('mark', '', [piece]) : piece;
  });
}

/** Where each word was found: in the most telling place of those it stands in. @param {Result} result @param {Map<string, string>} typed */
function reasons(result, typed) {
  const asTyped = (word) => typed.get(word) ?? word;
  const inTitle = [];
  const inSummary = [];
  const inText = [];
  const names = new Set();
  // A word is named as it stands there, not as it was typed: that may be another form of it.
  const pieceOf = (text, matches) => (text.match(WORDS) ?? []).find((piece) => matches(piece));
  for (const { word, matches } of result.found) {
    const alias = result.aliases.find(matches);
    const tag = result.tags.find(matches);
    const title = pieceOf(result.title, matches);
    const summary = pieceOf(result.summary, matches);
    if (title) inTitle.push(title);
    else if (alias) names.add(message('why-alias', { alias }));
    else if (tag) names.add(message('why-tag', { tag }));
    else if (matches(result.publisher)) names.add(message('why-publisher', { publisher: result.publisher }));
    else if (summary) inSummary.push(summary);
    else inText.push(asTyped(word));
  }
  const sentence = (key, found) => (found.length > 0 ? [message(key, { words: quoted(found) })] : []);
  return [
    ...sentence('why-title', inTitle),
    ...names,
    ...sentence('why-summary', inSummary),
    ...sentence('why-text', inText),
    ...sentence('why-missing', result.missing.map(asTyped)),
  ];
}

/** Natures are filled shapes, the other signs are drawn in lines. @param {string} sign */
const isNature = (sign) => /^(external-)?(software|knowledge)$/u.test(sign);

/** @param {Result} result @param {Map<string, string>} typed */
function row(result, typed) {
  const isForeign = result.language !== language;
  const link = element('a', '', marked(result.title, result));
  link.setAttribute('href', pageAddress((form.dataset.root ?? '') + result.url));
  const summary = element('p', '', marked(result.summary, result));
  const heading = element('h3', '', [link]);
  if (isForeign) {
    link.lang = result.language;
    summary.lang = result.language;
    heading.append(' ', element('span', 'in', [message(`in-${result.language}`) || result.language]));
  }
  const parts = [element('p', 'kind', [result.label]), heading];
  if (result.summary) parts.push(summary);
  const why = reasons(result, typed);
  const reason = element('span', '', [element('b', '', [message('why')]), ` ${why.join('; ')}.`]);
  parts.push(element('p', 'why mt1', [drawing('find', 16), reason]));
  return element('li', '', [drawing(result.sign, 24, isNature(result.sign) ? 'sign' : 'sign fam'), element('div', '', parts)]);
}

/** @param {string} query @param {Results} found */
function show(query, found) {
  const typed = new Map((query.match(WORDS) ?? []).map((word) => [words(word)[0], word]));
  const corrections = found.corrections.map((correction) => ({ ...correction, written: written(correction, found.results) }));
  typo.replaceChildren(...corrections.map(({ word, written }) => {
    const values = { words: quoted([typed.get(word) ?? word]), instead: quoted(written) };
    return element('p', '', [message('typo', values)]);
  }));
  for (const { word, written } of corrections) typed.set(word, written.join(' / '));
  const rows = found.results.map((result) => row(result, typed));
  list.replaceChildren(...rows.slice(0, found.complete));
  partialList.replaceChildren(...rows.slice(found.complete));
  partialHeading.textContent = message(found.complete > 0 ? 'partial-after' : 'partial');
  partial.hidden = rows.length <= found.complete;
  status.textContent = found.total > 0 ? countMessage(found.total) : message('none', { query });
  more.hidden = found.results.length >= found.total;
  empty.hidden = found.total > 0;
}

/**
 * What was searched instead of a word, as people write it: the index knows words without their accents, the entries
 * found show them.
 *
 * @param {Correction} correction @param {Result[]} results
 */
function written({ instead }, results) {
  const texts = results.map(({ title, summary }) => `${title} ${summary}`).join(' ');
  const pieces = texts.match(WORDS) ?? [];
  return instead.map((form) => pieces.find((piece) => words(piece)[0] === form)?.toLowerCase() ?? form);
}

/** @param {string} text */
function showNothing(text) {
  list.replaceChildren();
  typo.replaceChildren();
  status.textContent = text;
  partialList.replaceChildren();
  partial.hidden = more.hidden = empty.hidden = true;
}

/** @param {string | undefined} digest */
function openIndex(digest) {
  const page = new URL(form.getAttribute('action'), location.href);
  index ??= open(new URL('data/', page).href, digest);
  return index;
}

/** @param {string} query @returns {Promise<Results>} */
async function ask(query) {
  try {
    return await (await openIndex(form.dataset.digest)).search(query, { limit });
  } catch {
    // The site may have been built anew since this page was opened: ask for the current index once.
    index = undefined;
    return (await openIndex(undefined)).search(query, { limit });
  }
}

async function run() {
  const query = field.value.trim();
  const mine = ++turn;
  if (words(query).length === 0) {
    showNothing(message('start'));
    return;
  }
  if (!index) status.textContent = message('loading');
  try {
    const found = await ask(query);
    // A slower answer to an older query must not replace a newer one.
    if (mine === turn) show(query, found);
  } catch {
    if (mine !== turn) return;
    index = undefined;
    showNothing(message('failed'));
  }
}

function writeAddress() {
  const query = field.value.trim();
  const address = new URL(location.href);
  if (query) address.searchParams.set('q', query);
  else address.searchParams.delete('q');
  history.replaceState(history.state, '', address);
  nameTheQuery(query);
}

/** In the title of the page. @param {string} query */
function nameTheQuery(query) {
  document.title = query ? message('title', { query }) : plainTitle;
}

function readAddress() {
  field.value = new URL(location.href).searchParams.get('q') ?? '';
  limit = FIRST_RESULTS;
  nameTheQuery(field.value.trim());
  return run();
}

let pause = 0;
field.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    limit = FIRST_RESULTS;
    writeAddress();
    run();
  }, TYPING_PAUSE);
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  limit = FIRST_RESULTS;
  writeAddress();
  run();
});

more.addEventListener('click', async () => {
  const titles = () => [...list.querySelectorAll('h3 a'), ...partialList.querySelectorAll('h3 a')];
  const shown = titles().length;
  limit += MORE_RESULTS;
  await run();
  // The button may be gone: go on at the first of the new results.
  /** @type {HTMLElement | undefined} */ (titles()[shown])?.focus();
});

addEventListener('popstate', readAddress);
readAddress();
