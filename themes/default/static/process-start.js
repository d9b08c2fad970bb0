/**
 * A new process: empty, from a schema or a story of the site (as `api/v1/` tells them), or from another process. Pure:
 * what comes in is left as it is.
 *
 * Of a schema only references are kept: `node: schema/id`. Its words are shown in the reader's language, from the site.
 * What a story or a team wrote itself comes along, with its language.
 *
 * @import { Change, Process } from './process.js'
 * @typedef {{ id?: string, replica?: string, name?: string, language?: string, date?: string, person?: string }} Start
 *   `date` is the day on which it begins, `person` who begins it, for the list of activities
 */
import { LIMITS } from './process-fields.js';
import { spread } from './process-positions.js';
import { addActivity, drawProcessId, drawReplica, newProcess, setFields, valuesOf } from './process.js';

/** @param {Start} start @returns {Process} */
export const startEmpty = (start = {}) => begin(start, {}, [], undefined);

/**
 * @param {any} schema a file of `api/v1/schemas/`
 * @param {Start} [start]
 * @returns {Process}
 */
export function startFromSchema(schema, start = {}) {
  const fields = { name: wordsOf(schema, start.language).name, schema: schema.slug };
  const changes = nodesOfSchema(schema).flatMap(({ key, parent, position }) => placed(key, parent, position));
  return begin(start, fields, changes, schema.slug);
}

/**
 * The tree of a story, as a plan: nothing is done yet, what was skipped stays so with its reason, and what was used is
 * suggested. What the story's team made there stays theirs. What a process cannot have, such as a node that stands there
 * twice, is left out with what lies in it: a story is no reason not to begin.
 *
 * @param {any} story a file of `api/v1/stories/`
 * @param {Start} [start]
 * @returns {Process}
 */
export function startFromStory(story, start = {}) {
  const { facts } = story;
  const fields = {
    name: wordsOf(story, start.language).name, schema: facts.schema, story: story.slug,
    'governance-model': facts['governance-model'],
  };
  /** @type {Change[]} */
  const changes = [];
  const known = new Set();
  const add = (nodes, parent, depth) => (nodes ?? []).forEach((node, index) => {
    const key = node.node ?? node.id;
    if (known.has(key) || known.size >= LIMITS.nodes || depth > LIMITS.depth) return;
    known.add(key);
    changes.push(...placed(key, parent, spread(index, nodes.length)));
    const words = ['name', 'description', 'reason'].filter((name) => node[name] !== undefined);
    for (const name of words) changes.push([`node ${key} ${name}`, node[name]]);
    if (words.length > 0) changes.push([`node ${key} language`, node.language]);
    if (node.status === 'skipped') changes.push([`node ${key} skipped`, 'true']);
    for (const { interlinker, version } of node.interlinkers ?? []) {
      // The same id for everybody, so that copies that are merged have the suggestion once.
      const path = `node ${key} use ${interlinker}`;
      changes.push([`${path} interlinker`, interlinker], [`${path} version`, version], [`${path} status`, 'chosen']);
    }
    add(node.children, key, depth + 1);
  });
  add(facts.nodes, null, 1);
  return begin(start, fields, changes, story.slug);
}

/** What a plan takes of a process: not what was done, by whom and when. */
const TOP = [
  'language', 'description', 'aim', 'idea', 'challenges', 'organisation', 'tags', 'governance-model', 'logo', 'schema',
  'story', 'rewards',
];
const NODE = [
  'level', 'position', 'name', 'description', 'language', 'problems', 'prerequisites', 'skipped', 'reason', 'complexity',
];
const USE = ['interlinker', 'version', 'note'];
const RESOURCE = ['title', 'address', 'note', 'kind'];

/**
 * Another process with the same plan and the same keys of nodes. With `team` also its organisations, teams and people,
 * who is responsible, and the notes of the steps. Without, no list of people comes along, nor who did what; but texts come
 * as they are, those on Interlinkers and results too, and with them whatever names somebody wrote there.
 *
 * @param {Process} source
 * @param {Start & { team?: boolean }} [start]
 * @returns {Process}
 */
export function startFromProcess(source, { team = false, ...start } = {}) {
  const values = valuesOf(source);
  const taken = (fields, names) => names.filter((name) => fields.has(name)).map((name) => [name, fields.get(name)]);
  /** @type {Change[]} */
  const changes = [];
  const isRemoved = (fields) => fields.get('removed') === 'true';
  const copyItems = (items, path, names, more = []) => {
    for (const [id, fields] of items) {
      const kept = isRemoved(fields) ? [] : [...taken(fields, names), ...more];
      for (const [name, given] of kept) changes.push([`${path} ${id} ${name}`, given]);
    }
  };
  const add = (parent) => {
    for (const key of values.children.get(parent) ?? []) {
      const { fields, use, resource } = values.nodes.get(key);
      if (isRemoved(fields)) continue;
      changes.push([`node ${key}`, parent]);
      const names = team ? [...NODE, 'responsible', 'notes'] : NODE;
      for (const [name, given] of taken(fields, names)) changes.push([`node ${key} ${name}`, given]);
      copyItems(use, `node ${key} use`, USE, [['status', 'chosen']]);
      copyItems(resource, `node ${key} resource`, RESOURCE);
      add(key);
    }
  };
  add(null);
  if (team) {
    for (const kind of ['organisation', 'team', 'person']) {
      for (const [id, fields] of values[kind]) {
        if (!isRemoved(fields)) changes.push(...[...fields].map(([name, given]) => [`${kind} ${id} ${name}`, given]));
      }
    }
  }
  const fields = { ...Object.fromEntries(taken(values.process, ['name', ...TOP])), 'cloned-from': source.id };
  return begin(start, fields, changes, undefined);
}

/**
 * The nodes of a schema that are still offered, from the top down.
 *
 * @param {any} schema
 * @returns {{ key: string, parent: string | null, position: string }[]}
 */
export function nodesOfSchema(schema) {
  const found = [];
  const add = (nodes, parent) => {
    const offered = (nodes ?? []).filter(({ retired }) => !retired);
    offered.forEach(({ id, objectives, tasks, children }, index) => {
      const key = `${schema.slug}/${id}`;
      found.push({ key, parent, position: spread(index, offered.length) });
      add(objectives ?? tasks ?? children, key);
    });
  };
  add(schema.facts.phases, null);
  return found.slice(0, LIMITS.nodes);
}

/** @param {string} key @param {string | null} parent @param {string} position @returns {Change[]} */
const placed = (key, parent, position) => [[`node ${key}`, parent], [`node ${key} position`, position]];

/** The words of an entry in a language, or in the first that has them. @param {any} entry @param {string} [language] */
function wordsOf({ words, languages }, language) {
  return words?.[[language, ...(languages ?? [])].find((one) => one !== undefined && Object.hasOwn(words, one))] ?? {};
}

/**
 * @param {Start} start
 * @param {Record<string, any>} fields what the source says; what is asked for comes first
 * @param {Change[]} changes
 * @param {string | undefined} detail
 */
function begin({ id = drawProcessId(), replica = drawReplica(), name, language, date, person }, fields, changes, detail) {
  const document = newProcess({ id, replica });
  const own = Object.entries({ name, language, start: date, state: 'in-progress' })
    .filter(([, given]) => given !== undefined);
  // One edit: undone or merged, a process begins as a whole.
  setFields(document, replica, [...Object.entries({ ...fields, ...Object.fromEntries(own) }), ...changes]);
  if (date !== undefined) addActivity(document, `${replica}-start`, { date, what: 'started', person, detail });
  return document;
}
