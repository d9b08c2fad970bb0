/**
 * The parts that views of the workspace are made of: links that stay on the page, buttons, fields that write into the
 * process, and a way to draw a view again without losing the focus.
 *
 * @import { Place } from './workspace-place.js'
 * @import { Session } from './workspace-session.js'
 * @import { Catalogue, Text, Words } from './workspace-catalogue.js'
 * @import { Store } from './workspace-store.js'
 * @typedef {object} Workspace  what views get
 * @property {Session} session @property {Words} words @property {Catalogue} catalogue @property {Store} store
 * @property {Place} place @property {string[]} views those in the menu
 * @property {string} api the folder of the static JSON @property {string} home
 * @property {boolean} canLast whether the browser may keep something
 * @property {(place: Place, options?: { focus?: string }) => Promise<void>} go `focus`: the id of what takes the focus
 * @property {(text: string) => void} announce
 * @property {() => Promise<void>} startStore
 * @property {() => void} forget after everything was erased
 * @property {(failure: any) => void} workInMemory since the browser could not keep a process that is new here
 * @property {any} [failure] why the browser keeps nothing
 * @property {(slugs?: string[]) => Promise<void>} loadSchemas
 * @property {(json: any) => void} setSchema
 * @typedef {{ label: string, hint?: string, rows?: number, fallback?: string, lang?: string, id?: string }} FieldOptions
 */
import { LIMITS, faultOf, normalValue, placeOf } from './process-fields.js';
import { drawing, element, worded } from './page.js';
import { halfWritten, noteDrawn, typedFields } from './workspace-drafts.js';
import { addressOf } from './workspace-place.js';
import { spelled } from './workspace-session.js';
import { number, say } from './workspace-texts.js';

/**
 * @param {string} label @param {() => void} act
 * @param {{ className?: string, id?: string, about?: string, disabled?: boolean }} [options] `about`: what a screen reader hears behind the label
 */
export function button(label, act, { className = 'btn alt', id, about, disabled = false } = {}) {
  const made = element('button', { type: 'button', className, disabled }, label);
  if (id) made.id = id;
  if (about) made.append(element('span', { className: 'hide' }, `: ${about}`));
  made.addEventListener('click', act);
  return made;
}

/**
 * A link inside the workspace; opening it in another tab works as everywhere.
 *
 * @param {Workspace} workspace @param {Place} place
 */
export function placeLink(workspace, place, properties = {}, ...children) {
  const link = element('a', { href: addressOf(place), ...properties }, ...children);
  return onPlainClick(link, () => workspace.go(place));
}

/** @template {HTMLElement} T @param {T} link @param {() => void} act what happens here instead of following it @returns {T} */
export function onPlainClick(link, act) {
  link.addEventListener('click', (event) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    act();
  });
  return link;
}

/** Whether a click asks for no other tab, window or download. @param {MouseEvent} event */
export const isPlainClick = ({ button: pressed, ctrlKey, metaKey, shiftKey, altKey }) =>
  pressed === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;

/** A text with its language and the word about it, where that is another one. @param {string} name @param {Text} text */
export function noted(name, text, properties = {}) {
  const made = worded(name, text, properties);
  if (text.note) made.append(' ', element('span', { className: 'in' }, text.note));
  return made;
}

/** @param {string} title @param {{ id?: string, level?: string }} options @param {...(Node | string)} children */
export function section(title, { id, level = 'h3' } = {}, ...children) {
  const made = element('section', { className: 'ws-part' }, element(level, {}, title), ...children);
  if (id) made.id = id;
  return made;
}

/**
 * What is folded until it is asked for.
 *
 * @param {string | Node} summary @param {{ id: string, open?: boolean, className?: string }} options
 * @param {...(Node | string)} children
 */
export function folded(summary, { id, open = false, className = 'more' }, ...children) {
  return element(
    'details',
    { className, id, open },
    element('summary', { id: `${id}-open` }, summary),
    element('div', { className: 'ws-folded' }, ...children),
  );
}

/**
 * The same, with what is long made only when it is opened.
 *
 * @param {string | Node} summary @param {{ id: string, className?: string }} options @param {() => (Node | string)[]} make
 */
export function foldedLater(summary, options, make) {
  const made = folded(summary, options);
  const fill = () => {
    const place = made.querySelector('.ws-folded');
    if (!made.open || place.childNodes.length > 0) return;
    place.append(...make());
    noteDrawn(place);
  };
  made.addEventListener('toggle', fill);
  fillers.set(made, fill);
  return made;
}

/** How what is folded is filled, for those that are opened again while a view is drawn. @type {WeakMap<Element, () => void>} */
const fillers = new WeakMap();

/**
 * The first of a list, and the rest folded.
 *
 * @template T @param {T[]} items @param {(item: T) => Node} row
 * @param {{ name: string, none: string, few?: number, className?: string }} options
 */
export function firstOf(items, row, { name, none, few = 12, className = 'ws-items' }) {
  if (items.length === 0) return [element('p', { className: 'small quiet' }, none)];
  const list = (part) => element('ul', { className }, ...part.map(row));
  const rest = items.slice(few);
  const more = () => [list(rest)];
  return [
    list(items.slice(0, few)),
    ...(rest.length > 0
      ? [foldedLater(say('show-all', { count: number(rest.length) }), { id: `ws-more-${name}` }, more)]
      : []),
  ];
}

/** How full: a bar, and the same in words beside it. @param {number} percent @param {string} label */
export function bar(percent, label) {
  const made = element('progress', { max: 100, value: percent });
  made.setAttribute('aria-label', label);
  return made;
}

/** One sentence in a notch. @param {string} sign @param {...(Node | string)} children */
export const why = (sign, ...children) =>
  element('p', { className: 'why' }, drawing(sign), element('span', {}, ...children));

/** The id of the field that a path has on the page. @param {string} path */
export const fieldId = (path) => `ws-${path.replace(/[^A-Za-z0-9]+/gu, '-')}`;

/**
 * What is wrong, in the words of the page.
 *
 * @param {string} code @param {string} message as the core of the process says it
 */
export function faultText(code, message) {
  const text = say(`fault-${code}`);
  return text || message;
}

/** Label, hint, message and control in their order. @param {HTMLElement} control @param {FieldOptions} options */
export function labelled(control, { label, hint }) {
  const message = element('p', { className: 'msg', id: `${control.id}-message`, hidden: true });
  const described = [hint ? `${control.id}-hint` : '', message.id].filter(Boolean).join(' ');
  control.setAttribute('aria-describedby', described);
  return element(
    'div',
    { className: 'ws-field' },
    element('label', { htmlFor: control.id }, label),
    ...(hint ? [element('span', { className: 'hint small', id: `${control.id}-hint` }, hint)] : []),
    message,
    control,
  );
}

/** Shows beside a control what is wrong with it, or takes that away. @param {HTMLElement} control @param {string} text */
export function mark(control, text) {
  const message = document.getElementById(`${control.id}-message`);
  if (!message) return;
  message.replaceChildren(...(text ? [drawing('alert', '', 20), element('span', {}, text)] : []));
  message.hidden = !text;
  message.parentElement.classList.toggle('bad', Boolean(text));
  if (text) control.setAttribute('aria-invalid', 'true');
  else control.removeAttribute('aria-invalid');
}

/**
 * A field of text that is kept with every letter and becomes an edit after a pause, or when it is left.
 *
 * @param {Workspace} workspace @param {string} path @param {FieldOptions} options
 */
export function textField({ session }, path, { rows, fallback, lang, id = fieldId(path), ...options }) {
  const { field } = placeOf(path);
  const control = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (
    element(rows ? 'textarea' : 'input', { id, autocomplete: 'off' })
  );
  if (rows) control.rows = rows;
  if (fallback) control.placeholder = fallback;
  if (lang) control.lang = lang;
  control.value = session.typing(path) ?? /** @type {string} */ (session.value(path) ?? '');
  typedFields.add(control);
  control.maxLength = field.shape === 'text' ? LIMITS.text : LIMITS.line;
  control.readOnly = session.isReadOnly;
  control.addEventListener('input', () => session.type(path, control.value));
  control.addEventListener('change', () => session.settle());
  return labelled(control, options);
}

/**
 * A choice of one value.
 *
 * @param {string} id @param {string | undefined} chosen @param {{ value: string, text: string }[]} choices
 * @param {((value: string) => void) | undefined} take nothing where it is read later @param {FieldOptions} options
 */
export function selectField(id, chosen, choices, take, options) {
  const control = element(
    'select',
    { id },
    ...choices.map(({ value, text }) => element('option', { value, selected: value === (chosen ?? '') }, text)),
  );
  // Letters choose by the beginning of a word: what follows waits for the word, since it may draw the field again.
  let isSpelling = false;
  let timer;
  const finish = () => {
    clearTimeout(timer);
    if (!spelled.delete(finish)) return;
    take?.(control.value);
  };
  control.addEventListener('keydown', ({ key }) => {
    isSpelling = key.length === 1;
  });
  control.addEventListener('change', () => {
    clearTimeout(timer);
    // Where it is read later nothing has to be taken.
    if (take) spelled.add(finish);
    if (isSpelling) timer = setTimeout(finish, SPELLING);
    else finish();
  });
  control.addEventListener('blur', finish);
  return labelled(control, options);
}

/** How long a word that is spelled in a choice may rest. */
const SPELLING = 700;

/**
 * A day. Browsers tell of every digit that is typed, and of 2026 also of the years 2, 20 and 202: while somebody types, a
 * day is kept like any text that is being typed, and becomes an edit when the field is left. What is chosen from a
 * calendar is one at once.
 *
 * @param {Workspace} workspace @param {string} path @param {FieldOptions} options
 */
export function dateField({ session }, path, options) {
  const control = element('input', {
    id: fieldId(path),
    type: 'date',
    value: session.typing(path) ?? /** @type {string} */ (session.value(path) ?? ''),
    min: '1900-01-01',
    max: '2999-12-31',
  });
  typedFields.add(control);
  let isTyped = false;
  let isMarked = false;
  const isGood = () => {
    const { field } = placeOf(path);
    const { badInput, rangeUnderflow, rangeOverflow } = control.validity;
    const value = normalValue(field, control.value);
    return !badInput && !rangeUnderflow && !rangeOverflow && !(value && faultOf(field, value));
  };
  const take = () => {
    if (isGood()) session.type(path, control.value, { isHeld: true });
  };
  const finish = () => {
    isTyped = false;
    const isFault = !isGood();
    // Others may have marked the field for another reason.
    if (isFault || isMarked) mark(control, isFault ? say('fault-bad-date') : '');
    isMarked = isFault;
    if (!isFault) session.settle({ isTyped: false });
  };
  control.addEventListener('keydown', ({ key }) => {
    isTyped = key !== 'Enter' && (isTyped || !/^(?:Tab|Shift|Control|Alt|Meta|Escape)$/u.test(key));
    if (key === 'Enter') finish();
  });
  control.addEventListener('pointerdown', () => {
    isTyped = false;
  });
  control.addEventListener('change', () => {
    take();
    if (!isTyped) finish();
  });
  control.addEventListener('blur', () => {
    if (isTyped) finish();
  });
  return labelled(control, options);
}

/**
 * Several of a list, by boxes to tick.
 *
 * @param {{ id: string, text: string, lang?: string }[]} choices @param {string[]} chosen
 * @param {(ids: string[]) => void} take
 */
export function checkList(name, choices, chosen, take) {
  const list = element('ul', { className: 'ws-checks' });
  const boxes = choices.map(({ id, text, lang }) => {
    const box = element('input', { type: 'checkbox', id: `${name}-${id}`, checked: chosen.includes(id), value: id });
    box.addEventListener('change', () => take(boxes.filter(({ checked }) => checked).map(({ value }) => value)));
    list.append(element('li', {}, box, worded('label', { text, lang }, { htmlFor: box.id })));
    return box;
  });
  return list;
}

/**
 * Draws something again where it stands; what had the focus has it afterwards, with what was selected in it, and what was
 * half written is there again.
 *
 * @param {HTMLElement} container @param {() => (Node | string)[]} draw
 */
export function redraw(container, draw) {
  const active = /** @type {HTMLInputElement | null} */ (
    container.contains(document.activeElement) ? document.activeElement : null
  );
  const id = active?.id;
  const range =
    active &&
    'selectionStart' in active &&
    /^(?:text|search|url|)$/u.test(active.type === 'textarea' ? '' : (active.type ?? ''))
      ? [active.selectionStart, active.selectionEnd]
      : undefined;
  const opened = new Map(
    [...container.querySelectorAll('details[id]')].map((one) => [one.id, /** @type {HTMLDetailsElement} */ (one).open]),
  );
  const putBack = halfWritten(container);
  container.replaceChildren(...draw());
  for (const [known, isOpen] of opened) {
    const details = /** @type {HTMLDetailsElement | null} */ (document.getElementById(known));
    if (!details || !isOpen) continue;
    details.open = true;
    fillers.get(details)?.();
  }
  noteDrawn(container);
  putBack(mark);
  if (!active) return;
  const again = id ? /** @type {any} */ (document.getElementById(id)) : null;
  const target =
    again && !again.disabled && container.contains(again) ? again : container.querySelector('[tabindex="-1"]');
  target?.focus({ preventScroll: true });
  if (range && target === again && 'setSelectionRange' in again) again.setSelectionRange(...range);
}

/** Gives a file to the person. @param {string | Uint8Array} content @param {string} name @param {string} type */
export function download(content, name, type) {
  const address = URL.createObjectURL(new Blob([/** @type {any} */ (content)], { type }));
  const link = element('a', { href: address, download: name, hidden: true });
  // Some browsers only follow a link that is on the page.
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A title as the name of a file that every system takes. @param {string} title */
export const fileName = (title) =>
  title
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{C}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.~-]+|[\s.]+$/gu, '')
    .slice(0, 80)
    .trim();
