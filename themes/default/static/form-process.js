/**
 * A form of a story or a call that a process of the workspace was handed over to: what is empty is filled in, where it
 * came from is said, and before anything is sent a last step shows what leaves this browser (form-leaving.js). Without a
 * handover the form is as ever.
 *
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 */
import { leavingStep } from './form-leaving.js';
import { element, speaker, textsIn } from './page.js';
import { forgetHandover, handOver, handedOver } from './process-handover.js';
import { folded } from './process-names.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.propose'));
const hidden = (name) => /** @type {HTMLInputElement | null} */ (form?.querySelector(`input[type=hidden][name="${name}"]`))?.value;
const handover = form && !hidden('purpose') ? handedOver(hidden('kind') ?? form.dataset.kind ?? '') : undefined;
const say = speaker(textsIn('form-words'));

/** @param {string} name @returns {Control[]} */
const controlsOf = (name) =>
  [.../** @type {NodeListOf<Control>} */ (form.querySelectorAll(`.field :is(input, textarea, select)[name="${CSS.escape(name)}"]`))];
/** @param {Control} control */
const isBox = ({ type }) => type === 'checkbox' || type === 'radio';

/** Whether the person, the page or a draft has answered. @param {Control[]} controls */
const isAnswered = (controls) => controls.some((control) => {
  if (isBox(control)) return /** @type {HTMLInputElement} */ (control).checked;
  // The page begins with its own language, which nobody has chosen.
  if (control.name === 'language') {
    const { options } = /** @type {HTMLSelectElement} */ (control);
    return control.value !== [...options].find(({ defaultSelected }) => defaultSelected)?.value;
  }
  return control.value.trim() !== '';
});

/** Choices are taken by their value or by their words. @param {string[]} values @returns {(value: string, text: string) => boolean} */
function wantedOf(values) {
  const wanted = new Set(values.map(folded));
  return (value, text) => value !== '' && (values.includes(value) || wanted.has(folded(text.trim())));
}
/** @param {Control} box */
const wordsBeside = (box) => box.labels?.[0]?.textContent ?? '';

/**
 * Gives an answer to a field.
 *
 * @param {Control[]} controls @param {string[]} values @returns {(() => void) | undefined} how to take it back, where something was given
 */
function fill(controls, values) {
  const isWanted = wantedOf(values);
  const [control] = controls;
  if (isBox(control)) {
    const boxes = /** @type {HTMLInputElement[]} */ (controls).filter((box) => isWanted(box.value, wordsBeside(box)));
    for (const box of boxes) box.checked = true;
    return boxes.length === 0 ? undefined : () => boxes.forEach((box) => { box.checked = false; });
  }
  const before = control.value;
  if (control instanceof HTMLSelectElement) {
    const option = [...control.options].find(({ value, label }) => isWanted(value, label));
    if (!option) return undefined;
    control.value = option.value;
  } else {
    control.value = values.join('\n');
  }
  const now = control.value;
  return now === before ? undefined : () => { if (control.value === now) control.value = before; };
}

/**
 * Whether a field holds the answer already: it was given before this page was left and opened again.
 *
 * @param {Control[]} controls @param {string[]} values @returns {(() => void) | undefined} how to take it back
 */
function filledBefore(controls, values) {
  const isWanted = wantedOf(values);
  const [control] = controls;
  if (isBox(control)) {
    const checked = /** @type {HTMLInputElement[]} */ (controls).filter((box) => box.checked);
    return checked.every((box) => isWanted(box.value, wordsBeside(box))) ? () => checked.forEach((box) => { box.checked = false; }) : undefined;
  }
  if (control instanceof HTMLSelectElement) {
    const [chosen] = control.selectedOptions;
    const first = [...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0];
    return chosen && isWanted(chosen.value, chosen.label) ? () => { control.value = first.value; } : undefined;
  }
  return control.value.trim() === values.join('\n').trim() ? () => { control.value = ''; } : undefined;
}

/** @param {Control[]} controls */
const labelOf = ([control]) => (control.closest('.field')?.querySelector('label, legend')?.firstChild?.textContent ?? '').trim();

/** @param {Control} control */
function unfold(control) {
  for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
}

/** @param {import('./process-handover.js').Handover} given */
function begin(given) {
  // What comes back from the service holds what was typed.
  const isAnswer = document.getElementById('errors') !== null
    || (form.method === 'post' && new URL(form.action).pathname === location.pathname);
  /** @type {(() => void)[]} */
  const takeBack = [];
  const filled = [];
  const left = [];
  if (!isAnswer) {
    for (const [name, value] of Object.entries(given.answers)) {
      const controls = controlsOf(name);
      if (controls.length === 0) continue;
      const isOld = isAnswered(controls);
      const undo = (isOld ? filledBefore : fill)(controls, [value].flat());
      if (isOld && !undo) left.push(labelOf(controls));
      if (!undo) continue;
      takeBack.push(undo);
      filled.push(labelOf(controls));
      unfold(controls[0]);
    }
  }

  const status = element('p', { id: 'process-status', className: 'small' });
  status.setAttribute('role', 'status');
  const forget = element('button', { type: 'button', className: 'btn alt', id: 'process-forget' }, say('process-forget'));
  const note = element('div', { id: 'from-process', className: 'notice mt' },
    element('p', {}, say('process-from', { name: given.process })),
    ...(filled.length > 0 ? [element('p', { className: 'small' }, say('process-filled', { fields: filled.join(', ') }))] : []),
    ...(left.length > 0 ? [element('p', { className: 'small' }, say('process-left', { fields: left.join(', ') }))] : []),
    element('p', { className: 'row mt1' }, forget, element('a', { href: given.back }, say('process-back'))));
  (document.getElementById('draft') ?? form).before(note, status);

  const showsForm = (isShown) => {
    for (const one of [form, note, document.getElementById('draft')]) if (one) one.hidden = !isShown;
  };
  let isOver = false;
  let isConfirmed = false;
  /** @type {HTMLElement | undefined} */
  let step;

  forget.addEventListener('click', () => {
    isOver = true;
    forgetHandover();
    for (const undo of takeBack) undo();
    note.remove();
    status.textContent = say('process-forgotten');
    status.tabIndex = -1;
    status.focus();
    form.dispatchEvent(new Event('change', { bubbles: true }));
  });

  /** The form is there again. @param {Control} [control] that takes the focus */
  function showForm(control) {
    step?.remove();
    step = undefined;
    showsForm(true);
    if (!control) {
      /** @type {HTMLElement | null} */ (form.querySelector('button:not([type=button])'))?.focus();
      return;
    }
    unfold(control);
    control.focus();
  }

  form.addEventListener('input', () => { isConfirmed = false; });
  form.addEventListener('change', () => { isConfirmed = false; });
  // Whoever comes back to the page reads once more what would leave it.
  addEventListener('pageshow', () => { isConfirmed = false; });
  form.addEventListener('submit', (event) => {
    if (isOver || isConfirmed) {
      if (!isOver && form.method === 'post') handOver({ ...given, sent: true });
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    step = leavingStep(form, {
      say,
      names: given.names,
      fine: given.fine,
      onFine: (texts) => {
        given.fine = [...given.fine, ...texts];
        handOver(given);
      },
      onGo: () => {
        isConfirmed = true;
        showForm();
        form.requestSubmit();
      },
      onBack: showForm,
    });
    showsForm(false);
    form.after(step);
    /** @type {HTMLElement | null} */ (step.querySelector('#leaving-names') ?? step.querySelector('h2'))?.focus();
    step.scrollIntoView();
  }, { capture: true });

  // The other scripts look at these answers, too.
  if (filled.length > 0) form.dispatchEvent(new Event('input', { bubbles: true }));
}

if (handover) begin(handover);
