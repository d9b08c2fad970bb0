/**
 * The outline of a way of working, as it is typed into the form: one line a node, further in for what belongs to the
 * line above. The service reads it in the same way (contrib-service/src/submission/outline.rs).
 *
 * @typedef {{ id: string, name: string, children: OutlineNode[] }} OutlineNode
 */

/** Phases, objectives, tasks: what the lists of each level are called in the file. */
const LEVELS = ['phases', 'objectives', 'tasks'];
/** How long an id may be, in characters. */
const LONGEST_ID = 50;

/**
 * The tree of an outline.
 *
 * @param {string} text
 * @param {(name: string) => string} slugOf a name as an id
 * @returns {OutlineNode[] | undefined} nothing where a line is too far in, or where there is no task
 */
export function treeOf(text, slugOf) {
  /** @type {OutlineNode[]} */
  const roots = [];
  /** @type {{ margin: number, node: OutlineNode }[]} */
  const above = [];
  const taken = new Set();
  for (const line of text.split(/\r?\n/u)) {
    const expanded = line.replaceAll('\t', '    ');
    const margin = expanded.length - expanded.trimStart().length;
    const name = expanded.trim().replace(/^[-*•–+]+/u, '').trim().replace(/\s+/gu, ' ');
    if (name === '') continue;
    while (above.length > 0 && above[above.length - 1].margin >= margin) above.pop();
    if (above.length >= LEVELS.length) return undefined;
    const node = { id: idOf(slugOf(name), taken), name, children: [] };
    (above.length > 0 ? above[above.length - 1].node.children : roots).push(node);
    above.push({ margin, node });
  }
  const hasTask = roots.some((phase) => phase.children.some((objective) => objective.children.length > 0));
  return hasTask ? roots : undefined;
}

/** An id that no other node has. @param {string} slug @param {Set<string>} taken */
function idOf(slug, taken) {
  const stem = slug.slice(0, LONGEST_ID).replace(/-+$/u, '') || 'node';
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  taken.add(id);
  return id;
}

/** The tree as the file of facts has it. @param {OutlineNode[]} nodes @param {number} [level] @returns {string} */
export function factsOf(nodes, level = 0) {
  const margin = '    '.repeat(level);
  const list = nodes.map(({ id, children }) => `${margin}  - id: ${id}\n${children.length > 0 ? factsOf(children, level + 1) : ''}`);
  return `${margin}${LEVELS[level]}:\n${list.join('')}`;
}

/** The names of the nodes, as the file of words has them. @param {OutlineNode[]} nodes @param {(text: string) => string} scalar @returns {string} */
export const wordsOf = (nodes, scalar) =>
  nodes.map(({ id, name, children }) => `${id}:\n  name: ${scalar(name)}\n${wordsOf(children, scalar)}`).join('');
