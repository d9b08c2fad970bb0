/**
 * The state of a co-production process: registers, edits and their merge. `generator/src/process/` does the same, to
 * the byte; the files in `tests/fixtures/processes/` and their states hold the two together.
 *
 * A field is a register: a set of alternatives, each with the edit that made it (a counter and the replica that
 * counted) and a value. It has one, or several where people changed the same field without knowing of each other; all
 * are kept until somebody sets the field again. `seen` says, for each replica, up to which counter its edits are known
 * here. That is enough to merge two copies in any order, any number of times, with one result.
 *
 * `setFields`, `addActivity` change the document they are given; lists of alternatives are never changed, only replaced,
 * so `copyOf` is cheap. Everything else leaves its arguments as they are.
 *
 * `stateOf` is the document as plain JSON, for comparing: {"id", "seen": {replica: counter}, "places": {key: parent or
 * null}, "registers": {path: [{"edit": "3 k3f9a2bc", "value": …}]}, "activity": {id: entry}}; keys in byte order, an
 * absent value null, alternatives from the least to the one that is shown.
 *
 * @typedef {string | string[] | undefined} Value
 * @typedef {{ counter: number, replica: string, value: Value }} Alternative
 * @typedef {{ date: string, what: string, person?: string, node?: string, detail?: string }} Activity
 * @typedef {{ id: string, seen: Map<string, number>, registers: Map<string, Alternative[]>,
 *             places: Map<string, string | null>, activity: Map<string, Activity> }} Process
 *   `places` holds the parent of each node; null stands for the top
 * @typedef {[path: string, value: Value | null]} Change  a field and its new value; or `node <key>` and the parent of a
 *   node that is new (null or nothing: the top)
 */
import { FIELDS, ID, KEY, LIMITS, PROCESS_ID, faultOf, normalValue, placeOf } from './process-fields.js';
import { bySibling } from './process-positions.js';

/** Most nodes have no items of a kind; never changed. @type {Map<string, any>} */
const NONE = new Map();

/** The edit of a position that nobody chose: every other edit supersedes it. */
export const NOBODY = 'h0000000';

/** Why a change cannot be made or two copies cannot be merged; `code` is for programs and translations. */
export class ProcessError extends Error {
  /** @param {string} code @param {string} message @param {string} [path] */
  constructor(code, message, path) {
    super(message);
    this.name = 'ProcessError';
    this.code = code;
    this.path = path;
  }
}

/**
 * A process with its first fields.
 *
 * @param {{ id: string, replica: string } & Record<string, Value>} start the id, the replica, and fields by name
 * @returns {Process}
 */
export function newProcess({ id, replica, ...fields }) {
  if (!PROCESS_ID.test(id)) throw new ProcessError('bad-id', 'the id of a process has 32 hexadecimal digits');
  const document = { id, seen: new Map(), registers: new Map(), places: new Map(), activity: new Map() };
  setFields(document, replica, Object.entries(fields));
  return document;
}

/** @param {Process} document @returns {Process} */
export function copyOf({ id, seen, registers, places, activity }) {
  return { id, seen: new Map(seen), registers: new Map(registers), places: new Map(places), activity: new Map(activity) };
}

/** @param {Iterable<number>} numbers */
function greatest(numbers) {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/**
 * Sets fields and adds nodes, all in one edit. What already has the given value, and no other, is left as it is.
 *
 * @param {Process} document is changed; not at all where this throws
 * @param {string} replica
 * @param {Iterable<Change>} changes
 * @returns {number | undefined} the counter of the edit, or nothing where nothing changes
 */
export function setFields(document, replica, changes) {
  if (!/^[a-z0-9]{8}$/u.test(replica)) {
    throw new ProcessError('bad-edit', 'a replica has eight characters, a to z and 0 to 9');
  }
  /** @type {Map<string, Value>} */
  const values = new Map();
  /** @type {Map<string, string | null>} */
  const places = new Map();
  for (const [path, given] of changes) {
    const key = newNode(path);
    if (key !== undefined) placeNode(document, places, key, given);
    else values.set(path, checkedValue(path, given));
  }
  const counter = greatest(document.seen.values()) + 1;
  if (counter > LIMITS.counter) throw new ProcessError('used-up', 'the counters of this process are used up');
  const fresh = [...values].filter(([path, value]) => {
    const register = document.registers.get(path);
    return register ? register.length > 1 || !isSame(register[0].value, value) : value !== undefined;
  });
  for (const [path] of fresh) {
    const { node } = placeOf(path);
    if (node === undefined || places.has(node) || document.places.has(node)) continue;
    if (!document.registers.has(`node ${node} removed`)) {
      throw new ProcessError('bad-slug', `there is no node “${node}”`, path);
    }
    // A node of which only the mark of its removal is left is a node again.
    places.set(node, null);
  }
  for (const [path, value] of fresh) document.registers.set(path, [{ counter, replica, value }]);
  for (const [key, parent] of places) putNode(document, key, parent);
  if (fresh.length === 0) return undefined;
  document.seen.set(replica, counter);
  return counter;
}

/** The key in `node <key>`, a change that adds a node. @param {string} path */
export function newNode(path) {
  const parts = path.split(' ');
  return parts.length === 2 && parts[0] === 'node' ? parts[1] : undefined;
}

/** @param {Process} document @param {Map<string, string | null>} places @param {string} key @param {Value | null} given */
function placeNode(document, places, key, given) {
  const path = `node ${key}`;
  const parent = given ?? null;
  if (!KEY.test(key)) throw new ProcessError('bad-slug', `“${key}” is no key of a node`, path);
  const known = places.has(key) ? places.get(key) : document.places.get(key);
  if (known !== undefined) {
    if (known !== parent) throw new ProcessError('duplicate-node', `there is a node “${key}” already`, path);
    return;
  }
  let depth = 1;
  for (let above = parent; above !== null; depth++) {
    const next = places.has(above) ? places.get(above) : document.places.get(above);
    if (next === undefined) throw new ProcessError('bad-slug', `there is no node “${above}”`, path);
    above = next;
  }
  if (depth > LIMITS.depth) {
    throw new ProcessError('too-deep', `nodes lie at most ${LIMITS.depth} deep in each other`, path);
  }
  if (document.places.size + places.size >= LIMITS.nodes) {
    throw new ProcessError('too-many-nodes', `a process has at most ${LIMITS.nodes} nodes`, path);
  }
  places.set(key, parent);
}

/** Every node that has a place has a position, if only one that nobody chose. */
function putNode({ places, registers }, key, parent) {
  places.set(key, parent);
  const path = `node ${key} position`;
  if (!registers.has(path)) registers.set(path, [{ counter: 0, replica: NOBODY, value: 'V' }]);
}

/** @param {string} path @param {Value | null} given @returns {Value} */
function checkedValue(path, given) {
  const field = placeOf(path)?.field;
  if (!field) throw new ProcessError('unknown-field', `“${path}” is no field`, path);
  const isLine = field.shape === 'line' || field.item?.shape === 'line';
  const join = (text) => (isLine && typeof text === 'string' ? text.replace(/[\r\n]+/gu, ' ').trim() : text);
  const value = normalValue(field, Array.isArray(given) ? given.map(join) : join(given));
  const wrong = value === undefined ? undefined : faultOf(field, value);
  if (wrong) throw new ProcessError(wrong.code, wrong.message, path);
  return value;
}

// --- What is shown ---

/** The value of a field that is shown. @param {Process} document @param {string} path @returns {Value} */
export const value = ({ registers }, path) => registers.get(path)?.at(-1)?.value;

/**
 * All values that are shown, sorted by what they belong to, and the keys of nodes below each other in their order.
 *
 * @typedef {Map<string, Value>} Fields  by name
 * @typedef {{ fields: Fields, use: Map<string, Fields>, resource: Map<string, Fields>, claim: Map<string, Fields> }} NodeValues
 * @param {Process} document
 * @returns {{ process: Fields, organisation: Map<string, Fields>, team: Map<string, Fields>, person: Map<string, Fields>,
 *             nodes: Map<string, NodeValues>, children: Map<string | null, string[]> }}
 */
export function valuesOf({ registers, places }) {
  const inMap = (map, key, make) => map.get(key) ?? map.set(key, make()).get(key);
  const newFields = () => new Map();
  const values = {
    process: new Map(), organisation: new Map(), team: new Map(), person: new Map(), nodes: new Map(),
    children: new Map(),
  };
  for (const key of places.keys()) values.nodes.set(key, { fields: new Map(), use: NONE, resource: NONE, claim: NONE });
  for (const [path, register] of registers) {
    const { value } = register.at(-1);
    if (value === undefined) continue;
    const parts = path.split(' ');
    const name = parts[parts.length - 1];
    if (parts.length === 1) {
      values.process.set(name, value);
    } else if (parts[0] !== 'node') {
      inMap(values[parts[0]], parts[1], newFields).set(name, value);
    } else {
      // Of a node without a place only the mark of its removal is left.
      const node = values.nodes.get(parts[1]);
      if (parts.length === 3) {
        node?.fields.set(name, value);
      } else if (node) {
        if (node[parts[2]] === NONE) node[parts[2]] = new Map();
        inMap(node[parts[2]], parts[3], newFields).set(name, value);
      }
    }
  }
  for (const [key, parent] of places) inMap(values.children, parent, () => []).push(key);
  const order = bySibling((key) => values.nodes.get(key).fields.get('position'));
  for (const keys of values.children.values()) keys.sort(order);
  return values;
}

/**
 * The different values of a field, the one that is shown first, each with the edits that set it.
 *
 * @param {Process} document @param {string} path
 * @returns {{ value: Value, edits: { counter: number, replica: string }[] }[]}
 */
export function alternatives({ registers }, path) {
  const found = new Map();
  for (const { counter, replica, value } of [...(registers.get(path) ?? [])].reverse()) {
    const known = canonicalJson(value);
    if (!found.has(known)) found.set(known, { value, edits: [] });
    found.get(known).edits.push({ counter, replica });
  }
  return [...found.values()];
}

/**
 * The fields that people set differently without knowing of each other, in the order of their paths.
 *
 * @param {Process} document
 * @returns {{ path: string, alternatives: ReturnType<typeof alternatives> }[]}
 */
export function conflicts(document) {
  const found = [];
  for (const [path, register] of document.registers) {
    // Nobody chose the place that a node has by its line in a file.
    if (register.length < 2 || register.filter(({ counter }) => counter > 0).length < 2) continue;
    const several = alternatives(document, path).filter(({ edits }) => edits.some(({ counter }) => counter > 0));
    if (several.length > 1) found.push({ path, alternatives: several });
  }
  return found.sort((one, other) => (one.path < other.path ? -1 : 1));
}

// --- Merge ---

/**
 * What two copies of a process know together.
 *
 * @param {Process} one @param {Process} other
 * @param {{ code: string, message: string }[]} [warnings] what only files changed by hand can give is added here
 * @returns {Process}
 */
export function merge(one, other, warnings = []) {
  if (one.id !== other.id) throw new ProcessError('bad-id', 'these are two different processes, not two copies of one');
  const merged = copyOf(one);
  for (const [replica, counter] of other.seen) {
    if (counter > (merged.seen.get(replica) ?? 0)) merged.seen.set(replica, counter);
  }
  for (const [path, theirs] of other.registers) {
    const ours = one.registers.get(path);
    merged.registers.set(path, ours === undefined ? theirs : mergeRegisters(ours, one.seen, theirs, other.seen));
  }
  for (const [key, theirs] of other.places) {
    const ours = one.places.get(key);
    if (ours === undefined || ours === theirs) {
      merged.places.set(key, theirs);
      continue;
    }
    merged.places.set(key, ours === null || theirs === null ? null : ours < theirs ? ours : theirs);
    const kept = merged.places.get(key);
    const where = kept === null ? 'at the top' : `below “${kept}”`;
    warnings.push({ code: 'two-places', message: `“${key}” lies in two places; the one ${where} is kept` });
  }
  if (merged.places.size > LIMITS.nodes) {
    throw new ProcessError('too-many-nodes', `together the two copies have over ${LIMITS.nodes} nodes`);
  }
  settlePlaces(merged);
  for (const [id, theirs] of other.activity) {
    const ours = one.activity.get(id);
    const isGreater = ours === undefined || compareTexts(activityJson(ours), activityJson(theirs)) < 0;
    if (isGreater) merged.activity.set(id, theirs);
  }
  merged.activity = newest(merged.activity);
  return merged;
}

/**
 * @param {Alternative[]} ours @param {Map<string, number>} ourSeen
 * @param {Alternative[]} theirs @param {Map<string, number>} theirSeen
 */
function mergeRegisters(ours, ourSeen, theirs, theirSeen) {
  if (ours === theirs) return ours;
  const surviving = (mine, others, seen) => {
    const isIn = membersOf(others);
    return mine.filter((one) => isIn(one) || (seen.get(one.replica) ?? 0) < one.counter);
  };
  const kept = [...surviving(ours, theirs, theirSeen), ...surviving(theirs, ours, ourSeen)];
  // Each side says that it knows the other's edit and has none: only files changed by hand say that. Nothing is lost.
  return ordered(kept.length > 0 ? kept : [...ours, ...theirs]);
}

/** More alternatives than people make; only a file made for that has thousands of one field. */
const FEW = 8;

/** Whether an edit is among those of a register. @param {Alternative[]} register @returns {(one: Alternative) => boolean} */
function membersOf(register) {
  if (register.length <= FEW) {
    return ({ counter, replica }) => register.some((one) => one.counter === counter && one.replica === replica);
  }
  const edits = new Set(register.map(({ counter, replica }) => `${counter} ${replica}`));
  return ({ counter, replica }) => edits.has(`${counter} ${replica}`);
}

/** Alternatives in their order, equal ones once. @param {Alternative[]} given */
export function ordered(given) {
  if (given.length < 2) return given;
  const sorted = [...given].sort(compareAlternatives);
  return sorted.filter((one, index) => index === 0 || compareAlternatives(sorted[index - 1], one) !== 0);
}

/** @param {Alternative} one @param {Alternative} other */
export function compareAlternatives(one, other) {
  if (one.counter !== other.counter) return one.counter - other.counter;
  if (one.replica !== other.replica) return one.replica < other.replica ? -1 : 1;
  if (one.value === undefined || other.value === undefined) {
    return Number(one.value !== undefined) - Number(other.value !== undefined);
  }
  return compareTexts(canonicalJson(one.value), canonicalJson(other.value));
}

/**
 * Mends what no edit can do, but a file changed by hand: nodes that lie in each other, too deep, or below one that is
 * not there, come to the top; so does a node without a place that is more than the mark of a removed one.
 *
 * @param {Process} document is changed
 */
export function settlePlaces(document) {
  const { places, registers } = document;
  // A removed node whose lines are gone from a file has no place, and nothing but that mark.
  for (const [path, register] of registers) {
    if (!path.startsWith('node ')) continue;
    const key = path.slice(5, path.indexOf(' ', 5));
    if (places.has(key)) continue;
    const isRemoved = registers.get(`node ${key} removed`)?.at(-1).value === 'true';
    if (!isRemoved || (register.at(-1).value !== undefined && path !== `node ${key} removed`)) putNode(document, key, null);
  }
  const depths = new Map();
  for (const start of places.keys()) {
    const way = [];
    const onWay = new Set();
    let key = start;
    while (key !== null && !depths.has(key) && !onWay.has(key)) {
      way.push(key);
      onWay.add(key);
      const parent = places.get(key);
      if (parent !== null && !places.has(parent)) places.set(key, null);
      key = places.get(key);
    }
    if (key !== null && onWay.has(key)) {
      const circle = way.slice(way.indexOf(key));
      places.set(circle.reduce((least, one) => (one < least ? one : least)), null);
    }
    // From the top down; a circle that was cut is walked again from the cut.
    measure(start, places, depths);
  }
}

/** @param {string} start @param {Map<string, string | null>} places @param {Map<string, number>} depths */
function measure(start, places, depths) {
  const way = [];
  for (let key = start; key !== null && !depths.has(key); key = places.get(key)) way.push(key);
  for (const key of way.reverse()) {
    const parent = places.get(key);
    let depth = parent === null ? 1 : depths.get(parent) + 1;
    if (depth > LIMITS.depth) {
      places.set(key, null);
      depth = 1;
    }
    depths.set(key, depth);
  }
}

// --- Activity ---

/**
 * Notes what happened; an entry is never changed, and the oldest go.
 *
 * @param {Process} document is changed
 * @param {string} id
 * @param {Activity} activity
 */
export function addActivity(document, id, activity) {
  const entry = checkedActivity(activity);
  if (!ID.test(id)) throw new ProcessError('bad-slug', `“${id}” is no id`);
  document.activity.set(id, entry);
  document.activity = newest(document.activity);
}

/** @param {Activity} given @returns {Activity} */
function checkedActivity(given) {
  const entry = {};
  for (const field of FIELDS.activity) {
    const text = normalValue(field, given[field.name]);
    if (text === undefined) continue;
    const wrong = faultOf(field, text);
    if (wrong) throw new ProcessError(wrong.code, wrong.message);
    entry[field.name] = text;
  }
  if (!entry.date || !entry.what) throw new ProcessError('missing-field', 'an activity has a day and says what it was');
  return entry;
}

/** The newest entries by their day, then their id. @param {Map<string, Activity>} entries */
export function newest(entries) {
  if (entries.size <= LIMITS.activity) return entries;
  const sorted = [...entries].sort(([id, one], [otherId, other]) =>
    (one.date !== other.date ? (one.date > other.date ? -1 : 1) : id > otherId ? -1 : 1));
  return new Map(sorted.slice(0, LIMITS.activity));
}

const activityJson = ({ date, person, what, node, detail }) =>
  `[${[date, person, what, node, detail].map(canonicalJson).join(',')}]`;

// --- Values ---

/** A value as JSON, always the same. @param {Value} given */
export function canonicalJson(given) {
  // Texts hold no half characters, so `stringify` escapes quotes, backslashes and control characters only.
  return given === undefined ? 'null' : JSON.stringify(given);
}

/** @param {Value} given the digest of its canonical JSON, which is kept beside it in a file */
export const digestOf = (given) => fnv(canonicalJson(given));

const encoder = new TextEncoder();

/** FNV-1a of 32 bits, as eight digits. @param {string} text */
export function fnv(text) {
  let hash = 0x811c9dc5;
  if (/^[\0-\x7f]*$/u.test(text)) {
    for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  } else {
    for (const byte of encoder.encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** @param {Value} one @param {Value} other */
export function isSame(one, other) {
  return one === other || (Array.isArray(one) && Array.isArray(other) && canonicalJson(one) === canonicalJson(other));
}

/**
 * The order of the texts' bytes, which is that of their characters, not of JavaScript's halves of them.
 *
 * @param {string} one @param {string} other
 */
export function compareTexts(one, other) {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const [left, right] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (left === right) continue;
    const isHalf = (unit) => unit >= 0xd800 && unit <= 0xdfff;
    return isHalf(left) === isHalf(right) ? left - right : isHalf(left) ? 1 : -1;
  }
  return one.length - other.length;
}

/** The document as plain JSON; its form is told at the head of this file. @param {Process} document */
export function stateOf({ id, seen, registers, places, activity }) {
  const sorted = (map, change) => Object.fromEntries([...map].sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, held]) => [key, change(held)]));
  return {
    id,
    seen: sorted(seen, (counter) => counter),
    places: sorted(places, (parent) => parent),
    registers: sorted(registers, (register) => register.map((one) =>
      ({ edit: `${one.counter} ${one.replica}`, value: one.value ?? null }))),
    activity: sorted(activity, (entry) => Object.fromEntries(Object.entries(entry).sort())),
  };
}

// --- Ids ---

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The id of a new process. */
export const drawProcessId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A replica: eight letters and digits, of which the first is no `h`, which edits by hand have. */
export const drawReplica = () => draw('abcdefgijklmnopqrstuvwxyz', 1) + draw(LETTERS, 7);

/** The id of a new item or node. */
export const drawId = () => draw(LETTERS, 10);

/** @param {string} signs @param {number} length */
function draw(signs, length) {
  // Of numbers of 32 bits the remainder is as good as even.
  return Array.from(crypto.getRandomValues(new Uint32Array(length)), (number) => signs[number % signs.length]).join('');
}
