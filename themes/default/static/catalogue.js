/**
 * Combines the facets of a list (Interlinkers, stories, organisations, needs): AND across facets, OR
 * inside one. The state is the address (`?theme=design&nature=software&sort=used&view=cards&page=2`),
 * so every view can be linked and shared.
 *
 * The page is complete without this script. It fetches `facets.json` (the numbers of each entry's
 * values) only when a reader combines something or stands on the list of one value, then `rows/<n>.json`, the rows as the build made
 * them, only for what is shown.
 *
 * @typedef {Map<string, Set<string>>} Chosen  the values chosen, by facet
 * @typedef {{ chosen: Chosen, sort: string, view: string, page: number, unknown?: string[] }} State
 *     unknown: what the address says that is not known here; it was left out
 * @typedef {{ perPage: number, facets: [string, string[]][], entries: number[][],
 *             orders: Record<string, number[]> }} Data
 */
import { jsonOf, pageAddress, showInAddress } from './data.js';
import { element, language, numeral, partOf, speaker, unknownFilters } from './page.js';

const nav = document.getElementById('facets');
const results = document.getElementById('results');
const count = document.getElementById('count');
const folder = new URL('.', new URL(nav.dataset.json, location.href));
const panel = document.querySelector('.facets');
const summary = panel.querySelector('summary');
const toResults = document.getElementById('show');

/** The texts of the interface, with `{name}` for what is filled in. */
const words = Object.fromEntries(
  [...document.getElementById('words').content.querySelectorAll('i')].map((i) => [i.dataset.key, i.textContent]),
);
const say = speaker(words);
const plural = new Intl.PluralRules(language);

/** @type {Promise<Data> | undefined} */
let loading;
/** @type {Map<number, Promise<string[]>>} */
const rowFiles = new Map();

const data = () => (loading ??= jsonOf(new URL('facets.json', folder)).catch((error) => {
    // The next choice tries again.
    loading = undefined;
    throw error;
  }));
const rowFile = (number) => {
  if (!rowFiles.has(number)) {
    const rows = jsonOf(new URL(`rows/${number}.json`, folder)).then((rows) => {
      if (!Array.isArray(rows)) throw new Error('these are no rows');
      return rows;
    });
    rows.catch(() => rowFiles.delete(number));
    rowFiles.set(number, rows);
  }
  return rowFiles.get(number);
};

/** The list that the path alone shows: a sort order, or one facet value. */
const listOfPath = () => {
  const path = location.pathname.slice(folder.pathname.length);
  const [, facet, value] = path.match(/^by\/([^/]+)\/([^/]+)\//) ?? [];
  const [, sort] = path.match(/^sort\/([^/]+)\//) ?? [];
  return { facet, value, sort, page: path.match(/page\/(\d+)\/(?:index\.html)?$/)?.[1] };
};

/** The orders and views that the page offers; the first of each is what a bare address shows. */
const sorts = [...document.querySelectorAll('#sorts [data-sort]')].map((link) => link.dataset.sort);
const views = ['list', 'cards'];

const linkOf = (facet, value) =>
  nav.querySelector(`[data-facet="${CSS.escape(facet)}"] [data-value="${CSS.escape(value)}"]`);

/** @returns {State} */
function readState() {
  const list = listOfPath();
  const query = new URLSearchParams(location.search);
  /** @type {Chosen} */
  const chosen = new Map();
  /** @type {string[]} */
  const unknown = [];
  if (list.facet) chosen.set(list.facet, new Set([list.value]));
  for (const { dataset } of nav.querySelectorAll('[data-facet]')) {
    for (const value of query.getAll(dataset.facet)) {
      if (!linkOf(dataset.facet, value)) {
        unknown.push(partOf(dataset.facet, value));
        continue;
      }
      chosen.set(dataset.facet, (chosen.get(dataset.facet) ?? new Set()).add(value));
    }
  }
  /** One of the words an address may say for a key; the last resort where it says none of them. */
  const oneOf = (key, known, otherwise) => {
    const said = query.get(key);
    if (said !== null && !known.includes(said)) unknown.push(partOf(key, said));
    return known.includes(said) ? said : otherwise;
  };
  const keys = ['sort', 'view', 'page', ...[...nav.querySelectorAll('[data-facet]')].map((one) => one.dataset.facet)];
  for (const [key, value] of query) if (!keys.includes(key)) unknown.push(partOf(key, value));
  const sort = oneOf('sort', sorts, sorts.includes(list.sort) ? list.sort : sorts[0]);
  const view = oneOf('view', views, views[0]);
  const asked = query.get('page') ?? list.page ?? '1';
  const page = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
  if (page === 0) unknown.push(partOf('page', asked));
  return { chosen, sort, view, page: page || 1, unknown };
}

/** The address of a state; the shortest one for the plain list. */
function address({ chosen, sort, view, page }) {
  const query = new URLSearchParams();
  for (const [facet, values] of chosen) for (const value of [...values].sort()) query.append(facet, value);
  if (sort !== sorts[0]) query.set('sort', sort);
  if (view !== views[0]) query.set('view', view);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  const path = pageAddress(folder.pathname);
  return text ? `${path}?${text}` : path;
}

/** The same state with a value added or taken away, on its first page. */
function toggled(state, facet, value) {
  const chosen = new Map([...state.chosen].map(([name, values]) => [name, new Set(values)]));
  const values = chosen.get(facet) ?? new Set();
  if (!values.delete(value)) values.add(value);
  if (values.size) chosen.set(facet, values);
  else chosen.delete(facet);
  return { ...state, chosen, page: 1 };
}

/** Per facet the numbers of the chosen values; a value that no entry has matches nothing. */
function numbersOf(loaded, chosen) {
  const wanted = new Map();
  let first = 0;
  for (const [facet, values] of loaded.facets) {
    if (chosen.has(facet)) {
      wanted.set(facet, new Set([...chosen.get(facet)].map((value) => {
        const at = values.indexOf(value);
        return at < 0 ? -1 : first + at;
      })));
    }
    first += values.length;
  }
  return wanted;
}

const matches = (entry, wanted, except) =>
  [...wanted].every(([facet, numbers]) => facet === except || entry.some((number) => numbers.has(number)));

/** How many entries have each value, where all facets but its own are as chosen. */
function countValues(loaded, wanted) {
  const counts = new Map();
  let first = 0;
  for (const [facet, values] of loaded.facets) {
    const found = new Array(values.length).fill(0);
    for (const entry of loaded.entries) {
      if (!matches(entry, wanted, facet)) continue;
      for (const number of entry) if (number >= first && number < first + values.length) found[number - first] += 1;
    }
    values.forEach((value, index) => counts.set(`${facet}/${value}`, found[index]));
    first += values.length;
  }
  return counts;
}

const nameOf = (facet, value) => linkOf(facet, value)?.querySelector('span').textContent ?? value;

function showFacets(state, counts) {
  let chosenCount = 0;
  for (const link of nav.querySelectorAll('a[data-value]')) {
    const facet = link.closest('[data-facet]').dataset.facet;
    const { value } = link.dataset;
    const isChosen = state.chosen.get(facet)?.has(value) ?? false;
    const found = counts.get(`${facet}/${value}`) ?? 0;
    chosenCount += Number(isChosen);
    if (isChosen) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
    link.href = address(toggled(state, facet, value));
    link.querySelector('.num').textContent = numeral.format(found);
    link.parentElement.hidden = found === 0 && !isChosen;
    if (isChosen) link.closest('details.more')?.setAttribute('open', '');
  }
  for (const facet of nav.querySelectorAll('.facet')) foldFacet(facet);
  summary.textContent = chosenCount ? filtersChosen(chosenCount) : say('filters');
}

/** Hides a facet without a value to choose, and promises behind "more" only what is there. */
function foldFacet(facet) {
  const visible = facet.querySelectorAll('li:not([hidden])').length;
  facet.hidden = visible === 0;
  const more = facet.querySelector('details.more');
  if (!more) return;
  const folded = more.querySelectorAll('li:not([hidden])').length;
  more.hidden = folded === 0;
  if (folded === visible) more.open = true;
  more.querySelector('summary').textContent = say('more-values', { count: numeral.format(folded) });
}

function filtersChosen(number) {
  const key = `filters-chosen-${plural.select(number)}`;
  return say(words[key] ? key : 'filters-chosen-other', { count: numeral.format(number) });
}

function showChips(state) {
  const chips = document.getElementById('chips');
  const cross = document.getElementById('words').content.querySelector('.cross');
  const links = [...state.chosen].flatMap(([facet, values]) => [...values].map((value) => element(
    'a', { className: 'chip', href: address(toggled(state, facet, value)) },
    `${nameOf(facet, value)} `, cross.cloneNode(true), element('span', { className: 'hide' }, say('remove-filter')),
  )));
  if (links.length > 1) {
    const none = { ...state, chosen: new Map(), page: 1 };
    links.push(element('a', { className: 'small', href: address(none) }, say('remove-all')));
  }
  chips.replaceChildren(...links);
  chips.hidden = links.length === 0;
}

/** Says quietly what unknown things the address held, and how to begin anew. @param {State} state */
function showUnknown(state) {
  const place = document.getElementById('unknown');
  const { unknown = [] } = state;
  place.hidden = unknown.length === 0;
  place.replaceChildren();
  if (unknown.length > 0) place.append(`${unknownFilters(say, unknown)} `, element('a', { href: pageAddress(folder.pathname) }, say('reset-list')));
}

/** Makes the current one of some choices plain text and the others links. */
function showChoices(name, current, leadTo) {
  for (const old of document.querySelectorAll(`#${name}s [data-${name}]`)) {
    const value = old.dataset[name];
    const made = value === current
      ? element('b', {}, old.textContent)
      : element('a', { href: address(leadTo(value)) }, old.textContent);
    made.dataset[name] = value;
    old.replaceWith(made);
  }
}

function showSorts(state) {
  document.getElementById('sorts').hidden = sorts.length < 2;
  showChoices('sort', state.sort, (sort) => ({ ...state, sort, page: 1 }));
}

function showViews(state) {
  const place = document.getElementById('views');
  if (place) place.hidden = false;
  showChoices('view', state.view, (view) => ({ ...state, view }));
  document.getElementById('rows').classList.toggle('cards', state.view === 'cards');
}

/** Where an entry can be proposed; the build wrote it for a list without any. */
const propose = document.querySelector('#empty .btn').getAttribute('href');

/** The ways out of an empty list: each chosen value with the state it leads to, the fullest first. */
function waysOut(state, loaded, leadTo) {
  const ways = [...state.chosen].flatMap(([facet, values]) => [...values].map((value) => {
    const target = leadTo(facet, value);
    const wanted = numbersOf(loaded, target.chosen);
    return { facet, value, target, found: loaded.entries.filter((entry) => matches(entry, wanted)).length };
  }));
  return ways.filter((way) => way.found > 0).sort((left, right) => right.found - left.found).slice(0, 3);
}

/** Says which filter to drop, or where that does not help which one to keep, and how many entries that would give. */
function showEmpty(state, loaded) {
  const box = document.getElementById('empty');
  const alone = (facet, value) => ({ ...state, chosen: new Map([[facet, new Set([value])]]), page: 1 });
  const drop = waysOut(state, loaded, (facet, value) => toggled(state, facet, value));
  const ways = drop.length > 0 ? drop : waysOut(state, loaded, alone);
  const key = drop.length > 0 ? 'empty-drop' : 'empty-only';
  box.replaceChildren(
    element('h3', {}, say('empty-title')),
    ...ways.map(({ facet, value, target, found }) => element('p', {}, element(
      'a', { href: address(target) }, say(key, { name: nameOf(facet, value), count: numeral.format(found) }),
    ))),
    element('p', {}, element(
      'a', { className: 'btn alt', href: propose }, say('propose'),
    )),
  );
}

function showPages(state, last) {
  const place = document.getElementById('pages');
  if (last < 2) {
    place.replaceChildren();
    return;
  }
  const link = (page, label) => element('li', {}, element('a', { href: address({ ...state, page }) }, label));
  const list = element('ul');
  if (state.page > 1) list.append(link(state.page - 1, say('previous-page')));
  let before = 0;
  for (let page = 1; page <= last; page += 1) {
    if (page !== 1 && page !== last && Math.abs(page - state.page) > 2) continue;
    if (page > before + 1) list.append(element('li', {}, element('i', { ariaHidden: 'true' }, '…')));
    const label = numeral.format(page);
    const here = element('span', {}, label);
    here.setAttribute('aria-current', 'page');
    list.append(page === state.page ? element('li', {}, here) : link(page, label));
    before = page;
  }
  if (state.page < last) list.append(link(state.page + 1, say('next-page')));
  place.replaceChildren(element('nav', { className: 'pages', ariaLabel: say('pages') }, list));
}

/** Shows a state. A newer one may be asked for while rows are loading; then the older one gives up. */
let latest = 0;
async function show(state) {
  const turn = (latest += 1);
  const loaded = await data();
  const wanted = numbersOf(loaded, state.chosen);
  const order = loaded.orders[state.sort] ?? loaded.entries.keys();
  const found = [...order].filter((index) => matches(loaded.entries[index], wanted));
  const last = Math.max(1, Math.ceil(found.length / loaded.perPage));
  const page = Math.min(state.page, last);
  const shown = found.slice((page - 1) * loaded.perPage, page * loaded.perPage);
  const files = await Promise.all(shown.map((index) => rowFile(Math.floor(index / loaded.perPage))));
  if (turn !== latest) return;
  const current = { ...state, page };
  const rows = document.getElementById('rows');
  // The rows are the build's own HTML, escaped there, from the same place as this script.
  rows.innerHTML = shown.map((index, at) => files[at][index % loaded.perPage]).join('');
  rows.hidden = shown.length === 0;
  count.textContent = found.length === loaded.entries.length
    ? say('count-all')
    : say('catalogue-count', { count: numeral.format(found.length), total: numeral.format(loaded.entries.length) });
  toResults.textContent = say('show-results', { count: numeral.format(found.length) });
  toResults.hidden = false;
  showFacets(current, countValues(loaded, wanted));
  showChips(current);
  showUnknown(current);
  showSorts(current);
  showViews(current);
  showPages(current, last);
  document.getElementById('empty').hidden = shown.length > 0;
  if (shown.length === 0) showEmpty(current, loaded);
}

const goToResults = () => count.focus();

// On a narrow screen the panel folds away again: by its button to the results, by Escape to its line.
toResults.addEventListener('click', () => {
  panel.open = false;
  goToResults();
  results.scrollIntoView();
});
panel.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !panel.open || !summary.checkVisibility()) return;
  panel.open = false;
  summary.focus();
});

const failed = () => { count.textContent = say('data-failed'); };

if (listOfPath().facet) {
  // One value's own page lists only what goes with it, so a second choice leads to the catalogue.
  // Its links combine from now on, so the numbers beside them become those of the combination.
  const state = readState();
  for (const link of nav.querySelectorAll('a[data-value]')) {
    link.href = address(toggled(state, link.closest('[data-facet]').dataset.facet, link.dataset.value));
  }
  showSorts(state);
  showViews(state);
  data().then((loaded) => showFacets(state, countValues(loaded, numbersOf(loaded, state.chosen))), failed);
} else {
  document.querySelector('main').addEventListener('click', (event) => {
    const link = event.target.closest('#facets a, #chips a, #unknown a, #sorts a, #views a, #pages a, #empty a:not(.btn)');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
    event.preventDefault();
    const facet = link.closest('[data-facet]')?.dataset.facet;
    // Before the first choice a facet's link leads to its own page, so its value is read instead.
    const state = readState();
    const target = facet && link.dataset.value ? address(toggled(state, facet, link.dataset.value)) : link.href;
    const isPage = Boolean(link.closest('#pages'));
    if (!showInAddress(target)) return;
    show(readState()).then(() => {
      if (link.isConnected) return;
      goToResults();
      if (isPage) results.scrollIntoView();
    }, failed);
  });
  addEventListener('popstate', () => show(readState()).catch(failed));
  if (location.search) show(readState()).catch(failed);
  else showViews(readState());
}
