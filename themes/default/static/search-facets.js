/**
 * The filters of the search page: AND across facets, OR inside one, counted over all entries that the words find. The
 * state is the address (`?q=map&kind=interlinker&theme=design`), so a filtered list can be shared.
 *
 * The page provides `#search-filters`, a block of JSON with the facets, their values and what readers call them, and
 * the places to fill: `#search-columns` with `#search-panel` in it (a `details` with `#facets` and the button `#show`),
 * `#chips`, `#unknown`, `#search-ways` (the ways out of an empty list) and `#search-more-filters` (button).
 *
 * @typedef {{id: string, name: string, values: [string, string][]}} Facet
 * @import { Chosen, Index } from './search-index.js'
 */
import { fits } from './search-index.js';
import { drawing, element, numeral, partOf, unknownFilters } from './page.js';
import { message } from './search-rows.js';

/** In a catalogue with more entries the values of all of them are fetched only when somebody asks for them. */
const FETCHED_AT_ONCE = 5000;

/** @type {Facet[]} */
const facets = JSON.parse(document.getElementById('search-filters').textContent);
const columns = document.getElementById('search-columns');
const panel = /** @type {HTMLDetailsElement} */ (document.getElementById('search-panel'));
const nav = document.getElementById('facets');
const show = document.getElementById('show');
const chips = document.getElementById('chips');
const unknown = document.getElementById('unknown');
const ways = document.getElementById('search-ways');
const moreFilters = document.getElementById('search-more-filters');
const results = document.getElementById('search-status');

let latest = 0;
let wantsAll = false;
/** @type {() => void} */
let again = () => {};

/** The filters in an address, and those nobody knows, which are left out. @param {URL} address */
export function chosenIn(address) {
  /** @type {Chosen} */
  const chosen = new Map();
  /** @type {string[]} */
  const strange = [];
  for (const { id, values } of facets) {
    const asked = address.searchParams.getAll(id);
    const known = asked.filter((value) => values.some(([own]) => own === value));
    strange.push(...asked.filter((value) => !known.includes(value)).map((value) => partOf(id, value)));
    if (known.length > 0) chosen.set(id, new Set(known));
  }
  return { chosen, strange };
}

/** The address with these filters and no others. @param {URL} address @param {Chosen} chosen */
export function writeChosen(address, chosen) {
  for (const { id } of facets) {
    address.searchParams.delete(id);
    for (const value of [...(chosen.get(id) ?? [])].sort()) address.searchParams.append(id, value);
  }
  return address;
}

/** @param {Chosen} chosen */
const addressOf = (chosen) => writeChosen(new URL(location.href), chosen).href;

/** The choice with a value added or taken away. @param {Chosen} chosen @param {string} facet @param {string} value */
function toggled(chosen, facet, value) {
  const next = new Map([...chosen].map(([id, values]) => [id, new Set(values)]));
  const values = next.get(facet) ?? new Set();
  if (!values.delete(value)) values.add(value);
  if (values.size > 0) next.set(facet, values);
  else next.delete(facet);
  return next;
}

/** @param {string} facet @param {string} value */
const nameOf = (facet, value) => facets.find(({ id }) => id === facet).values.find(([id]) => id === value)[1];

/**
 * Shows the filters of the entries that the words find, once their values are there.
 *
 * @param {Index | undefined} index none where nothing is asked
 * @param {number[]} found the entries that the words find
 * @param {Chosen} chosen
 * @param {string[]} strange the filters in the address that nobody knows
 */
export async function showFilters(index, found, chosen, strange) {
  const mine = ++latest;
  again = () => showFilters(index, found, chosen, strange);
  let hasAll = index && (wantsAll || index.directory.entries <= FETCHED_AT_ONCE || [...chosen.keys()].some((facet) => facet !== 'kind'));
  if (hasAll) {
    try {
      await index.facets();
    } catch {
      // The kinds are there without; the button lets one try again.
      hasAll = false;
    }
    if (mine !== latest) return;
  }
  const values = found.map((entry) => index.valuesOf(entry));
  const left = values.filter((own) => fits(own, chosen)).length;
  panel.hidden = found.length === 0;
  columns.className = panel.hidden ? '' : 'two aside mt1';
  moreFilters.hidden = Boolean(hasAll);
  showValues(values, chosen);
  showChips(chosen);
  unknown.hidden = strange.length === 0;
  unknown.textContent = unknownFilters(message, strange);
  show.textContent = message('show-results', { count: numeral.format(left) });
  ways.hidden = panel.hidden || left > 0;
  if (!ways.hidden) showWaysOut(values, chosen);
}

/** The values with their numbers; made once and then kept, so that the keyboard stays where it is. @param {string[][]} values @param {Chosen} chosen */
function showValues(values, chosen) {
  if (nav.childElementCount === 0) nav.append(element('h2', { className: 'hide' }, message('filters')), ...facets.map(facetOf));
  for (const { id, values: known } of facets) {
    const others = values.filter((own) => fits(own, chosen, id));
    const group = /** @type {HTMLElement} */ (nav.querySelector(`[data-facet="${id}"]`));
    let shown = 0;
    for (const [place, link] of group.querySelectorAll('a').entries()) {
      const [value] = known[place];
      const count = others.filter((own) => own.includes(`${id}/${value}`)).length;
      const isChosen = chosen.get(id)?.has(value) ?? false;
      link.href = addressOf(toggled(chosen, id, value));
      if (isChosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      link.lastElementChild.textContent = numeral.format(count);
      link.parentElement.hidden = count === 0 && !isChosen;
      shown += Number(!link.parentElement.hidden);
    }
    group.hidden = shown === 0;
  }
}

/** @param {Facet} facet */
function facetOf({ id, name, values }) {
  const items = values.map(([value, label]) => {
    const link = element('a', {}, element('span', {}, label), element('span', { className: 'num' }));
    link.dataset.value = value;
    return element('li', {}, link);
  });
  const group = element('div', { className: 'facet' }, element('h3', {}, name), element('ul', {}, ...items));
  group.dataset.facet = id;
  return group;
}

/** @param {Chosen} chosen */
function showChips(chosen) {
  const links = [...chosen].flatMap(([facet, values]) => [...values].map((value) => element(
    'a', { className: 'chip', href: addressOf(toggled(chosen, facet, value)) },
    `${nameOf(facet, value)} `, drawing('x', '', 12), element('span', { className: 'hide' }, message('remove-filter')),
  )));
  if (links.length > 1) links.push(element('a', { className: 'small', href: addressOf(new Map()) }, message('remove-all')));
  chips.replaceChildren(...links);
  chips.hidden = links.length === 0;
}

/** Says which filter to drop, or where that does not help which one to keep, and how many entries that would give. @param {string[][]} values @param {Chosen} chosen */
function showWaysOut(values, chosen) {
  const leadTo = (key, choice) => {
    const all = [...chosen].flatMap(([facet, ids]) => [...ids].map((value) => {
      const target = choice(facet, value);
      return { name: nameOf(facet, value), target, count: values.filter((own) => fits(own, target)).length };
    }));
    return all.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count).slice(0, 3)
      .map(({ name, target, count }) => {
        return element('p', {}, element('a', { href: addressOf(target) }, message(key, { name, count: numeral.format(count) })));
      });
  };
  const drop = leadTo('empty-drop', (facet, value) => toggled(chosen, facet, value));
  const keep = () => leadTo('empty-only', (facet, value) => new Map([[facet, new Set([value])]]));
  ways.replaceChildren(element('h3', {}, message('empty-title-any')), ...(drop.length > 0 ? drop : keep()));
}

// On a narrow screen the panel folds away again: by its button to the results, by Escape to its line.
const summary = panel.querySelector('summary');
show.addEventListener('click', () => {
  panel.open = false;
  results.focus();
  results.scrollIntoView();
});
panel.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !panel.open || !summary.checkVisibility()) return;
  panel.open = false;
  summary.focus();
});
moreFilters.addEventListener('click', () => {
  wantsAll = true;
  again();
});
