/**
 * A schema goes on while a process follows it: what its present version has that the process has not, what it offers no
 * more, and what it has in another order or elsewhere. And the changes that take this over, each only if the team wants
 * it; a node stays below the one that it lies in, so what stands elsewhere is only told.
 *
 * @import { Change, Process } from './process.js'
 * @typedef {{ key: string, parent: string | null, behind: string[] }} Placed  `behind`: what follows it in the schema
 * @typedef {{ key: string, isTouched: boolean, isNeeded: boolean }} Retired  `isTouched`: the team has worked there or
 *   below; `isNeeded`: below it lies what the schema still offers
 * @typedef {{ key: string, parent: string | null }} Elsewhere  `parent` in the schema
 * @typedef {{ added: Placed[], retired: Retired[], moved: Placed[], elsewhere: Elsewhere[] }} Comparison
 */
import { nodesOfSchema } from './process-start.js';
import { placed, skipNode } from './process-tree.js';
import { copyOf, setFields, valuesOf } from './process.js';

/**
 * @param {Process} document
 * @param {any} schema a file of `api/v1/schemas/`
 * @returns {Comparison}
 */
export function compareWithSchema(document, schema) {
  const values = valuesOf(document);
  const offered = nodesOfSchema(schema);
  const byKey = new Map(offered.map((node) => [node.key, node]));
  const isOf = (key) => key.startsWith(`${schema.slug}/`);
  // A node whose lines are gone from the file was removed by the team; it is not offered as new.
  const isKnown = (key) => document.places.has(key) || document.registers.has(`node ${key} removed`);
  const groups = siblingsIn(offered);
  const behind = ({ key, parent }) => groups.get(parent).slice(groups.get(parent).indexOf(key) + 1);
  /** @type {Placed[]} */
  const added = [];
  const here = new Set(document.places.keys());
  for (const node of offered) {
    if (isKnown(node.key) || (node.parent !== null && !here.has(node.parent))) continue;
    here.add(node.key);
    added.push({ key: node.key, parent: node.parent, behind: behind(node) });
  }
  /** @type {Placed[]} */
  const moved = [];
  for (const [parent, keys] of groups) {
    const order = new Map(keys.map((key, index) => [key, index]));
    const present = (values.children.get(parent) ?? []).filter((key) => order.has(key));
    const stay = longestRun(present.map((key) => order.get(key)));
    for (const key of keys) {
      if (present.includes(key) && !stay.has(order.get(key))) moved.push({ key, parent, behind: behind({ key, parent }) });
    }
  }
  const isOff = (key) => ['removed', 'skipped'].some((name) => values.nodes.get(key).fields.get(name) === 'true');
  /** With a node everything below it is skipped, but for what is off already. @param {string} key @returns {string[]} */
  const within = (key) =>
    [key, ...(values.children.get(key) ?? []).filter((one) => !isOff(one)).flatMap(within)];
  const retired = [...values.nodes.keys()].filter((key) => isOf(key) && !byKey.has(key) && !isOff(key)).map((key) => {
    const all = within(key);
    return {
      key,
      isTouched: all.some((one) => !one.includes('/') || isTouched(values.nodes.get(one))),
      isNeeded: all.some((one) => byKey.has(one)),
    };
  });
  const elsewhere = offered
    .filter(({ key, parent }) => document.places.has(key) && document.places.get(key) !== parent && !isOff(key))
    .map(({ key, parent }) => ({ key, parent }));
  return { added, retired, moved, elsewhere };
}

/** Whether more is known of a node than that it is there. @param {import('./process.js').NodeValues} node */
function isTouched({ fields, use, resource, claim }) {
  return use.size + resource.size + claim.size > 0
    || [...fields].some(([name, value]) => name !== 'position' && !(name === 'status' && value === 'awaiting'));
}

/**
 * The changes that take over what the schema has new; of a comparison, or of a part of it.
 *
 * @param {Process} document
 * @param {Pick<Comparison, 'added' | 'retired' | 'moved'>} comparison
 * @param {string} reason why a retired node is skipped, in the language of the team
 * @returns {Change[]}
 */
export function takeOver(document, { added, retired, moved }, reason) {
  // Each place depends on those before it, so they are tried out on a copy.
  const tried = copyOf(document);
  /** @type {Map<string, any>} */
  const changes = new Map();
  const make = (list) => {
    setFields(tried, 'tttttttt', list);
    for (const [path, value] of list) changes.set(path, value);
  };
  const isNew = new Set(added.map(({ key }) => key));
  const all = [...added, ...moved];
  for (const keys of siblingsIn(all).values()) {
    const group = all.filter(({ key }) => keys.includes(key));
    // From the last to the first: what a node comes before has its place by then.
    for (const { key, parent, behind } of group.sort((one, other) => one.behind.length - other.behind.length)) {
      const before = behind.find((one) => tried.places.get(one) === parent);
      make([...(isNew.has(key) ? [[`node ${key}`, parent]] : []), ...placed(tried, key, parent, before)]);
    }
  }
  for (const { key } of retired) make(skipNode(key, reason));
  return [...changes];
}

/** @param {{ key: string, parent: string | null }[]} nodes */
function siblingsIn(nodes) {
  /** @type {Map<string | null, string[]>} */
  const groups = new Map();
  for (const { key, parent } of nodes) groups.set(parent, [...(groups.get(parent) ?? []), key]);
  return groups;
}

/** A longest rising selection: what need not move. @param {number[]} numbers @returns {Set<number>} */
function longestRun(numbers) {
  /** The last place of the best run of each length, and what comes before each place. @type {number[]} */
  const ends = [];
  const before = [];
  numbers.forEach((number, at) => {
    let [from, to] = [0, ends.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (numbers[ends[middle]] < number) from = middle + 1;
      else to = middle;
    }
    before[at] = from > 0 ? ends[from - 1] : -1;
    ends[from] = at;
  });
  const run = new Set();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]) run.add(numbers[at]);
  return run;
}
