/**
 * Who takes part in a process: organisations, teams and people, and who of them is responsible for what. Changes are lists
 * for `setFields`: nothing here changes a document.
 *
 * @import { Change, Fields, Process, Value } from './process.js'
 * @import { Names } from './process-names.js'
 * @import { Tree, TreeNode } from './process-tree.js'
 * @typedef {'organisation' | 'team' | 'person'} Kind
 * @typedef {ReturnType<typeof import('./process.js').valuesOf>} Values
 * @typedef {{ byWho: Map<string, TreeNode[]>, nobody: TreeNode[] }} Duties  `byWho`: by the id of a person or a team, in the
 *   order of the tree; `nobody`: tasks for which nobody is responsible, neither at the task nor above it
 */
import { isHandle } from './process-exports.js';
import { FIELDS, faultOf, fieldOf, normalText } from './process-fields.js';

/** Whether something is there: an edit that was taken back leaves nothing, a removed one its mark. @param {Fields} [fields] */
export const isPresent = (fields) => fields !== undefined && fields.size > 0 && fields.get('removed') !== 'true';

/** @param {Map<string, Fields>} map @returns {[id: string, fields: Fields][]} */
export const presentOf = (map) => [...map].filter(([, fields]) => isPresent(fields));

/** Those that were removed and still have a word of what they were. @param {Map<string, Fields>} map */
export const removedOf = (map) => [...map].filter(([, fields]) => fields.get('removed') === 'true' && fields.size > 1);

/** The people of each team, by its id. @param {Values} values @returns {Map<string, string[]>} */
export function membersOf(values) {
  const members = new Map();
  for (const [id, fields] of presentOf(values.person)) {
    for (const team of new Set(/** @type {string[]} */ (fields.get('teams') ?? []))) {
      if (!members.has(team)) members.set(team, []);
      members.get(team).push(id);
    }
  }
  return members;
}

/** What kind a team is: as it says, or as its organisation does. @param {Values} values @param {string} id */
export function typeOfTeam(values, id) {
  const team = values.team.get(id);
  if (!isPresent(team)) return undefined;
  const organisation = values.organisation.get(/** @type {string} */ (team.get('organisation')));
  const type = team.get('type') ?? (isPresent(organisation) ? organisation.get('type') : undefined);
  return /** @type {string | undefined} */ (type);
}

/** In what role a person takes part, as the first of the teams says that has a type. @param {Values} values @param {string} id */
export function typeOfPerson(values, id) {
  const teams = /** @type {string[]} */ (values.person.get(id)?.get('teams') ?? []);
  return teams.map((team) => typeOfTeam(values, team)).find((type) => type !== undefined);
}

/** @param {Tree} tree @param {Values} values @returns {Duties} */
export function dutiesOf(tree, values) {
  const byWho = new Map();
  const nobody = [];
  const isThere = (id) => isPresent(values.person.get(id)) || isPresent(values.team.get(id));
  const look = (node, isCovered) => {
    if (!node.counts) return;
    const who = new Set((node.fields.get('responsible') ?? []).filter(isThere));
    for (const id of who) {
      if (!byWho.has(id)) byWho.set(id, []);
      byWho.get(id).push(node);
    }
    const covered = isCovered || who.size > 0;
    if (node.isLeaf && !covered) nobody.push(node);
    for (const child of node.children) look(child, covered);
  };
  for (const root of tree.roots) look(root, false);
  return { byWho, nobody };
}

/** The present person or team that bears a name. @param {Map<string, Fields>} map @param {string} name */
export function findByName(map, name) {
  const plain = (text) => normalText(text.trim()).toLowerCase();
  return presentOf(map).find(
    ([, fields]) => plain(/** @type {string} */ (fields.get('name') ?? '')) === plain(name),
  )?.[0];
}

// --- Changes ---

/** @param {Kind} kind @param {string} id @returns {Change[]} */
export const removeItem = (kind, id) => [[`${kind} ${id} removed`, 'true']];

/** @param {Kind} kind @param {string} id @returns {Change[]} */
export const bringBack = (kind, id) => [[`${kind} ${id} removed`, undefined]];

/** Takes out all words about one that was removed; only the mark of the removal stays. @param {Kind} kind @param {string} id */
export const eraseItem = (kind, id) =>
  FIELDS[kind]
    .filter(({ name }) => name !== 'removed')
    .map(({ name }) => /** @type {Change} */ ([`${kind} ${id} ${name}`, undefined]));

/** Who belongs to a team, written at the people. @param {Values} values @param {string} team @param {string[]} ids */
export function setMembers(values, team, ids) {
  /** @type {Change[]} */
  const changes = [];
  for (const [id, fields] of presentOf(values.person)) {
    const teams = /** @type {string[]} */ (fields.get('teams') ?? []);
    if (teams.includes(team) === ids.includes(id)) continue;
    const rest = teams.filter((one) => one !== team);
    changes.push([`person ${id} teams`, ids.includes(id) ? [...rest, team] : rest]);
  }
  return changes;
}

// --- What people type ---

/**
 * An account at a Git forge, as `@name`; also from the address of its page.
 *
 * @param {string} given
 * @returns {string | undefined} an empty text for none, nothing where it cannot be one
 */
export function handleOf(given) {
  const name = given
    .trim()
    .replace(/^https?:\/\/[^/]+\//iu, '')
    .replace(/\/+$/u, '');
  if (name === '') return given.trim() === '' ? '' : undefined;
  const handle = name.startsWith('@') ? name : `@${name}`;
  return isHandle(handle) ? handle : undefined;
}

/**
 * The slug of an organisation of the catalogue; also from the address of its page.
 *
 * @param {string} given
 * @returns {string | undefined} an empty text for none, nothing where it cannot be one
 */
export function organisationSlug(given) {
  const slug = given
    .trim()
    .replace(/[?#].*$/u, '')
    .replace(/\/(?:index\.html)?$/u, '')
    .replace(/^.*\/organisations\//u, '');
  return slug === '' || faultOf(fieldOf('organisation', 'slug'), slug) === undefined ? slug : undefined;
}

/**
 * The names in a process; also of those who were removed, since texts may still tell of them, and every spelling where
 * two copies disagree.
 *
 * @param {Process} document
 * @returns {Names}
 */
export function namesOf({ registers }) {
  const all = (kind, field) => {
    const found = new Set();
    for (const [path, register] of registers) {
      const isOne = path.startsWith(`${kind} `) && path.endsWith(` ${field}`);
      if (isOne) for (const { value } of register) if (value !== undefined) found.add(/** @type {string} */ (value));
    }
    return [...found];
  };
  return {
    people: all('person', 'name'),
    handles: all('person', 'handle').map((handle) => handle.replace(/^@/u, '')),
    teams: all('team', 'name'),
  };
}
