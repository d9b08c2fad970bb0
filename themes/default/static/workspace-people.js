/**
 * Ways to choose people and teams: who works at this browser, one person, several of them.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { Session } from './workspace-session.js'
 * @typedef {{ id: string, text: string }} Choice
 */
import { isPresent, presentOf } from './process-team.js';
import { element } from './page.js';
import { whoName } from './workspace-labels.js';
import { button, checkList, labelled, mark, placeLink, section, selectField } from './workspace-parts.js';
import { byName, say } from './workspace-texts.js';

/** A longer list of boxes would be longer than the screen. */
const MOST_BOXES = 12;

/** Those of a kind that are there, by name. @param {Workspace} workspace @param {'person' | 'team'} kind @returns {Choice[]} */
export function everyOne(workspace, kind) {
  return presentOf(workspace.session.values[kind])
    .map(([id]) => ({ id, text: whoName(workspace, id) }))
    .sort((one, other) => byName(one.text, other.text));
}

/** Who works at this browser, as long as that person is in the process. @param {Session} session @returns {string | undefined} */
export const myself = (session) =>
  isPresent(session.values.person.get(session.card.me ?? '')) ? session.card.me : undefined;

/**
 * Says who works at this browser: kept here, not in the file.
 *
 * @param {Workspace} workspace
 * @param {() => void} after what follows; it leaves the field where it is, so that a name can be typed in it letter by letter
 */
export function myField(workspace, after) {
  const { session } = workspace;
  const take = (id) => {
    session.setCard({ me: id || undefined });
    workspace.announce(id ? say('me-chosen', { name: whoName(workspace, id) }) : say('me-nobody-chosen'));
    after();
  };
  return section(
    say('me-title'),
    { id: 'ws-me-part' },
    personField(workspace, 'ws-me', myself(session), take, {
      label: say('me-label'),
      hint: say('me-hint'),
      none: say('me-nobody'),
    }),
  );
}

/**
 * A choice of one person.
 *
 * @param {Workspace} workspace @param {string} id @param {string | undefined} chosen
 * @param {(id: string) => void} take @param {{ label: string, hint?: string, none: string }} options
 */
export function personField(workspace, id, chosen, take, { none, ...options }) {
  const people = everyOne(workspace, 'person');
  if (chosen && !people.some((one) => one.id === chosen)) people.push(goneChoice(workspace, chosen));
  const choices = [{ id: '', text: none }, ...people].map(({ id: value, text }) => ({ value, text }));
  return selectField(id, chosen, choices, take, options);
}

/** One that is still chosen, but not there any more. @param {Workspace} workspace @param {string} id @returns {Choice} */
export const goneChoice = (workspace, id) => ({ id, text: say('who-removed', { name: whoName(workspace, id) }) });

/**
 * Several of a list: boxes to tick where it is short; where it is long, boxes for those that are chosen, and a choice of one
 * more.
 *
 * @param {string} name @param {Choice[]} choices @param {string[]} chosen
 * @param {(ids: string[]) => void} take @param {string} label of the choice of one more
 */
export function pickList(name, choices, chosen, take, label) {
  if (choices.length <= MOST_BOXES) return checkList(name, choices, chosen, take);
  const among = (isChosen) => choices.filter(({ id }) => chosen.includes(id) === isChosen);
  // What is not offered here stays chosen.
  const others = chosen.filter((id) => !choices.some((one) => one.id === id));
  const untick = (ids) => {
    take([...others, ...ids]);
    // The box is gone with its tick.
    document.getElementById(`${name}-more`)?.focus();
  };
  const options = [{ id: '', text: say('pick-one') }, ...among(false)].map(({ id, text }) => ({ value: id, text }));
  const more = selectField(`${name}-more`, '', options, undefined, { label });
  const add = () => {
    const { value } = more.querySelector('select');
    if (value) take([...chosen, value]);
    document.getElementById(`${name}-more`)?.focus();
  };
  return element(
    'div',
    {},
    checkList(name, among(true), chosen, untick),
    more,
    element('p', { className: 'row' }, button(say('add'), add, { id: `${name}-add`, about: label })),
  );
}

/** Where people and teams are named, from another view. @param {Workspace} workspace */
export function toTeam(workspace) {
  const { session, views } = workspace;
  if (!views.includes('team')) return [];
  const link = placeLink(workspace, { view: 'team', process: session.card.id }, {}, say('to-team'));
  return [element('p', { className: 'small' }, link)];
}

/**
 * A box to tick with its hint.
 *
 * @param {string} id @param {boolean} checked @param {(isChecked: boolean) => void} take
 * @param {{ label: string, hint?: string }} options
 */
export function checkField(id, checked, take, { label, hint }) {
  const box = element('input', { type: 'checkbox', id, checked });
  box.addEventListener('change', () => take(box.checked));
  const made = element('div', { className: 'ws-check' }, box, element('label', { htmlFor: id }, label));
  if (!hint) return made;
  box.setAttribute('aria-describedby', `${id}-hint`);
  made.append(element('span', { className: 'hint small', id: `${id}-hint` }, hint));
  return made;
}

/**
 * A field of one line that takes what was typed only in a form that it can have.
 *
 * @param {string} id @param {string} value @param {(given: string) => string | undefined} read @param {(value: string) => void} take
 * @param {{ label: string, hint: string, fault: string }} options
 */
export function readField(id, value, read, take, { label, hint, fault }) {
  const control = element('input', { id, value, autocomplete: 'off', autocapitalize: 'none', spellcheck: false });
  const made = labelled(control, { label, hint });
  control.addEventListener('change', () => {
    const found = read(control.value);
    mark(control, found === undefined ? fault : '');
    if (found === undefined) return;
    control.value = found;
    take(found);
  });
  return made;
}
