/**
 * A draft of a form, kept in this browser and only when its reader asks for it: the texts and choices, saved while
 * they are typed, filled in again on the next visit, gone when they were sent (status.js) or after a while. Files,
 * consent, addresses for mail and hidden fields are never part of it. Whatever comes out of the storage is put into
 * fields that are there, as text.
 *
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 * @typedef {{ values: string[], was?: string }} Answer `was` tells what stood in the field before
 * @typedef {{ at: number, answers: Map<string, Answer> }} Draft
 */
import { element, language, speaker, textsIn } from './page.js';

/** What the names of drafts begin with. */
const PREFIX = 'interlink-draft:';
/** Which draft this tab has on its way to the service; status.js reads it. */
const SENDING = 'interlink-sending';
/** How long a draft is kept, in milliseconds. */
const LONGEST = 60 * 24 * 60 * 60 * 1000;
/** A pause in typing after which a draft is saved, in milliseconds. */
const PAUSE = 250;

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.propose'));
const say = speaker(textsIn('form-words'));

// --- The storage: a browser may refuse it, and then each of these says so without an exception ---

/** @param {string} name @returns {string | null} */
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} text @returns {boolean} whether it is kept */
function store(name, text) {
  try {
    localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
function remove(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // What may not be reached is not ours.
  }
}

/** Says which draft is on its way from this tab. @param {string | null} name */
function markSending(name) {
  try {
    if (name === null) sessionStorage.removeItem(SENDING);
    else sessionStorage.setItem(SENDING, name);
  } catch {
    // Then the draft stays until its reader deletes it.
  }
}

/** What a draft says; nothing where it is none of ours. @param {string | null} text @returns {Draft | undefined} */
function draftOf(text) {
  try {
    const { at, answers } = JSON.parse(text ?? '');
    if (typeof at !== 'number' || Number.isNaN(new Date(at).getTime())) return undefined;
    const isAnswer = ({ values }) => Array.isArray(values) && values.every((value) => typeof value === 'string');
    return { at, answers: new Map(Object.entries(answers).filter(([, answer]) => isAnswer(answer))) };
  } catch {
    return undefined;
  }
}

/** Deletes the drafts of all forms that are too old, and what stands in their place and is none. */
function removeOld() {
  try {
    for (const name of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
      const at = draftOf(stored(name))?.at ?? 0;
      if (Date.now() - at > LONGEST) remove(name);
    }
  } catch {
    // There is nothing to read.
  }
}

// --- The form ---

/** What a field of the form itself says. @param {string} name */
const hidden = (name) => form.querySelector(`input[type=hidden][name="${name}"]`)?.value ?? '';

/** The name of the draft: the same on the page of the form and where the service shows the form again. */
function draftName() {
  const home = /** @type {HTMLAnchorElement | null} */ (document.querySelector('a.brand'))?.pathname ?? `/${language}/`;
  const kind = hidden('kind') || form.dataset.kind;
  const about = ['purpose', 'entry', 'words'].map(hidden);
  const parts = [...(about[0] ? [about[0], kind, ...about.slice(1)] : ['contribute', kind]), hidden('change')];
  return `${PREFIX}${home}${parts.filter(Boolean).join('/')}/`;
}

/** What is in a draft, by name: nothing that is hidden, and what is agreed to is agreed to anew. @returns {Map<string, Control[]>} */
function controlsByName() {
  const fields = '.field :is(input:not([type=file], [type=hidden], [type=email], [type=password], [name=agree]), textarea, select)';
  /** @type {Map<string, Control[]>} */
  const groups = new Map();
  for (const control of form.querySelectorAll(fields)) groups.set(control.name, [...groups.get(control.name) ?? [], control]);
  return groups;
}

/** @param {Control} control */
const isBox = ({ type }) => type === 'checkbox' || type === 'radio';

/** What is answered now. @param {Control[]} controls */
const answered = (controls) => controls.filter((one) => !isBox(one) || one.checked).map((one) => one.value);

/** The answer that the page came with. @param {Control[]} controls */
const given = (controls) => controls.filter((one) => !isBox(one) || one.defaultChecked).map((one) => {
  if (isBox(one)) return one.value;
  if (one.localName !== 'select') return one.defaultValue;
  return ([...one.options].findLast((option) => option.defaultSelected) ?? one.options[0])?.value ?? '';
});

/** @param {string[]} some @param {string[]} others */
const isSame = (some, others) => JSON.stringify(some) === JSON.stringify(others);

/** A short name for an answer, to see whether it is still the same (FNV-1a). @param {string[]} values */
function digest(values) {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(values)) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Answers, as far as the form still asks for them. @param {Control[]} controls @param {string[]} values */
function fill(controls, values) {
  const texts = [...values];
  for (const control of controls) {
    if (isBox(control)) {
      control.checked = values.includes(control.value);
      continue;
    }
    const text = texts.shift() ?? '';
    if (control.localName === 'select' && ![...control.options].some(({ value }) => value === text)) continue;
    control.value = text;
  }
  if (!values.some(Boolean)) return;
  // Nobody finds what is folded away.
  for (let fold = controls[0].closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
}

/** How a field is called. @param {Control[]} controls */
const labelOf = ([control]) => control.closest('.field').querySelector('label, legend')?.firstChild?.textContent?.trim() ?? '';

/** What stands above the form, and what it does. */
function offerDraft() {
  const name = draftName();
  const groups = controlsByName();
  // A form that comes back from the service holds what was typed, not what it began with.
  const isAnswer = document.getElementById('errors') !== null
    || (form.method === 'post' && new URL(form.action).pathname === location.pathname);
  const isAboutEntry = hidden('entry') !== '';

  const box = element('input', { type: 'checkbox', id: 'keep-draft', autocomplete: 'off' });
  box.setAttribute('aria-describedby', 'keep-draft-hint');
  const state = element('span', { id: 'draft-state' });
  state.setAttribute('role', 'status');
  const button = element('button', { type: 'button', className: 'btn alt', id: 'draft-button', hidden: true });
  form.before(element('div', { id: 'draft', className: 'mt' },
    element('div', { className: 'agree' }, box, element('div', {},
      element('label', { htmlFor: 'keep-draft' }, say('draft-keep')),
      element('p', { id: 'keep-draft-hint', className: 'small quiet' }, say('draft-hint')))),
    element('p', { className: 'row small' }, state, button)));

  /** @type {Map<string, Answer>} */
  let answers = new Map();
  let isChanged = false;
  let pause = 0;
  let act = () => {};
  button.addEventListener('click', () => act());

  /** @param {string} text @param {string} [label] of a button @param {() => void} [action] what it does */
  function tell(text, label = '', action = () => {}) {
    state.textContent = text;
    button.textContent = label;
    button.hidden = label === '';
    act = action;
  }

  /** Saves what is typed now. @returns {boolean} whether it is kept */
  function save() {
    clearTimeout(pause);
    isChanged = false;
    for (const [field, controls] of groups) {
      const [values, before] = [answered(controls), given(controls)];
      if (isAnswer) answers.set(field, { values, was: answers.get(field)?.was });
      else if (isSame(values, before)) answers.delete(field);
      else answers.set(field, { values, was: digest(before) });
    }
    const isKept = store(name, JSON.stringify({ at: Date.now(), answers: Object.fromEntries(answers) }));
    // While it is kept, form.js need not ask whoever leaves.
    if (isKept) form.dataset.kept = '';
    else delete form.dataset.kept;
    if (!isKept) tell(say('draft-failed'));
    else if (state.textContent === say('draft-failed')) tell('');
    return isKept;
  }

  const saveChange = () => { if (isChanged && box.checked) save(); };

  function noteChange() {
    // Who has typed anew wants nothing old back.
    if (!box.checked && !button.hidden) tell('');
    if (!box.checked) return;
    isChanged = true;
    clearTimeout(pause);
    pause = setTimeout(saveChange, PAUSE);
  }

  /** From here on nothing is kept. */
  function stop() {
    clearTimeout(pause);
    isChanged = false;
    box.checked = false;
    answers = new Map();
    delete form.dataset.kept;
  }

  function deleteDraft() {
    const typed = [...groups].map(([field, controls]) => [field, answered(controls)]);
    remove(name);
    stop();
    for (const controls of groups.values()) fill(controls, given(controls));
    tell(say('draft-deleted'), say('draft-undo'), () => {
      for (const [field, values] of typed) fill(groups.get(field), values);
      box.checked = true;
      if (save()) tell(say('draft-kept'), say('draft-delete'), deleteDraft);
      else box.checked = false;
    });
    button.focus();
  }

  /** Fills in what was kept, where nobody has typed since. @param {Draft} draft */
  function restore(draft) {
    /** @type {string[]} */
    const changed = [];
    for (const [field, { values, was }] of draft.answers) {
      const controls = groups.get(field);
      const before = controls && given(controls);
      if (!controls || !isSame(answered(controls), before)) continue;
      fill(controls, values);
      // Somebody else's words would be lost without anybody noticing.
      if (isAboutEntry && was !== digest(before) && !isSame(values, before)) changed.push(labelOf(controls));
    }
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(draft.at);
    const told = [say('draft-back', { date }), changed.length > 0 ? say('draft-changed', { fields: changed.join(', ') }) : ''];
    tell(told.filter(Boolean).join(' '), say('draft-delete'), deleteDraft);
    // The other scripts look at these answers, too.
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  box.addEventListener('change', () => {
    if (!box.checked) {
      remove(name);
      stop();
      tell(say('draft-off'));
    } else if (save()) {
      tell(say('draft-kept'));
    } else {
      box.checked = false;
    }
  });

  const text = stored(name);
  const draft = draftOf(text);
  removeOld();
  // This tab shows a form, so nothing is on its way.
  markSending(null);
  const isOld = draft !== undefined && Date.now() - draft.at > LONGEST;
  if (text !== null && !draft) {
    remove(name);
    tell(say('draft-unreadable'));
  } else if (draft && !isOld) {
    box.checked = true;
    answers = draft.answers;
    form.dataset.kept = '';
    if (!isAnswer && answers.size > 0) restore(draft);
  }

  form.addEventListener('input', noteChange);
  form.addEventListener('change', noteChange);
  // The last moments in which a page may do something.
  addEventListener('pagehide', saveChange);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') saveChange(); });
  form.addEventListener('submit', (event) => {
    saveChange();
    // Without a service nothing is sent: the form becomes a file, and the draft stays.
    if (box.checked && form.method === 'post' && !event.defaultPrevented) markSending(name);
  });
  // Deleted or sent in another tab: it must not come back from this one.
  addEventListener('storage', (event) => {
    if (!box.checked || (event.key !== null && event.key !== name) || stored(name) !== null) return;
    stop();
    tell(say('draft-off'));
  });
  // Back from where it was sent, the page is as it was, but the draft may be gone.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    markSending(null);
    if (box.checked && stored(name) === null) {
      stop();
      tell('');
    }
  });
}

if (form) offerDraft();
