/**
 * The page "keep this catalogue on this device". Nothing is stored before its button is pressed; then
 * the files of one language are put into a cache of the browser, and a worker is registered that
 * answers from there when the network does not. Each file is stored with the digest that the list
 * has for it, so a run that was cut off goes on where it ended; the note of what is kept says whether
 * all of it is there.
 *
 * The template offline.html provides `#offline` with `data-root` (the base of the site) and
 * `data-list` (the list), in it `#offline-more`, `#offline-keep`, `#offline-remove`, `#offline-bar`,
 * `#offline-state`; `#offline-unsupported`; and `#offline-messages`, a block of JSON with the texts.
 *
 * @typedef {[path: string, size: number, digest: string]} Kept
 * @typedef {{ files: Kept[], more: Kept[] }} List  `more` are the pictures and downloads of entries
 * @typedef {{ list: List, withMore: boolean, isComplete: boolean }} Note
 */
import { language, numeral, sizeOf as sizeIn, speaker, textsIn } from './page.js';

const box = document.getElementById('offline');
const more = /** @type {HTMLInputElement} */ (document.getElementById('offline-more'));
const keepButton = /** @type {HTMLButtonElement} */ (document.getElementById('offline-keep'));
const removeButton = /** @type {HTMLButtonElement} */ (document.getElementById('offline-remove'));
const bar = /** @type {HTMLProgressElement} */ (document.getElementById('offline-bar'));
const state = document.getElementById('offline-state');

const root = new URL(box.dataset.root, location.href);
const listAddress = new URL(box.dataset.list, location.href).href;
const prefix = `interlink ${root.pathname} `;
/** What was kept is noted under an address that nobody asks for: the worker answers for the list itself. */
const noteAddress = `${listAddress}?kept`;
const AT_ONCE = 6;
/** The header that a stored file has its digest in. */
const DIGEST = 'Interlink-Digest';

const say = speaker(textsIn('offline-messages'));
/** @param {number} bytes */
const sizeOf = (bytes) => sizeIn(say, bytes);

/** @param {Kept[]} files */
const sum = (files) => files.reduce((total, [, size]) => total + size, 0);

/** Where a file of the site is asked for. @param {string} path */
const addressOf = (path) => new URL(path.replace(/(^|\/)index\.html$/u, '$1').split('/').map(encodeURIComponent).join('/'), root).href;

const openCache = () => caches.open(prefix + language);
const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));

/** @returns {Promise<List>} */
async function currentList() {
  const answer = await fetch(listAddress, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`${listAddress}: ${answer.status}`);
  return answer.json();
}

/** What was kept last time, or the part of it. @returns {Promise<Note | undefined>} */
async function keptNote() {
  if (!(await caches.has(prefix + language))) return undefined;
  const kept = await (await openCache()).match(noteAddress);
  return kept?.json();
}

/** @param {Note} note */
const write = async (note) => (await openCache()).put(noteAddress, new Response(JSON.stringify(note)));

/** @param {List} list @param {boolean} withMore */
const wanted = (list, withMore) => (withMore ? [...list.files, ...list.more] : list.files);

/** The files that are new, differ, or were not reached. @param {Kept[]} files @param {Note | undefined} before */
async function missing(files, before) {
  if (!before) return [...files];
  const known = new Map(before.isComplete ? wanted(before.list, before.withMore).map(([path, , digest]) => [path, digest]) : []);
  const doubtful = files.filter(([path, , digest]) => known.get(path) !== digest);
  if (before.isComplete) return doubtful;
  const cache = await openCache();
  const isStored = async ([path, , digest]) => (await cache.match(addressOf(path)))?.headers.get(DIGEST) === digest;
  const stored = await Promise.all(doubtful.map(isStored));
  return doubtful.filter((file, place) => !stored[place]);
}

/**
 * Stores a file; one that the site does not give is no failure of the run.
 *
 * @param {Cache} cache @param {Kept} file @param {AbortSignal} signal @returns {Promise<boolean>} whether it is stored
 */
async function store(cache, [path, , digest], signal) {
  const address = addressOf(path);
  const answer = await fetch(address, { cache: 'no-cache', signal });
  if (!answer.ok) return false;
  const headers = new Headers(answer.headers);
  headers.set(DIGEST, digest);
  await cache.put(address, new Response(answer.body, { headers }));
  return true;
}

/** Stores what is missing. @param {Kept[]} queue @returns {Promise<string[]>} the files that the site did not give */
async function storeAll(queue) {
  const cache = await openCache();
  const total = sum(queue);
  const lost = [];
  const stop = new AbortController();
  let done = 0;
  bar.max = Math.max(total, 1);
  const work = async () => {
    for (let file = queue.shift(); file && !stop.signal.aborted; file = queue.shift()) {
      if (!(await store(cache, file, stop.signal))) lost.push(file[0]);
      done += file[1];
      bar.value = done;
      if (!stop.signal.aborted) state.textContent = say('storing', { done: sizeOf(done), total: sizeOf(total) });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    // Where one fails, the others must not go on behind the word about it.
    stop.abort();
  }
  return lost;
}

async function keep() {
  const withMore = more.checked;
  setBusy(true);
  try {
    await navigator.serviceWorker.register(new URL('offline-worker.js', root), { scope: root.pathname });
    const [list, before] = [await currentList(), await keptNote()];
    const files = wanted(list, withMore);
    const queue = await missing(files, before);
    await write({ list, withMore, isComplete: false });
    const lost = await storeAll(queue);
    if (lost.length === 0) {
      const cache = await openCache();
      const addresses = new Set([...files.map(([path]) => addressOf(path)), noteAddress]);
      for (const request of await cache.keys()) if (!addresses.has(request.url)) await cache.delete(request);
      await write({ list, withMore, isComplete: true });
    }
    await show();
    if (lost.length > 0) state.textContent = say('lost', { count: numeral.format(lost.length), name: lost[0] });
  } catch (error) {
    await show();
    state.textContent = say(error.name === 'QuotaExceededError' ? 'full' : 'failed');
  } finally {
    setBusy(false);
  }
}

/** Erases every language and the worker of this site; other sites of the host keep theirs. */
async function remove() {
  setBusy(true);
  try {
    for (const name of await ownCaches()) await caches.delete(name);
    for (const registration of await navigator.serviceWorker.getRegistrations()) {
      if (registration.scope === root.href) await registration.unregister();
    }
  } finally {
    setBusy(false);
  }
  await show();
  state.textContent = say('removed');
}

/** @param {boolean} isBusy */
function setBusy(isBusy) {
  bar.hidden = !isBusy;
  bar.value = 0;
  keepButton.disabled = removeButton.disabled = more.disabled = isBusy;
}

/** What would be kept, or what is and whether the site has changed since. */
async function show() {
  const before = await keptNote();
  removeButton.hidden = (await ownCaches()).length === 0;
  let list;
  try {
    list = await currentList();
  } catch {
    state.textContent = say(!before ? 'no-network' : before.isComplete ? 'kept-offline' : 'part-offline');
    keepButton.hidden = true;
    return;
  }
  await describe(list, before);
}

/** @param {List} list @param {Note | undefined} before */
async function describe(list, before) {
  const files = wanted(list, more.checked);
  const changed = await missing(files, before);
  const isSame = before?.isComplete && changed.length === 0 && before.withMore === more.checked;
  const isPart = before && !before.isComplete;
  document.getElementById('offline-more-size').textContent = `(${sizeOf(sum(list.more))})`;
  keepButton.textContent = say(isPart ? 'go-on' : before ? 'update' : 'keep', { size: sizeOf(sum(changed)) });
  keepButton.hidden = Boolean(isSame);
  const total = sizeOf(sum(files));
  state.textContent = isPart
    ? say('part', { done: sizeOf(sum(files) - sum(changed)), total })
    : say(isSame ? 'kept' : before ? 'changed' : 'nothing-kept', { size: before ? sizeOf(sum(wanted(before.list, before.withMore))) : total });
}

async function begin() {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) {
    document.getElementById('offline-unsupported').hidden = false;
    return;
  }
  more.checked = (await keptNote())?.withMore ?? false;
  await show();
  box.hidden = false;
  keepButton.addEventListener('click', keep);
  removeButton.addEventListener('click', remove);
  more.addEventListener('change', show);
}

begin();
