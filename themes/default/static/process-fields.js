/**
 * The fields of a process file: their names, shapes and terms, in the order in which they are written, and the limits.
 * The one table that reading, writing, setting and the workspace's forms ask; `generator/src/process/` holds its twin.
 *
 * A path names one field: `name`, `person anna role`, `node default/engage status`, `node a use b version`.
 *
 * @typedef {'line' | 'text' | 'term' | 'flag' | 'date' | 'address' | 'slug' | 'id' | 'key' | 'process' | 'logo' | 'position'
 *           | 'list'} Shape
 * @typedef {{ name: string, shape: Shape, terms?: string[], item?: Field }} Field  `item` is what a list is made of
 * @typedef {{ code: string, message: string, help?: string }} Fault
 * @typedef {{ kind: string, field: Field, node?: string, id?: string }} Place  what a path names
 */

/** The form of the file that this program writes. */
export const FORM = 1;

export const LIMITS = {
  bytes: 8 * 1024 * 1024,
  line: 400,
  text: 20_000,
  address: 2_000,
  logo: 65_536,
  nodes: 5_000,
  depth: 6,
  activity: 500,
  /** Counters of edits: what has more digits was not counted. */
  counter: 999_999_999_999_999,
};

export const STATUSES = ['awaiting', 'in-progress', 'done'];
export const COMPLEXITIES = ['none', 'very-low', 'low', 'medium', 'high', 'very-high'];
export const LEVELS = ['phase', 'objective', 'task'];
/** What a contribution can be worth: a level from 1 to 3 times the worth of a complexity. */
export const POINTS = ['0', '20', '40', '60', '80', '100', '120', '160', '180', '200', '240', '300'];
/** The ids of content/vocabularies/organisation-type.yaml. */
export const ORGANISATION_TYPES = ['public-administration', 'citizens', 'non-profit', 'for-profit'];
export const ACTIVITIES = [
  'started', 'added', 'renamed', 'moved', 'status', 'skipped', 'restored', 'removed', 'assigned', 'planned', 'chose',
  'used', 'resource', 'claim', 'awarded', 'published', 'merged',
];

const field = (shape) => (name) => ({ name, shape });
const term = (name, terms) => ({ name, shape: 'term', terms });
const list = (name, item) => ({ name, shape: 'list', item: { ...item, name } });
const [line, text, flag, date, address, slug, id, key] =
  ['line', 'text', 'flag', 'date', 'address', 'slug', 'id', 'key'].map(field);

/** The fields of each kind of thing. @type {Record<string, Field[]>} */
export const FIELDS = {
  process: [
    line('name'), slug('language'), text('description'), text('aim'), text('idea'), text('challenges'),
    text('organisation'), list('tags', line('')), slug('governance-model'), { name: 'logo', shape: 'logo' },
    term('state', ['in-progress', 'done']), slug('schema'), slug('story'), { name: 'cloned-from', shape: 'process' },
    term('rewards', ['leaderboard', 'personal']), slug('call'),
    list('checklist', term('', ['teams', 'resources', 'hidden'])), date('start'),
  ],
  organisation: [line('name'), term('type', ORGANISATION_TYPES), slug('slug'), text('note'), flag('removed')],
  team: [line('name'), term('type', ORGANISATION_TYPES), id('organisation'), text('note'), flag('removed')],
  person: [
    line('name'), line('role'), line('handle'), list('teams', id('')), flag('administrator'), flag('removed'),
  ],
  node: [
    term('level', LEVELS), { name: 'position', shape: 'position' }, line('name'), text('description'), slug('language'),
    list('problems', line('')), list('prerequisites', key('')), term('status', STATUSES), flag('skipped'),
    text('reason'), flag('removed'), date('start'), date('end'), term('complexity', COMPLEXITIES),
    list('responsible', id('')), text('notes'), flag('closed'),
  ],
  use: [
    slug('interlinker'), line('version'), term('status', ['chosen', 'used']), date('date'), text('note'),
    flag('removed'),
  ],
  resource: [line('title'), address('address'), text('note'), term('kind', ['link', 'note']), flag('removed')],
  claim: [
    id('resource'), id('person'), line('title'), text('description'), term('role', ORGANISATION_TYPES),
    term('level', ['1', '2', '3']), term('points', POINTS), id('awarded'), flag('removed'),
  ],
  /** No registers: an entry is written once. */
  activity: [date('date'), id('person'), term('what', ACTIVITIES), key('node'), line('detail')],
};

/** The maps of the file and what each holds, in their order: of the process, and of a node before `closed`. */
export const COLLECTIONS = [['organisations', 'organisation'], ['teams', 'team'], ['people', 'person']];
export const NODE_COLLECTIONS = [['uses', 'use'], ['resources', 'resource'], ['claims', 'claim']];

/** The same by name. @type {Map<string, Map<string, Field>>} */
const byName = new Map(Object.entries(FIELDS)
  .map(([kind, fields]) => [kind, new Map(fields.map((one) => [one.name, one]))]));

export const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/u;
export const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})?$/u;
export const SLUG = /^(?=.{1,100}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u;
export const PROCESS_ID = /^[0-9a-f]{32}$/u;
const POSITION = /^[0-9A-Za-z]*[1-9A-Za-z]$/u;
const LOGO = /^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/u;

/** @param {string} kind @param {string} name @returns {Field | undefined} */
export const fieldOf = (kind, name) => byName.get(kind)?.get(name);

/** What a path names, or nothing where it names no field. @param {string} path @returns {Place | undefined} */
export function placeOf(path) {
  const parts = path.split(' ');
  const last = parts[parts.length - 1];
  const at = (kind, ids) => {
    const found = fieldOf(kind, last);
    return found && { kind, field: found, ...ids };
  };
  if (parts.length === 1) return at('process', {});
  if (parts[0] === 'node') {
    if (!KEY.test(parts[1])) return undefined;
    if (parts.length === 3) return at('node', { node: parts[1] });
    const isItem = parts.length === 5 && NODE_COLLECTIONS.some(([, kind]) => kind === parts[2]) && ID.test(parts[3]);
    return isItem ? at(parts[2], { node: parts[1], id: parts[3] }) : undefined;
  }
  const isItem = parts.length === 3 && COLLECTIONS.some(([, kind]) => kind === parts[0]) && ID.test(parts[1]);
  return isItem ? at(parts[0], { id: parts[1] }) : undefined;
}

/**
 * A text as it is kept: Unicode's composed form, line ends as one character, no half characters.
 *
 * @param {string} given
 */
export function normalText(given) {
  // Most texts are plain ASCII on one line, and a file has thousands.
  if (/^[ -~]*$/u.test(given)) return given;
  return given.replace(/\r\n?/gu, '\n').replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC');
}

/**
 * A value as it is kept: texts in their normal form; an empty text, a list without items and a flag that is false are
 * no value.
 *
 * @param {Field} field
 * @param {string | string[] | null | undefined} given
 * @returns {string | string[] | undefined}
 */
export function normalValue(field, given) {
  if (given === null || given === undefined) return undefined;
  if (Array.isArray(given)) {
    const items = given.map((item) => normalText(String(item ?? ''))).filter((item) => item !== '');
    return items.length > 0 ? items : undefined;
  }
  const value = normalText(String(given));
  return value === '' || (field.shape === 'flag' && value === 'false') ? undefined : value;
}

/**
 * What is wrong with a value in its normal form, or nothing.
 *
 * @param {Field} field
 * @param {string | string[]} value
 * @returns {Fault | undefined}
 */
export function faultOf(field, value) {
  const isList = Array.isArray(value);
  if (field.shape === 'list') {
    if (!isList) {
      return fault('wrong-type', `\`${field.name}\` needs a list, not ${described(value)}`, 'write one `- value` a line');
    }
    for (const item of value) {
      const wrong = faultOf(field.item, item);
      if (wrong) return wrong;
    }
    return undefined;
  }
  if (isList) return fault('wrong-type', `\`${field.name}\` needs a text, not a list`, 'write the value on the same line');
  return RULES[field.shape](field, value);
}

/** @type {Record<Exclude<Shape, 'list'>, (field: Field, value: string) => Fault | undefined>} */
const RULES = {
  line: lineFault,
  text: (field, value) => lengthFault(field, value, LIMITS.text),
  term: (field, value) => {
    if (field.terms.includes(value)) return undefined;
    const near = nearest(value, field.terms);
    return fault('unknown-term', `\`${field.name}\` cannot be ${quoted(value)}`,
      near ? `did you mean \`${near}\`?` : `it can be: ${field.terms.join(', ')}`);
  },
  flag: (field, value) => value === 'true' ? undefined
    : fault('unknown-term', `\`${field.name}\` cannot be ${quoted(value)}`, 'write `true`, or delete the line'),
  date: (_, value) => isDay(value) ? undefined
    : fault('bad-date', `${quoted(value)} is no day that exists, written as year-month-day`, 'write it like 2026-03-14'),
  address: (field, value) => lineFault(field, value, LIMITS.address) ?? (isWebAddress(value) ? undefined
    : fault('bad-address', `${quoted(value)} in \`${field.name}\` is no web address`,
      'write the whole address, beginning with https://')),
  slug: (field, value) => SLUG.test(value) ? undefined
    : fault('bad-slug', `${quoted(value)} in \`${field.name}\` is no slug`,
      'write a to z, 0 to 9 and single hyphens between them'),
  id: (field, value) => ID.test(value) ? undefined
    : fault('bad-slug', `${quoted(value)} in \`${field.name}\` is no id`,
      'write letters and digits, and between them . _ or -'),
  key: (field, value) => KEY.test(value) ? undefined
    : fault('bad-slug', `${quoted(value)} in \`${field.name}\` names no node`,
      'write schema-slug/node-id, or the id of a node of your own'),
  process: (field, value) => PROCESS_ID.test(value) ? undefined
    : fault('bad-id', `${quoted(value)} in \`${field.name}\` is no id of a process`,
      'it has 32 of the characters 0 to 9 and a to f'),
  logo: (field, value) => lengthFault(field, value, LIMITS.logo) ?? (LOGO.test(value) ? undefined
    : fault('bad-address', '`logo` is no picture written as a data: address', 'PNG, JPEG and WebP are taken, in base64')),
  position: (field, value) => POSITION.test(value) ? lineFault(field, value)
    : fault('bad-position', `${quoted(value)} is no position`, 'delete the line; the place in the file then counts'),
};

/** @param {Field} field @param {string} value @param {number} [limit] */
function lineFault(field, value, limit = LIMITS.line) {
  if (value.includes('\n')) return fault('too-long', `\`${field.name}\` must be one line`, 'join the lines');
  return lengthFault(field, value, limit);
}

/** @param {Field} field @param {string} value @param {number} limit */
function lengthFault(field, value, limit) {
  if (value.length <= limit) return undefined;
  const length = [...value].length;
  if (length <= limit) return undefined;
  return fault('too-long', `\`${field.name}\` has ${length} characters; at most ${limit} fit`, 'shorten it');
}

/** @returns {Fault} */
const fault = (code, message, help) => ({ code, message, help });

/** A text for a message: its beginning, on one line. @param {string} value */
export function quoted(value) {
  const shown = [...value.slice(0, 100)].slice(0, 40).join('');
  return `“${shown.replace(/\p{Cc}/gu, ' ')}${shown.length < value.length ? '…' : ''}”`;
}

/** @param {string} value */
const described = (value) => value.length <= 40 && !value.includes('\n') ? quoted(value) : 'a text';

/** Whether a text is a day of the calendar. @param {string} value */
export function isDay(value) {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/u.exec(value)?.map(Number) ?? [];
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** The rules of `parse_web` in generator/src/model/address.rs. @param {string} value */
export function isWebAddress(value) {
  if (!/^https?:\/\//iu.test(value) || /[\p{White_Space}\p{Cc}]/u.test(value)) return false;
  try {
    const { hostname, username, password } = new URL(value);
    const hasPlace = hostname.replace(/\.+$/u, '').includes('.') || hostname === 'localhost'
      || (hostname.startsWith('[') && hostname !== '[::]');
    return hasPlace && username === '' && password === '';
  } catch {
    return false;
  }
}

/**
 * The name that was probably meant: the measure of generator/src/nearest.rs.
 *
 * @param {string} written
 * @param {string[]} names
 * @returns {string | undefined}
 */
export function nearest(written, names) {
  if (written.length > 200) return undefined;
  const plain = (name) => [...name.toLowerCase().replace(/_/gu, '-')];
  const letters = plain(written);
  const limit = Math.min(Math.max(Math.floor(letters.length / 3), 1), 3);
  return names
    .map((name) => ({ name, steps: distance(letters, plain(name)) }))
    .filter(({ steps }) => steps <= limit)
    .sort((one, other) => one.steps - other.steps || (one.name < other.name ? -1 : 1))[0]?.name;
}

/** Optimal string alignment. @param {string[]} one @param {string[]} other */
function distance(one, other) {
  let [before, last] = [[], other.map((_, index) => index)];
  last.push(other.length);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length];
}
