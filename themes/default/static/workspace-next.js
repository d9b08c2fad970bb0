/**
 * What can be done next in a process: what is under way, then what nothing stands before. Pure.
 *
 * @import { Tree, TreeNode } from './process-tree.js'
 */

/**
 * @param {Tree} tree @param {(node: TreeNode) => string[]} before keys of what comes before a node
 * @param {number} [most]
 * @returns {TreeNode[]}
 */
export function nextSteps(tree, before, most = 3) {
  const leaves = [...tree.nodes.values()].filter(({ isLeaf, counts }) => isLeaf && counts);
  const found = leaves.filter(({ status }) => status === 'in-progress').slice(0, most);
  for (const node of leaves) {
    if (found.length >= most) break;
    if (node.status === 'awaiting' && openBefore(tree, node, before).length === 0) found.push(node);
  }
  return found;
}

/**
 * The task that follows in the order of the tree; after one that is skipped, the next that is not done.
 *
 * @param {Tree} tree @param {TreeNode} node @returns {TreeNode | undefined}
 */
export function nextTask(tree, node) {
  if (!node.isLeaf) return undefined;
  const all = [...tree.nodes.values()];
  return all
    .slice(all.indexOf(node) + 1)
    .find((one) => one.isLeaf && one.counts && one.parent && (node.counts || one.status !== 'done'));
}

/**
 * What has to be done before a node and is not: what comes before it, and before what it lies in.
 *
 * @param {Tree} tree @param {TreeNode} node @param {(node: TreeNode) => string[]} before
 * @returns {TreeNode[]}
 */
export function openBefore(tree, node, before) {
  const found = [];
  for (let one = node; one; one = one.parent) {
    for (const key of before(one)) {
      const other = tree.nodes.get(key);
      if (other && other.counts && other.status !== 'done' && !found.includes(other)) found.push(other);
    }
  }
  return found;
}

/**
 * Whether a node would wait for itself if another came before it: because that one, or what comes before it and lies in it,
 * waits for the node or for something below it.
 *
 * @param {Tree} tree @param {TreeNode} node @param {TreeNode} other @param {(node: TreeNode) => string[]} before
 */
export function closesCircle(tree, node, other, before) {
  const seen = new Set([other]);
  const add = (one) => {
    if (one && !one.isRemoved) seen.add(one);
  };
  // What is added on the way is walked too.
  for (const one of seen) {
    for (let above = one; above; above = above.parent) {
      if (above === node) return true;
      for (const key of before(above)) add(tree.nodes.get(key));
    }
    one.children.forEach(add);
  }
  return false;
}

/** Whether a day that was planned for the end of a node is over. @param {TreeNode} node @param {string} today */
export const isLate = (node, today) =>
  node.counts && node.status !== 'done' && node.end !== undefined && node.end < today;
