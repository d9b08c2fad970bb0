/**
 * What the pages for comparing and for collections share: the selection in the address (`?i=interview-guide,schema.default`),
 * the entries' data, the field that adds one more. Nothing is stored.
 *
 * @typedef {{ text: string, lang?: string | null, note?: string | null }} Text
 * @typedef {{ text: string, url?: string, lang?: string }} Value
 * @typedef {{ url: string, name: string, title: string, lang: string, language: string, format: string, size: number,
 *             licence?: string }} EntryFile
 * @typedef {{ name: Text, url: string, kind: string, sign: string, summary?: Text, facts: Record<string, Value[]>,
 *             files?: EntryFile[], archive?: { url: string, size: number } }} Entry
 */

import { jsonOf, pageAddress, publishedAt } from './data.js';
import { drawing, element, isNature, language, named, numeral, speaker, textsIn, worded } from './page.js';
import { open } from './search-index.js';

const REFERENCE = /^(?:(?:problem|schema|story)\.)?[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const LONGEST_REFERENCE = 120;
const TYPING_PAUSE = 200;
const PICKABLE = new Set(['interlinker', 'problem', 'schema', 'story']);

const page = document.getElementById('pick');
export const say = speaker(textsIn('pick-words'));

/** The sign of an entry. @param {string} sign */
export const signOf = (sign) => drawing(sign, isNature(sign) ? 'sign' : 'sign fam');

/** A button with a visible mark and a name that says which entry it is about. */
export function button(mark, label, act) {
  const made = element('button', { type: 'button', className: 'tool', title: label });
  made.append(element('span', { ariaHidden: 'true' }, mark), element('span', { className: 'hide' }, label));
  made.addEventListener('click', act);
  return made;
}

// --- The address ---

/**
 * The names of entries in the address, each once, and what else stands there.
 *
 * @param {number} most @returns {{ refs: string[], bad: string[], isTooMany: boolean }}
 */
function readRefs(most) {
  const given = new URLSearchParams(location.search).getAll('i').flatMap((text) => text.split(','));
  const names = [...new Set(given.map((name) => name.trim()).filter(Boolean))];
  const isGood = (name) => name.length <= LONGEST_REFERENCE && REFERENCE.test(name);
  const refs = names.filter(isGood);
  return { refs: refs.slice(0, most), bad: names.filter((name) => !isGood(name)), isTooMany: refs.length > most };
}

/** The address of a selection: names are plain letters, so commas and dots stay readable. */
export function addressOf(path, refs, extra = {}) {
  const more = new URLSearchParams(Object.entries(extra).filter(([, value]) => value)).toString();
  const query = [refs.length > 0 ? `i=${refs.join(',')}` : '', more].filter(Boolean).join('&');
  return query ? `${path}?${query}` : path;
}

/** The address of an entry that others can follow. @param {string} address */
export const publicAddress = (address) => publishedAt(address, say('published'));

/** The address of the selection itself, for others. */
export const ownAddress = () => publicAddress(location.search);

/** What was left out, in one sentence each. @param {string[]} unknown @param {boolean} isTooMany @param {number} most */
function showNote(unknown, isTooMany, most) {
  const note = document.getElementById('pick-note');
  const sentences = [];
  if (unknown.length > 0) sentences.push(say('unknown', { names: named(say, unknown) }));
  if (isTooMany) sentences.push(say('too-many', { count: numeral.format(most) }));
  note.replaceChildren(...sentences.map((text) => element('p', {}, text)));
  note.hidden = sentences.length === 0;
}

/** Says, for whoever waits for it, that the page shows what its address asks for. */
export const settled = () => {
  page.dataset.settled = '';
};

// --- The data ---

/** FNV-1a, 32 bits, as `selection.rs` computes it. @param {string} ref */
function fileOf(ref) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(ref)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % Number(page.dataset.files);
}

/** @type {Map<number, Promise<Record<string, Entry>>>} */
const files = new Map();

function fileNumber(number) {
  if (!files.has(number)) {
    const loading = jsonOf(new URL(`${page.dataset.data}${number}.json`, location.href));
    loading.catch(() => files.delete(number));
    files.set(number, loading);
  }
  return files.get(number);
}

/** The entries of that name; one that does not exist is left out. @param {string[]} refs @returns {Promise<Map<string, Entry>>} */
async function load(refs) {
  const found = await Promise.all(refs.map(async (ref) => {
    const content = await fileNumber(fileOf(ref));
    return Object.hasOwn(content, ref) ? [ref, { ...content[ref], url: pageAddress(content[ref].url) }] : undefined;
  }));
  return new Map(found.filter(Boolean));
}

let turn = 0;
/** @type {Map<string, Entry>} */
let known = new Map();

/**
 * What the address asks for, with a word about what was left out; nothing where a newer address has overtaken it.
 * Where the data cannot be had, what is shown stays, so that the next step does not lose it.
 *
 * @param {number} most @param {HTMLElement} status @returns {Promise<{ refs: string[], entries: Map<string, Entry> } | undefined>}
 */
export async function loadChosen(most, status) {
  const mine = (turn += 1);
  const { refs, bad, isTooMany } = readRefs(most);
  try {
    const loaded = await load(refs);
    if (mine !== turn) return undefined;
    known = loaded;
    showNote([...bad, ...refs.filter((ref) => !loaded.has(ref))], isTooMany, most);
  } catch {
    if (mine !== turn) return undefined;
    status.textContent = say('failed');
  }
  return { refs: refs.filter((ref) => known.has(ref)), entries: known };
}

// --- The field that adds an entry ---

/**
 * Searches the site while one types, and offers what can be picked.
 *
 * @param {(ref: string, name: string) => void} add @param {() => string[]} current
 */
export function offerMore(add, current) {
  const form = /** @type {HTMLFormElement} */ (document.getElementById('add'));
  const field = form.querySelector('input');
  const list = document.getElementById('add-found');
  const status = document.getElementById('add-status');
  let index;
  let turn = 0;
  let pause = 0;

  const search = async () => {
    const query = field.value.trim();
    const mine = (turn += 1);
    if (!query) {
      list.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      index ??= open(new URL(page.dataset.search, location.href).href, undefined);
      const { results } = await (await index).search(query, { limit: 24 });
      if (mine !== turn) return;
      const chosen = new Set(current());
      const offered = results
        .filter(({ kind }) => PICKABLE.has(kind))
        .map((result) => ({ ...result, ref: result.kind === 'interlinker' ? result.slug : `${result.kind}.${result.slug}` }))
        .filter(({ ref }) => !chosen.has(ref))
        .slice(0, 6);
      list.replaceChildren(...offered.map(({ ref, title, label, language: of }) => {
        const name = worded('b', { text: title, lang: of === language ? undefined : of });
        const made = element('button', { type: 'button', className: 'btn alt' }, '+ ', name);
        made.append(element('span', { className: 'small quiet' }, label));
        made.addEventListener('click', () => {
          field.value = '';
          list.replaceChildren();
          status.textContent = '';
          add(ref, title);
          field.focus();
        });
        return element('li', {}, made);
      }));
      status.textContent = offered.length > 0 ? say('found', { count: numeral.format(offered.length) }) : say('found-none');
    } catch {
      if (mine !== turn) return;
      index = undefined;
      status.textContent = say('failed');
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(search, TYPING_PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    search();
  });
  form.hidden = false;
}

/** Hands a file to the reader. @param {Blob} blob @param {string} name */
export function handOver(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken the bytes by the time of the next task, or asks for them soon after.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
