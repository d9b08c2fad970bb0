/**
 * Contributions: who claims a part in which task, and the points that follow once a task is closed. What they are worth is
 * written to the claims then, and to whom it went, so that no later change of another copy gives or takes points that nobody
 * awarded. Files that are older have tasks closed without that; there the points follow from what stands there now.
 *
 * @import { Change, Fields, Process } from './process.js'
 * @import { Tree, TreeNode } from './process-tree.js'
 * @typedef {{ person: string, claims: number, percent: number, level: 1 | 2 | 3 | undefined, isSetByHand: boolean,
 *             points: number }} Share  `points` are what the level is worth here, whether the task is closed or not; there
 *   is no level where the points that were awarded do not follow from what stands there now
 * @typedef {{ key: string, isClosed: boolean, complexity: number, shares: Share[], late: number }} TaskPoints  `late`:
 *   claims that came after the points were awarded, from another copy
 * @typedef {{ rank: number, person: string, name: string, points: number, tasks: number }} Place
 */
import { COMPLEXITIES } from './process-fields.js';
import { treeOf } from './process-tree.js';
import { compareTexts, valuesOf } from './process.js';

export const LEVELS = ['1', '2', '3'];
/** What a task of each complexity is worth for each level. */
export const WORTH = new Map(COMPLEXITIES.map((complexity, index) => [complexity, index * 20]));

/**
 * @param {Process} document
 * @param {ReturnType<typeof valuesOf>} [values] @param {Tree} [tree] both where they are at hand
 * @returns {{ tasks: Map<string, TaskPoints>, leaderboard: Place[] }} tasks with claims, in the order of the tree
 */
export function pointsOf(document, values = valuesOf(document), tree = treeOf(document, values)) {
  const tasks = new Map();
  /** @type {Map<string, { points: number, tasks: number }>} */
  const totals = new Map();
  for (const node of tree.nodes.values()) {
    if (node.isRemoved) continue;
    const { isClosed, shares, ...task } = pointsOfTask(node);
    if (shares.length > 0) tasks.set(node.key, { ...task, isClosed, shares });
    for (const { person, points } of isClosed ? shares : []) {
      const total = totals.get(person) ?? { points: 0, tasks: 0 };
      totals.set(person, { points: total.points + points, tasks: total.tasks + 1 });
    }
  }
  return { tasks, leaderboard: ranked(totals, values.person) };
}

/** What the contributions to one task are worth. @param {TreeNode} node @returns {TaskPoints} */
export function pointsOfTask({ key, fields, claim }) {
  const complexity = worthOf(fields);
  const isClosed = fields.get('closed') === 'true';
  const present = presentClaims(claim);
  const awarded = isClosed ? [...claim.values()].filter((one) => one.has('points') && awardedTo(one)) : [];
  if (awarded.length === 0) return { key, isClosed, complexity, shares: sharesOf(present, complexity), late: 0 };
  const late = present.filter((one) => !one.has('points')).length;
  return { key, isClosed, complexity, shares: awardedOf(awarded, complexity), late };
}

/** What a task is worth for each level. @param {Fields} fields */
const worthOf = (fields) => WORTH.get(/** @type {string} */ (fields.get('complexity'))) ?? 0;

/** @param {Map<string, Fields>} claim */
const presentClaims = (claim) =>
  [...claim.values()].filter((one) => one.has('person') && one.get('removed') !== 'true');

/** To whom the points of a claim went; whoever writes them by hand may leave it out. @param {Fields} claim */
const awardedTo = (claim) => claim.get('awarded') ?? claim.get('person');

/**
 * What was awarded, also for a claim that another copy removed meanwhile or gave to somebody else.
 *
 * @param {Fields[]} claims @param {number} complexity @returns {Share[]}
 */
const awardedOf = (claims, complexity) => sharesOf(claims, complexity, awardedTo).map((share) => {
  const own = claims.filter((one) => awardedTo(one) === share.person);
  // Two copies that awarded at the same time may differ; as with levels the greatest holds.
  const points = Math.max(...own.map((one) => Number(one.get('points'))));
  return { ...share, points, level: share.points === points ? share.level : undefined };
});

/**
 * How one person stands: the tasks that they have contributed to, in the order of the tree, and their place.
 *
 * @param {ReturnType<typeof pointsOf>} points @param {string} person
 * @returns {{ place: Place | undefined, points: number, tasks: (TaskPoints & { share: Share })[] }}
 */
export function standingOf({ tasks, leaderboard }, person) {
  const own = [...tasks.values()].flatMap((task) => {
    const share = task.shares.find((one) => one.person === person);
    return share ? [{ ...task, share }] : [];
  });
  const place = leaderboard.find((one) => one.person === person);
  return { place, points: place?.points ?? 0, tasks: own };
}

/**
 * @param {Fields[]} claims @param {number} complexity @param {(claim: Fields) => any} [whose] the person of a claim
 * @returns {Share[]}
 */
function sharesOf(claims, complexity, whose = (claim) => claim.get('person')) {
  /** @type {Map<string, { claims: number, set: number }>} */
  const people = new Map();
  let all = 0;
  for (const claim of claims) {
    const person = whose(claim);
    const known = people.get(person) ?? { claims: 0, set: 0 };
    // Of several levels that were set for one person the greatest holds.
    people.set(person, { claims: known.claims + 1, set: Math.max(known.set, Number(claim.get('level') ?? 0)) });
    all++;
  }
  return [...people].sort(([one], [other]) => (one < other ? -1 : 1)).map(([person, { claims: own, set }]) => {
    const level = set || (own * 100 < all * 15 ? 1 : own * 100 < all * 60 ? 2 : 3);
    const percent = Math.floor((200 * own + all) / (2 * all));
    return { person, claims: own, percent, level, isSetByHand: set > 0, points: level * complexity };
  });
}

/** By points, then by name; whoever has the same points has the same rank. @returns {Place[]} */
function ranked(totals, people) {
  const places = [...totals]
    .filter(([person]) => people.has(person) && people.get(person).get('removed') !== 'true')
    .map(([person, total]) => ({ person, name: people.get(person).get('name') ?? person, ...total }))
    .sort((one, other) => other.points - one.points || compareTexts(one.name, other.name)
      || (one.person < other.person ? -1 : 1));
  return places.map((place) => ({ rank: places.findIndex(({ points }) => points === place.points) + 1, ...place }));
}

/** Closes a task: its points count from now on. @param {TreeNode} node @returns {Change[]} */
export function awardPoints({ key, fields, claim }) {
  const present = presentClaims(claim);
  const points = new Map(sharesOf(present, worthOf(fields)).map((share) => [share.person, String(share.points)]));
  return [
    [`node ${key} closed`, 'true'], [`node ${key} status`, 'done'],
    ...[...claim].flatMap(([id, one]) => {
      const person = present.includes(one) ? one.get('person') : undefined;
      return pointsTo(`node ${key} claim ${id}`, person, points.get(person));
    }),
  ];
}

/** @param {string} path @param {any} person @param {string | undefined} points @returns {Change[]} nothing takes them back */
const pointsTo = (path, person, points) => [[`${path} points`, points], [`${path} awarded`, person]];

/** Opens it again. @param {TreeNode} node @returns {Change[]} */
export const takeBackPoints = ({ key, claim }) => [
  [`node ${key} closed`, undefined],
  ...[...claim.keys()].flatMap((id) => pointsTo(`node ${key} claim ${id}`, undefined, undefined)),
];

/**
 * Sets the level of a person in a task by hand, at each of their contributions; nothing leaves it to their share.
 *
 * @param {TreeNode} node @param {string} person @param {string | undefined} level
 * @returns {Change[]}
 */
export const setLevel = (node, person, level) =>
  [...node.claim]
    .filter(([, fields]) => fields.get('person') === person && fields.get('removed') !== 'true')
    .map(([id]) => [`node ${node.key} claim ${id} level`, level || undefined]);
