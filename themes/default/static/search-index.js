/**
 * The search index in the browser, without a server.
 *
 * The build exports the index of each language as small static files (generator/src/search/export.rs has the format).
 * A query fetches the directory, the blocks of its words and the rows of its first results: three round trips. The
 * rules are those of generator/src/search/query.rs, the constants below are its constants, and the test
 * `search_parity` holds the two to the same entries, order and scores. No language is known here: forms, stems and
 * tables of endings come with the index. Nothing here touches a page; `search.js` does.
 *
 * @typedef {{kind: string, slug: string, url: string, language: string, title: string, summary: string,
 *   label: string, sign: string, aliases: [language: string, text: string][], tags: string[], publisher: string}} Row
 * @typedef {{word: string, matches: (text: string) => boolean, also: string[]}} FoundWord  `matches` takes one word of
 *   a shown text; `also` are the other words for the same where only these were found
 * @typedef {Row & {rank: number, score: number, found: FoundWord[], missing: string[]}} Result
 * @typedef {{word: string, instead: string[]}} Correction  a word that occurs nowhere, and what was searched instead
 * @typedef {{word: string, also: string[]}} Expansion  a word, and other words for the same, in the language of the
 *   index, that were searched too
 * @typedef {{results: Result[], total: number, complete: number, found: number[], corrections: Correction[],
 *   expansions: Expansion[]}} Results
 *   `total` entries are left by the filters, the first `complete` of them have all the words; `found` are the numbers
 *   of all entries that the words find, whatever the filters
 * @typedef {[anchor: string, heading: string, headingLanguage: string, text: string, language: string]} Section
 * @typedef {Map<string, Set<string>>} Chosen  values to filter by, by facet
 * @typedef {Map<number, number>} Contributions  number of an entry -> whole number
 * @typedef {{word: string, full: Set<number>, byPrefix: Set<number>, byTypo: Set<number>,
 *   instead: string[], members: Member[], contributions: Contributions, direct: Set<number>, matching: Set<string>}} ResolvedWord
 *   `members` are other words for the same, `direct` the entries that have it without them, `matching` the forms it
 *   stands for, as far as they were fetched
 * @typedef {{text: string, isOwn: boolean, words: number[][]}} Member  the stems of each of its words; `isOwn`: it is
 *   in the language of the index
 * @typedef {{members: Member[], forms: string[], contributions: Contributions}} Synonyms
 */
import { bytesOf } from './data.js';

const FORMAT_VERSION = 4;
const MAX_QUERY_CHARACTERS = 200;
const MAX_QUERY_WORDS = 8;
const MAX_WORD_CHARACTERS = 40;
const PREFIX_DIVISOR = 2;
const SHORTEST_PREFIX = 2;
const ENOUGH = 5;
const TYPO_DIVISOR = 3;
const SHORTEST_CORRECTED = 5;
const SHORTEST_WITH_TWO_MISTAKES = 8;
const MOST_CORRECTIONS = 3;
const SHORTEST_BASE = 3;

// --- Words: the rules of words.rs and fold.rs ---

const LETTERS = {
  'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ł': 'l', 'ħ': 'h', 'ı': 'i', 'ŋ': 'n',
  'ŧ': 't', 'ĸ': 'k', 'ς': 'σ',
};

/** @param {string} text */
export function fold(text) {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[ßæœøđðþłħıŋŧĸς]/gu, (letter) => LETTERS[letter]);
}

/** @param {string} text @param {number} length in characters, not in UTF-16 units */
function cut(text, length) {
  return text.length <= length ? text : Array.from(text).slice(0, length).join('');
}

/** The folded words of a text. @param {string} text @returns {string[]} */
export function words(text) {
  const visible = text.replace(/[\u00ad\u200c\u200d\u2060\ufeff]/gu, '').replace(/[\u2122\u2120]/gu, ' ');
  const found = visible.normalize('NFKC').toLowerCase().match(/[\p{Alphabetic}\p{N}\p{M}]+/gu) ?? [];
  return found.map((word) => fold(cut(word, MAX_WORD_CHARACTERS))).filter((word) => word !== '');
}

/** @param {string} query @returns {string[]} */
function queryWords(query) {
  return [...new Set(words(cut(query, MAX_QUERY_CHARACTERS)))].slice(0, MAX_QUERY_WORDS);
}

// --- Files of the index ---

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Reads the numbers and texts of a file, one after another. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.place = 0;
    this.before = new Uint8Array();
  }

  number() {
    let number = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.place++];
      if (byte === undefined) throw new Error('a search file ends too early');
      number += (byte & 127) * factor;
      if (byte < 128) return number;
    }
  }

  /** As many as a number says. @template T @param {() => T} read @returns {T[]} */
  list(read) {
    return Array.from({ length: this.number() }, read);
  }

  slice() {
    const length = this.number();
    this.place += length;
    return this.bytes.subarray(this.place - length, this.place);
  }

  text() {
    return decoder.decode(this.slice());
  }

  /** A text stored as what it shares with the one before it, and the rest. */
  after() {
    const shared = this.number();
    const rest = this.slice();
    const bytes = new Uint8Array(shared + rest.length);
    bytes.set(this.before.subarray(0, shared));
    bytes.set(rest, shared);
    return (this.before = bytes);
  }

  /** As many such texts as a number says, with what follows each. @template T @param {(bytes: Uint8Array) => T} read @returns {T[]} */
  texts(read) {
    this.before = new Uint8Array();
    return this.list(() => read(this.after()));
  }
}

/** Byte order, which is also the order of characters. @param {Uint8Array} one @param {Uint8Array} other */
function compare(one, other) {
  const length = Math.min(one.length, other.length);
  for (let place = 0; place < length; place++) {
    if (one[place] !== other[place]) return one[place] - other[place];
  }
  return one.length - other.length;
}

/** @param {Uint8Array} bytes @param {Uint8Array} start */
function startsWith(bytes, start) {
  return bytes.length >= start.length && start.every((byte, place) => bytes[place] === byte);
}

/** @param {Uint8Array} bytes */
async function gunzip(bytes) {
  // A server that declares the files as encoded makes the browser unpack them before we see them.
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** Forms in order, and the contributions of their stems. */
class Block {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    const reader = new Reader(bytes);
    /** @type {{form: string, stems: number[]}[]} */
    this.forms = reader.texts((form) => ({ form: decoder.decode(form), stems: reader.list(() => reader.number()) }));
    const heads = reader.list(() => {
      const [stem, count, smallest] = [reader.number(), reader.number(), reader.number()];
      return { stem, count, smallest, groups: reader.list(() => reader.number()) };
    });
    const entries = heads.map(({ count }) => {
      let next = 0;
      return Array.from({ length: count }, () => {
        const entry = next + reader.number();
        next = entry + 1;
        return entry;
      });
    });
    /** The groups of synonyms of each stem. @type {Map<number, number[]>} */
    this.groups = new Map(heads.map(({ stem, groups }) => [stem, groups]));
    /** @type {Map<number, Contributions>} */
    this.stems = new Map();
    heads.forEach(({ stem, smallest }, place) => {
      this.stems.set(stem, new Map(entries[place].map((entry) => [entry, smallest + reader.number()])));
    });
    for (const form of this.forms) form.stems = form.stems.map((place) => heads[place].stem);
  }

  /** @param {(form: string) => boolean} wanted @returns {number[]} */
  stemsOf(wanted) {
    return this.forms.filter(({ form }) => wanted(form)).flatMap(({ stems }) => stems);
  }
}

/** Forms, each with the number of entries that have it. @param {Uint8Array} bytes @returns {[string, number][]} */
function readForms(bytes) {
  const reader = new Reader(bytes);
  return reader.texts((form) => [decoder.decode(form), reader.number()]);
}

/** A group of words for the same. @param {Uint8Array} bytes @returns {Synonyms} */
function readSynonyms(bytes) {
  const reader = new Reader(bytes);
  const numbers = () => reader.list(() => reader.number());
  const members = reader.list(() => ({ text: reader.text(), isOwn: reader.number() === 1, words: reader.list(numbers) }));
  const forms = reader.texts((form) => decoder.decode(form));
  let next = 0;
  const contributions = new Map(reader.list(() => {
    const entry = next + reader.number();
    next = entry + 1;
    return [entry, reader.number()];
  }));
  return { members, forms, contributions };
}

/** @param {string} text */
function reversed(text) {
  return Array.from(text).reverse().join('');
}

/**
 * How many insertions, deletions, exchanges and swaps of neighbours lead from one word to the other (optimal string
 * alignment).
 *
 * @param {string[]} one letters @param {string[]} other letters
 */
function distance(one, other) {
  let beforeLast = [];
  let last = other.map((_, column) => column).concat(other.length);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const differs = one[row - 1] === other[column - 1] ? 0 : 1;
      let steps = Math.min(last[column] + 1, current[column - 1] + 1, last[column - 1] + differs);
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap) steps = Math.min(steps, beforeLast[column - 2] + 1);
      current.push(steps);
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length];
}

/** The values of every entry but its kind, as `facet/value`. @param {Uint8Array} bytes @returns {(entry: number) => string[]} */
function readFacets(bytes) {
  const reader = new Reader(bytes);
  const values = reader.list(() => reader.text());
  const sets = reader.list(() => reader.list(() => values[reader.number()]));
  /** @type {string[][]} */
  const entries = [];
  while (reader.place < bytes.length) entries.push(sets[reader.number()]);
  return (entry) => entries[entry];
}

/** Whether values satisfy a choice: one of the chosen ones in each facet. @param {string[]} values @param {Chosen} chosen @param {string} [except] a facet not to ask */
export function fits(values, chosen, except) {
  return [...chosen].every(([facet, ids]) => facet === except || [...ids].some((id) => values.includes(`${facet}/${id}`)));
}

/** What the directory says. @param {Uint8Array} bytes */
function readDirectory(bytes) {
  const reader = new Reader(bytes);
  const version = reader.number();
  if (version !== FORMAT_VERSION) throw new Error(`search files of version ${version}, expected ${FORMAT_VERSION}`);
  const entries = reader.number();
  const perFile = reader.number();
  const kinds = reader.list(() => ({ value: `kind/${reader.text()}`, count: reader.number(), mayLead: reader.number() === 1 }));
  const synonyms = reader.texts((stem) => ({ stem: decoder.decode(stem), group: reader.number() }));
  const endings = reader.list(() => reader.text());
  const exchanges = reader.list(() => [reader.text(), reader.text()]);
  const stopWords = new Set(reader.list(() => reader.text()));
  const [separators, forwards, backwards] = [0, 1, 2].map(() => reader.texts((first) => first));
  return { entries, perFile, kinds, synonyms, endings, exchanges, stopWords, separators, forwards, backwards };
}

// --- Searching: the rules of query.rs, inflection.rs and typo.rs ---

/**
 * In which of several sorted files a text would stand (-1: before all), and which ones after that hold texts that
 * start with it.
 *
 * @param {Uint8Array[]} firsts what each file starts with @param {Uint8Array} text @param {boolean} isPrefix
 */
function placesOf(firsts, text, isPrefix) {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(firsts[middle], text) <= 0) low = middle + 1;
    else high = middle;
  }
  const places = [low - 1];
  for (let next = low; isPrefix && next < firsts.length && startsWith(firsts[next], text); next++) places.push(next);
  return places;
}

class Index {
  /**
   * @param {string} base the folder of all versions, with a slash at the end
   * @param {string} folder where the directory lies, with a slash at the end
   * @param {ReturnType<typeof readDirectory>} directory
   * @param {(address: string) => Promise<Uint8Array>} load
   */
  constructor(base, folder, directory, load) {
    this.base = base;
    this.folder = folder;
    this.directory = directory;
    this.load = load;
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** The values of an entry but its kind; none before {@link facets} is called. @type {(entry: number) => string[]} */
    this.facetsOf = () => [];
  }

  /**
   * @param {string} query
   * @param {{limit?: number, chosen?: Chosen}} [options]
   * @returns {Promise<Results>}
   */
  async search(query, { limit = 10, chosen = new Map() } = {}) {
    const needsFacets = [...chosen.keys()].some((facet) => facet !== 'kind');
    const [resolved] = await Promise.all([this.resolve(queryWords(query)), needsFacets && this.facets()]);
    const isStopWord = ({ word }) => this.directory.stopWords.has(word);
    const isCommon = (word) => isStopWord(word) || 2 * word.contributions.size > this.directory.entries;
    const uncommon = resolved.filter((word) => !isCommon(word));
    const required = uncommon.length > 0 ? uncommon : resolved;
    const common = uncommon.length > 0 ? resolved.filter(isCommon) : [];

    /** @type {Map<number, {count: number, score: number}>} */
    const entries = new Map();
    for (const word of required) {
      for (const [entry, contribution] of word.contributions) {
        const { count, score } = entries.get(entry) ?? { count: 0, score: 0 };
        entries.set(entry, { count: count + 1, score: score + contribution });
      }
    }
    /** How many entries have exactly so many of the words. */
    const counts = new Array(required.length + 1).fill(0);
    for (const { count } of entries.values()) counts[count]++;
    let least = required.length;
    let total = counts[least];
    while (least > 1 && total < ENOUGH) total += counts[--least];

    const all = [...entries].map(([entry, { count, score }]) => {
      const more = common.reduce((sum, word) => sum + (word.contributions.get(entry) ?? 0), 0);
      return { entry, count, score: score + more };
    });
    const best = all.reduce((most, { count, score }) => (count === required.length ? Math.max(most, score) : most), -1);
    // What people look for first may lead although it lacks a word; then it counts as one that has them all.
    for (const one of all) {
      const isAhead = best >= 0 && one.score > best && 3 * one.count >= 2 * required.length;
      if (isAhead && this.kindOf(one.entry).mayLead) one.count = required.length;
    }
    const found = all.filter(({ count }) => count >= least);
    found.sort((one, other) => other.count - one.count || other.score - one.score || one.entry - other.entry);

    const kept = chosen.size > 0 ? found.filter(({ entry }) => fits(this.valuesOf(entry), chosen)) : found;
    const shown = kept.slice(0, limit);
    const searched = new Set(resolved.flatMap(({ full, byPrefix, byTypo }) => [...full, ...byPrefix, ...byTypo]));
    // What the query says itself, in whatever form, is no other word for it.
    const others = new Map(resolved.map((word) => {
      return [word, word.members.filter(({ words }) => !words.every((stems) => stems.some((stem) => searched.has(stem))))];
    }));
    const textsOf = (members) => [...new Set(members.map(({ text }) => text))];
    const told = resolved.map((word) => ({ word: word.word, also: textsOf(others.get(word).filter(({ isOwn }) => isOwn)) }));
    // A word that holds a sentence together is no reason, unless there is nothing else.
    const telling = resolved.every(isStopWord) ? resolved : resolved.filter((word) => !isStopWord(word));
    const rows = await Promise.all(shown.map(({ entry }) => this.row(entry)));
    return {
      total: kept.length,
      complete: kept.filter(({ count }) => count === required.length).length,
      found: found.map(({ entry }) => entry),
      expansions: told.filter(({ also }) => also.length > 0),
      corrections: resolved.filter(({ instead }) => instead.length > 0).map(({ word, instead }) => ({ word, instead })),
      results: shown.map(({ entry, score }, place) => ({
        ...rows[place],
        rank: place + 1,
        score,
        found: telling.filter((word) => word.contributions.has(entry)).map((word) => foundWord(word, textsOf(others.get(word)), entry)),
        missing: telling.filter((word) => !word.contributions.has(entry)).map(({ word }) => word),
      })),
    };
  }

  /** Fetches the values that entries are filtered by; their kind is known without. */
  async facets() {
    this.facetsOf = await this.file('k', readFacets);
  }

  /** @param {number} entry @returns {string[]} its values, as `facet/value` */
  valuesOf(entry) {
    return [this.kindOf(entry).value, ...this.facetsOf(entry)];
  }

  /** @param {number} entry */
  kindOf(entry) {
    let end = 0;
    return this.directory.kinds.find(({ count }) => (end += count) > entry);
  }

  /** The words of a query with their stems and the entries of these. @param {string[]} query @returns {Promise<ResolvedWord[]>} */
  async resolve(query) {
    const all = await Promise.all(query.map((word, place) => {
      return this.resolveWord(word, place === query.length - 1 && Array.from(word).length >= SHORTEST_PREFIX);
    }));
    const isSame = (one, other) => one.size === other.size && [...one].every((stem) => other.has(stem));
    /** @type {ResolvedWord[]} */
    const resolved = [];
    for (const word of all) {
      const certain = word.full.size === 0 ? word.byTypo : word.full;
      if (certain.size === 0 || !resolved.some((earlier) => isSame(earlier.full, certain))) resolved.push(word);
    }
    return resolved;
  }

  /** @param {string} word @param {boolean} isPrefix @returns {Promise<ResolvedWord>} */
  async resolveWord(word, isPrefix) {
    // The stem says only once its block is here which groups of synonyms the word has. Mostly the word begins with
    // it, so these groups come in the same round trip; if not, they come in the next.
    for (const { stem, group } of this.directory.synonyms) if (word.startsWith(stem)) this.synonyms(group).catch(() => {});
    let blocks = await this.blocksOf(word, isPrefix);
    let full = new Set(blocks.flatMap((block) => block.stemsOf((form) => form === word)));
    const byPrefix = new Set(isPrefix ? blocks.flatMap((block) => block.stemsOf((form) => form.startsWith(word))) : []);
    if (full.size === 0) {
      const others = await this.otherForms(word);
      full = others.stems;
      blocks = [...new Set([...blocks, ...others.blocks])];
    }
    for (const stem of full) byPrefix.delete(stem);
    const instead = full.size + byPrefix.size === 0 ? await this.corrections(word) : [];
    const near = await Promise.all(instead.map((form) => this.block(this.blockNumber(encoder.encode(form)))));
    blocks = [...new Set([...blocks, ...near])];
    const byTypo = new Set(near.flatMap((block) => block.stemsOf((form) => instead.includes(form))));

    /** @type {Contributions} */
    const contributions = new Map();
    for (const block of blocks) {
      for (const [stem, entries] of block.stems) {
        const divisor = full.has(stem) ? 1 : byPrefix.has(stem) ? PREFIX_DIVISOR : byTypo.has(stem) ? TYPO_DIVISOR : 0;
        if (divisor === 0) continue;
        for (const [entry, whole] of entries) {
          const contribution = Math.max(1, Math.floor(whole / divisor));
          if (contribution > (contributions.get(entry) ?? 0)) contributions.set(entry, contribution);
        }
      }
    }
    const direct = new Set(contributions.keys());
    const groups = new Set(blocks.flatMap((block) => {
      return [...block.groups].flatMap(([stem, groups]) => (full.has(stem) || byTypo.has(stem) ? groups : []));
    }));
    const stands = (stem) => full.has(stem) || byPrefix.has(stem) || byTypo.has(stem);
    const synonyms = await Promise.all([...groups].sort((one, other) => one - other).map((group) => this.synonyms(group)));
    const members = synonyms.flatMap((group) => group.members);
    for (const [entry, contribution] of synonyms.flatMap((group) => [...group.contributions])) {
      if (contribution > (contributions.get(entry) ?? 0)) contributions.set(entry, contribution);
    }
    const matching = new Set(blocks.flatMap((block) => {
      return block.forms.filter(({ stems }) => stems.some(stands)).map(({ form }) => form);
    }));
    // Of a synonym of several words those that hold it together show nobody why.
    for (const form of synonyms.flatMap(({ forms }) => forms)) if (!this.directory.stopWords.has(form)) matching.add(form);
    return { word, full, byPrefix, byTypo, instead, members, contributions, direct, matching };
  }

  /** The forms nearest to a word that occurs nowhere. @param {string} word @returns {Promise<string[]>} */
  async corrections(word) {
    const letters = Array.from(word);
    if (letters.length < SHORTEST_CORRECTED || /\p{N}/u.test(word)) return [];
    const isLong = letters.length >= SHORTEST_WITH_TWO_MISTAKES;
    // So many letters at one end have to be whole; after one mistake they are.
    const whole = isLong ? Math.floor(letters.length / 3) : (letters.length - 1) >> 1;
    const start = letters.slice(0, whole).join('');
    const end = letters.slice(-whole).join('');
    const [forwards, backwards] = await Promise.all([this.forms('f', start), this.forms('r', reversed(end))]);
    const entries = new Map([...forwards, ...backwards.map(([form, count]) => [reversed(form), count])]);

    let best = isLong ? 2 : 1;
    /** @type {string[]} */
    let nearest = [];
    for (const form of entries.keys()) {
      const steps = distance(letters, Array.from(form));
      if (steps < best) nearest = [];
      if (steps > best) continue;
      best = steps;
      nearest.push(form);
    }
    const inOrder = (one, other) => {
      return entries.get(other) - entries.get(one) || compare(encoder.encode(one), encoder.encode(other));
    };
    return nearest.sort(inOrder).slice(0, MOST_CORRECTIONS);
  }

  /** The forms of a list that start with a text. @param {'f' | 'r'} list @param {string} start @returns {Promise<[string, number][]>} */
  async forms(list, start) {
    const firsts = list === 'f' ? this.directory.forwards : this.directory.backwards;
    const numbers = placesOf(firsts, encoder.encode(start), true).filter((number) => number >= 0);
    const files = await Promise.all(numbers.map((number) => this.file(`${list}${number}`, readForms)));
    return files.flat().filter(([form]) => form.startsWith(start));
  }

  /** A word that occurs in no entry: exchange its ending for others. @param {string} word */
  async otherForms(word) {
    const { endings, exchanges } = this.directory;
    const formsOf = (base) => endings.map((ending) => base + ending);
    const bases = endings
      .filter((ending) => word.endsWith(ending))
      .map((ending) => word.slice(0, word.length - ending.length))
      .filter((base) => Array.from(base).length >= SHORTEST_BASE)
      .sort((one, other) => other.length - one.length);
    const groups = bases.flatMap((base) => {
      const exchanged = exchanges.filter(([from]) => base.endsWith(from));
      return [formsOf(base), ...exchanged.map(([from, to]) => formsOf(base.slice(0, base.length - from.length) + to))];
    });
    // All blocks at once, so that a form which occurs nowhere costs one round trip more and not several.
    const numbers = groups.map((forms) => new Set(forms.map((form) => this.blockNumber(encoder.encode(form)))));
    await Promise.all([...new Set(numbers.flatMap((group) => [...group]))].map((number) => this.block(number)));
    for (const [place, forms] of groups.entries()) {
      const blocks = (await Promise.all([...numbers[place]].map((number) => this.block(number)))).filter((block) => block);
      const stems = new Set(blocks.flatMap((block) => block.stemsOf((form) => forms.includes(form))));
      if (stems.size > 0) return { stems, blocks };
    }
    return { stems: new Set(), blocks: [] };
  }

  /** The number of the block in which a form would stand; -1 if it sorts before all. @param {Uint8Array} form */
  blockNumber(form) {
    return placesOf(this.directory.separators, form, false)[0];
  }

  /** @param {string} word @param {boolean} isPrefix @returns {Promise<Block[]>} */
  async blocksOf(word, isPrefix) {
    const numbers = placesOf(this.directory.separators, encoder.encode(word), isPrefix);
    return (await Promise.all(numbers.map((number) => this.block(number)))).filter((block) => block);
  }

  /** @param {number} number */
  async block(number) {
    return number < 0 ? undefined : this.file(`b${number}`, (bytes) => new Block(bytes));
  }

  /** @param {number} group @returns {Promise<Synonyms>} */
  synonyms(group) {
    return this.file(`s${group}`, readSynonyms);
  }

  /** @param {number} entry @returns {Promise<Row>} */
  async row(entry) {
    const { perFile } = this.directory;
    const rows = await this.file(`d${Math.floor(entry / perFile)}`, (bytes) => JSON.parse(decoder.decode(bytes)));
    return rows[entry % perFile];
  }

  /** The text of an entry, by the headings of its page. @param {Row} row @returns {Promise<Section[]>} */
  text({ kind, slug }) {
    return this.file(`text/${kind}/${slug}.json`, (bytes) => JSON.parse(decoder.decode(bytes)), this.base);
  }

  /** Fetches a file once; a failed fetch may be tried again. @template T @param {string} name @param {(bytes: Uint8Array) => T} parse @param {string} [folder] @returns {Promise<T>} */
  file(name, parse, folder = this.folder) {
    const known = this.files.get(name);
    if (known) return known;
    const file = this.load(folder + name).then(parse);
    this.files.set(name, file);
    file.catch(() => this.files.delete(name));
    return file;
  }
}

/** @param {ResolvedWord} word @param {string[]} also @param {number} entry @returns {FoundWord} */
function foundWord({ word, direct, matching }, also, entry) {
  const matches = (text) => words(text).some((form) => matching.has(form));
  return { word, matches, also: direct.has(entry) ? [] : also };
}

/**
 * Opens the index of a language.
 *
 * @param {string} base the folder `data/` of its search page, with a slash at the end
 * @param {string} [digest] the version of the index; asked for if it is unknown or no longer there
 * @param {{read?: (address: string) => Promise<Uint8Array>}} [options]
 * @returns {Promise<Index>}
 */
export async function open(base, digest, options = {}) {
  const read = options.read ?? bytesOf;
  const load = async (address) => gunzip(await read(address));
  const openVersion = async (version) => {
    const folder = `${base}${version}/`;
    return new Index(base, folder, readDirectory(await load(`${folder}dir`)), load);
  };
  if (digest) {
    try {
      return await openVersion(digest);
    } catch {
      // The page may be older than the index: a cached copy, or one kept open over a new build.
    }
  }
  const current = JSON.parse(decoder.decode(await load(`${base}index.json`)));
  return openVersion(current.digest);
}
