/**
 * The report of translations: one state or one kind alone, kept in the address, so that Back undoes
 * a choice. Without this script the page shows everything, with links to each part.
 */

const form = /** @type {HTMLFormElement} */ (document.getElementById('choose'));
const nothing = document.getElementById('nothing');

/** Shows what the two lists say. A choice that is not in a list is taken for none. */
function show() {
  const state = form.elements.state.value;
  const kind = form.elements.kind.value;
  let shown = 0;
  for (const part of document.querySelectorAll('[data-state]')) {
    let inPart = 0;
    const heading = part.querySelector('h2');
    heading.dataset.title ??= heading.textContent;
    heading.textContent = heading.dataset.title;
    for (const group of part.querySelectorAll('[data-kind]')) {
      group.hidden = Boolean(kind) && group.dataset.kind !== kind;
      if (!group.hidden) inPart += 1;
      // The number in the heading is that of what is shown.
      if (!group.hidden && kind) heading.textContent = group.dataset.title;
    }
    part.hidden = (Boolean(state) && part.dataset.state !== state) || inPart === 0;
    if (!part.hidden) shown += 1;
  }
  document.getElementById('jump').hidden = Boolean(state || kind);
  nothing.hidden = shown > 0;
  nothing.textContent = shown > 0 ? '' : nothing.dataset.text;
}

/** Takes the choice from the address. */
function read() {
  const asked = new URLSearchParams(location.search);
  for (const name of ['state', 'kind']) {
    const list = form.elements[name];
    const value = asked.get(name) ?? '';
    list.value = [...list.options].some((option) => option.value === value) ? value : '';
  }
  show();
}

/** Notes the choice in the address. */
function write() {
  const asked = new URLSearchParams();
  for (const name of ['state', 'kind']) {
    if (form.elements[name].value) asked.set(name, form.elements[name].value);
  }
  const query = asked.toString();
  history.pushState(null, '', query ? `?${query}` : location.pathname);
  show();
}

if (form) {
  form.hidden = false;
  form.addEventListener('change', write);
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', read);
  read();
}
