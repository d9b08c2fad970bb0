/**
 * Up to four entries side by side: `?i=a,b,c`, and `&only=1` for the rows that differ. Every change is a new address,
 * so a comparison can be shared and gone back from. Differences carry a sign and a word, not only a colour.
 *
 * @import { Entry, Value } from './selection.js'
 */
import { pageAddress } from './data.js';
import { copyAddress, element, worded } from './page.js';
import { addressOf, button, handOver, loadChosen, offerMore, ownAddress, publicAddress, say, settled, signOf } from './selection.js';

const MOST = 4;
/** Stands where a row does not apply to an entry. */
const NOTHING = '—';
const path = location.pathname;
const box = document.getElementById('table-box');
const table = box.querySelector('table');
const tools = document.getElementById('compare-tools');
const only = /** @type {HTMLInputElement} */ (document.getElementById('only'));
const empty = document.getElementById('pick-empty');
const status = document.getElementById('pick-status');
const rows = [...document.querySelectorAll('#pick-rows i')].map((row) => ({ key: row.dataset.key, label: row.textContent }));

/** @type {string[]} */
let refs = [];
/** @type {Map<string, Entry>} */
let entries = new Map();

const isOnly = () => new URLSearchParams(location.search).get('only') === '1';
const go = (list, onlyDifferent = isOnly()) => {
  history.pushState(null, '', addressOf(path, list, { only: onlyDifferent ? '1' : '' }));
  return show();
};

/** What a cell says, for comparing and for the file; nothing where the row does not apply. @param {Entry} entry @param {string} key */
const textOf = (entry, key) => entry.facts[key]?.map(({ text }) => text).join('; ');
/** The same in whatever order the values stand. @param {Entry} entry @param {string} key */
const valuesOf = (entry, key) => entry.facts[key]?.map(({ text }) => text).sort().join('; ');

/** The rows that some entry has something in, each with whether the entries differ that it applies to. */
function shownRows() {
  const shown = refs.map((ref) => entries.get(ref));
  return [{ key: 'kind', label: say('kind') }, ...rows]
    .map(({ key, label }) => {
      const texts = shown.map((entry) => (key === 'kind' ? entry.kind : textOf(entry, key)));
      const values = shown.map((entry) => (key === 'kind' ? entry.kind : valuesOf(entry, key)));
      return { key, label, texts, isDifferent: new Set(values.filter((text) => text !== undefined)).size > 1 };
    })
    .filter(({ texts }) => texts.some(Boolean));
}

/** @param {Entry} entry @param {string} key */
function cell(entry, key) {
  if (key === 'kind') return element('td', {}, signOf(entry.sign), entry.kind);
  const values = entry.facts[key];
  if (!values) {
    return element('td', {}, element('span', { ariaHidden: 'true' }, NOTHING), element('span', { className: 'hide' }, say('does-not-apply')));
  }
  if (values.length === 0) return element('td', {}, element('span', { className: 'quiet' }, say('not-stated')));
  const parts = values.flatMap((value, index) => {
    const made = value.url ? worded('a', value, { href: value.url }) : worded('span', value);
    return index > 0 ? [element('br'), made] : [made];
  });
  return element('td', {}, ...parts);
}

/** @param {string} ref @param {number} place */
function columnHead(ref, place) {
  const entry = entries.get(ref);
  const name = entry.name.text;
  const link = worded('a', entry.name, { href: entry.url });
  const head = element('th', { scope: 'col' }, link);
  if (entry.name.note) head.append(' ', element('span', { className: 'in' }, entry.name.note));
  const moved = (to) => {
    const list = refs.toSpliced(place, 1);
    list.splice(to, 0, ref);
    go(list).then(() => focusTool(ref, to < place ? 0 : 1));
  };
  const bar = element('p', { className: 'tools' });
  const earlier = button('←', say('earlier', { name }), () => moved(place - 1));
  const later = button('→', say('later', { name }), () => moved(place + 1));
  earlier.disabled = place === 0;
  later.disabled = place === refs.length - 1;
  const remove = button('×', say('remove', { name }), () => go(refs.toSpliced(place, 1)).then(() => {
    status.textContent = say('removed', { name });
    document.querySelector('#add input').focus();
  }));
  bar.append(earlier, later, remove);
  head.append(bar);
  head.dataset.ref = ref;
  return head;
}

/** After a move the same button keeps the focus, or the other one at an end. */
function focusTool(ref, which) {
  const [earlier, later] = table.querySelectorAll(`th[data-ref="${CSS.escape(ref)}"] .tool`);
  const wanted = which === 0 ? [earlier, later] : [later, earlier];
  wanted.find((tool) => tool && !tool.disabled)?.focus();
}

function showTable() {
  const list = shownRows();
  const isFiltered = isOnly() && refs.length > 1;
  const head = element('tr', {}, element('td'), ...refs.map(columnHead));
  const body = list.filter(({ isDifferent }) => !isFiltered || isDifferent).map(({ key, label, isDifferent }) => {
    const title = element('th', { scope: 'row' }, label);
    if (isDifferent && refs.length > 1) {
      title.append(' ', element('span', { className: 'differs' }, element('span', { ariaHidden: 'true' }, '≠'), ' ', say('differs')));
    }
    return element('tr', { className: isDifferent && refs.length > 1 ? 'other' : '' }, title, ...refs.map((ref) => cell(entries.get(ref), key)));
  });
  table.tHead.replaceChildren(head);
  table.tBodies[0].replaceChildren(...body);
  document.getElementById('same').hidden = !(isFiltered && body.length === 0);
  box.dataset.columns = String(refs.length);
  box.hidden = false;
}

/** One field of a CSV file: quoted where it must be, and never a formula (RFC 4180; generator/src/formula.rs). */
function csvField(text) {
  const safe = /^[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv() {
  const lines = [
    ['', ...refs.map((ref) => entries.get(ref).name.text)],
    [say('csv-name'), ...refs.map((ref) => publicAddress(entries.get(ref).url) ?? '')],
    ...shownRows().map(({ label, texts }) => [label, ...texts.map((text) => text ?? NOTHING)]),
  ];
  return lines.map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

async function show() {
  only.checked = isOnly();
  const chosen = await loadChosen(MOST, status);
  if (!chosen) return;
  ({ refs, entries } = chosen);
  empty.hidden = refs.length > 1;
  document.getElementById('one-more').hidden = refs.length !== 1;
  document.getElementById('none-yet').hidden = refs.length !== 0;
  tools.hidden = refs.length < 2;
  box.hidden = refs.length === 0;
  document.getElementById('add').hidden = refs.length >= MOST;
  document.getElementById('full').hidden = refs.length < MOST;
  document.getElementById('to-collection').href = addressOf(new URL(pageAddress('../collection/'), location.href).pathname, refs);
  if (refs.length > 0) showTable();
  settled();
}

only.addEventListener('change', () => go(refs, only.checked));
document.getElementById('csv').addEventListener('click', () => {
  // The mark at the beginning tells spreadsheets that the text is UTF-8.
  handOver(new Blob(['\uFEFF', csv()], { type: 'text/csv;charset=utf-8' }), 'interlink-compare.csv');
});
document.getElementById('print').addEventListener('click', () => print());
document.getElementById('copy').addEventListener('click', () => copyAddress(ownAddress() ?? location.href, status, say));
addEventListener('popstate', show);
offerMore((ref, name) => go([...refs, ref]).then(() => { status.textContent = say('added', { name }); }), () => refs);
show();
