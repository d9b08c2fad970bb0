/**
 * The last step of a form that came from a process: all that leaves this browser, field by field, before anything does.
 * Names of the team are told with their field; a whole name has to go first, and of what is only a part somebody may say
 * that it is no name here. Texts of the person become text nodes only.
 *
 * @import { Names } from './process-names.js'
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {{ name: string, label: string, control: Control, values: string[], file?: File }} Answer
 */
import { element, sizeOf } from './page.js';
import { findNames, folded } from './process-names.js';

/** From how many characters on a text scrolls in its place. */
const LONG = 2_000;
/** Whose own name it is, they may say. */
const OWN = new Set(['contributor']);

/**
 * What a form would send, by field in its order, as a person reads it.
 *
 * @param {HTMLFormElement} form @returns {Answer[]}
 */
export function answersOf(form) {
  /** @type {NodeListOf<Control>} */
  const all = form.querySelectorAll('.field :is(input:not([type=hidden]), textarea, select)[name]');
  return [...new Set([...all].map(({ name }) => name))].map((name) => {
    const controls = [...all].filter((one) => one.name === name);
    const [control] = controls;
    const label = control.type === 'checkbox' && controls.length === 1 ? labelOf(control) : legendOf(control);
    const file = 'files' in control ? control.files?.[0] : undefined;
    const values = control.type === 'file' ? (file ? [file.name] : []) : controls.flatMap(valuesOf).filter((value) => value.trim() !== '');
    return { name, label, control, values, file };
  });
}

/** What of it a person sees: the words beside a box or of a choice. @param {Control} control @returns {string[]} */
function valuesOf(control) {
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].filter(({ value }) => value).map(({ label }) => label);
  if (!isBox(control)) return [control.value];
  return control.checked ? [control.value === 'yes' ? '✓' : labelOf(control)] : [];
}

/** @param {Control} control */
const labelOf = (control) => ownText(control.labels?.[0]);
/** @param {Control} control */
const legendOf = (control) => ownText(control.closest('fieldset.field')?.querySelector('legend') ?? control.labels?.[0]);
/** @param {Control} control @returns {control is HTMLInputElement} */
export const isBox = ({ type }) => type === 'checkbox' || type === 'radio';
/** Without what stands in it besides, such as "optional". @param {Element | null | undefined} label */
export const ownText = (label) => (label?.firstChild?.textContent ?? '').trim();

/**
 * The names of the team in what would be sent.
 *
 * @param {Answer[]} answers @param {Names} names @param {string[]} fine
 */
export function namesIn(answers, names, fine) {
  return answers.filter(({ name }) => !OWN.has(name)).flatMap((answer) => {
    const seen = new Set();
    return answer.values.flatMap((value) => findNames(value, names, fine))
      .filter(({ text }) => !seen.has(text) && seen.add(text))
      .map(({ text, isSure }) => ({ answer, text, isSure }));
  });
}

/** @param {string} text folded */
const inId = (text) => text.replace(/[^a-z0-9]+/gu, '-');

/**
 * The step itself, in place of the form until somebody goes on or back.
 *
 * @param {HTMLFormElement} form
 * @param {{ say: ReturnType<typeof import('./page.js').speaker>, names: Names, fine: string[], onFine: (texts: string[]) => void,
 *           onGo: () => void, onBack: (control?: Control) => void }} options
 * @returns {HTMLElement}
 */
export function leavingStep(form, { say, names, fine, onFine, onGo, onBack }) {
  const answers = answersOf(form);
  const given = answers.filter(({ values }) => values.length > 0);
  const empty = answers.filter(({ values }) => values.length === 0);
  const found = namesIn(given, names, fine);
  const step = element('section', { id: 'leaving', className: 'group' });
  step.setAttribute('aria-labelledby', 'leaving-title');
  const status = element('p', { className: 'small', id: 'leaving-status' });
  status.setAttribute('role', 'status');
  const button = (text, className, id, act) => {
    const made = element('button', { type: 'button', className, id }, text);
    made.addEventListener('click', act);
    return made;
  };

  /** Words that only look like names, each with a box. */
  const doubts = [...new Map(found.filter(({ isSure }) => !isSure).map(({ text }) => [folded(text), text]))];
  const boxes = doubts.map(([key, text]) => {
    const box = element('input', { type: 'checkbox', id: `no-name-${inId(key)}`, value: text });
    return element('div', { className: 'agree' }, box, element('label', { htmlFor: box.id }, say('process-no-name', { text })));
  });
  const ticked = () => boxes.map((one) => one.querySelector('input')).filter(({ checked }) => checked).map(({ value }) => value);
  const row = ({ answer, text }) => element('li', {},
    say('process-name-in', { text, label: answer.label }), ' ',
    button(say('process-mend', { label: answer.label }), 'btn alt', `mend-${answer.name}-${inId(folded(text))}`, () => onBack(answer.control)));
  const problems = found.length === 0 ? [] : [element('div', { className: 'sum', id: 'leaving-names', tabIndex: -1 },
    element('h3', {}, say('process-names')), element('ul', {}, ...found.map(row)), ...boxes)];

  /** @param {Answer} answer @returns {Node[]} */
  const shown = ({ name, label, values, file }) => [
    element('dt', {}, label),
    ...(file
      ? [element('dd', {}, say('process-file', { name: file.name, size: sizeOf(say, file.size) }))]
      : values.map((value) => {
        const made = element('dd', { className: name === 'tree' ? 'typed leaving-tree' : 'typed' }, value);
        // What is long has a scroll bar of its own, which the keyboard moves.
        if (value.length > LONG) made.tabIndex = 0;
        return made;
      })),
  ];
  step.append(
    element('h2', { id: 'leaving-title', tabIndex: -1 }, say('process-leaving')),
    element('p', { className: 'stack' }, say('process-leaving-lead')),
    ...problems,
    element('dl', { className: 'leaving' }, ...given.flatMap(shown)),
    ...(empty.length > 0 ? [element('p', { className: 'small quiet' }, say('process-empty', { fields: empty.map(({ label }) => label).join(', ') }))] : []),
    element('p', { className: 'row mt' },
      button(say('process-go'), 'btn', 'leaving-go', () => {
        const said = ticked();
        const left = namesIn(given, names, [...fine, ...said]);
        if (left.length === 0) {
          if (said.length > 0) onFine(said);
          onGo();
          return;
        }
        status.textContent = '';
        requestAnimationFrame(() => { status.textContent = say('process-refused'); });
        problems[0].focus();
      }),
      button(say('process-change'), 'btn alt', 'leaving-back', () => onBack())),
    status,
  );
  return step;
}
