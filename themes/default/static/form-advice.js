/**
 * What a form says while it is filled in: that a text holds what looks like an address, a phone number or a code of a
 * person, and which entries are like the one being proposed. The service looks at both again and has the last word.
 * Texts of entries become text nodes only.
 */
import { element, speaker, textsIn } from './page.js';
import { findPersonalData, findPersonalDataInMarkdown } from './personal-data.js';
import { roles } from './role-mailboxes.js';

/** A pause in typing that is long enough to ask, in milliseconds. */
const PAUSE = 600;

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.propose'));
const texts = textsIn('form-words');
const say = speaker(texts);
/** What a reader has been shown once and sends nevertheless. @type {Set<string>} */
const shown = new Set();

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */
/** @returns {Field[]} */
const fields = () => [...form.querySelectorAll('.field > textarea, .field > input[type=text], .field > input[type=url]')];

/** Longer than any answer may be: then there is something else to say, and the page must not stand still. */
const LONGEST = 50_000;

/** What looks personal in a field, as it is written. @param {Field} field @returns {string[]} */
function personal(field) {
  if (field.value.length > LONGEST) return [];
  const find = field.localName === 'textarea' ? findPersonalDataInMarkdown : findPersonalData;
  return find(field.value, roles).map(({ start, end }) => field.value.slice(start, end));
}

/** Shows or takes away the note below a field. @param {Field} field @returns {string[]} what it says */
function advise(field) {
  const id = `${field.id}-personal`;
  const found = personal(field);
  document.getElementById(id)?.remove();
  const others = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((name) => name && name !== id);
  if (found.length > 0) {
    const label = field.closest('.field')?.querySelector('label')?.firstChild?.textContent?.trim() ?? '';
    const note = element('p', { id, className: 'msg' }, say('personal', { label }), ` (${found.slice(0, 3).join(', ')})`);
    field.after(note);
    others.push(id);
  }
  if (others.length > 0) field.setAttribute('aria-describedby', others.join(' '));
  else field.removeAttribute('aria-describedby');
  return found;
}

form?.addEventListener('change', ({ target }) => {
  if (fields().includes(/** @type {Field} */ (target))) advise(/** @type {Field} */ (target));
});

/** Says that nothing was sent. */
const stopped = element('p', { className: 'small' });
stopped.setAttribute('role', 'status');
form?.append(stopped);

// The first press stops at what looks personal; whoever presses again means it, and the service looks too.
form?.addEventListener('submit', (event) => {
  const found = fields().map((field) => ({ field, texts: advise(field) }));
  const first = found.find(({ texts }) => texts.some((text) => !shown.has(text)));
  for (const { texts } of found) for (const text of texts) shown.add(text);
  if (!first) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  stopped.textContent = say('stopped');
  first.field.closest('details')?.setAttribute('open', '');
  first.field.focus();
}, { capture: true });

const title = /** @type {HTMLInputElement | null} */ (form?.querySelector('#name'));
const similar = element('div', { id: 'similar', className: 'small mt1' });
similar.setAttribute('role', 'status');
let pause = 0;
let turn = 0;

/** @param {HTMLInputElement} field */
async function showSimilar(field) {
  const mine = ++turn;
  const address = new URL(form.dataset.similar, location.href);
  address.searchParams.set('q', field.value);
  /** @type {{title: string, address: string}[]} */
  let entries = [];
  try {
    const answer = field.value.trim() ? await fetch(address, { credentials: 'omit' }) : undefined;
    if (answer?.ok) entries = await answer.json();
  } catch {
    // They are shown on the next page again.
  }
  if (mine !== turn) return;
  const links = entries.map(({ title, address }) => element('li', {}, element('a', { href: address }, title)));
  similar.replaceChildren(...(links.length > 0 ? [element('p', {}, say('similar')), element('ul', { className: 'prose' }, ...links)] : []));
}

if (title && form.dataset.similar) {
  title.after(similar);
  title.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => showSimilar(title), PAUSE);
  });
}
