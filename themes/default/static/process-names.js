/**
 * Finds the names of a team in a text, before it is published: whole names, parts of them, accounts at a forge, teams.
 * Letters count without their marks and their case, words as wholes; the endings of Latvian, in which names are declined
 * (Juris Zālītis, Jura Zālīša), count too where a word begins with a capital letter, and in whole names. A text is looked
 * through as it is written and as it is read: without signs that nobody sees, with the letters that an address or Markdown
 * writes in another way. Nothing here touches a page.
 *
 * Who is called Will, or Rosa, cannot keep everybody from writing these words: what is only a part of a name is no certain
 * finding (`isSure`), nor is a whole name in one word, and whoever publishes may say that it is none. A whole name is one.
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
/** Of names in one word, fewest letters. */
const SHORTEST_JOINED = 5;
/** What stands between the words of one name, in addresses and Markdown too. */
const BETWEEN = /^[\s.,'’‐‑_/·*+\\-]{1,3}$/u;
/** Signs that take no place, such as a soft hyphen. */
const UNSEEN = /\p{Cf}+/gu;
/** How addresses write letters that are not in ASCII, and how HTML does. */
const WRITTEN = /(?:%[0-9a-f]{2})+|&#(?:x[0-9a-f]{1,6}|[0-9]{1,7});?|&[a-z]{2,20};|\p{Cf}+/giu;
/** The same, and marks of Markdown, which may stand within a word. */
const MARKS = new RegExp(`${WRITTEN.source}|[*_\\x60~\\\\]+`, 'giu');
/** Of named characters those with a letter in them, which counts without its mark anyway. */
const MARKED = /^&([a-z]|ae|oe|sz)(?:acute|breve|caron|cedil|circ|dot|grave|lig|macr|ogon|ring|slash|strok|tilde|uml);$/iu;
/** @type {Record<string, string>} */
const NAMED = {
  amp: '&', apos: "'", rsquo: '’', hyphen: '-', dash: '-', period: '.', comma: ',', sol: '/', lowbar: '_', middot: '·',
  nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '', zwj: '', zwnj: '', ast: '', inodot: 'i', imath: 'i',
};
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
  /** @type {Found[]} */
  const found = [];
  const views = viewsOf(text).map((view) => ({ ...view, words: wordsOf(view.text) }));
  // What is sure first, in each view: a part of a name must not hide the whole that it belongs to.
  for (const look of [lookForWholes, lookForHandles, lookForParts]) {
    for (const view of views) look(known, view, (from, to, kind, isSure) => add(...view.placeOf(from, to), kind, isSure));
  }
  function add(start, end, kind, isSure) {
    if (!found.some((one) => one.start < end && start < one.end)) found.push({ start, end, text: text.slice(start, end), kind, isSure });
  }
  const isFine = new Set(fine.map(folded));
  return found.filter((one) => one.isSure || !isFine.has(folded(one.text))).sort((one, other) => one.start - other.start);
}

/**
 * @typedef {{ text: string, placeOf: (from: number, to: number) => [number, number] }} View  `placeOf`: where something stands
 *   in the text as it is written
 * @typedef {(start: number, end: number, kind: Kind, isSure: boolean) => void} Add
 */

/** A text without signs that nobody sees; and, where that differs, as it is read. @param {string} text @returns {View[]} */
function viewsOf(text) {
  const views = [viewOf(text, UNSEEN, () => ''), viewOf(text, WRITTEN, readAs), viewOf(text, MARKS, readAs)];
  return views.filter((view, index) => views.findIndex((one) => one.text === view.text) === index);
}

/** @param {string} given @param {RegExp} pattern @param {(written: string) => string} instead @returns {View} */
function viewOf(given, pattern, instead) {
  if (given.search(pattern) < 0) return { text: given, placeOf: (from, to) => [from, to] };
  let text = '';
  /** Where each unit of the text begins and ends. @type {number[]} */
  const starts = [];
  /** @type {number[]} */
  const ends = [];
  let at = 0;
  const copy = (end) => {
    text += given.slice(at, end);
    for (; at < end; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
  };
  for (const { index, 0: written } of given.matchAll(pattern)) {
    copy(index);
    const read = instead(written);
    text += read;
    at = index + written.length;
    for (let unit = 0; unit < read.length; unit++) {
      starts.push(index);
      ends.push(at);
    }
  }
  copy(given.length);
  return { text, placeOf: (from, to) => [starts[from], ends[to - 1]] };
}

/** @param {string} written as MARKS finds it */
function readAs(written) {
  if (written[0] === '%') {
    try {
      // Its blanks hold words together.
      return decodeURIComponent(written).replace(UNSEEN, '').replace(/\s/gu, '+');
    } catch {
      // Not UTF-8, so no address that a browser writes.
      return written;
    }
  }
  if (written[0] !== '&') return '';
  const [, base, digits] = /^&#(x?)([0-9a-f]+)/iu.exec(written) ?? [];
  if (digits) {
    const point = parseInt(digits, base ? 16 : 10);
    return point <= 0x10ffff ? String.fromCodePoint(point).replace(UNSEEN, '') : written;
  }
  const [, letter] = MARKED.exec(written) ?? [];
  return letter?.replace(/^sz$/u, 'ss') ?? NAMED[written.slice(1, -1).toLowerCase()] ?? written;
}

/** @typedef {View & { words: Word[] }} Looked */

/** @param {Looked} view @param {number} at @param {string[]} tokens @param {(token: string, word: Word) => boolean} isSame */
const areInOrder = ({ text, words }, at, tokens, isSame) => tokens.every((token, index) => {
  const word = words[at + index];
  return word && isSame(token, word) && (index === 0 || BETWEEN.test(text.slice(words[at + index - 1].end, word.start)));
});

/** @param {ReturnType<typeof prepare>} known @param {Looked} view @param {Add} add */
function lookForWholes(known, view, add) {
  view.words.forEach((word, at) => {
    for (const tokens of hitsOf(known, word).wholes) {
      const end = view.words[at + tokens.length - 1]?.end;
      const isSame = /\s/u.test(view.text.slice(word.start, end)) ? isPartOfSpoken : isPartOfWhole;
      if (end !== undefined && areInOrder(view, at, tokens, isSame)) add(word.start, end, 'name', true);
    }
  });
}

/** @param {ReturnType<typeof prepare>} known @param {Looked} view @param {Add} add */
function lookForHandles({ handles }, { text }, add) {
  for (const handle of handles) {
    for (const { index, 0: all } of text.matchAll(handle)) add(index, index + all.length, 'handle', all.startsWith('@'));
  }
}

/** @param {ReturnType<typeof prepare>} known @param {Looked} view @param {Add} add */
function lookForParts(known, view, add) {
  view.words.forEach((word, at) => {
    const { teams, isPart } = hitsOf(known, word);
    for (const tokens of teams) {
      if (areInOrder(view, at, tokens, (token, one) => token === one.folded)) {
        add(word.start, view.words[at + tokens.length - 1].end, 'team', false);
      }
    }
    if (isPart) add(word.start, word.end, 'name', false);
  });
}

/** @type {WeakMap<Names, ReturnType<typeof prepare>>} */
const ready = new WeakMap();

/**
 * What begins with a word. Texts repeat their words, so each is looked up once.
 *
 * @param {ReturnType<typeof prepare>} known @param {Word} word
 */
function hitsOf({ wholes, joined, parts, teams, hits }, word) {
  const key = word.isCapital ? `^${word.folded}` : word.folded;
  let found = hits.get(key);
  if (!found) {
    found = {
      wholes: wholes.filter(([first]) => isPartOfWhole(first, word)),
      teams: teams.filter(([first]) => first === word.folded),
      isPart: parts.some((part) => isPart(part, word)) || joined.some((name) => isPartOfWhole(name, word)),
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
  const tokensOf = (name) => wordsOf(name.replace(UNSEEN, '')).map((word) => word.folded);
  const whole = people.map(tokensOf);
  // Lists have the family name first, and sometimes a comma behind it.
  const several = whole.filter((tokens) => tokens.length > 1).flatMap((tokens) => [tokens, [tokens.at(-1), ...tokens.slice(0, -1)]]);
  const parts = new Set(whole.flat().filter((token) => token.length >= SHORTEST && !PARTICLES.has(token) && !/^\p{N}+$/u.test(token)));
  const teamTokens = teams.map(tokensOf).filter((tokens) => tokens.join('').length >= SHORTEST);
  return {
    /** @type {Map<string, { wholes: string[][], teams: string[][], isPart: boolean }>} */
    hits: new Map(),
    wholes: several,
    joined: several.map((tokens) => tokens.join('')).filter((name) => name.length >= SHORTEST_JOINED),
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
const isPart = (token, word) =>
  token === word.folded || (word.isCapital && isFormOf(token, word, SHORTEST_STEM, LONG_STEM));
/** @param {string} token @param {Word} word */
const isPartOfSpoken = (token, word) =>
  token === word.folded || (word.isCapital && isFormOf(token, word, SHORTEST_STEM_OF_WHOLE, 0));
/**
 * Where no blank stands between them, as in ids and addresses, names may have small letters. Then only the endings of their
 * own count.
 *
 * @param {string} token @param {Word} word
 */
const isPartOfWhole = (token, word) =>
  isPartOfSpoken(token, word) || (!word.isCapital && isFormOf(token, word, SHORTEST_STEM, Infinity));

/** The other endings of a name by the one that it has, folded. @type {Record<string, RegExp>} */
const ENDINGS = {
  s: /^(?:a|am|i|u|iem|us|os)$/u, is: /^(?:a|im|i|u|iem|us|os)$/u, us: /^(?:u|um)$/u,
  a: /^(?:as|ai|u|am)$/u, e: /^(?:es|ei|i|u|em)$/u,
};
/** Those behind a stem whose last letter has changed. @type {Record<string, RegExp>} */
const ENDINGS_CHANGED = { is: /^(?:a|i|u|iem|us|os)$/u, e: /^u$/u };

/**
 * Whether a word is a name with another ending.
 *
 * @param {string} token @param {Word} word @param {number} shortest @param {number} long stems from here on take any ending
 */
function isFormOf(token, word, shortest, long) {
  if (token[0] !== word.folded[0]) return false;
  const [ending] = /(?:[aeiou]?s|[aeiou])$/u.exec(token) ?? [''];
  const stem = token.slice(0, token.length - ending.length);
  if (stem.length < shortest) return false;
  const hasEnding = (begin, endings) => word.folded.startsWith(begin) && endings?.test(word.folded.slice(begin.length));
  return hasEnding(stem, stem.length >= long ? /^[aeiou]{0,2}[sm]?$/u : ENDINGS[ending])
    || hasEnding(changed(stem), ENDINGS_CHANGED[ending]);
}

/**
 * The stem as it is in the genitive of names in -is, and of several in -e: t becomes š, d becomes ž, and behind b, m, p and
 * v comes a j (Zālītis, Zālīša; Gulbis, Gulbja). What happens to other letters is only a mark, which does not count.
 *
 * @param {string} stem
 */
const changed = (stem) => stem.replace(/[bdmptv]$/u, (last) => ({ d: 'z', t: 's' })[last] ?? `${last}j`);
