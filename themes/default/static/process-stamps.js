/**
 * What stands in a process file -> the process: each value gets the edit that `edits` says it has. A value that differs
 * from its digest was changed by hand; all such values together are one edit, the same for everybody who reads the file.
 *
 * @import { Activity, Alternative, Process, Value } from './process.js'
 * @typedef {{ counter: number, replica: string, digest: string }} Mark  what `edits` says of a field
 * @typedef {{ id: string, values: Map<string, Value>, places: Map<string, string | null>, unplaced: string[][],
 *             activity: Map<string, Activity>, seen: Map<string, number>, edits: Map<string, Mark>,
 *             also: Map<string, Alternative[]> }} Found  `values` by path; `unplaced`: the siblings without a position,
 *   list by list
 */
import { LIMITS, placeOf } from './process-fields.js';
import { spread } from './process-positions.js';
import { NOBODY, canonicalJson, digestOf, fnv, newest, ordered, settlePlaces } from './process.js';

/** @param {Found} found is used up @returns {Process} */
export function stampedProcess({ id, values, places, unplaced, activity, seen, edits, also }) {
  for (const { counter, replica } of [...edits.values(), ...[...also.values()].flat()]) {
    if (counter > (seen.get(replica) ?? 0)) seen.set(replica, counter);
  }
  markLost(values, places, edits);
  const registers = nobodysPositions(values, unplaced, edits);
  /** @type {string[]} */
  const byHand = [];
  for (const path of new Set([...values.keys(), ...edits.keys()])) {
    if (registers.has(path)) continue;
    const mark = edits.get(path);
    const value = values.get(path);
    if (mark && digestOf(value) === mark.digest) {
      registers.set(path, [{ counter: mark.counter, replica: mark.replica, value }]);
    } else {
      byHand.push(path);
    }
  }
  stampByHand(registers, byHand.sort(), values, seen);
  for (const [path, others] of also) registers.set(path, ordered([...(registers.get(path) ?? []), ...others]));
  const document = { id, seen, registers, places, activity: newest(activity) };
  settlePlaces(document);
  return document;
}

/**
 * A node that `edits` knows and the file has no more was removed by hand.
 *
 * @param {Map<string, Value>} values @param {Map<string, string | null>} places @param {Map<string, Mark>} edits
 */
function markLost(values, places, edits) {
  for (const path of edits.keys()) {
    const node = path.startsWith('node ') ? placeOf(path).node : undefined;
    if (node !== undefined && !places.has(node)) values.set(`node ${node} removed`, 'true');
  }
}

/**
 * Gives nodes without a position the one of their line in the file, which is nobody's edit; but where somebody chose one
 * and it is gone, it is one by hand.
 *
 * @param {Map<string, Value>} values @param {string[][]} unplaced @param {Map<string, Mark>} edits
 * @returns {Map<string, Alternative[]>}
 */
function nobodysPositions(values, unplaced, edits) {
  const registers = new Map();
  const cleared = digestOf(undefined);
  for (const keys of unplaced) {
    keys.forEach((key, index) => {
      const path = `node ${key} position`;
      const mark = edits.get(path);
      const value = spread(index, keys.length);
      if (!mark || mark.counter === 0) registers.set(path, [{ counter: 0, replica: NOBODY, value }]);
      else if (mark.digest !== cleared) values.set(path, value);
    });
  }
  return registers;
}

/**
 * @param {Map<string, Alternative[]>} registers @param {string[]} paths in their order
 * @param {Map<string, Value>} values @param {Map<string, number>} seen
 */
function stampByHand(registers, paths, values, seen) {
  if (paths.length === 0) return;
  let counter = 1;
  for (const known of seen.values()) if (known >= counter) counter = Math.min(known + 1, LIMITS.counter);
  const lines = paths.map((path) => `${path} ${canonicalJson(values.get(path))}\n`);
  const replica = `h${fnv(lines.join('')).slice(0, 7)}`;
  for (const path of paths) registers.set(path, [{ counter, replica, value: values.get(path) }]);
  seen.set(replica, counter);
}
