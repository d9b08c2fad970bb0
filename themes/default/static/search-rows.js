/**
 * What the search page shows of an entry that was found: its title and summary with the words marked, and why it was
 * found. Texts of entries become text nodes only, never markup. `search.js` puts the rows into the page.
 *
 * The page provides `#search-messages`, a block of JSON with the texts that are filled in here (see
 * generator/src/render/pages/fixed.rs), and the signs: symbols with the ids `s-<sign>` for each sign of an entry, and
 * `s-find`.
 *
 * @import { FoundWord, Index, Result } from './search-index.js'
 */
import { pageAddress } from './data.js';
import { drawing, element, isNature, language, numeral, speaker, textsIn } from './page.js';
import { excerptOf, PIECES } from './search-excerpt.js';

const texts = textsIn('search-messages');
const form = document.getElementById('search');
/** So many other words for the same stand beside a result at most. */
const MOST_NAMED = 2;

/** A text of the interface with its places filled. */
export const message = speaker(texts);

/** The words of a text. @param {string} text */
export const wordsOf = (text) => text.split(PIECES).filter((piece, place) => place % 2 === 1);

/** How many entries are shown of those that the words find. @param {number} count @param {number} all */
export function countMessage(count, all) {
  if (count < all) return message('catalogue-count', { count: numeral.format(count), total: numeral.format(all) });
  const key = `count-${new Intl.PluralRules(language).select(count)}`;
  return message(texts[key] ? key : 'count-other', { count: numeral.format(count) });
}

/** @param {string[]} words */
export function quoted(words) {
  return new Intl.ListFormat(language).format(words.map((word) => message('quote-open') + word + message('quote-close')));
}

/** The text with the words that were found marked. @param {string} text @param {FoundWord[]} found */
function marked(text, found) {
  return text.split(PIECES).map((piece, place) => {
    const isFound = place % 2 === 1 && found.some(({ matches }) => matches(piece));
    return isFound ? element('mark', {}, piece) : piece;
  });
}

/**
 * Where each word was found, in the most telling place of those it stands in; and the words that only the text has.
 *
 * @param {Result} result @param {Map<string, string>} typed @returns {{why: string[], inText: FoundWord[]}}
 */
function reasons(result, typed) {
  const asTyped = (word) => typed.get(word) ?? word;
  const inTitle = [];
  const inSummary = [];
  /** @type {FoundWord[]} */
  const inText = [];
  const names = new Set();
  const others = [];
  // A word is named as it stands there, not as it was typed: that may be another form of it.
  const pieceOf = (text, matches) => wordsOf(text).find(matches);
  for (const found of result.found) {
    const { matches, also } = found;
    const alias = result.aliases.find(([, text]) => matches(text));
    const tag = result.tags.find(matches);
    const title = pieceOf(result.title, matches);
    const summary = pieceOf(result.summary, matches);
    if (also.length > 0) {
      // The page says above which words were searched; here stands the one that this entry has, as far as its row shows it.
      const piece = title ?? pieceOf(alias?.[1] ?? tag ?? '', matches) ?? summary;
      const values = { words: quoted([asTyped(found.word)]), also: quoted(piece ? [piece] : also.slice(0, MOST_NAMED)) };
      others.push(message('why-synonym', values));
    }
    if (title) inTitle.push(title);
    else if (alias) names.add(aliasReason(alias));
    else if (tag) names.add(message('why-tag', { tag }));
    else if (matches(result.publisher)) names.add(message('why-publisher', { publisher: result.publisher }));
    else if (summary) inSummary.push(summary);
    else inText.push(found);
  }
  const sentence = (key, found) => (found.length > 0 ? [message(key, { words: quoted(found) })] : []);
  const why = [
    ...sentence('why-title', inTitle),
    ...names,
    ...sentence('why-summary', inSummary),
    ...sentence('why-text', inText.map(({ word }) => asTyped(word))),
    ...others,
    ...sentence('why-missing', result.missing.map(asTyped)),
  ];
  return { why, inText };
}

/** @param {[language: string, text: string]} alias */
function aliasReason([of, alias]) {
  const also = message('why-alias', { alias });
  return of === language ? also : `${also} (${message(`in-${of}`) || of})`;
}

/**
 * Puts what the text of an entry says of some words, and the way to the heading above it, into a place. The result
 * stands there already and does not wait for it.
 *
 * @param {Index} index @param {Result} result @param {FoundWord[]} words @param {HTMLElement} place
 */
async function fillExcerpt(index, result, words, place) {
  let excerpt;
  try {
    excerpt = excerptOf(await index.text(result), words.map(({ matches }) => matches));
  } catch {
    // A result without an excerpt is still a result.
  }
  if (!excerpt) return;
  const { anchor, heading, pieces, isCutBefore, isCutAfter } = excerpt;
  const text = pieces.map(({ text, isFound }) => (isFound ? element('mark', {}, text) : text));
  const paragraph = element('p', { className: 'small' }, isCutBefore ? '… ' : '', ...text, isCutAfter ? ' …' : '');
  if (excerpt.language !== language) paragraph.lang = excerpt.language;
  const parts = text.length > 1 ? [paragraph] : [];
  if (anchor) {
    const link = element('a', { href: `${addressOf(result)}#${encodeURIComponent(anchor)}` }, ...marked(heading, words));
    if (excerpt.headingLanguage !== language) link.lang = excerpt.headingLanguage;
    parts.push(element('p', { className: 'small' }, `${message('section')} `, link));
  }
  place.replaceChildren(...parts);
  place.hidden = false;
}

/** @param {Result} result */
const addressOf = (result) => pageAddress((form.dataset.root ?? '') + result.url);

/** @param {Index} index @param {Result} result @param {Map<string, string>} typed */
export function row(index, result, typed) {
  const isForeign = result.language !== language;
  const link = element('a', { href: addressOf(result) }, ...marked(result.title, result.found));
  const summary = element('p', {}, ...marked(result.summary, result.found));
  const heading = element('h3', {}, link);
  if (isForeign) {
    link.lang = result.language;
    summary.lang = result.language;
    heading.append(' ', element('span', { className: 'in' }, message(`in-${result.language}`) || result.language));
  }
  const parts = [element('p', { className: 'kind' }, result.label), heading];
  if (result.summary) parts.push(summary);
  const { why, inText } = reasons(result, typed);
  if (inText.length > 0) {
    const place = element('div', { className: 'excerpt mt1', hidden: true });
    parts.push(place);
    fillExcerpt(index, result, inText, place);
  }
  const reason = element('span', {}, element('b', {}, message('why')), ` ${why.join('; ')}.`);
  parts.push(element('p', { className: 'why mt1' }, drawing('find'), reason));
  return element('li', {}, drawing(result.sign, isNature(result.sign) ? 'sign' : 'sign fam'), element('div', {}, ...parts));
}
