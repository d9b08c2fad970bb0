/**
 * The page "keep this catalogue on this device". Nothing is stored before its button is pressed; then
 * the files of one language are put into a cache of the browser, and a worker is registered that
 * answers from there when the network does not. The list of the files is stored last: a cache
 * without it is not complete.
 *
 * The template offline.html provides `#offline` with `data-root` (the base of the site) and
 * `data-list` (the list), in it `#offline-more`, `#offline-keep`, `#offline-remove`, `#offline-bar`,
 * `#offline-state`; `#offline-unsupported`; and `#offline-messages`, a block of JSON with the texts.
 *
 * @typedef {[path: string, size: number, digest: string]} Kept
 * @typedef {{ files: Kept[], more: Kept[] }} List  `more` are the pictures and downloads of entries
 */
const box = document.getElementById('offline');
const more = /** @type {HTMLInputElement} */ (document.getElementById('offline-more'));
const keepButton = /** @type {HTMLButtonElement} */ (document.getElementById('offline-keep'));
const removeButton = /** @type {HTMLButtonElement} */ (document.getElementById('offline-remove'));
const bar = /** @type {HTMLProgressElement} */ (document.getElementById('offline-bar'));
const state = document.getElementById('offline-state');
const messages = JSON.parse(document.getElementById('offline-messages').textContent);

const language = document.documentElement.lang;
const root = new URL(box.dataset.root, location.href);
const listAddress = new URL(box.dataset.list, location.href).href;
const prefix = `interlink ${root.pathname} `;
/** What was kept is noted under an address that nobody asks for: the worker answers for the list itself. */
const noteAddress = `${listAddress}?kept`;
const AT_ONCE = 6;

/** @param {string} key @param {Record<string, string>} [values] */
const say = (key, values = {}) => (messages[key] ?? '').replace(/\{(\w+)\}/gu, (whole, name) => values[name] ?? whole);

/** @param {number} bytes */
function sizeOf(bytes) {
  const isLarge = bytes >= 1_000_000;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: isLarge ? 1 : 0 });
  return say(isLarge ? 'megabytes' : 'kilobytes', { size: number.format(bytes / (isLarge ? 1_000_000 : 1_000)) });
}

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

/** What was kept last time, if it is complete. @returns {Promise<{ list: List, withMore: boolean } | undefined>} */
async function keptList() {
  if (!(await caches.has(prefix + language))) return undefined;
  const kept = await (await openCache()).match(noteAddress);
  return kept?.json();
}

/** @param {List} list @param {boolean} withMore */
const wanted = (list, withMore) => (withMore ? [...list.files, ...list.more] : list.files);

/** The files that are new or differ. @param {Kept[]} files @param {Awaited<ReturnType<typeof keptList>>} before */
function missing(files, before) {
  const known = new Map(before ? wanted(before.list, before.withMore).map(([path, , digest]) => [path, digest]) : []);
  return files.filter(([path, , digest]) => known.get(path) !== digest);
}

/** @param {Cache} cache @param {Kept} file */
async function store(cache, [path]) {
  const address = addressOf(path);
  const answer = await fetch(address, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await cache.put(address, answer);
}

async function keep() {
  const withMore = more.checked;
  setBusy(true);
  try {
    await navigator.serviceWorker.register(new URL('offline-worker.js', root), { scope: root.pathname });
    const [list, before] = [await currentList(), await keptList()];
    const cache = await openCache();
    const files = wanted(list, withMore);
    const queue = missing(files, before);
    const total = sum(queue);
    let done = 0;
    bar.max = Math.max(total, 1);
    const work = async () => {
      for (let file = queue.shift(); file; file = queue.shift()) {
        await store(cache, file);
        done += file[1];
        bar.value = done;
        state.textContent = say('storing', { done: sizeOf(done), total: sizeOf(total) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const addresses = new Set([...files.map(([path]) => addressOf(path)), noteAddress]);
    for (const request of await cache.keys()) if (!addresses.has(request.url)) await cache.delete(request);
    await cache.put(noteAddress, new Response(JSON.stringify({ list, withMore })));
    await show();
  } catch (error) {
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
  const before = await keptList();
  removeButton.hidden = (await ownCaches()).length === 0;
  let list;
  try {
    list = await currentList();
  } catch {
    state.textContent = say(before ? 'kept-offline' : 'no-network');
    keepButton.hidden = true;
    return;
  }
  keepButton.hidden = false;
  describe(list, before);
}

/** @param {List} list @param {Awaited<ReturnType<typeof keptList>>} before */
function describe(list, before) {
  const files = wanted(list, more.checked);
  const changed = missing(files, before);
  const isSame = before && changed.length === 0 && before.withMore === more.checked;
  document.getElementById('offline-more-size').textContent = sizeOf(sum(list.more));
  keepButton.textContent = say(before ? 'update' : 'keep', { size: sizeOf(sum(changed)) });
  keepButton.hidden = Boolean(isSame);
  const size = sizeOf(sum(before ? wanted(before.list, before.withMore) : files));
  state.textContent = say(isSame ? 'kept' : before ? 'changed' : 'nothing-kept', { size });
}

async function begin() {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) {
    document.getElementById('offline-unsupported').hidden = false;
    return;
  }
  more.checked = (await keptList())?.withMore ?? false;
  await show();
  box.hidden = false;
  keepButton.addEventListener('click', keep);
  removeButton.addEventListener('click', remove);
  more.addEventListener('change', show);
}

begin();
