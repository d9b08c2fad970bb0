/**
 * Time as the work plan draws it: days as numbers, which days a chart shows at a scale, where its lines stand, which tasks
 * have dates, and how tasks are spread over a time. Pure.
 *
 * @import { Change } from './process.js'
 * @import { Tree, TreeNode } from './process-tree.js'
 * @typedef {'day' | 'week' | 'month' | 'year'} Scale
 * @typedef {{ first: number, last: number, isCut: boolean }} Range  days, both of them shown; `isCut`: some have no room
 * @typedef {{ from: number, to: number }} Cell  a stretch of days, both of them in it
 */

/** @type {Scale[]} */
export const SCALES = ['day', 'week', 'month', 'year'];

/** How wide a day is, in units of the size of letters; and how many days at most a chart has. */
export const WIDTHS = { day: 2, week: 0.5, month: 0.15, year: 0.014 };
const MOST_DAYS = { day: 800, week: 2_600, month: 7_300, year: 110_000 };

/** A scale that shows about as many days at once as a screen is wide. */
const FITTING = /** @type {[number, Scale][]} */ ([
  [24, 'day'],
  [130, 'week'],
  [1_000, 'month'],
]);

/** Today is shown beside a plan that began or ended not longer ago than this. */
const NEAR = 31;

const LENGTH = 86_400_000;

/** @param {string} day written as year-month-day */
export const numberOf = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / LENGTH);

/** @param {number} number */
export const dayAt = (number) => new Date(number * LENGTH).toISOString().slice(0, 10);

/** Its year, month from 0 and day of the week from Monday as 0. @param {number} number */
export function partsOf(number) {
  const date = new Date(number * LENGTH);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth(), weekday: (date.getUTCDay() + 6) % 7 };
}

/** The first day of a month. Of years before 100 `Date.UTC` would make those of the century before last. */
function monthStart(year, month) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return Math.round(date.getTime() / LENGTH);
}

/**
 * The days that a node takes in their order, also where its end is before its beginning.
 *
 * @param {{ start?: string, end?: string }} node
 * @returns {{ from: number, to: number, isTurned: boolean, isPoint: boolean } | undefined} `isPoint`: only one of them is known
 */
export function daysOf({ start, end }) {
  const known = [start, end].filter((day) => day !== undefined).map(numberOf);
  if (known.length === 0) return undefined;
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return { from, to, isTurned: known.length === 2 && known[1] < known[0], isPoint: known.length === 1 };
}

/** The tasks that count, in the order of the tree. @param {Tree} tree */
export const tasksOf = (tree) => [...tree.nodes.values()].filter(({ isLeaf, counts }) => isLeaf && counts);

/**
 * What lies below a node and has tasks that count, each node before its children.
 *
 * @param {TreeNode} node @returns {TreeNode[]}
 */
export const below = (node) =>
  node.children
    .filter(({ counts }) => counts)
    .flatMap((child) => {
      const inner = below(child);
      return child.isLeaf || inner.length > 0 ? [child, ...inner] : [];
    });

/** The phases that a plan has. @param {Tree} tree */
export const phasesOf = (tree) => tree.roots.filter((root) => root.counts && (root.isLeaf || below(root).length > 0));

/** @param {TreeNode} node */
export const hasDates = ({ start, end }) => start !== undefined || end !== undefined;

/** From the first day to the last of all tasks. @param {Iterable<TreeNode>} tasks @returns {Cell | undefined} */
export function boundsOf(tasks) {
  let [from, to] = [Infinity, -Infinity];
  for (const task of tasks) {
    const days = daysOf(task);
    if (!days) continue;
    from = Math.min(from, days.from);
    to = Math.max(to, days.to);
  }
  return from === Infinity ? undefined : { from, to };
}

/** @param {Cell} bounds @returns {Scale} */
export const fittingScale = ({ from, to }) => FITTING.find(([most]) => to - from < most)?.[1] ?? 'year';

/**
 * What a chart shows: whole weeks, months or years around a plan.
 *
 * @param {Cell} bounds @param {Scale} scale @param {number} today @returns {Range}
 */
export function rangeOf({ from, to }, scale, today) {
  let [first, last] = [
    today < from && from - today <= NEAR ? today : from,
    today > to && today - to <= NEAR ? today : to,
  ];
  const most = MOST_DAYS[scale];
  const isCut = last - first >= most;
  if (isCut) {
    // Where there is no room for all, what lies around today matters most.
    const isUnderWay = today > first && today < last;
    first = isUnderWay ? Math.max(first, Math.min(today - Math.floor(most / 4), last - most + 1)) : first;
    last = first + most - 1;
  }
  if (scale === 'day') {
    return { first: first - partsOf(first).weekday, last: last + 6 - partsOf(last).weekday, isCut };
  }
  const [begin, end] = [partsOf(first), partsOf(last)];
  return scale === 'year'
    ? { first: monthStart(begin.year, 0), last: monthStart(end.year + 1, 0) - 1, isCut }
    : { first: monthStart(begin.year, begin.month), last: monthStart(end.year, end.month + 1) - 1, isCut };
}

/**
 * The stretches that the head of a chart names: wide ones above narrow ones.
 *
 * @param {Range} range @param {Scale} scale
 * @returns {{ wide: Cell[], narrow: Cell[], names: { wide: 'month-of-year' | 'year', narrow: 'day' | 'month' | '' } }}
 */
export function cellsOf(range, scale) {
  const months = (step) =>
    stretches(range, (day) => {
      const { year, month } = partsOf(day);
      return monthStart(year, month - (month % step) + step);
    });
  if (scale === 'day') {
    return {
      wide: months(1),
      narrow: stretches(range, (day) => day + 1),
      names: { wide: 'month-of-year', narrow: 'day' },
    };
  }
  if (scale === 'week') {
    const weeks = stretches(range, (day) => day + 7 - partsOf(day).weekday);
    return { wide: months(1), narrow: weeks, names: { wide: 'month-of-year', narrow: 'day' } };
  }
  if (scale === 'month') return { wide: months(12), narrow: months(1), names: { wide: 'year', narrow: 'month' } };
  return { wide: months(12), narrow: months(3), names: { wide: 'year', narrow: '' } };
}

/** @param {Range} range @param {(day: number) => number} next the first day of the stretch after that of a day @returns {Cell[]} */
function stretches({ first, last }, next) {
  const found = [];
  for (let from = first; from <= last; from = next(from)) found.push({ from, to: Math.min(next(from) - 1, last) });
  return found;
}

/** How far from the left a day begins, as a share of the range. @param {Range} range @param {number} day */
export const shareOf = ({ first, last }, day) => (day - first) / (last - first + 1);

/**
 * Spreads tasks over a time, one after the other, each with about as many days; where days are few, several have the same.
 *
 * @param {TreeNode[]} tasks in their order @param {string} start @param {string} end
 * @returns {Change[]}
 */
export function spreadOver(tasks, start, end) {
  const first = numberOf(start);
  const days = numberOf(end) - first + 1;
  return tasks.flatMap(({ key }, index) => {
    const from = Math.floor((index * days) / tasks.length);
    const to = Math.max(from, Math.floor(((index + 1) * days) / tasks.length) - 1);
    return [
      [`node ${key} start`, dayAt(first + from)],
      [`node ${key} end`, dayAt(first + to)],
    ];
  });
}
