/**
 * The forms of the team view: something new, and what is known of an organisation, a team or a person.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { Kind } from './process-team.js'
 */
import { LIMITS, ORGANISATION_TYPES } from './process-fields.js';
import { drawId } from './process.js';
import {
  findByName,
  handleOf,
  membersOf,
  organisationSlug,
  presentOf,
  removeItem,
  setMembers,
} from './process-team.js';
import { element } from './page.js';
import { organisationsOf } from './workspace-catalogue.js';
import { button, fieldId, labelled, mark, selectField, textField } from './workspace-parts.js';
import { checkField, everyOne, pickList, readField } from './workspace-people.js';
import { byName, say, term } from './workspace-texts.js';

// --- Something new ---

/** @param {Workspace} workspace @param {Kind} kind */
export function addForm(workspace, kind) {
  const { session, announce } = workspace;
  const name = element('input', { id: `ws-new-${kind}-name`, maxLength: LIMITS.line, autocomplete: 'off' });
  const fields = FIRST[kind](workspace);
  const form = element(
    'form',
    { noValidate: true, autocomplete: 'off' },
    labelled(name, { label: say(`field-${kind}-name`), hint: say(`hint-${kind}-name`) }),
    ...Object.values(fields),
    element(
      'p',
      { className: 'row' },
      element('button', { className: 'btn alt', type: 'submit', id: `ws-new-${kind}` }, say('add')),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = name.value.trim();
    // Two people may bear one name; two teams or organisations of one name are a mistake.
    const isTwice = kind !== 'person' && findByName(session.values[kind], text) !== undefined;
    mark(name, text ? (isTwice ? say('name-twice', { name: text }) : '') : say('name-missing'));
    // The next one begins with its name, and so does whoever has to mend it.
    name.focus();
    if (!text || isTwice) return;
    const id = drawId();
    const valueIn = (made) => /** @type {HTMLInputElement} */ (made.querySelector('input, select')).value.trim();
    const given = Object.entries(fields).map(([field, made]) => [field, valueIn(made)]);
    session.change(
      [['name', text], ...given].map(([field, value]) => [`${kind} ${id} ${field}`, value]),
      kind === 'person' ? undefined : { what: 'added', detail: text },
    );
    announce(say('resource-added', { name: text }));
  });
  return form;
}

/** What is asked besides the name. @type {Record<Kind, (workspace: Workspace) => Record<string, HTMLElement>>} */
const FIRST = {
  organisation: () => ({ type: typeField('ws-new-organisation-type', '', () => {}, say('not-chosen')) }),
  team: (workspace) => ({
    type: typeField('ws-new-team-type', '', () => {}, say('type-of-organisation')),
    ...(presentOf(workspace.session.values.organisation).length > 0
      ? { organisation: organisationField(workspace, 'ws-new-team-organisation', '', () => {}) }
      : {}),
  }),
  person: () => ({
    role: labelled(element('input', { id: 'ws-new-person-role', maxLength: LIMITS.line, autocomplete: 'off' }), {
      label: say('field-person-role'),
      hint: say('hint-person-role'),
    }),
  }),
};

// --- What is known of one ---

/** @param {Workspace} workspace @param {Kind} kind @param {string} id @returns {Node[]} */
export function changeForm(workspace, kind, id) {
  return [
    textField(workspace, `${kind} ${id} name`, { label: say(`field-${kind}-name`), hint: say(`hint-${kind}-name`) }),
    ...REST[kind](workspace, id),
    element('p', { className: 'row' }, removeButton(workspace, kind, id)),
  ];
}

/** @type {Record<Kind, (workspace: Workspace, id: string) => HTMLElement[]>} */
const REST = {
  organisation(workspace, id) {
    const { session } = workspace;
    const path = `organisation ${id}`;
    const set = (field) => (value) => session.change([[`${path} ${field}`, value]]);
    return [
      typeField(fieldId(`${path} type`), text(workspace, `${path} type`), set('type'), say('not-chosen')),
      slugField(workspace, `${path} slug`, set('slug')),
      textField(workspace, `${path} note`, { label: say('field-note'), rows: 2 }),
    ];
  },
  team(workspace, id) {
    const { session } = workspace;
    const path = `team ${id}`;
    const set = (field) => (value) => session.change([[`${path} ${field}`, value]]);
    const members = membersOf(session.values).get(id) ?? [];
    const people = everyOne(workspace, 'person');
    const take = (ids) => session.change(setMembers(session.values, id, ids));
    return [
      typeField(fieldId(`${path} type`), text(workspace, `${path} type`), set('type'), say('type-of-organisation')),
      organisationField(
        workspace,
        fieldId(`${path} organisation`),
        text(workspace, `${path} organisation`),
        set('organisation'),
      ),
      ...(people.length > 0
        ? [
            group(
              say('team-people'),
              pickList(fieldId(`${path} members`), people, members, take, say('team-people-more')),
            ),
          ]
        : []),
      textField(workspace, `${path} note`, { label: say('field-note'), rows: 2 }),
    ];
  },
  person(workspace, id) {
    const { session } = workspace;
    const path = `person ${id}`;
    const teams = everyOne(workspace, 'team');
    const chosen = /** @type {string[]} */ (session.value(`${path} teams`) ?? []);
    const take = (ids) => session.change([[`${path} teams`, ids]]);
    return [
      textField(workspace, `${path} role`, { label: say('field-person-role'), hint: say('hint-person-role') }),
      readField(
        fieldId(`${path} handle`),
        text(workspace, `${path} handle`) ?? '',
        handleOf,
        (value) => session.change([[`${path} handle`, value]]),
        { label: say('field-handle'), hint: say('hint-handle'), fault: say('handle-bad') },
      ),
      ...(teams.length > 0
        ? [group(say('field-teams'), pickList(fieldId(`${path} teams`), teams, chosen, take, say('teams-more')))]
        : []),
      checkField(
        fieldId(`${path} administrator`),
        session.value(`${path} administrator`) === 'true',
        (isChecked) => session.change([[`${path} administrator`, isChecked ? 'true' : undefined]]),
        { label: say('field-administrator'), hint: say('hint-administrator') },
      ),
    ];
  },
};

/** @param {Workspace} workspace @param {string} path */
const text = ({ session }, path) => /** @type {string | undefined} */ (session.value(path));

const group = (legend, ...children) =>
  element('fieldset', { className: 'ws-who' }, element('legend', {}, legend), ...children);

/** @param {Workspace} workspace @param {Kind} kind @param {string} id */
function removeButton(workspace, kind, id) {
  const { session, announce } = workspace;
  const name = text(workspace, `${kind} ${id} name`) ?? say(`kind-${kind}`);
  const remove = () => {
    session.settle();
    session.change(removeItem(kind, id), kind === 'person' ? undefined : { what: 'removed', detail: name });
    if (session.card.me === id) session.setCard({ me: undefined });
    announce(say('item-removed-undo', { name }));
    document.getElementById(`ws-add-${kind}-open`)?.focus();
  };
  return button(say('remove'), remove, { about: name, id: `ws-remove-${id}` });
}

/** @param {string} id @param {string | undefined} chosen @param {(value: string) => void} take @param {string} none */
function typeField(id, chosen, take, none) {
  const types = ORGANISATION_TYPES.map((value) => ({ value, text: term('organisation-type', value) }));
  return selectField(id, chosen, [{ value: '', text: none }, ...types], take, { label: say('field-type') });
}

function organisationField({ session }, id, chosen, take) {
  const known = presentOf(session.values.organisation)
    .map(([value, fields]) => ({ value, text: /** @type {string} */ (fields.get('name') ?? say('kind-organisation')) }))
    .sort((one, other) => byName(one.text, other.text));
  const choices = [{ value: '', text: say('organisation-of-none') }, ...known];
  return selectField(id, chosen, choices, take, { label: say('kind-organisation') });
}

/** The page of an organisation in the catalogue; the names of those there are offered while typing. */
function slugField(workspace, path, take) {
  const id = fieldId(path);
  const made = readField(id, text(workspace, path) ?? '', (given) => slugOf(given), take, {
    label: say('field-slug'),
    hint: say('hint-slug'),
    fault: say('slug-bad'),
  });
  const names = element('datalist', { id: `${id}-names` });
  /** @type {Map<string, string>} */
  const byTheirName = new Map();
  const slugOf = (given) => byTheirName.get(given.trim().toLowerCase()) ?? organisationSlug(given);
  const control = made.querySelector('input');
  control.setAttribute('list', names.id);
  made.append(names);
  organisationsOf(workspace.api, workspace.store).then((list) => {
    for (const { slug, name } of list) byTheirName.set(name.toLowerCase(), slug);
    names.replaceChildren(...list.map(({ slug, name }) => element('option', { value: slug, label: name })));
  });
  return made;
}
