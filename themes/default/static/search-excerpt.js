/**
 * A piece of the text of an entry around the words that were found in it, and the heading under which it stands.
 * Nothing here touches a page; `search-rows.js` shows it.
 *
 * @typedef {[anchor: string, heading: string, headingLanguage: string, text: string, language: string]} Section
 * @typedef {{text: string, isFound: boolean}} Piece
 * @typedef {{anchor: string, heading: string, headingLanguage: string, language: string, pieces: Piece[], isCutBefore: boolean,
 *   isCutAfter: boolean}} Excerpt
 */

/** So many words are shown, and so many of them before the first word found. */
const SHOWN_WORDS = 32;
const WORDS_BEFORE = 8;
/** Cuts a text: every second piece is a word. What nobody sees inside a word belongs to it. */
export const PIECES = /([\p{Alphabetic}\p{N}\p{M}\u00ad\u200c\u200d\u2060\ufeff]+)/u;

/**
 * The piece that holds most of the words; of several the first.
 *
 * @param {Section[]} sections @param {((word: string) => boolean)[]} wanted
 * @returns {Excerpt | undefined} none where no section has any of the words
 */
export function excerptOf(sections, wanted) {
  /** @type {Map<string, number[]>} */
  const known = new Map();
  /** Which of the wanted words a word is. @param {string} word */
  const foundIn = (word) => {
    if (!known.has(word)) known.set(word, wanted.flatMap((matches, place) => (matches(word) ? [place] : [])));
    return known.get(word);
  };
  let best;
  for (const [anchor, heading, headingLanguage, text, language] of sections) {
    const pieces = text.replace(/\s+/gu, ' ').split(PIECES);
    const hits = pieces.flatMap((piece, place) => (place % 2 === 1 && foundIn(piece).length > 0 ? [place] : []));
    const inHeading = heading.split(PIECES).flatMap((piece, place) => (place % 2 === 1 ? foundIn(piece) : []));
    // A heading that has a word is a place to go to, whatever the text below it says.
    const starts = hits.length === 0 && inHeading.length > 0 ? [1] : hits;
    for (const start of starts) {
      const inside = hits.filter((hit) => hit >= start && hit < start + 2 * (SHOWN_WORDS - WORDS_BEFORE));
      const worth = new Set([...inHeading, ...inside.flatMap((hit) => foundIn(pieces[hit]))]).size;
      if (!best || worth > best.worth) best = { worth, anchor, heading, headingLanguage, language, pieces, start };
    }
  }
  if (!best) return undefined;
  const { anchor, heading, headingLanguage, language, pieces } = best;
  const from = Math.max(0, best.start - 2 * WORDS_BEFORE);
  const to = Math.min(pieces.length, from + 2 * SHOWN_WORDS);
  const shown = pieces.slice(from, to).map((text, place) => {
    return { text, isFound: (from + place) % 2 === 1 && foundIn(text).length > 0 };
  });
  return { anchor, heading, headingLanguage, language, pieces: shown, isCutBefore: from > 1, isCutAfter: to < pieces.length - 1 };
}
