/**
 * Undo and redo, as new edits that set fields back: other copies learn of them like of any edit, and merging stays as it
 * is. What somebody else has changed since, or sees differently, is left alone. The history lives with the open page; it
 * is no part of the process.
 *
 * @import { Change, Process, Value } from './process.js'
 * @typedef {{ path: string, before: Value, after: Value }} FieldStep
 * @typedef {{ fields: FieldStep[], added: string[] }} Step  `added`: keys of nodes that were new
 * @typedef {{ done: Step[], undone: Step[] }} History
 */
import { alternatives, isSame, newNode, setFields, value } from './process.js';

const MOST_STEPS = 200;

/** @returns {History} */
export const newHistory = () => ({ done: [], undone: [] });

/**
 * Sets fields and remembers how they were.
 *
 * @param {Process} document is changed @param {string} replica @param {History} history is changed
 * @param {Iterable<Change>} changes
 * @returns {number | undefined} the counter, as `setFields` gives it
 */
export function perform(document, replica, history, changes) {
  const list = [...changes];
  const added = list.map(([path]) => newNode(path)).filter((key) => key !== undefined && !document.places.has(key));
  const isOfAdded = (path) => added.some((key) => path.startsWith(`node ${key} `));
  const paths = [...new Set(list.map(([path]) => path))]
    .filter((path) => newNode(path) === undefined && !isOfAdded(path));
  const before = paths.map((path) => value(document, path));
  const counter = setFields(document, replica, list);
  const fields = paths.map((path, index) => ({ path, before: before[index], after: value(document, path) }))
    .filter((step) => !isSame(step.before, step.after));
  if (fields.length > 0 || added.length > 0) {
    history.done = [...history.done, { fields, added }].slice(-MOST_STEPS);
    history.undone = [];
  }
  return counter;
}

/**
 * Takes the last step back.
 *
 * @param {Process} document @param {string} replica @param {History} history
 * @returns {number | undefined}
 */
export function undo(document, replica, history) {
  const step = history.done.pop();
  if (!step) return undefined;
  history.undone.push(step);
  // A node that was added stays, with the mark that it is removed.
  const fields = step.fields.map(({ path, before, after }) => [path, after, before]);
  return setBack(document, replica, fields, step.added, 'true');
}

/**
 * Makes a step again that was taken back.
 *
 * @param {Process} document @param {string} replica @param {History} history
 * @returns {number | undefined}
 */
export function redo(document, replica, history) {
  const step = history.undone.pop();
  if (!step) return undefined;
  history.done.push(step);
  const fields = step.fields.map(({ path, before, after }) => [path, before, after]);
  return setBack(document, replica, fields, step.added, undefined);
}

/**
 * @param {Process} document @param {string} replica
 * @param {[path: string, from: Value, to: Value][]} fields
 * @param {string[]} added @param {'true' | undefined} removed
 */
function setBack(document, replica, fields, added, removed) {
  /** @type {Change[]} */
  const changes = fields.filter(([path, from]) => {
    const shown = alternatives(document, path);
    return shown.length <= 1 && isSame(shown[0]?.value, from);
  }).map(([path, , to]) => [path, to]);
  return setFields(document, replica, [...changes, ...added.map((key) => [`node ${key} removed`, removed])]);
}
