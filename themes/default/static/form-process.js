/**
 * A form of a story or a call that a process of the workspace was handed over to: what is empty is filled in, where it
 * came from is said, and before anything is sent a last step shows what leaves this browser (form-leaving.js). Without a
 * handover the form is as ever.
 *
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 */
import { isBox, leavingStep, ownText } from './form-leaving.js';
import { element, speaker, textsIn } from './page.js';
import { forgetHandover, handOver, handedOver } from './process-handover.js';
import { folded } from './process-names.js';

/** @type {HTMLFormElement | null} */
const form = document.querySelector('form.propose');
const hidden = (name) => {
  /** @type {HTMLInputElement | null} */
  const found = form?.querySelector(`input[type=hidden][name="${name}"]`);
  return found?.value;
};
const handover = form && !hidden('purpose') ? handedOver(hidden('kind') ?? form.dataset.kind ?? '') : undefined;
const say = speaker(textsIn('form-words'));

/** @type {(name: string) => any[]} */
const controlsOf = (name) => [...form.querySelectorAll(`.field :is(input, textarea, select)[name="${CSS.escape(name)}"]`)];
/** What a choice was drawn with. @param {HTMLSelectElement} select */
const drawnWith = ({ options }) => ([...options].find(({ defaultSelected }) => defaultSelected) ?? options[0]).value;

/** Whether the person, the page or a draft has answered. @param {any[]} controls */
const isAnswered = (controls) => controls.some((control) => {
  if (isBox(control)) return control.checked;
  // The page begins with its own language, which nobody has chosen.
  if (control.name === 'language') return control.value !== drawnWith(control);
  return control.value.trim() !== '';
});

/**
 * Gives an answer to a field. One that is answered already stays as it is; it may hold this answer, which was given before
 * this page was left and opened again.
 *
 * @param {any[]} controls @param {string[]} values choices are taken by their value or by their words @param {boolean} isOld
 * @returns {(() => void) | undefined} how to take it back, where the field holds it
 */
function fill(controls, values, isOld) {
  const wanted = new Set(values.map(folded));
  const isWanted = ({ value, label }) => value !== '' && (values.includes(value) || wanted.has(folded(label.trim())));
  const [control] = controls;
  if (isBox(control)) {
    const isRight = (box) => isWanted({ value: box.value, label: box.labels?.[0]?.textContent ?? '' });
    const boxes = controls.filter((box) => (isOld ? box.checked : isRight(box)));
    const check = (checked) => boxes.forEach((box) => Object.assign(box, { checked }));
    if (boxes.length === 0 || !boxes.every(isRight)) return undefined;
    check(true);
    return () => check(false);
  }
  let before = control.value;
  if (control instanceof HTMLSelectElement) {
    const option = [...(isOld ? control.selectedOptions : control.options)].find(isWanted);
    if (!option) return undefined;
    control.value = option.value;
    if (isOld) before = drawnWith(control);
  } else {
    const text = values.join('\n');
    if (!isOld) control.value = text;
    else if (before.trim() === text.trim()) before = '';
    else return undefined;
  }
  const now = control.value;
  return isOld || now !== before ? () => { if (control.value === now) control.value = before; } : undefined;
}

/** @param {HTMLElement} control */
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
      const undo = fill(controls, [value].flat(), isOld);
      if (!undo && !isOld) continue;
      (undo ? filled : left).push(ownText(controls[0].closest('.field')?.querySelector('label, legend')));
      if (!undo) continue;
      takeBack.push(undo);
      unfold(controls[0]);
    }
  }

  const status = element('p', { id: 'process-status', className: 'small' });
  status.setAttribute('role', 'status');
  const forget = element('button', { type: 'button', className: 'btn alt', id: 'process-forget' }, say('process-forget'));
  const note = element('div', { id: 'from-process', className: 'notice mt' },
    element('p', {}, say('process-from', { name: given.process })),
    ...[['process-filled', filled], ['process-left', left]].filter(([, fields]) => fields.length > 0)
      .map(([key, fields]) => element('p', { className: 'small' }, say(key, { fields: fields.join(', ') }))),
    element('p', { className: 'row mt1' }, forget, element('a', { href: given.back }, say('process-back'))));
  const draft = document.getElementById('draft');
  (draft ?? form).before(note, status);

  const showsForm = (isShown) => {
    for (const one of [form, note, draft]) if (one) one.hidden = !isShown;
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

  /** The form is there again. @param {HTMLElement | null} control that takes the focus */
  function showForm(control = form.querySelector('button:not([type=button])')) {
    step?.remove();
    showsForm(true);
    if (!control) return;
    unfold(control);
    control.focus();
  }

  // Whoever changes something, or comes back to the page, reads once more what would leave it.
  for (const event of ['input', 'change', 'pageshow']) addEventListener(event, () => { isConfirmed = false; });
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
    /** @type {HTMLElement} */
    const first = step.querySelector('#leaving-names') ?? step.querySelector('h2');
    first.focus();
    step.scrollIntoView();
  }, { capture: true });

  // The other scripts look at these answers, too.
  if (filled.length > 0) form.dispatchEvent(new Event('input', { bubbles: true }));
}

if (handover) begin(handover);
