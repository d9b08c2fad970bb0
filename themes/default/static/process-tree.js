/**
 * The tree of a process as people see it: order, what counts, and what follows for parents: status, progress, dates. And
 * the changes that people make to it, as lists for `setFields`: nothing here changes a document.
 *
 * @import { Change, Fields, NodeValues, Process, Value } from './process.js'
 * @typedef {'awaiting' | 'in-progress' | 'done'} Status
 * @typedef {{ key: string, parent: TreeNode | null, children: TreeNode[], depth: number, level: string,
 *             isOwn: boolean, isLeaf: boolean, isRemoved: boolean, isSkipped: boolean, counts: boolean,
 *             status: Status, progress: number, start?: string, end?: string } & NodeValues} TreeNode
 *   `counts`: it is neither skipped nor removed, nor below such a node, nor is all of that so which lies below it; a leaf
 *   has no children but removed ones
 * @typedef {{ roots: TreeNode[], nodes: Map<string, TreeNode>, status: Status, progress: number, start?: string,
 *             end?: string, count: Record<Status, number> }} Tree  `count` and `progress` are of the leaves that count
 */
import { LEVELS } from './process-fields.js';
import { between, bySibling, spread } from './process-positions.js';
import { ProcessError, drawId, value, valuesOf } from './process.js';

/** Longer positions come of moving things between the same two again and again; then all siblings get new ones. */
const LONGEST_POSITION = 40;

/** @param {Process} document @param {ReturnType<typeof valuesOf>} [values] where they are at hand @returns {Tree} */
export function treeOf(document, values = valuesOf(document)) {
  /** @type {Map<string, TreeNode>} */
  const nodes = new Map();
  /** @param {string | null} parentKey @param {TreeNode | null} parent @returns {TreeNode[]} */
  const below = (parentKey, parent) => (values.children.get(parentKey) ?? []).map((key) => {
    const own = values.nodes.get(key);
    const depth = (parent?.depth ?? 0) + 1;
    const isSkipped = own.fields.get('skipped') === 'true';
    const isRemoved = own.fields.get('removed') === 'true' || (parent?.isRemoved ?? false);
    const { fields, use, resource, claim } = own;
    /** @type {TreeNode} */
    const node = {
      key, parent, children: [], depth, level: fields.get('level') ?? LEVELS[Math.min(depth, LEVELS.length) - 1],
      isOwn: !key.includes('/'), isLeaf: true, isRemoved, isSkipped,
      counts: !isSkipped && !isRemoved && (parent?.counts ?? true),
      status: 'awaiting', progress: 0, start: undefined, end: undefined, fields, use, resource, claim,
    };
    nodes.set(key, node);
    node.children = below(key, node);
    node.isLeaf = node.children.every((child) => child.isRemoved);
    // Where all below it is left out, nothing is left that could be done: what waits for it would wait for ever.
    if (!node.isLeaf && !node.children.some((child) => child.counts)) node.counts = false;
    const derived = node.isLeaf ? ofLeaf(fields) : ofParent(node.children);
    node.status = derived.status;
    node.progress = derived.progress;
    node.start = derived.start;
    node.end = derived.end;
    return node;
  });
  const roots = below(null, null);
  /** @type {Record<Status, number>} */
  const count = { awaiting: 0, 'in-progress': 0, done: 0 };
  for (const node of nodes.values()) if (node.isLeaf && node.counts) count[node.status]++;
  const { status, start, end } = ofParent(roots);
  return { roots, nodes, status, start, end, count, progress: percent(count) };
}

/**
 * What follows for a node and all above it, after fields of it changed that say neither whether it counts nor where it
 * lies. The same as deriving the whole tree again, only faster.
 *
 * @param {Tree} tree is changed @param {TreeNode} node of it
 */
export function deriveAgain(tree, node) {
  const counted = node.isLeaf && node.counts;
  if (counted) tree.count[node.status]--;
  for (let one = node; one !== null; one = one.parent) {
    Object.assign(one, one.isLeaf ? ofLeaf(one.fields) : ofParent(one.children));
  }
  if (counted) tree.count[node.status]++;
  const { status, start, end } = ofParent(tree.roots);
  Object.assign(tree, { status, start, end, progress: percent(tree.count) });
}

/** @param {Fields} fields */
function ofLeaf(fields) {
  const status = fields.get('status') ?? 'awaiting';
  const progress = { awaiting: 0, 'in-progress': 50, done: 100 }[status];
  return { status, progress, start: fields.get('start'), end: fields.get('end') };
}

/** @param {TreeNode[]} children */
function ofParent(children) {
  const counted = children.filter((child) => child.counts);
  const count = { awaiting: 0, 'in-progress': 0, done: 0 };
  for (const child of counted) count[child.status]++;
  const dates = (name) => counted.map((child) => child[name]).filter((date) => date !== undefined).sort();
  return { status: together(count), progress: percent(count), start: dates('start')[0], end: dates('end').at(-1) };
}

/** @param {Record<Status, number>} count @returns {Status} */
function together({ awaiting, 'in-progress': begun, done }) {
  if (begun === 0 && done === 0) return 'awaiting';
  return awaiting === 0 && begun === 0 ? 'done' : 'in-progress';
}

/** Half up, in whole numbers. @param {Record<Status, number>} count */
function percent({ awaiting, 'in-progress': begun, done }) {
  const all = awaiting + begun + done;
  return all === 0 ? 0 : Math.floor((200 * done + 100 * begun + all) / (2 * all));
}

// --- Changes ---

/**
 * A node of the team's own.
 *
 * @param {Process} document
 * @param {{ key?: string, parent?: string | null, before?: string, name: string, description?: string, language?: string,
 *           level?: string, problems?: string[] }} node `before`: the sibling it comes before; else it comes last
 * @returns {Change[]}
 */
export function addNode(document, { key = drawId(), parent = null, before, ...fields }) {
  return [
    [`node ${key}`, parent],
    ...placed(document, key, parent, before),
    ...Object.entries(fields).map(([name, given]) => [`node ${key} ${name}`, given]),
  ];
}

/** @param {string} key @param {{ name?: string, description?: string, language?: string }} words @returns {Change[]} */
export const renameNode = (key, words) => Object.entries(words).map(([name, given]) => [`node ${key} ${name}`, given]);

/**
 * Moves a node before the sibling above it, or behind the one below; removed ones do not count.
 *
 * @param {Process} document @param {string} key @param {-1 | 1} by
 * @returns {Change[]} none at an end
 */
export function moveNode(document, key, by) {
  const parent = document.places.get(key);
  const siblings = siblingsOf(document, parent);
  const seen = siblings.filter((one) => one === key || value(document, `node ${one} removed`) !== 'true');
  const at = seen.indexOf(key);
  const other = seen[at + by];
  if (at < 0 || other === undefined) return [];
  const rest = siblings.filter((one) => one !== key);
  return placed(document, key, parent, by < 0 ? other : rest[rest.indexOf(other) + 1]);
}

/** @param {string} key @param {string} [reason] @returns {Change[]} */
export const skipNode = (key, reason) => [[`node ${key} skipped`, 'true'], [`node ${key} reason`, reason]];

/** Takes back that a node was skipped or removed. @param {string} key @returns {Change[]} */
export const restoreNode = (key) =>
  ['skipped', 'reason', 'removed'].map((name) => [`node ${key} ${name}`, undefined]);

/**
 * Only a node of the team's own is removed; one of a schema is skipped, with a reason.
 *
 * @param {string} key
 * @returns {Change[]}
 */
export function removeNode(key) {
  if (key.includes('/')) throw new ProcessError('not-own', 'a node of a schema is skipped, not removed', `node ${key}`);
  return [[`node ${key} removed`, 'true']];
}

/** @param {Process} document @param {string} key @param {Status} status @returns {Change[]} */
export function setStatus(document, key, status) {
  if (!isLeaf(document, key)) {
    throw new ProcessError('not-a-leaf', 'the status of this node follows from those below it', `node ${key}`);
  }
  return [[`node ${key} status`, status]];
}

/**
 * @param {Process} document @param {string} key
 * @param {{ id?: string, interlinker: string, version?: string, status?: 'chosen' | 'used', date?: string, note?: string }} use
 * @returns {Change[]}
 */
export function addUse(document, key, { id = drawId(), status = 'used', ...fields }) {
  return [...itemOf(`node ${key} use ${id}`, { status, ...fields }), ...(status === 'used' ? begun(document, key) : [])];
}

/**
 * @param {Process} document @param {string} key
 * @param {{ id?: string, title: string, address?: string, note?: string, kind?: 'link' | 'note' }} resource
 * @returns {Change[]}
 */
export function addResource(document, key, { id = drawId(), ...fields }) {
  return [...itemOf(`node ${key} resource ${id}`, fields), ...begun(document, key)];
}

/** @param {string} path @param {Record<string, Value>} fields @returns {Change[]} */
export const itemOf = (path, fields) => Object.entries(fields).map(([name, given]) => [`${path} ${name}`, given]);

/** Whoever adds the first result of a task has begun it. @returns {Change[]} */
function begun(document, key) {
  const isAwaiting = (value(document, `node ${key} status`) ?? 'awaiting') === 'awaiting';
  return isAwaiting && isLeaf(document, key) ? [[`node ${key} status`, 'in-progress']] : [];
}

/** @param {Process} document @param {string} key */
function isLeaf(document, key) {
  for (const [child, parent] of document.places) {
    if (parent === key && value(document, `node ${child} removed`) !== 'true') return false;
  }
  return true;
}

/** Keys of the nodes below one, removed ones too, in their order. @param {Process} document @param {string | null} parent */
function siblingsOf(document, parent) {
  const keys = [...document.places].filter(([, above]) => above === parent).map(([key]) => key);
  return keys.sort(bySibling((key) => value(document, `node ${key} position`)));
}

/**
 * The changes that give a node its place before a sibling, or behind all.
 *
 * @param {Process} document @param {string} key @param {string | null} parent @param {string | undefined} before
 * @returns {Change[]}
 */
export function placed(document, key, parent, before) {
  const siblings = siblingsOf(document, parent).filter((one) => one !== key);
  const found = before === undefined ? -1 : siblings.indexOf(before);
  const at = found < 0 ? siblings.length : found;
  const positionOf = (one) => one === undefined ? undefined : value(document, `node ${one} position`) ?? '';
  const [low, high] = [positionOf(siblings[at - 1]), positionOf(siblings[at])];
  const position = low === '' || high === '' ? undefined : between(low, high);
  if (position !== undefined && position.length <= LONGEST_POSITION) return [[`node ${key} position`, position]];
  // Two that were put at one place without knowing of each other leave no room between them.
  const all = [...siblings.slice(0, at), key, ...siblings.slice(at)];
  return all.map((one, index) => [`node ${one} position`, spread(index, all.length)]);
}
