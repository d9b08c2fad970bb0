/**
 * A collection: `?i=interview-guide,schema.default&t=For%20Tuesday`. The list and its title live in the address, so it
 * can be printed, sent and gone back from; every change is a new address, and "undo" is the one before. The files of
 * its entries come as one archive, made in the browser.
 *
 * @import { Entry } from './selection.js'
 */
import { pageAddress } from './data.js';
import { copyAddress, element, numeral, sizeOf, sum, worded } from './page.js';
import { addressOf, button, handOver, loadChosen, offerMore, ownAddress, publicAddress, say, settled, signOf } from './selection.js';

const MOST = 40;
const LONGEST_TITLE = 80;
const path = location.pathname;
const list = document.getElementById('entries');
const heading = document.querySelector('h1');
const plainHeading = heading.textContent;
const plainTitle = document.title;
const titleField = /** @type {HTMLInputElement} */ (document.getElementById('title'));
const empty = document.getElementById('pick-empty');
const status = document.getElementById('pick-status');
const undo = document.getElementById('undo');
const archive = document.getElementById('archive');
const cancel = document.getElementById('cancel');
const working = document.getElementById('working');
const failure = document.getElementById('failure');

/** @type {string[]} */
let refs = [];
/** @type {Map<string, Entry>} */
let entries = new Map();
/** The address before the last change made here. @type {string | undefined} */
let before;

/** Plain text of limited length: a title is whatever somebody put into the address. */
const titleOf = () =>
  [...(new URLSearchParams(location.search).get('t') ?? '').replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, LONGEST_TITLE).join('');

function go(next, title = titleOf()) {
  before = location.href;
  // What was said of the list before does not hold for the new one.
  status.textContent = '';
  history.pushState(null, '', addressOf(path, next, { t: title }));
  return show();
}

const allFiles = () => refs.flatMap((ref) => (entries.get(ref).files ?? []).map((file) => ({ ref, ...file })));

/** What can be taken of an entry without packing anything: its archive, else each of its files. @param {string} ref */
function readyFiles(ref) {
  const { archive: ready, files = [], name } = entries.get(ref);
  const item = (href, words) => element('li', {}, element('a', { href, download: '' }, words));
  if (ready) {
    const count = numeral.format(files.length);
    return [item(ready.url, say('on-disk-archive', { name: name.text, count, size: sizeOf(say, ready.size) }))];
  }
  return files.map((file) => item(file.url, say('on-disk-file', { name: `${name.text}: ${file.title}`, size: sizeOf(say, file.size) })));
}

/** @param {string} ref @param {number} place */
function row(ref, place) {
  const entry = entries.get(ref);
  const name = entry.name.text;
  const moved = (to) => {
    const next = refs.toSpliced(place, 1);
    next.splice(to, 0, ref);
    go(next).then(() => focusTool(ref, to < place ? 0 : 1));
  };
  const earlier = button('↑', say('earlier', { name }), () => moved(place - 1));
  const later = button('↓', say('later', { name }), () => moved(place + 1));
  earlier.disabled = place === 0;
  later.disabled = place === refs.length - 1;
  const remove = button('×', say('remove', { name }), () => go(refs.toSpliced(place, 1)).then(() => {
    status.textContent = say('removed', { name });
    undo.focus();
  }));
  const title = element('h3', {}, worded('a', entry.name, { href: entry.url }));
  if (entry.name.note) title.append(' ', element('span', { className: 'in' }, entry.name.note));
  const address = publicAddress(entry.url);
  const files = entry.files ?? [];
  const facts = ['licence', 'publisher'].flatMap((key) => (entry.facts[key] ?? []).map(({ text }) => text));
  facts.push(files.length > 0 ? say('files', { count: numeral.format(files.length), size: sizeOf(say, sum(files)) }) : say('no-files'));
  const item = element('li', {}, signOf(entry.sign), element('div', {},
    element('p', { className: 'kind' }, entry.kind), title,
    ...(entry.summary ? [worded('p', entry.summary)] : []),
    element('p', { className: 'small quiet' }, facts.join(' · ')),
    ...(address ? [element('p', { className: 'small at' }, address)] : []),
  ), element('p', { className: 'tools' }, earlier, later, remove));
  item.dataset.ref = ref;
  return item;
}

/** After a move the same button keeps the focus, or the other one at an end. */
function focusTool(ref, which) {
  const [earlier, later] = list.querySelectorAll(`li[data-ref="${CSS.escape(ref)}"] .tool`);
  (which === 0 ? [earlier, later] : [later, earlier]).find((tool) => tool && !tool.disabled)?.focus();
}

async function show() {
  const chosen = await loadChosen(MOST, status);
  if (!chosen) return;
  ({ refs, entries } = chosen);
  const title = titleOf();
  heading.textContent = title || plainHeading;
  document.title = title ? `${title} – ${plainTitle}` : plainTitle;
  if (document.activeElement !== titleField) titleField.value = title;
  list.replaceChildren(...refs.map(row));
  empty.hidden = refs.length > 0;
  document.getElementById('whole').hidden = refs.length === 0;
  document.getElementById('add').hidden = refs.length >= MOST;
  undo.hidden = before === undefined;
  const files = allFiles();
  document.getElementById('total').textContent =
    say(files.length > 0 ? 'total' : 'total-no-files', { entries: numeral.format(refs.length), files: numeral.format(files.length), size: sizeOf(say, sum(files)) });
  // A page on a disk may read no file beside it, so it offers the archives that were packed beforehand.
  const isOnDisk = location.protocol === 'file:';
  archive.hidden = files.length === 0 || isOnDisk;
  document.getElementById('on-disk').hidden = files.length === 0 || !isOnDisk;
  if (isOnDisk) document.querySelector('#on-disk ul').replaceChildren(...refs.flatMap(readyFiles));
  const compare = document.getElementById('to-compare');
  compare.hidden = refs.length < 2;
  compare.href = addressOf(new URL(pageAddress('../compare/'), location.href).pathname, refs.slice(0, 4));
  const mail = document.getElementById('mail');
  const own = ownAddress();
  mail.hidden = own === undefined;
  mail.href = `mailto:?subject=${encodeURIComponent(heading.textContent)}&body=${encodeURIComponent(own ?? '')}`;
  failure.hidden = true;
  settled();
}

// --- The archive ---

/** @type {AbortController | undefined} */
let running;

/** The text that goes with the files: what they are, whose, under which licence, and where they are from. */
function readme(missing) {
  const lines = [heading.textContent, '='.repeat([...heading.textContent].length), ''];
  const own = ownAddress();
  if (own) lines.push(`${say('readme-address')} ${own}`, '');
  refs.forEach((ref, index) => {
    const entry = entries.get(ref);
    const address = publicAddress(entry.url) ?? '';
    const texts = (key) => (entry.facts[key] ?? []).map(({ text }) => text).join(', ') || say('not-stated');
    lines.push(`${index + 1}. ${entry.name.text}`, `   ${entry.kind}`);
    if (entry.summary) lines.push(`   ${entry.summary.text.replace(/\s+/gu, ' ')}`);
    if (address) lines.push(`   ${address}`);
    lines.push(`   ${say('readme-rights')} ${say('readme-attribution', { name: entry.name.text, publisher: texts('publisher'), licence: texts('licence'), address }).replace(/[\s,]+$/u, '')}`);
    if (entry.files?.length) lines.push(`   ${say('readme-files')}`);
    for (const file of entry.files ?? []) {
      const facts = [file.title, file.language, file.licence].filter(Boolean).join(' · ');
      lines.push(`   - ${folderOf(ref)}${file.name}: ${facts}${missing.has(file.url) ? ` (${say('not-included')})` : ''}`);
    }
    lines.push('');
  });
  return lines.join('\r\n');
}

const folderOf = (ref) => `${String(refs.indexOf(ref) + 1).padStart(2, '0')}-${ref.replace('.', '-')}/`;

/** A title as the name of a file that every system takes. @param {string} title */
const fileName = (title) => title.replace(/[<>:"/\\|?*]/gu, ' ').replace(/\s+/gu, ' ').replace(/^[\s.~-]+|[\s.]+$/gu, '');

/** The vendored library is a classic script that puts itself on the window; it comes only when it is needed. */
function zipLibrary() {
  const known = /** @type {any} */ (globalThis);
  if (known.fflate) return Promise.resolve(known.fflate);
  return new Promise((resolve, reject) => {
    const own = /** @type {HTMLScriptElement} */ (document.querySelector('script[src*="/collection.js"]'));
    const script = element('script', { src: new URL('vendor/fflate/fflate.js', own.src).href });
    script.addEventListener('load', () => resolve(known.fflate));
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

/** @param {Set<string>} without addresses of files that could not be had */
async function makeArchive(without) {
  running = new AbortController();
  const { signal } = running;
  const wanted = allFiles().filter(({ url }) => !without.has(url));
  const progress = working.querySelector('progress');
  const say2 = (done) => {
    progress.max = wanted.length;
    progress.value = done;
    working.querySelector('span').textContent = say('working', { done: numeral.format(done), total: numeral.format(wanted.length) });
  };
  failure.hidden = true;
  working.hidden = false;
  archive.disabled = true;
  status.textContent = '';
  let current = wanted[0];
  try {
    const { Zip, ZipDeflate, strToU8 } = await zipLibrary();
    /** @type {Uint8Array[]} */
    const parts = [];
    const zip = new Zip((error, part) => {
      if (error) throw error;
      parts.push(part);
    });
    const put = (name, bytes) => {
      const file = new ZipDeflate(name, { level: 6 });
      zip.add(file);
      file.push(bytes, true);
    };
    for (const [done, file] of wanted.entries()) {
      say2(done);
      current = file;
      const answer = await fetch(file.url, { signal });
      if (!answer.ok) throw new Error(String(answer.status));
      put(`${folderOf(file.ref)}${file.name}`, new Uint8Array(await answer.arrayBuffer()));
    }
    put('README.txt', strToU8(`\uFEFF${readme(without)}`));
    zip.end();
    say2(wanted.length);
    handOver(new Blob(parts, { type: 'application/zip' }), `${fileName(titleOf()) || 'interlink-collection'}.zip`);
    status.textContent = say('done');
  } catch {
    if (signal.aborted) status.textContent = say('cancelled');
    else {
      failure.querySelector('p').textContent = say('file-failed', { name: current ? `${folderOf(current.ref)}${current.name}` : '' });
      failure.hidden = false;
      failure.querySelector('#without').onclick = () => makeArchive(new Set([...without, current?.url ?? '']));
      failure.querySelector('#again').onclick = () => makeArchive(without);
      failure.querySelector('button').focus();
    }
  } finally {
    working.hidden = true;
    archive.disabled = false;
    running = undefined;
  }
}

archive.addEventListener('click', () => makeArchive(new Set()));
cancel.addEventListener('click', () => running?.abort());
document.getElementById('name').addEventListener('submit', (event) => {
  event.preventDefault();
  // Leaving a changed field has already taken it over.
  if (titleField.value !== titleOf()) go(refs, titleField.value);
});
titleField.addEventListener('change', () => {
  if (titleField.value !== titleOf()) go(refs, titleField.value);
});
undo.addEventListener('click', () => {
  const back = before;
  before = undefined;
  if (back) history.pushState(null, '', back);
  status.textContent = '';
  show().then(() => document.querySelector('#add input').focus());
});
document.getElementById('clear').addEventListener('click', () => go([], '').then(() => undo.focus()));
document.getElementById('print').addEventListener('click', () => print());
document.getElementById('copy').addEventListener('click', () => copyAddress(ownAddress() ?? location.href, status, say));
const share = document.getElementById('share');
share.hidden = typeof navigator.share !== 'function' || ownAddress() === undefined;
share.addEventListener('click', () => {
  // Whoever closes the window of the system has decided not to share: nothing to say.
  navigator.share({ title: heading.textContent, url: ownAddress() }).catch(() => {});
});
addEventListener('popstate', show);
offerMore((ref, name) => go([...refs, ref]).then(() => { status.textContent = say('added', { name }); }), () => refs);
show();
