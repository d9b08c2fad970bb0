// How long a large process takes, in milliseconds: the median of some runs. Usage: node bench.mjs [number of tasks]
import { copyOf, merge, setFields } from '../../../themes/default/static/process.js';
import { calendarOf, tableOf } from '../../../themes/default/static/process-exports.js';
import { readProcess, writeProcess } from '../../../themes/default/static/process-file.js';
import { pointsOf } from '../../../themes/default/static/process-points.js';
import { treeOf } from '../../../themes/default/static/process-tree.js';
import { largeProcess } from './random.mjs';

const document = largeProcess(Number(process.argv[2] ?? 2_000));
const other = copyOf(document);
setFields(other, 'bbbbbbbb', [...other.places.keys()].map((key) => [`node ${key} notes`, 'Changed']));
const text = writeProcess(document);
const byHand = text.slice(0, text.indexOf('\n# Kept'));
const works = {
  read: () => readProcess(text),
  'read all as edits by hand': () => readProcess(byHand),
  write: () => writeProcess(document),
  merge: () => merge(document, other),
  tree: () => treeOf(document),
  points: () => pointsOf(document),
  table: () => tableOf(document),
  calendar: () => calendarOf(document, { now: new Date(0) }),
};
for (const [what, work] of Object.entries(works)) {
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((one, two) => one - two);
  console.log(`${what.padEnd(26)} ${Math.round(times[3])}`);
}
