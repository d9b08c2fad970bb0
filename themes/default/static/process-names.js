/**
 * Finds the names of a team in a text, before it is published: whole names, parts of them, accounts at a forge, teams.
 * Letters count without their marks and their case, words as wholes; the endings of Latvian, in which names are declined
 * (Juris Zālītis, Jura Zālīša), count too where a word begins with a capital letter. Nothing here touches a page.
 *
 * Who is called Will, or Rosa, cannot keep everybody from writing these words: what is only a part of a name is no certain
 * finding (`isSure`), and whoever publishes may say that it is none. A whole name is one.
 *
 * @typedef {{ people: string[], handles: string[], teams: string[] }} Names
 * @typedef {'name' | 'handle' | 'team'} Kind
 * @typedef {{ start: number, end: number, text: string, kind: Kind, isSure: boolean }} Found  places in UTF-16 units
 * @typedef {{ start: number, end: number, folded: string, isCapital: boolean }} Word
 */

/** Fewest letters of a part of a name that is looked for alone. */
const SHORTEST = 3;
/** Fewest letters of a part before its ending, where endings count: alone, and in a whole name. */
const SHORTEST_STEM = 3;
const SHORTEST_STEM_OF_WHOLE = 2;
/** Alone, a stem with fewer letters than this takes only the endings that belong to its own: else Tim would be in Time. */
const LONG_STEM = 4;
/** Parts that say nothing alone. */
const PARTICLES = new Set(['dal', 'dalla', 'del', 'della', 'dello', 'den', 'der', 'dos', 'las', 'los', 'san', 'santa', 'van', 'von']);
/** What stands between the words of one name. */
const BETWEEN = /^[\s.,'’‐-]{1,3}$/u;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
/** Letters that are not made of another and a mark. */
const OTHERS = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th' };

/** A text as it is compared. @param {string} text */
export const folded = (text) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[łøđðħıŧæœßþ]/gu, (letter) => OTHERS[letter]);

/**
 * @param {string} text
 * @param {Names} names
 * @param {string[]} [fine] what is no name here, as it was found
 * @returns {Found[]} in their order, without overlap
 */
export function findNames(text, names, fine = []) {
  const known = prepared(names);
  const words = wordsOf(text);
  /** @type {Found[]} */
  const found = [];
  const add = (start, end, kind, isSure) => {
    if (!found.some((one) => one.start < end && start < one.end)) found.push({ start, end, text: text.slice(start, end), kind, isSure });
  };
  const inOrder = (at, tokens, isSame) => tokens.every((token, index) => {
    const word = words[at + index];
    return word && isSame(token, word) && (index === 0 || BETWEEN.test(text.slice(words[at + index - 1].end, word.start)));
  });
  const hits = words.map((word) => hitsOf(known, word));
  words.forEach(({ start }, at) => {
    for (const tokens of hits[at].wholes) {
      if (inOrder(at, tokens, isPartOfWhole)) add(start, words[at + tokens.length - 1].end, 'name', true);
    }
  });
  for (const handle of known.handles) {
    for (const { index, 0: all } of text.matchAll(handle)) add(index, index + all.length, 'handle', all.startsWith('@'));
  }
  words.forEach((word, at) => {
    for (const tokens of hits[at].teams) {
      if (inOrder(at, tokens, (token, one) => token === one.folded)) add(word.start, words[at + tokens.length - 1].end, 'team', false);
    }
    if (hits[at].isPart) add(word.start, word.end, 'name', false);
  });
  const isFine = new Set(fine.map(folded));
  return found.filter((one) => one.isSure || !isFine.has(folded(one.text))).sort((one, other) => one.start - other.start);
}

/** @type {WeakMap<Names, ReturnType<typeof prepare>>} */
const ready = new WeakMap();

/**
 * What begins with a word. Texts repeat their words, so each is looked up once.
 *
 * @param {ReturnType<typeof prepare>} known @param {Word} word
 */
function hitsOf({ wholes, parts, teams, hits }, word) {
  const key = word.isCapital ? `^${word.folded}` : word.folded;
  let found = hits.get(key);
  if (!found) {
    found = {
      wholes: wholes.filter(([first]) => isPartOfWhole(first, word)),
      teams: teams.filter(([first]) => first === word.folded),
      isPart: parts.some((part) => isPart(part, word)),
    };
    hits.set(key, found);
  }
  return found;
}

/** @param {Names} names */
function prepared(names) {
  if (!ready.has(names)) ready.set(names, prepare(names));
  return ready.get(names);
}

/** @param {Names} names */
function prepare({ people, handles, teams }) {
  const tokensOf = (name) => wordsOf(name).map((word) => word.folded);
  const whole = people.map(tokensOf);
  // Lists have the family name first, and sometimes a comma behind it.
  const several = whole.filter((tokens) => tokens.length > 1).flatMap((tokens) => [tokens, [tokens.at(-1), ...tokens.slice(0, -1)]]);
  const parts = new Set(whole.flat().filter((token) => token.length >= SHORTEST && !PARTICLES.has(token) && !/^\p{N}+$/u.test(token)));
  const teamTokens = teams.map(tokensOf).filter((tokens) => tokens.join('').length >= SHORTEST);
  return {
    /** @type {Map<string, { wholes: string[][], teams: string[][], isPart: boolean }>} */
    hits: new Map(),
    wholes: several,
    parts: [...parts],
    // A slash may stand before it: the address of an account ends with its name.
    handles: handles.filter((handle) => handle.length >= SHORTEST).map((handle) =>
      new RegExp(`(?<![\\p{L}\\p{N}_@.-])@?${handle.replace(/[$(-+./?[-^{|}]/gu, '\\$&')}(?![\\p{L}\\p{N}_-])`, 'giu')),
    teams: teamTokens,
  };
}

/** @param {string} text @returns {Word[]} */
const wordsOf = (text) => [...text.matchAll(WORDS)].map(({ index, 0: word }) =>
  ({ start: index, end: index + word.length, folded: folded(word), isCapital: /^\p{Lu}/u.test(word) }));

/** @param {string} token @param {Word} word */
const isPart = (token, word) => token === word.folded || isDeclined(token, word, SHORTEST_STEM, LONG_STEM);
/** @param {string} token @param {Word} word */
const isPartOfWhole = (token, word) => token === word.folded || isDeclined(token, word, SHORTEST_STEM_OF_WHOLE, 0);

/** The other endings of a name by the one that it has, folded. @type {Map<string, RegExp>} */
const ENDINGS = new Map(Object.entries({
  s: /^(?:a|am|i|u|iem|us|os)$/u, is: /^(?:a|im|i|u|iem|us|os)$/u, us: /^(?:u|um)$/u,
  a: /^(?:as|ai|u|am)$/u, e: /^(?:es|ei|i|u|em)$/u,
}));
/** Those behind a stem whose last letter has changed. @type {Map<string, RegExp>} */
const ENDINGS_CHANGED = new Map(Object.entries({ is: /^(?:a|i|u|iem|us|os)$/u, e: /^u$/u }));

/**
 * Whether a word is a name with another ending.
 *
 * @param {string} token @param {Word} word @param {number} shortest @param {number} long stems from here on take any ending
 */
function isDeclined(token, word, shortest, long) {
  if (!word.isCapital) return false;
  const [ending] = /(?:[aeiou]?s|[aeiou])$/u.exec(token) ?? [''];
  const stem = token.slice(0, token.length - ending.length);
  if (stem.length < shortest) return false;
  const hasEnding = (begin, endings) => word.folded.startsWith(begin) && endings?.test(word.folded.slice(begin.length));
  return hasEnding(stem, stem.length >= long ? /^[aeiou]{0,2}[sm]?$/u : ENDINGS.get(ending))
    || (ENDINGS_CHANGED.has(ending) && hasEnding(changed(stem), ENDINGS_CHANGED.get(ending)));
}

/**
 * The stem as it is in the genitive of names in -is, and of several in -e: t becomes š, d becomes ž, and behind b, m, p and
 * v comes a j (Zālītis, Zālīša; Gulbis, Gulbja). What happens to other letters is only a mark, which does not count.
 *
 * @param {string} stem
 */
const changed = (stem) => stem.replace(/[bdmptv]$/u, (last) => ({ d: 'z', t: 's' })[last] ?? `${last}j`);
