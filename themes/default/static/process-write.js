/**
 * A process -> its file: always the same bytes for the same state. The rules of scalars are told in the documentation of
 * the file; `generator/src/process/` writes the same.
 *
 * @import { Field } from './process-fields.js'
 * @import { Process, Value } from './process.js'
 */
import { COLLECTIONS, FIELDS, FORM, NODE_COLLECTIONS } from './process-fields.js';
import { digestOf, valuesOf } from './process.js';

const HEAD = '# A co-production process. Open it in the workspace of a catalogue; '
  + 'every field is explained on its page about the file.';
const KEPT = '# Kept by the program, so that copies can be merged. A value changed by hand counts as a change.';

/** Words that some reader of YAML takes for no text. */
const RESERVED = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off']);
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N} _./,()'’+-]*[\p{L}\p{N}_./,()'’+-])?$/u;
/** What a literal block cannot hold: characters nobody sees, blank lines of spaces, spaces at the end of a line. */
const NO_BLOCK = /[^\P{Cc}\n]|[\u2028\u2029\ufeff\ufffe\uffff]| (?:\n|$)/u;

/** @param {Process} document @returns {string} */
export function writeProcess(document) {
  const lines = [HEAD, `process: ${FORM}`, `id: ${document.id}`];
  const trees = valuesOf(document);
  writeFields(lines, '', FIELDS.process, trees.process);
  for (const [name, kind] of COLLECTIONS) writeItems(lines, '', name, kind, trees[kind]);
  writeNodes(lines, '', 'nodes', null, trees);
  writeActivity(lines, document.activity);
  writeEdits(lines, document);
  return `${lines.join('\n')}\n`;
}

/** @param {string[]} lines @param {string} indent @param {Field[]} fields @param {Map<string, Value>} values */
function writeFields(lines, indent, fields, values) {
  for (const { name } of fields) if (values.has(name)) writeValue(lines, indent, name, values.get(name));
}

/** @param {string[]} lines @param {string} indent @param {string} name @param {Value} value */
function writeValue(lines, indent, name, value) {
  if (!Array.isArray(value)) {
    lines.push(`${indent}${name}: ${scalar(value, indent)}`);
    return;
  }
  lines.push(`${indent}${name}:`);
  for (const item of value) lines.push(`${indent}  - ${scalar(item, `${indent}  `)}`);
}

/** A map of items by id. */
function writeItems(lines, indent, name, kind, items) {
  if (items.size === 0) return;
  lines.push(`${indent}${name}:`);
  for (const id of [...items.keys()].sort()) {
    lines.push(`${indent}  ${onOneLine(id)}:`);
    writeFields(lines, `${indent}    `, FIELDS[kind], items.get(id));
  }
}

function writeNodes(lines, indent, name, parent, trees) {
  const keys = trees.children.get(parent);
  if (!keys) return;
  lines.push(`${indent}${name}:`);
  const inner = `${indent}    `;
  for (const key of keys) {
    const { fields, ...items } = trees.nodes.get(key);
    lines.push(`${indent}  - ${key.includes('/') ? 'node' : 'id'}: ${onOneLine(key)}`);
    writeFields(lines, inner, FIELDS.node.slice(0, -1), fields);
    for (const [collection, kind] of NODE_COLLECTIONS) writeItems(lines, inner, collection, kind, items[kind]);
    // `closed`, the last of the table, stands behind the claims it closes.
    writeFields(lines, inner, FIELDS.node.slice(-1), fields);
    writeNodes(lines, inner, 'children', key, trees);
  }
}

function writeActivity(lines, activity) {
  if (activity.size === 0) return;
  lines.push('activity:');
  for (const id of [...activity.keys()].sort()) {
    lines.push(`  ${onOneLine(id)}:`);
    writeFields(lines, '    ', FIELDS.activity, new Map(Object.entries(activity.get(id))));
  }
}

/** @param {string[]} lines @param {Process} document */
function writeEdits(lines, { seen, registers }) {
  if (seen.size === 0 && registers.size === 0) return;
  lines.push('', KEPT);
  if (seen.size > 0) lines.push('seen:');
  for (const replica of [...seen.keys()].sort()) lines.push(`  ${onOneLine(replica)}: ${seen.get(replica)}`);
  const paths = [...registers.keys()].sort();
  if (paths.length > 0) lines.push('edits:');
  for (const path of paths) {
    const { counter, replica, value } = registers.get(path).at(-1);
    lines.push(`  ${onOneLine(path)}: ${counter} ${replica} ${digestOf(value)}`);
  }
  const contested = paths.filter((path) => registers.get(path).length > 1);
  if (contested.length > 0) lines.push('also:');
  for (const path of contested) {
    for (const { counter, replica, value } of registers.get(path).slice(0, -1)) {
      lines.push(`  - field: ${onOneLine(path)}`, `    edit: ${counter} ${replica}`);
      if (value !== undefined) writeValue(lines, '    ', 'value', value);
    }
  }
}

/** A text as the value of a key that stands at an indentation. @param {string} text @param {string} indent */
export function scalar(text, indent) {
  if (!text.includes('\n') || NO_BLOCK.test(text) || text.endsWith('\n')) return onOneLine(text);
  // Without the sign a reader would take the spaces of the first line for indentation.
  const sign = /^\n* /u.test(text) ? '|2-' : '|-';
  const inner = `${indent}  `;
  return `${sign}\n${text.split('\n').map((line) => (line === '' ? '' : inner + line)).join('\n')}`;
}

/** @param {string} text */
function onOneLine(text) {
  if (PLAIN.test(text) && !text.includes('  ') && !RESERVED.has(text.toLowerCase())) return text;
  return quotedScalar(text);
}

/** A text on one line, in quotes. @param {string} text */
export function quotedScalar(text) {
  return JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
