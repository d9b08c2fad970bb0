/**
 * What somebody has half written where it becomes an edit only when a form is sent or a field is left: a new link, the
 * reason for skipping a step, keywords. It outlives a view that is drawn again, and a page that is closed.
 *
 * @import { Draft } from './workspace-store.js'
 * @typedef {HTMLInputElement | HTMLTextAreaElement} Field
 * @typedef {HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement} Control
 * @typedef {{ place: string, all: () => Map<string, Draft>, keep: (where: string, draft?: Draft) => void }} Desk  where the person
 *   is, and what is kept for the process that is open
 */

const TEXTS = 'textarea[id], input[id]:not([type]), input[id][type=text], input[id][type=url]';
const CONTROLS = 'input[id], textarea[id], select[id]';
/** What is looked for is no work that could be lost, and files cannot be put back. */
const LEFT_ALONE = new Set(['search', 'file', 'hidden', 'password']);

/** The fields that are kept with every letter: what stands in them comes from the session. @type {WeakSet<Element>} */
export const typedFields = new WeakSet();

/** Forms that are just being sent: once they are drawn again, they are empty. @type {WeakSet<Element>} */
const sending = new WeakSet();

/** @param {Element} container @returns {Control[]} */
const controlsIn = (container) =>
  /** @type {Control[]} */ ([...container.querySelectorAll(CONTROLS)]).filter(
    (control) => !LEFT_ALONE.has(control.type) && !typedFields.has(control),
  );

/** Counts at once where it stands in no form: one that was refused would come back for ever. @param {Control} control */
const isChoice = ({ type }) => type === 'checkbox' || type === 'radio' || type === 'select-one';

/** What is in a control, and what was when it was drawn. @param {Control} control @returns {[now: any, drawn: any]} */
function valuesOf(control) {
  if (control.type === 'checkbox' || control.type === 'radio') return [control.checked, control.defaultChecked];
  if (control.type !== 'select-one') return [control.value, control.defaultValue];
  return [control.value, [...control.options].find(({ defaultSelected }) => defaultSelected)?.value ?? ''];
}

/** Controls that were just made: what is in them now is what they were drawn with. @param {Element} container */
export function noteDrawn(container) {
  for (const control of controlsIn(container)) {
    if (control.type === 'checkbox' || control.type === 'radio') control.defaultChecked = control.checked;
    else if (control.type !== 'select-one') control.defaultValue = control.value;
    else for (const option of control.options) option.defaultSelected = option.selected;
  }
}

/**
 * What a person has changed in the controls of a part of the page that is about to be drawn again.
 *
 * @param {Element} container
 * @returns {(mark: (control: HTMLElement, text: string) => void) => void} puts it into the new ones, where the process still
 *   says what it said there; `mark` shows what is wrong with it
 */
export function halfWritten(container) {
  const found = controlsIn(container)
    .filter(({ form }) => !form || !sending.has(form))
    .map((control) => ({ control, values: valuesOf(control) }))
    .filter(({ control, values: [now, drawn] }) => now !== drawn && (control.form || !isChoice(control)))
    .map(({ control, values: [now, drawn] }) => ({ id: control.id, now, drawn, fault: faultOf(control) }));
  return (mark) => {
    for (const { id, now, drawn, fault } of found) {
      const control = /** @type {Control | null} */ (document.getElementById(id));
      if (!control || !container.contains(control) || valuesOf(control)[1] !== drawn) continue;
      if (typeof now === 'boolean') control.checked = now;
      else if (control.type !== 'select-one' || [...control.options].some(({ value }) => value === now)) {
        control.value = now;
        // The browser tells of a change only of what was typed since the field is there.
        if (control.type !== 'select-one' && !control.form) control.addEventListener('blur', tellChange, { once: true });
      }
      if (fault) mark(control, fault);
    }
  };
}

/** @param {{ target: EventTarget }} event */
const tellChange = ({ target }) => target.dispatchEvent(new Event('change', { bubbles: true }));

/** What is said to be wrong with a control. @param {Element} control */
const faultOf = (control) =>
  control.hasAttribute('aria-invalid') ? document.getElementById(`${control.id}-message`)?.textContent : undefined;

/**
 * Keeps texts of forms and of fields that count when they are left, letter by letter, until they are sent or empty again;
 * and puts them back where such a field appears.
 *
 * @param {HTMLElement} container @param {() => Desk | undefined} deskOf nothing while nobody can write
 */
export function keepDrafts(container, deskOf) {
  /** Under what name the text of a field is kept. @type {WeakMap<Element, string>} */
  const names = new WeakMap();
  const forget = (field) => {
    if (names.has(field)) deskOf()?.keep(names.get(field));
  };

  const keep = (field) => {
    const desk = deskOf();
    if (!desk || !field.matches(TEXTS) || typedFields.has(field)) return;
    const name = `${desk.place} ${field.id}`;
    // Begun beside another step, and the field is still the same.
    if (names.get(field) !== name) forget(field);
    names.set(field, name);
    const { value: text, defaultValue: was } = field;
    desk.keep(name, text === was ? undefined : { text, was });
  };

  container.addEventListener('input', ({ target }) => keep(target));

  container.addEventListener('change', ({ target }) => {
    const field = /** @type {Field} */ (target);
    // Taken: it is drawn again, or says what the process says. Else it is a fault that waits to be mended.
    if (!field.form && (!field.isConnected || field.value === field.defaultValue)) forget(field);
  });

  // Forgotten before the form does its work, since that draws it again.
  const atSending = ({ target: form }) => {
    sending.add(form);
    [...form.elements].forEach(forget);
  };
  container.addEventListener('submit', atSending, { capture: true });
  container.addEventListener('submit', ({ target }) => {
    const form = /** @type {HTMLFormElement} */ (target);
    sending.delete(form);
    // What was refused stands there still.
    if (form.isConnected) [...form.elements].forEach(keep);
  });

  new MutationObserver(() => {
    const desk = deskOf();
    if (!desk) return;
    for (const [name, { text, was }] of desk.all()) {
      if (!name.startsWith(`${desk.place} `)) continue;
      const field = /** @type {Field | null} */ (document.getElementById(name.slice(desk.place.length + 1)));
      if (!field || !container.contains(field) || names.has(field)) continue;
      names.set(field, name);
      if (field.defaultValue !== was) forget(field);
      else if (field.value === was) putBack(field, text);
    }
  }).observe(container, { childList: true, subtree: true });
}

/** @param {Field} field @param {string} text */
function putBack(field, text) {
  field.value = text;
  for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  // A form waits for being sent. A field on its own was left when the page was closed, so its text counts.
  if (!field.form) tellChange({ target: field });
}
