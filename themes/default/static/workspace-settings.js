/**
 * The facts of a process: what it is called and about, how it is run, and how far it is.
 *
 * @import { View } from './workspace.js'
 */
import { LIMITS } from './process-fields.js';
import { element } from './page.js';
import {
  button,
  dateField,
  fieldId,
  labelled,
  mark,
  redraw,
  section,
  selectField,
  textField,
} from './workspace-parts.js';
import { say, term, termsOf } from './workspace-texts.js';

const STATES = ['in-progress', 'done'];
/** A logo is drawn at most so large; smaller where that does not fit into the file. */
const SIZES = [256, 192, 128, 96, 64];

/** @type {View} */
export function showSettings(workspace, container) {
  const { session } = workspace;
  const text = (name, rows) =>
    textField(workspace, name, { label: say(`field-${name}`), hint: say(`hint-${name}`), rows });
  const draw = () => [
    element('h2', { tabIndex: -1 }, say('view-settings')),
    element('p', { className: 'quiet measure' }, say('settings-lead')),
    section(
      say('settings-about'),
      { id: 'ws-about' },
      text('name'),
      text('description', 3),
      text('aim', 3),
      text('idea', 3),
      text('challenges', 3),
      text('organisation', 2),
      tags(workspace),
    ),
    section(
      say('settings-run'),
      { id: 'ws-run' },
      model(workspace),
      languageField(workspace),
      selectField(
        fieldId('state'),
        /** @type {string} */ (session.value('state')),
        STATES.map((value) => ({ value, text: say(`state-${value}`) })),
        (value) => session.change([['state', value]]),
        { label: say('field-state'), hint: say('hint-state') },
      ),
      dateField(workspace, 'start', { label: say('field-start-of-process') }),
      logo(workspace),
    ),
  ];
  redraw(container, draw);
  return {
    update: ({ isTyped }) => {
      if (!isTyped) redraw(container, draw);
    },
  };
}

/** A list as one line with commas. */
function tags({ session }) {
  const control = element('input', {
    id: fieldId('tags'),
    autocomplete: 'off',
    value: /** @type {string[]} */ (session.value('tags') ?? []).join(', '),
    maxLength: LIMITS.line,
  });
  control.addEventListener('change', () => {
    const list = control.value
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean);
    session.change([['tags', [...new Set(list)]]]);
  });
  return labelled(control, { label: say('field-tags'), hint: say('hint-tags') });
}

function model({ session, home }) {
  const chosen = /** @type {string | undefined} */ (session.value('governance-model'));
  const terms = termsOf('governance-model');
  const choices = [{ value: '', text: say('not-chosen') }, ...terms.map(({ id, name }) => ({ value: id, text: name }))];
  if (chosen && !terms.some(({ id }) => id === chosen)) choices.push({ value: chosen, text: chosen });
  const made = selectField(
    fieldId('governance-model'),
    chosen,
    choices,
    (value) => session.change([['governance-model', value]]),
    { label: say('field-governance-model'), hint: say('hint-governance-model') },
  );
  const described = terms.find(({ id }) => id === chosen)?.description;
  if (described) made.append(element('p', { className: 'small quiet' }, described));
  made.append(element('p', { className: 'small' }, element('a', { href: `${home}guide/` }, say('governance-help'))));
  return made;
}

/** The languages of the site, and the one that the process has. */
function languageField({ session }) {
  const chosen = /** @type {string | undefined} */ (session.value('language'));
  const terms = termsOf('language');
  const choices = [
    ...(chosen ? [] : [{ value: '', text: say('not-chosen') }]),
    ...terms.map(({ id, name }) => ({ value: id, text: name })),
  ];
  if (chosen && !terms.some(({ id }) => id === chosen)) choices.push({ value: chosen, text: term('language', chosen) });
  return selectField(fieldId('language'), chosen, choices, (value) => session.change([['language', value]]), {
    label: say('field-language'),
    hint: say('hint-language'),
  });
}

// --- The logo ---

function logo(workspace) {
  const { session } = workspace;
  const input = element('input', { type: 'file', id: fieldId('logo'), accept: 'image/png,image/jpeg,image/webp' });
  const made = labelled(input, { label: say('field-logo'), hint: say('hint-logo') });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (!file) return;
    const address = await smallPicture(file).catch(() => undefined);
    if (address) session.change([['logo', address]]);
    else mark(input, say('logo-bad'));
  });
  const known = /** @type {string | undefined} */ (session.value('logo'));
  if (known) {
    const shown = element('p', { className: 'ws-logo' });
    pictureOf(known).then(
      (canvas) => shown.prepend(canvas),
      () => {},
    );
    shown.append(button(say('logo-remove'), () => session.change([['logo', undefined]]), { id: 'ws-logo-remove' }));
    made.append(shown);
  }
  return made;
}

/**
 * A picture of the person as a small one that fits into the file; drawn anew, so nothing else of it comes along.
 *
 * @param {Blob} file
 */
async function smallPicture(file) {
  const bitmap = await createImageBitmap(file);
  for (const size of SIZES) {
    const scale = Math.min(1, size / Math.max(bitmap.width, bitmap.height));
    const canvas = element('canvas', {
      width: Math.max(1, Math.round(bitmap.width * scale)),
      height: Math.max(1, Math.round(bitmap.height * scale)),
    });
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    for (const type of ['image/png', 'image/webp']) {
      const address = canvas.toDataURL(type, 0.85);
      if (address.startsWith(`data:${type}`) && address.length <= LIMITS.logo) return address;
    }
  }
  return undefined;
}

/**
 * The policy of the site lets no page show a picture from elsewhere, and a file is elsewhere: it is drawn.
 *
 * @param {string} address
 */
export async function pictureOf(address) {
  const [head, data] = address.split(',');
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: head.slice(5, head.indexOf(';')) }));
  const canvas = element('canvas', { width: bitmap.width, height: bitmap.height, role: 'img' });
  canvas.setAttribute('aria-label', say('field-logo'));
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  return canvas;
}
