/**
 * The team of a process: organisations, teams, people, who is responsible for what, and what follows for a Git repository.
 *
 * @import { View } from './workspace.js'
 * @import { Workspace } from './workspace-parts.js'
 * @import { Fields } from './process.js'
 * @import { Duties, Kind } from './process-team.js'
 */
import {
  bringBack,
  dutiesOf,
  eraseItem,
  isPresent,
  membersOf,
  presentOf,
  removedOf,
  typeOfTeam,
} from './process-team.js';
import { element, worded } from './page.js';
import { pageAddress } from './data.js';
import { codeowners } from './workspace-codeowners.js';
import { nodeLink, whoName } from './workspace-labels.js';
import { button, firstOf, folded, foldedLater, redraw, section } from './workspace-parts.js';
import { myField, myself } from './workspace-people.js';
import { addForm, changeForm } from './workspace-team-forms.js';
import { byName, listText, number, plain, say, term } from './workspace-texts.js';

/** So many names of members stand in the row of a team. */
const MOST_NAMES = 8;
/** With so many there is a field to find one, and those out of sight are not drawn. */
const MANY = 20;

/** @type {View} */
export function showTeam(workspace, container) {
  const { session } = workspace;
  /** How the heads of rows are written again, by the kind and id of what they show. @type {Map<string, () => void>} */
  const heads = new Map();
  const again = () => redraw(container, draw);
  const writeHeads = () => {
    for (const write of heads.values()) write();
  };
  const draw = () => {
    heads.clear();
    const duties = dutiesOf(session.tree, session.values);
    const list = (kind) => listOf(workspace, kind, duties, heads);
    return [
      element('h2', { tabIndex: -1 }, say('view-team')),
      element('p', { className: 'lead' }, say('team-lead')),
      element('p', { className: 'notice measure mt1' }, say('team-private')),
      element(
        'div',
        { className: 'ws-columns' },
        element('div', {}, list('organisation'), list('team')),
        element(
          'div',
          {},
          list('person'),
          ...(presentOf(session.values.person).length > 0 ? [myField(workspace, writeHeads)] : []),
        ),
      ),
      element('div', { className: 'ws-columns' }, nobody(workspace, duties), codeowners(workspace)),
      ...removed(workspace),
    ];
  };
  /** @param {string} path of a field that is being typed in */
  const rename = (path) => {
    const [kind, id, field] = path.split(' ');
    heads.get(`${kind} ${id}`)?.();
    if (field !== 'name') return;
    const name = nameOf(/** @type {Kind} */ (kind), session.values[kind].get(id));
    for (const option of container.querySelectorAll(`option[value="${id}"]`)) option.textContent = name;
    for (const box of container.querySelectorAll(`input[value="${id}"]`)) box.nextElementSibling.textContent = name;
    if (kind !== 'person') writeHeads();
  };
  again();
  return {
    update({ isTyped, paths }) {
      if (!isTyped) again();
      // The fields stay as they are while one is typed in; what else names the same thing follows.
      else for (const path of paths) rename(path);
    },
  };
}

// --- Organisations, teams, people ---

/** @param {Workspace} workspace @param {Kind} kind @param {Duties} duties @param {Map<string, () => void>} heads */
function listOf(workspace, kind, duties, heads) {
  const { session } = workspace;
  const items = presentOf(session.values[kind]).sort(([id, one], [otherId, other]) =>
    byName(nameOf(kind, one) + id, nameOf(kind, other) + otherId),
  );
  const members = kind === 'team' ? membersOf(session.values) : new Map();
  const row = ([id, fields]) => {
    const head = element('div', {});
    const write = () => head.replaceChildren(...FACTS[kind](workspace, id, fields, members.get(id) ?? []));
    write();
    heads.set(`${kind} ${id}`, write);
    const own = duties.byWho.get(id) ?? [];
    return element(
      'li',
      {},
      head,
      element(
        'div',
        { className: 'ws-folds' },
        ...(own.length > 0 ? [dutiesFolded(workspace, id, nameOf(kind, fields), own)] : []),
        foldedLater(about(say('edit'), nameOf(kind, fields)), { id: `ws-${kind}-${id}`, className: 'more small' }, () =>
          changeForm(workspace, kind, id),
        ),
      ),
    );
  };
  const none = element('p', { className: 'small quiet' }, say(`${kind}-none`));
  const list =
    items.length > 0
      ? element('ul', { className: items.length > MANY ? 'ws-items ws-long' : 'ws-items' }, ...items.map(row))
      : none;
  return section(
    items.length > 0 ? `${say(`${kind}-title`)} (${number(items.length)})` : say(`${kind}-title`),
    { id: `ws-${kind}s` },
    ...(items.length > MANY ? [finder(list, kind)] : []),
    list,
    folded(say(`add-${kind}`), { id: `ws-add-${kind}` }, addForm(workspace, kind)),
  );
}

/** @param {Kind} kind @param {Fields} fields */
const nameOf = (kind, fields) => /** @type {string} */ (fields.get('name') ?? say(`kind-${kind}`));

/** A word with what it is about, which only a screen reader needs to hear. @param {string} word @param {string} name */
const about = (word, name) => element('span', {}, word, element('span', { className: 'hide' }, `: ${name}`));

/** What is said of each kind. @type {Record<Kind, (workspace: Workspace, id: string, fields: Fields, members: string[]) => Node[]>} */
const FACTS = {
  organisation(workspace, _, fields) {
    const { home } = workspace;
    const slug = fields.get('slug');
    const type = /** @type {string | undefined} */ (fields.get('type'));
    return [
      title('organisation', fields),
      ...(type ? [element('p', { className: 'small' }, party(type))] : []),
      ...(slug
        ? [
            element(
              'p',
              { className: 'small' },
              element('a', { href: pageAddress(`${home}organisations/${slug}/`) }, say('organisation-page')),
            ),
          ]
        : []),
      ...note(fields),
    ];
  },
  team(workspace, id, fields, members) {
    const { session } = workspace;
    const organisation = session.values.organisation.get(/** @type {string} */ (fields.get('organisation')));
    const type = typeOfTeam(session.values, id);
    const isOf = isPresent(organisation);
    const names = members.slice(0, MOST_NAMES).map((one) => whoName(workspace, one));
    const more = members.length - names.length;
    return [
      title('team', fields),
      ...(type ? [element('p', { className: 'small' }, party(type))] : []),
      ...(isOf ? [element('p', { className: 'small' }, nameOf('organisation', organisation))] : []),
      element(
        'p',
        { className: 'small quiet' },
        members.length === 0
          ? say('team-empty')
          : `${say('team-members', { count: number(members.length) })} – ${more > 0 ? names.join(', ') : listText(names)}`,
        more > 0 ? `, ${say('and-more', { count: number(more) })}` : '',
      ),
      ...note(fields),
    ];
  },
  person(workspace, id, fields) {
    const { session } = workspace;
    const teams = /** @type {string[]} */ (fields.get('teams') ?? []).filter((team) =>
      session.values.team.get(team)?.get('name'),
    );
    const facts = [
      fields.get('role'),
      ...teams.map((team) => whoName(workspace, team)),
      fields.get('administrator') === 'true' ? say('field-administrator') : undefined,
      fields.get('handle'),
    ].filter(Boolean);
    return [
      title(
        'person',
        fields,
        id === myself(session) ? [' ', element('span', { className: 'in' }, say('me-mark'))] : [],
      ),
      ...(facts.length > 0 ? [element('p', { className: 'small quiet' }, facts.join(' · '))] : []),
    ];
  },
};

/** @param {Kind} kind @param {Fields} fields @param {(Node | string)[]} [more] */
const title = (kind, fields, more = []) => element('p', {}, element('b', {}, nameOf(kind, fields)), ...more);

/** @param {Fields} fields */
const note = (fields) =>
  fields.get('note')
    ? [element('p', { className: 'small quiet typed' }, /** @type {string} */ (fields.get('note')))]
    : [];

/** One of the four parties: its strand and its name. @param {string} type */
export const party = (type) => element('span', { className: `ws-party ws-${type}` }, term('organisation-type', type));

/** A field that leaves those rows of a long list that have its words. @param {HTMLElement} list @param {Kind} kind */
function finder(list, kind) {
  const field = element('input', { type: 'search', id: `ws-find-${kind}`, autocomplete: 'off' });
  const status = element('p', { className: 'small quiet', role: 'status' });
  field.addEventListener('input', () => {
    const words = plain(field.value).split(/\s+/u).filter(Boolean);
    let count = 0;
    for (const row of /** @type {Iterable<HTMLElement>} */ (list.children)) {
      const text = plain(row.firstElementChild.textContent);
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) count++;
    }
    status.textContent =
      words.length === 0 ? '' : count === 0 ? say('found-none') : say('found', { count: number(count) });
  });
  return element(
    'div',
    { className: 'ws-field' },
    element('label', { htmlFor: field.id }, say(`${kind}-find`)),
    field,
    status,
  );
}

// --- Who is responsible for what ---

function dutiesFolded(workspace, id, name, nodes) {
  const row = (node) => {
    const state = term('task-status', node.status);
    return element('li', {}, nodeLink(workspace, node.key), element('span', { className: 'quiet' }, ` (${state})`));
  };
  return foldedLater(
    about(say('duties', { count: number(nodes.length) }), name),
    { id: `ws-duties-${id}`, className: 'more small' },
    () => [element('ul', { className: 'ws-duties' }, ...nodes.map(row))],
  );
}

/** Tasks that nobody looks after. @param {Workspace} workspace @param {Duties} duties */
function nobody(workspace, { byWho, nobody: nodes }) {
  const row = (node) =>
    element(
      'li',
      {},
      element('p', {}, nodeLink(workspace, node.key)),
      ...(node.parent ? [worded('p', workspace.words.name(node.parent), { className: 'small quiet' })] : []),
    );
  const none = say(byWho.size > 0 ? 'nobody-none' : 'nobody-no-task');
  return section(
    nodes.length > 0 ? `${say('nobody-title')} (${number(nodes.length)})` : say('nobody-title'),
    { id: 'ws-nobody' },
    element('p', { className: 'small quiet' }, say('nobody-note')),
    ...firstOf(nodes, row, { name: 'nobody', none, few: 6 }),
  );
}

// --- Those that were removed ---

/** @param {Workspace} workspace */
function removed(workspace) {
  const { session, announce } = workspace;
  const kinds = /** @type {Kind[]} */ (['organisation', 'team', 'person']);
  const items = kinds.flatMap((kind) => removedOf(session.values[kind]).map(([id, fields]) => ({ kind, id, fields })));
  if (items.length === 0) return [];
  const row = ({ kind, id, fields }) => {
    const name = nameOf(kind, fields);
    const back = () => {
      session.change(bringBack(kind, id));
      announce(say('item-back', { name }));
      document.getElementById(`ws-${kind}-${id}-open`)?.focus();
    };
    const erase = () => {
      session.change(eraseItem(kind, id));
      announce(say('item-erased', { name }));
      (document.getElementById('ws-removed-open') ?? document.getElementById(`ws-add-${kind}-open`))?.focus();
    };
    return element(
      'li',
      {},
      element('p', {}, `${say(`kind-${kind}`)}: `, element('b', {}, name)),
      element(
        'p',
        { className: 'row' },
        button(say('bring-back'), back, { about: name, id: `ws-back-${id}`, className: 'btn alt ws-small' }),
        button(say('erase-item'), erase, { about: name, id: `ws-forget-${id}`, className: 'btn alt ws-small' }),
      ),
    );
  };
  return [
    folded(
      say('removed-title', { count: number(items.length) }),
      { id: 'ws-removed', className: 'more ws-change' },
      element('p', { className: 'small quiet measure' }, say('removed-note')),
      element('ul', { className: 'ws-items' }, ...items.map(row)),
    ),
  ];
}
