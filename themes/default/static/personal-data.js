/**
 * Finds in a text what must not be published, before a form is sent: e-mail addresses and phone numbers of people,
 * personal codes of Latvia, Spain and Italy. The rules are those of generator/src/personal_data.rs and the files below
 * it, which give their reasons; they stand here under the same names, and the test `personal_data_parity` holds the two
 * to the same findings. Nothing here touches a page, and nothing is stored or sent.
 *
 * @typedef {'email-address' | 'phone-number' | 'personal-code-lv' | 'personal-code-es' | 'personal-code-it'} Kind
 * @typedef {{start: number, end: number, kind: Kind}} PersonalData  places in the text as typed, in UTF-16 units
 * @typedef {{text: string, starts: number[], ends: number[]}} Shown  a text as readers see it, one unit a character, and
 *   where each of them was typed
 * @typedef {[text: string, start: number]} Piece  a part of a text, and where it begins
 */

// Letters and digits of any script, as Rust knows them. The two differ where their versions of Unicode do: in characters
// of the last few years, which no address and no number here is made of. (The same goes for `normalize`.)
const IS_WORD = /^[\p{Alphabetic}\p{N}]/u;
const IS_LETTER = /^\p{Alphabetic}/u;
const IS_DIGIT = /^[0-9]/u;
const IS_SPACE = /^\p{White_Space}/u;
const IS_PUNCTUATION = /^[\p{P}\p{S}]/u;

// Runs of characters, for `run`.
const DIGITS = /[0-9]*/uy;
const MARKS = /\p{M}*/uy;
const FEW_MARKS = /\p{M}{0,30}/uy;
const LABEL = /[\p{Alphabetic}\p{N}-]*/uy;
const MAILBOX = /[\p{Alphabetic}\p{N}._%+'-]{0,65}/uy;
// As shown, every space is a plain space and every hyphen a plain hyphen.
const SEPARATORS = /[ ./()-]*/uy;

/**
 * Everything in a text that looks personal, in its order and without overlap.
 *
 * @param {string} text
 * @param {Set<string>} roles first words of mailboxes that belong to a function, in lower case
 * @returns {PersonalData[]}
 */
export function findPersonalData(text, roles) {
  return isWorthALook(text) ? findIn(shownOf([[text, 0]]), roles) : [];
}

/**
 * Everything in a Markdown text that looks personal: as it is written, addresses of links included, and once marks such
 * as the stars in `jane@**varam**…` are gone. There is no parser here, so the service, which has one, has the last word:
 * this misses what is hidden in rarer forms, such as links over several lines, and may find something in what only looks
 * like a mark, such as a star in a block of code.
 *
 * @param {string} text
 * @param {Set<string>} roles
 * @returns {PersonalData[]}
 */
export function findPersonalDataInMarkdown(text, roles) {
  const written = findPersonalData(text, roles);
  if (!/[*_\x60[~<\\]/u.test(text) || !isWorthALook(text)) return written;
  let next = 0;
  const more = findIn(shownOf(piecesOf(text)), roles).filter(({ start, end }) => {
    while (next < written.length && written[next].end <= start) next++;
    return next === written.length || written[next].start >= end;
  });
  return [...written, ...more].sort((one, other) => one.start - other.start);
}

/** @param {Shown} shown @param {Set<string>} roles @returns {PersonalData[]} */
function findIn({ text, starts, ends }, roles) {
  const found = [];
  for (let at = 0; at < text.length;) {
    const { end, kind } = findAt(text, at, roles) ?? { end: at + 1 };
    if (kind) found.push({ start: starts[at], end: ends[end - 1], kind });
    at = end;
  }
  return found;
}

/**
 * What begins at a character: its end, and what it is, which is nothing for an address of a role.
 *
 * @param {string} text @param {number} at @param {Set<string>} roles
 * @returns {{end: number, kind?: Kind} | undefined}
 */
function findAt(text, at, roles) {
  if (IS_WORD.test(text.charAt(at - 1))) return undefined;
  const character = text[at];
  if (character === '_' || IS_WORD.test(character)) {
    const end = emailAt(text, at);
    if (end) return isRoleMailbox(text.slice(at, end), roles) ? { end } : { end, kind: 'email-address' };
  }
  if (!/[0-9A-Za-z+(]/u.test(character)) return undefined;
  let found = codeAt(text, at);
  if (!found) {
    const end = phoneAt(text, at);
    if (end) found = { end, kind: 'phone-number' };
  }
  return found && !isInWebAddress(text, at) ? found : undefined;
}

/** @param {string} address @param {Set<string>} roles */
function isRoleMailbox(address, roles) {
  const [local, domain] = address.toLowerCase().split('@');
  const [last, secondLast] = domain.split('.').reverse();
  return /^no[-_]reply/u.test(local) || roles.has(local.split(/[-._+]/u)[0])
    // The domains of RFC 2606, which nobody can own.
    || ['example', 'test', 'invalid', 'localhost'].includes(last)
    || (['com', 'net', 'org'].includes(last) && secondLast === 'example');
}

/** The end of the address that begins here. @param {string} text @param {number} at @returns {number | undefined} */
function emailAt(text, at) {
  // The limit of RFC 5321; it also keeps a long word from being read over and over.
  const local = run(MAILBOX, text, at);
  if (local === at || local - at > 64 || text[local] !== '@') return undefined;
  let end = local + 1;
  let labels = 0;
  for (;;) {
    const label = run(LABEL, text, end);
    if (label === end) break;
    labels++;
    end = label;
    if (text[end] !== '.' || !IS_WORD.test(text.charAt(end + 1))) break;
    end++;
  }
  if (labels < 2) return undefined;
  let start = end;
  while (IS_WORD.test(text.charAt(start - 1))) start--;
  const last = [...text.slice(start, end).toLowerCase()];
  // `logo@2x.png` and `package@1.2.3` are no addresses.
  const isDomain = last.length >= 2 && last.every((letter) => IS_LETTER.test(letter))
    && !['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'pdf'].includes(last.join(''));
  return isDomain ? end : undefined;
}

/**
 * Whether a place lies in an address of the web, whose digits are nobody's phone number.
 *
 * @param {string} text @param {number} at
 */
function isInWebAddress(text, at) {
  // An address longer than this is none, and a hostile text is not read over and over.
  const nearby = text.slice(Math.max(0, at - 2000), at);
  const isWeb = (before) => before.includes('://') || before.startsWith('www.') || before.includes('doi.org/');
  return /:\/\/|www\.|doi\.org\//u.test(nearby) && isWeb(nearby.split(/[\p{White_Space}<>"([]/u).pop());
}

/**
 * The end of a run of characters.
 *
 * @param {RegExp} pattern one that is sticky and fits nothing, too
 * @param {string} text @param {number} start
 */
function run(pattern, text, start) {
  pattern.lastIndex = start;
  pattern.test(text);
  return pattern.lastIndex;
}

// --- Personal codes: the rules of personal_data/codes.rs ---

/** @param {string} text @param {number} at @returns {{end: number, kind: Kind} | undefined} */
function codeAt(text, at) {
  // A number before it makes it a part of something longer: `10.1000-010190-11111`.
  if (at >= 2 && /^[0-9][-./]/u.test(text.slice(at - 2, at))) return undefined;
  /** @type {[number | undefined, Kind]} */
  let [end, kind] = [latvianAt(text, at), 'personal-code-lv'];
  if (!end) [end, kind] = [spanishAt(text, at), 'personal-code-es'];
  if (!end) [end, kind] = [italianAt(text, at), 'personal-code-it'];
  if (!end || IS_WORD.test(text.charAt(end)) || /^-[0-9]/u.test(text.slice(end, end + 2))) return undefined;
  return { end, kind };
}

/** DDMMYY-CNNNN with a check digit; since 2017 also 32NNNN-NNNNN without one. @param {string} text @param {number} at */
function latvianAt(text, at) {
  const first = run(DIGITS, text, at);
  const hasHyphen = first - at === 6 && text[first] === '-';
  const end = hasHyphen ? run(DIGITS, text, first + 1) : first;
  if (end - at !== (hasHyphen ? 12 : 11)) return undefined;
  const digits = Array.from(text.slice(at, end).replace('-', ''), Number);
  // Without the hyphen it could be any long number.
  if (digits[0] === 3 && digits[1] === 2) return hasHyphen ? end : undefined;
  const [day, month, century] = [digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[6]];
  if (day < 1 || day > 31 || month < 1 || month > 12 || century > 2) return undefined;
  const sum = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, place) => sum + weight * digits[place], 0);
  return (1101 - sum) % 11 === digits[10] ? end : undefined;
}

/**
 * DNI: eight digits and a letter, `12.345.678-Z` too. NIE: X, Y or Z, seven digits and a letter.
 *
 * @param {string} text @param {number} at
 */
function spanishAt(text, at) {
  const first = 'XxYyZz'.indexOf(text[at]) >> 1;
  let number = Math.max(0, first);
  const wanted = first < 0 ? 8 : 7;
  let next = first < 0 ? at : at + 1;
  if (first >= 0 && text[next] === '-') next++;
  let count = 0;
  for (; next < text.length; next++) {
    if (IS_DIGIT.test(text[next])) {
      if (count === wanted) return undefined;
      number = number * 10 + Number(text[next]);
      count++;
    } else if (text[next] !== '.' || count === 0 || (wanted - count) % 3 !== 0 || !IS_DIGIT.test(text.charAt(next + 1))) {
      break;
    }
  }
  if (count !== wanted) return undefined;
  const separator = text[next];
  if (separator === '-' || separator === ' ') next++;
  const letter = text.charAt(next);
  // After a space a small letter is a word: “y”, “e”.
  if (separator === ' ' && /[a-z]/u.test(letter)) return undefined;
  const control = 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23];
  return letter === control || letter === control.toLowerCase() ? next + 1 : undefined;
}

// Without `u`, so that only the letters from a to z have two sizes: a dotless i is no I.
const CODICE_FISCALE = /[A-Z]{6}[0-9L-NP-V]{2}[A-EHLMPR-T][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]/iy;
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/**
 * Codice fiscale: six letters, year, month letter, day, place, control character; digits may be replaced by letters
 * where two people would have the same code.
 *
 * @param {string} text @param {number} at
 */
function italianAt(text, at) {
  CODICE_FISCALE.lastIndex = at;
  if (!CODICE_FISCALE.test(text)) return undefined;
  const code = text.slice(at, at + 16).toUpperCase();
  // Digits count like the letters from A on.
  const values = Array.from(code, (character) => (IS_DIGIT.test(character) ? Number(character) : character.charCodeAt(0) - 65));
  const control = values.pop();
  // Positions are counted from 1, so the first one is odd.
  const sum = values.reduce((sum, value, place) => sum + (place % 2 === 0 ? ODD[value] : value), 0);
  return sum % 26 === control ? at + 16 : undefined;
}

// --- Phone numbers: the rules of personal_data/phones.rs ---

/** Words that announce a phone number. */
const PHONE_WORDS = new Set(['cell', 'cellulare', 'fax', 'mob', 'mobile', 'móvil', 'movil', 'phone', 'tel', 'telefon', 'telefono',
  'teléfono', 'telefons', 'telephone', 'telf', 'tālr', 'tālrunis', 'whatsapp']);

/** The end of the phone number that begins here. @param {string} text @param {number} at @returns {number | undefined} */
function phoneAt(text, at) {
  // Part of a longer number or name: `10.5281/…`, `C++20`, `v-612…`.
  if (/[-+./#=_]/u.test(text.charAt(at - 1))) return undefined;
  const hasPlus = text[at] === '+';
  const number = readNumber(text, hasPlus ? at + 1 : at);
  if (!number) return undefined;
  const { digits, groups, end } = number;
  const { length } = digits;
  let fits;
  if (hasPlus) fits = length >= 8 && length <= 15 && !digits.startsWith('0');
  else if (digits.startsWith('00')) fits = groups.length > 1 && length >= 11 && length <= 15 && !digits.startsWith('000');
  else if (isAnnounced(text, at)) fits = length >= 6 && length <= 15;
  else fits = hasPhoneGrouping(number);
  // `+20 000 000` citizens; also the placeholder `+371 00000000`.
  return fits && !/^0*$/u.test(digits.slice(3)) && !isDate(number) ? end : undefined;
}

/**
 * @typedef {{digits: string, groups: number[], separator: string, end: number}} PhoneNumber  groups of digits; the separator
 *   is the one between all of them, or nothing where it is not one character
 */

/**
 * As many groups as a phone number can have digits.
 *
 * @param {string} text @param {number} start
 * @returns {PhoneNumber | undefined}
 */
function readNumber(text, start) {
  let digits = '';
  let end = start;
  const groups = [];
  let separator = '';
  // `(0)` and `(+371)` open with a bracket.
  for (let next = text[start] === '(' ? start + 1 : start; ;) {
    const after = run(DIGITS, text, next);
    if (after === next || digits.length + (after - next) > 15) break;
    const between = text.slice(end, next);
    if (groups.length < 2) separator = between;
    else if (separator !== between) separator = '';
    digits += text.slice(next, after);
    groups.push(after - next);
    end = after;
    next = run(SEPARATORS, text, end);
    // Two separators at most, and no end of a sentence.
    if (next - end > 2 || (next - end === 2 && text[end] === '.' && text[end + 1] !== '(')) break;
  }
  if (digits === '' || IS_WORD.test(text.charAt(end))) return undefined;
  return { digits, groups, separator: groups.length > 1 && separator.length === 1 ? separator : '', end };
}

/**
 * 612 34 56 78 of Spain and 333 123 4567 of Italy. Groups of three are left alone: they are how amounts are written.
 *
 * @param {PhoneNumber} number
 */
function hasPhoneGrouping({ digits, groups, separator }) {
  if (!separator || separator === '(' || separator === ')' || groups.length > 4) return false;
  const grouping = groups.join();
  return (grouping === '3,2,2,2' && /^[6-9]/u.test(digits)) || (grouping === '3,3,4' && digits.startsWith('3'));
}

/** A day, or a range of years. @param {PhoneNumber} number */
function isDate({ digits, groups }) {
  const isYear = (at) => /^(?:19|20)/u.test(digits.slice(at));
  switch (groups.join()) {
    case '4,4': return isYear(0) && isYear(4);
    case '4,2,2': return isYear(0);
    case '2,2,4': return isYear(4);
    default: return false;
  }
}

/** Whether a word before the number says that it is one: `Tel.: 67026533`. @param {string} text @param {number} at */
function isAnnounced(text, at) {
  let end = at;
  while (end > 0 && at - end < 5 && /[ .:*]/u.test(text[end - 1])) end--;
  if (end === at) return false;
  // The longest of the words has nine letters; one more tells a longer word apart.
  let start = end;
  while (end - start < 10 && IS_WORD.test(text.charAt(start - 1))) start--;
  return PHONE_WORDS.has(text.slice(start, end).toLowerCase());
}

// --- A text as readers see it: the rules of personal_data/shown.rs ---

/**
 * Names of characters that an address or a number is made of, or that cannot be seen.
 *
 * @type {Map<string, string>}
 */
const NAMED = new Map(Object.entries({
  commat: '@', period: '.', plus: '+', lowbar: '_', UnderBar: '_', lpar: '(', rpar: ')', sol: '/', colon: ':', percnt: '%',
  apos: '\'', ast: '*', amp: '&',
  hyphen: '\u2010', dash: '\u2010', ndash: '\u2013', mdash: '\u2014', horbar: '\u2015', minus: '\u2212',
  nbsp: '\xa0', NonBreakingSpace: '\xa0', ensp: '\u2002', emsp: '\u2003', numsp: '\u2007', puncsp: '\u2008', thinsp: '\u2009',
  ThinSpace: '\u2009', hairsp: '\u200a', VeryThinSpace: '\u200a',
  shy: '\xad', ZeroWidthSpace: '\u200b', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f', NoBreak: '\u2060',
  ApplyFunction: '\u2061', af: '\u2061', InvisibleTimes: '\u2062', it: '\u2062', InvisibleComma: '\u2063', ic: '\u2063',
}));

/**
 * Whether a text may hold anything that the rules look for. From U+2070 on Unicode has its other forms of digits and of
 * the at sign.
 *
 * @param {string} text
 */
const isWorthALook = (text) => /[@&%0-9\u2070-\u{10ffff}]/u.test(text);

/**
 * Undoes what hides a character from a search but not from the eye: character references, escapes of Markdown,
 * percent-encoding, compatibility forms, invisible characters and the different dashes.
 *
 * @param {Piece[]} pieces
 * @returns {Shown}
 */
function shownOf(pieces) {
  const characters = [];
  const starts = [];
  const ends = [];
  for (const [text, place] of pieces) {
    for (let at = 0, end = 0; at < text.length; at = end) {
      const [character, length] = undoEscape(text, at) ?? codePoint(text, at);
      end = run(MARKS, text, at + length);
      // More marks than Unicode's Stream-Safe Text Format has on a character are none of a language, and take long to sort.
      const cluster = character + text.slice(at + length, run(FEW_MARKS, text, at + length));
      for (const plain of cluster.length === 1 && cluster < '\x80' ? cluster : plainOf(cluster)) {
        characters.push(unitOf(plain));
        starts.push(place + at);
        ends.push(place + end);
      }
    }
  }
  return { text: characters.join(''), starts, ends };
}

/** @param {string} text @param {number} at @returns {[string, number]} */
function codePoint(text, at) {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return [character, character.length];
}

/** Characters in their plain form, without what takes no room on a page. @param {string} cluster */
function plainOf(cluster) {
  return cluster.normalize('NFKC').replace(/[\p{Default_Ignorable_Code_Point}\p{M}]/gu, '').replace(/[\u2010-\u2015\u2212]/gu, '-');
}

/**
 * One unit for every character, so that all places are whole ones. Of a character beyond U+FFFF the rules ask only
 * whether it is a letter or a number, and any other such one stands for it.
 *
 * @param {string} character
 */
function unitOf(character) {
  if (/^[\0-\ud7ff\ue000-\uffff]$/u.test(character)) return character;
  if (IS_LETTER.test(character)) return 'あ';
  return IS_WORD.test(character) ? '٠' : '\ufffd';
}

/**
 * The character that is written in another way at a place, and the length of that.
 *
 * @param {string} text @param {number} at
 * @returns {[string, number] | undefined}
 */
function undoEscape(text, at) {
  const first = text[at];
  if (first === '\\') {
    const next = text.charAt(at + 1);
    return /[!-/:-@[-\x60{-~]/u.test(next) ? [next, 2] : undefined;
  }
  if (first === '%') {
    const digits = text.slice(at + 1, at + 3);
    const character = /^[0-9A-Fa-f]{2}$/u.test(digits) ? String.fromCharCode(Number.parseInt(digits, 16)) : '';
    // Only what an address or a number is made of; `100%20` stays what it is.
    return /[!-~]/u.test(character) ? [character, 3] : undefined;
  }
  if (first !== '&') return undefined;
  // The longest name has 15 letters, and CommonMark reads at most seven digits.
  const name = /^&([^;]*);/u.exec(text.slice(at, at + 24))?.[1];
  if (name === undefined) return undefined;
  const [, hex, decimal] = /^#(?:[Xx]\+?([0-9A-Fa-f]+)|\+?([0-9]+))$/u.exec(name) ?? [];
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  const isCharacter = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  const character = isCharacter ? String.fromCodePoint(code) : NAMED.get(name);
  return character === undefined ? undefined : [character, name.length + 2];
}

// --- Markdown without its marks ---

/** What may be a mark, or keeps one from being one: escapes, code, brackets of links, tags, emphasis. */
const MARKUP = new RegExp([
  /\\[!-/:-@[-`{-~]/u, /`+/u, /!?\[/u, /\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^[\]\n]*\])?/u,
  /<(?:[!?][^<>]*|\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?)>/u, /\*+|_+|~+/u,
].map(({ source }) => source).join('|'), 'gu');

/** The parts of a Markdown text that its readers see, about as a parser would tell. @param {string} text @returns {Piece[]} */
function piecesOf(text) {
  const labels = new Set(Array.from(text.matchAll(/^ {0,3}\[([^[\]\n]{1,200})\]:/gmu), ([, label]) => label.toLowerCase()));
  /** @type {Piece[]} */
  const pieces = [];
  let place = 0;
  // No mark reaches over an empty line; the lines themselves are every second part.
  for (const block of text.split(/(\n\s*\n)/u)) {
    let from = 0;
    for (const [start, end] of marksOf(block, labels)) {
      pieces.push([block.slice(from, start), place + from]);
      from = end;
    }
    pieces.push([block.slice(from), place + from]);
    place += block.length;
  }
  return pieces;
}

/**
 * The places of the marks in a block, in their order.
 *
 * @param {string} block
 * @param {Set<string>} labels of links whose address stands elsewhere
 * @returns {[start: number, end: number][]}
 */
function marksOf(block, labels) {
  /** @type {[number, number][]} */
  const marks = [];
  /** Opening brackets. @type {[number, number][]} */
  const brackets = [];
  /** Emphasis that was opened, by its sign; `start` and `end` are what is left of the run. @type {Record<string, Run[]>} */
  const opened = {};
  const codeEnd = codeEnds(block);
  let next = 0;
  for (const { 0: mark, index: start = 0 } of block.matchAll(MARKUP)) {
    const end = start + mark.length;
    const sign = mark[0];
    if (start < next || sign === '\\') continue;
    if (sign === '\x60') {
      const close = codeEnd(start, mark.length);
      if (close === undefined) continue;
      next = close + mark.length;
      marks.push([start, end], [close, next]);
    } else if (sign === '<') {
      marks.push([start, end]);
    } else if (mark.endsWith('[')) {
      brackets.push([start, end]);
    } else if (sign === ']') {
      const bracket = brackets.pop();
      if (bracket && (mark[1] === '(' || isLabel(mark.slice(2, -1) || block.slice(bracket[1], start), labels))) {
        marks.push(bracket, [start, end]);
      }
    } else {
      const closing = runOf(block, start, end);
      // As many tildes close what so many have opened.
      const open = opened[sign === '~' ? mark : sign] ??= [];
      while (closing.closes && closing.start < end && open.length > 0) {
        const opening = open[open.length - 1];
        if (!isPair(opening, closing)) break;
        const length = Math.min(opening.end - opening.start, end - closing.start);
        marks.push([opening.end - length, opening.end], [closing.start, closing.start + length]);
        opening.end -= length;
        closing.start += length;
        if (opening.start === opening.end) open.pop();
      }
      if (closing.opens && closing.start < end) open.push(closing);
    }
  }
  return marks.sort(([one], [other]) => one - other);
}

/** @param {string} label @param {Set<string>} labels */
const isLabel = (label, labels) => label.length <= 200 && labels.has(label.toLowerCase());

/**
 * A function that tells where the code ends that a run of marks begins: at the next run as long. It is asked in the
 * order of the text.
 *
 * @param {string} block
 */
function codeEnds(block) {
  /** @type {Map<number, number[]>} */
  const runs = new Map();
  for (const { 0: mark, index = 0 } of [...block.matchAll(/\x60+/gu)].reverse()) {
    if (!runs.has(mark.length)) runs.set(mark.length, []);
    runs.get(mark.length)?.push(index);
  }
  /** @param {number} start @param {number} length */
  return (start, length) => {
    const places = runs.get(length) ?? [];
    while (places.length > 0 && places[places.length - 1] <= start) places.pop();
    return places[places.length - 1];
  };
}

/**
 * A run of one sign, and whether it may open or close emphasis: the rules of CommonMark on flanking.
 *
 * @typedef {{start: number, end: number, length: number, opens: boolean, closes: boolean}} Run
 * @param {string} block @param {number} start @param {number} end
 * @returns {Run}
 */
function runOf(block, start, end) {
  const [before, after] = [block.charAt(start - 1) || ' ', block.charAt(end) || ' '];
  const [spaceBefore, spaceAfter] = [IS_SPACE.test(before), IS_SPACE.test(after)];
  const [signBefore, signAfter] = [IS_PUNCTUATION.test(before), IS_PUNCTUATION.test(after)];
  const length = end - start;
  // Two tildes open in front of anything; underscores and a single tilde are no marks inside a word.
  const isTilde = block[start] === '~';
  const inWords = block[start] === '*' || (isTilde && length > 1);
  const opens = !spaceAfter && (spaceBefore || signBefore || (inWords && (isTilde || !signAfter)));
  const closes = !spaceBefore && (spaceAfter || signAfter || (inWords && !signBefore));
  return { start, end, length, opens, closes };
}

/** Whether two runs belong together: the rule of CommonMark on multiples of three. @param {Run} opening @param {Run} closing */
function isPair(opening, closing) {
  const isEither = (opening.opens && opening.closes) || (closing.opens && closing.closes);
  return !isEither || (opening.length + closing.length) % 3 !== 0 || closing.length % 3 === 0;
}
