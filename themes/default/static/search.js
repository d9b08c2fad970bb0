/**
 * The search page: reads the query and the filters from the address, shows results while one types, keeps the address
 * in step. What a row shows is in `search-rows.js`, what the filters show in `search-facets.js`.
 *
 * The template search.html provides:
 * - the form `#search` with `data-root` (prefix to the site's base) and `data-digest`, and in it the field `#q`;
 * - `#search-status` (live region), `#search-typo` (what was searched instead of a word or with it), `#search-results` (list),
 *   `#search-partial` (a heading and the list of the entries that lack a word), `#search-more` (button);
 * - `#search-empty` (advice where the words find nothing) and what `search-facets.js` asks for.
 *
 * @import { Correction, Index, Result, Results } from './search-index.js'
 */
import { open, words } from './search-index.js';
import { chosenIn, showFilters, writeChosen } from './search-facets.js';
import { element } from './page.js';
import { countMessage, message, quoted, row, wordsOf } from './search-rows.js';

const FIRST_RESULTS = 10;
const MORE_RESULTS = 20;
const TYPING_PAUSE = 150;

const plainTitle = document.title;
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
let { chosen, strange } = chosenIn(new URL(location.href));

/** @param {Index} index @param {string} query @param {Results} found */
function show(index, query, found) {
  const typed = new Map(wordsOf(query).map((word) => [words(word)[0], word]));
  const corrections = found.corrections.map((correction) => ({ ...correction, written: written(correction, found.results) }));
  const corrected = corrections.map(({ word, written }) => {
    return message('typo', { words: quoted([typed.get(word) ?? word]), instead: quoted(written) });
  });
  // From here on a corrected word is called what was searched instead: nobody looks for words like a mistake.
  const searched = new Map(corrections.map(({ word, written }) => [word, written]));
  const expanded = found.expansions.map(({ word, also }) => {
    return message('synonyms', { words: quoted(searched.get(word) ?? [typed.get(word) ?? word]), also: quoted(also) });
  });
  typo.replaceChildren(...[...corrected, ...expanded].map((text) => element('p', {}, text)));
  for (const [word, written] of searched) typed.set(word, written.join(' / '));
  const rows = found.results.map((result) => row(index, result, typed));
  list.replaceChildren(...rows.slice(0, found.complete));
  partialList.replaceChildren(...rows.slice(found.complete));
  partialHeading.textContent = message(found.complete > 0 ? 'partial-after' : 'partial');
  partial.hidden = rows.length <= found.complete;
  status.textContent = found.found.length > 0 ? countMessage(found.total, found.found.length) : message('none', { query });
  more.hidden = found.results.length >= found.total;
  empty.hidden = found.found.length > 0;
}

/**
 * What was searched instead of a word, as people write it: the index knows words without their accents, the entries
 * found show them.
 *
 * @param {Correction} correction @param {Result[]} results
 */
function written({ instead }, results) {
  const texts = results.map(({ title, summary }) => `${title} ${summary}`).join(' ');
  const pieces = wordsOf(texts);
  return instead.map((form) => pieces.find((piece) => words(piece)[0] === form)?.toLowerCase() ?? form);
}

/** @param {string} text */
function showNothing(text) {
  list.replaceChildren();
  typo.replaceChildren();
  status.textContent = text;
  partialList.replaceChildren();
  partial.hidden = more.hidden = empty.hidden = true;
  showFilters(undefined, [], chosen, []);
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
    return await (await openIndex(form.dataset.digest)).search(query, { limit, chosen });
  } catch {
    // The site may have been built anew since this page was opened: ask for the current index once.
    index = undefined;
    return (await openIndex(undefined)).search(query, { limit, chosen });
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
    if (mine !== turn) return;
    const opened = await index;
    show(opened, query, found);
    showFilters(opened, found.found, chosen, strange);
  } catch {
    if (mine !== turn) return;
    index = undefined;
    showNothing(message('failed'));
  }
}

function writeAddress() {
  const query = field.value.trim();
  const address = writeChosen(new URL(location.href), chosen);
  if (query) address.searchParams.set('q', query);
  else address.searchParams.delete('q');
  strange = [];
  history.replaceState(history.state, '', address);
  nameTheQuery(query);
}

/** In the title of the page. @param {string} query */
function nameTheQuery(query) {
  document.title = query ? message('title', { query }) : plainTitle;
}

function readAddress() {
  const address = new URL(location.href);
  field.value = address.searchParams.get('q') ?? '';
  ({ chosen, strange } = chosenIn(address));
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

// Filters are links to the address they lead to; followed here, they need no new page.
document.querySelector('main').addEventListener('click', async (event) => {
  const link = event.target.closest('#facets a, #chips a, #unknown a, #search-ways a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  await readAddress();
  // A chip is gone once it is pressed: go on at the number of results.
  if (!link.isConnected) status.focus();
});

addEventListener('popstate', readAddress);
readAddress();
