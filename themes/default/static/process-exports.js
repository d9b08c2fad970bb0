/**
 * A process for other programs: the work plan for calendars (RFC 5545) and spreadsheets (RFC 4180), and who looks after
 * which folder for Git forges (CODEOWNERS). Texts of strangers are escaped in each.
 *
 * @import { Process } from './process.js'
 * @import { TreeNode } from './process-tree.js'
 * @typedef {(key: string) => string | undefined} NameOf  the name of a node that has none of its own, from its schema
 */
import { treeOf } from './process-tree.js';
import { valuesOf } from './process.js';

/** What a spreadsheet would run, as generator/src/formula.rs has it. */
const FORMULA = /^[=+\-@＝＋－＠]/u;
/**
 * The same behind what may end a cell: where the comma divides decimals, spreadsheets take the semicolon, and a quotation
 * mark that does not begin their cell holds nothing together, nor its lines.
 */
const FORMULA_INSIDE = /([;|\n]\s*)(?=[=+\-@＝＋－＠])/gu;
/** The name of an account or a group at a forge; anything else could be an address, or another line. */
const HANDLE = /^@(?!.*\/\/)[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,198}[A-Za-z0-9])?$/u;

/** Whether a text is the name of an account at a forge. @param {string} text */
export const isHandle = (text) => HANDLE.test(text);

/**
 * The nodes that count and have a day, as days of a calendar.
 *
 * @param {Process} document
 * @param {{ now: Date, nameOf?: NameOf, address?: (key: string) => string | undefined }} options `address`: of a node's page
 * @returns {string}
 */
export function calendarOf(document, { now, nameOf, address }) {
  const values = valuesOf(document);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/gu, '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Interlink//Process//EN', 'CALSCALE:GREGORIAN'];
  const title = values.process.get('name');
  if (title !== undefined) lines.push(`X-WR-CALNAME:${calendarText(title)}`);
  for (const node of treeOf(document, values).nodes.values()) {
    const days = [node.fields.get('start'), node.fields.get('end')].filter((day) => day !== undefined).sort();
    if (!node.counts || !node.isLeaf || days.length === 0) continue;
    const described = node.fields.get('description');
    const page = address?.(node.key);
    lines.push(
      'BEGIN:VEVENT', `UID:${document.id}-${node.key.replace('/', '.')}@interlink`, `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${days[0].replace(/-/gu, '')}`, `DTEND;VALUE=DATE:${dayAfter(days.at(-1))}`,
      `SUMMARY:${calendarText(shownName(node, nameOf))}`,
      ...(described === undefined ? [] : [`DESCRIPTION:${calendarText(described)}`]),
      ...(page === undefined ? [] : [`URL:${page.replace(/[\p{Cc}\s]/gu, '')}`]),
      'TRANSP:TRANSPARENT', 'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** @param {TreeNode} node @param {NameOf} [nameOf] */
const shownName = (node, nameOf) => node.fields.get('name') ?? nameOf?.(node.key) ?? node.key;

/** @param {string} text */
function calendarText(text) {
  return text.replace(/[\\;,]/gu, '\\$&').replace(/\n/gu, '\\n').replace(/\t/gu, ' ').replace(/\p{Cc}/gu, '');
}

/** A line in pieces of at most 75 bytes, none of which breaks a character. @param {string} line */
function folded(line) {
  const pieces = [];
  let piece = '';
  let bytes = 0;
  for (const sign of line) {
    const point = sign.codePointAt(0);
    const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    // The blank that goes on with a line counts.
    if (bytes + size > 75) {
      pieces.push(piece);
      [piece, bytes] = [' ', 1];
    }
    piece += sign;
    bytes += size;
  }
  return [...pieces, piece].join('\r\n');
}

/** A day later, as calendars have the end of whole days. @param {string} day */
function dayAfter(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  // The year after 9999 has a sign and six digits, which no calendar reads.
  return date.getUTCFullYear() > 9999 ? '99991231' : date.toISOString().slice(0, 10).replace(/-/gu, '');
}

const COLUMNS = [
  'key', 'phase', 'objective', 'task', 'status', 'progress', 'start', 'end', 'complexity', 'responsible', 'reason',
];

/**
 * The work plan as a table: the nodes that were not removed, in the order of the tree, each with the names of those
 * above it.
 *
 * @param {Process} document
 * @param {{ nameOf?: NameOf, words?: (word: string) => string }} [options] `words` puts the names of columns, statuses
 *   and complexities into the language of the reader
 * @returns {string}
 */
export function tableOf(document, { nameOf, words = (word) => word } = {}) {
  const values = valuesOf(document);
  const nameOfOne = (id) => values.person.get(id)?.get('name') ?? values.team.get(id)?.get('name') ?? id;
  const rows = [COLUMNS.map(words)];
  for (const node of treeOf(document, values).nodes.values()) {
    if (node.isRemoved) continue;
    /** @type {TreeNode[]} */
    const way = [];
    for (let one = node; one !== null; one = one.parent) way.unshift(one);
    const names = way.map((one) => shownName(one, nameOf));
    const complexity = node.fields.get('complexity');
    rows.push([
      node.key, names[0], names[1] ?? '', names.slice(2).join(' / '), words(node.counts ? node.status : 'skipped'),
      `${node.progress}%`, node.start ?? '', node.end ?? '', complexity === undefined ? '' : words(complexity),
      (node.fields.get('responsible') ?? []).map(nameOfOne).join(', '), node.fields.get('reason') ?? '',
    ]);
  }
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A cell that a spreadsheet takes for text, quoted where a reader of tables needs it. @param {string} given */
export function cell(given) {
  const plain = given.replace(/[^\P{Cc}\n]/gu, ' ').trim();
  const text = (FORMULA.test(plain) ? `'${plain}` : plain).replace(FORMULA_INSIDE, "$1'");
  return /[",;|\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}

/**
 * Who is asked about changes at a forge: of the process those who administer it, of the folder of a node those who are
 * responsible for it. People without an account there are left out.
 *
 * @param {Process} document
 * @returns {string} the file CODEOWNERS
 */
export function codeownersOf(document) {
  const values = valuesOf(document);
  /** @type {Map<string, string>} */
  const handles = new Map();
  const members = new Map();
  const administrators = [];
  for (const [id, fields] of [...values.person].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const handle = fields.get('handle');
    if (fields.get('removed') === 'true' || handle === undefined || !isHandle(handle)) continue;
    handles.set(id, handle);
    if (fields.get('administrator') === 'true') administrators.push(handle);
    for (const team of fields.get('teams') ?? []) members.set(team, [...(members.get(team) ?? []), handle]);
  }
  const isTeam = (id) => values.team.get(id)?.get('removed') !== 'true';
  const ownersOf = (id) => (handles.has(id) ? [handles.get(id)] : isTeam(id) ? members.get(id) ?? [] : []);
  /** @type {Map<string, Set<string>>} */
  const lines = new Map();
  const add = (path, owners) => {
    if (owners.length === 0) return;
    if (!lines.has(path)) lines.set(path, new Set());
    for (const owner of owners) lines.get(path).add(owner);
  };
  add('/process.yaml', administrators);
  // From the top down: of the lines that match, a forge takes the last.
  for (const node of treeOf(document, values).nodes.values()) {
    if (!node.counts) continue;
    add(folderOf(node), (node.fields.get('responsible') ?? []).flatMap(ownersOf));
  }
  return [
    '# Made of process.yaml by the workspace.',
    ...[...lines].map(([path, owners]) => `${escaped(path)} ${[...owners].join(' ')}`),
  ].map((line) => `${line}\n`).join('');
}

/** The folder for the files of a node: the ids of those above it and its own. @param {TreeNode} node */
export function folderOf(node) {
  const names = [];
  for (let one = node; one !== null; one = one.parent) names.unshift(one.key.slice(one.key.indexOf('/') + 1));
  return `/tasks/${names.join('/')}/`;
}

/** Signs that the pattern of a path gives a meaning to. Ids have none of them but dots. @param {string} path */
const escaped = (path) => path.replace(/[\\\s#!*?[\]]/gu, '\\$&');
