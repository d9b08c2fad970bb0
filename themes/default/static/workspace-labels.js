/**
 * What fields and values of a process are called: for conflicts, for what came with another copy, for what was undone.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { Value } from './process.js'
 */
import { placeOf } from './process-fields.js';
import { placeLink } from './workspace-parts.js';
import { say, term } from './workspace-texts.js';

/** The name of a node, in any language. @param {Workspace} workspace @param {string} key */
export function nodeName({ session, words }, key) {
  const node = session.tree.nodes.get(key);
  return node ? words.name(node).text : key.slice(key.indexOf('/') + 1);
}

/** A link to a node in the guide. @param {Workspace} workspace @param {string} key */
export const nodeLink = (workspace, key) =>
  placeLink(workspace, { view: 'guide', process: workspace.session.card.id, node: key }, {}, nodeName(workspace, key));

/** A person or a team. @param {Workspace} workspace @param {string} id */
export function whoName({ session }, id) {
  const { person, team } = session.values;
  const name = person.get(id)?.get('name') ?? team.get(id)?.get('name');
  if (name !== undefined) return /** @type {string} */ (name);
  // Of somebody whose name was erased only the mark is left.
  const isErased = [person, team].some((map) => map.get(id)?.get('removed') === 'true');
  return isErased ? say('who-left') : id;
}

/** Those who are responsible for a node. @param {Workspace} workspace @param {import('./process-tree.js').TreeNode} node */
export const whoText = (workspace, node) =>
  /** @type {string[]} */ (node.fields.get('responsible') ?? []).map((id) => whoName(workspace, id)).join(', ');

/** The name of the thing that a field belongs to, and of the field. @param {Workspace} workspace @param {string} path */
export function pathLabel(workspace, path) {
  const parts = path.split(' ');
  const place = placeOf(path);
  // A node that was added.
  if (!place) return parts[0] === 'node' ? nodeName(workspace, parts[1]) : path;
  const { kind, field, node, id } = place;
  const label = say(`field-${kind}-${field.name}`) || say(`field-${field.name}`) || field.name;
  if (node !== undefined) {
    const item = kind === 'node' ? '' : itemName(workspace, kind, node, id);
    return [nodeName(workspace, node), item, label].filter(Boolean).join(' – ');
  }
  if (id !== undefined) {
    const name = workspace.session.values[kind].get(id)?.get('name') ?? say(`kind-${kind}`);
    return `${name} – ${label}`;
  }
  return label;
}

function itemName({ session, catalogue }, kind, key, id) {
  const fields = session.tree.nodes.get(key)?.[kind]?.get(id);
  if (kind === 'use')
    return (
      catalogue.interlinkers.get(fields?.get('interlinker'))?.name.text ?? fields?.get('interlinker') ?? say('kind-use')
    );
  return fields?.get('title') ?? say(`kind-${kind}`);
}

const VOCABULARIES = { 'governance-model': 'governance-model', type: 'organisation-type' };
const OF_PEOPLE = new Set(['responsible', 'teams']);

/** A value as people read it. @param {Workspace} workspace @param {string} path @param {Value} value */
export function valueText(workspace, path, value) {
  if (value === undefined) return say('value-none');
  const place = placeOf(path);
  const field = place?.field;
  const name = field?.name ?? '';
  if (Array.isArray(value)) {
    if (OF_PEOPLE.has(name)) return value.map((id) => whoName(workspace, id)).join(', ');
    if (name === 'problems')
      return value.map((slug) => workspace.catalogue.problems.get(slug)?.name.text ?? slug).join(', ');
    if (name === 'prerequisites') return value.map((key) => nodeName(workspace, key)).join(', ');
    return value.join(', ');
  }
  if (field?.shape === 'flag') return say('value-yes');
  if (name === 'position') return say('value-position');
  if (name === 'logo') return say('value-logo');
  if (field?.shape === 'id') return idText(workspace, place, value);
  if (name === 'role' && place.kind === 'claim') return term('organisation-type', value);
  if (VOCABULARIES[name]) return term(VOCABULARIES[name], value);
  if (name === 'status' && !path.includes(' use ')) return term('task-status', value);
  if (field?.shape === 'term') return say(`${name}-${value}`) || value;
  return value;
}

/** What an id stands for. @param {Workspace} workspace @param {import('./process-fields.js').Place} place @param {string} id */
function idText(workspace, { field, node }, id) {
  const { session } = workspace;
  if (field.name === 'person' || field.name === 'awarded') return whoName(workspace, id);
  const found =
    field.name === 'organisation'
      ? session.values.organisation.get(id)?.get('name')
      : session.tree.nodes.get(node)?.resource.get(id)?.get('title');
  return /** @type {string} */ (found ?? id);
}
