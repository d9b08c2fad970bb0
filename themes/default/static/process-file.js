/**
 * A process file -> the process, or everything that is wrong with it. It is read in any layout of YAML; values that
 * differ from their digests were changed by hand and count as one edit, the same for everybody who reads these bytes.
 *
 * @import { Process, Value } from './process.js'
 * @import { Field } from './process-fields.js'
 * @import { Found } from './process-stamps.js'
 * @import { Node } from './process-yaml.js'
 * @typedef {{ key: Node, value: Node }} Entry
 * @typedef {{ severity: 'error', line: number, column: number, code: string, message: string, help?: string }} Problem
 */
import {
  COLLECTIONS, FIELDS, FORM, ID, KEY, LIMITS, NODE_COLLECTIONS, PROCESS_ID, faultOf, fieldOf, nearest, normalValue,
  placeOf, quoted,
} from './process-fields.js';
import { NOBODY } from './process.js';
import { stampedProcess } from './process-stamps.js';
import { writeProcess as write } from './process-write.js';
import { describe, parseYaml, placesIn } from './process-yaml.js';

/** Reading and writing in one place. An export from elsewhere would have no counterpart in a copy on a disk. */
export const writeProcess = write;

/** More are of no use to anybody, and a hostile file may have millions. */
const MOST_PROBLEMS = 100;
const TOP = [
  'process', 'id', ...FIELDS.process.map(({ name }) => name), ...COLLECTIONS.map(([name]) => name), 'nodes', 'activity',
  'seen', 'edits', 'also',
];
const NODE = [
  'node', 'id', ...FIELDS.node.map(({ name }) => name), ...NODE_COLLECTIONS.map(([name]) => name), 'children',
];
const NEEDS_ID = 'write letters and digits, and between them . _ or -';
const COUNTER = /^(?:0|[1-9][0-9]{0,14})$/u;
const REPLICA = /^[a-z0-9]{8}$/u;

/**
 * @param {string | Uint8Array} given
 * @returns {{ document?: Process, problems: Problem[] }} the process where there are no problems
 */
export function readProcess(given) {
  if (sizeOf(given) > LIMITS.bytes) {
    return failed('too-large', `the file is larger than ${LIMITS.bytes / 1024 / 1024} MiB`, 'is this the right file?');
  }
  const text = textOf(given);
  if (text === undefined) {
    return failed('not-utf-8', 'the file is not written in UTF-8', 'save it again with the encoding UTF-8');
  }
  const { tree, mistake } = parseYaml(text);
  const places = placesIn(text);
  if (mistake) {
    const { at, line, column, ...words } = mistake;
    return { problems: [{ severity: 'error', ...(at === undefined ? { line, column } : places.placeOf(at)), ...words }] };
  }
  const reader = new Reader(places);
  const document = reader.read(tree);
  return document && reader.problems.length === 0 ? { document, problems: [] } : { problems: reader.sorted() };
}

const failed = (code, message, help) => ({ problems: [{ severity: 'error', line: 1, column: 1, code, message, help }] });

/** @param {string | Uint8Array} given */
function sizeOf(given) {
  if (typeof given !== 'string') return given.byteLength;
  // A character of a text has one to three bytes; only in between is it worth counting.
  if (given.length * 3 <= LIMITS.bytes || given.length > LIMITS.bytes) return given.length;
  return new TextEncoder().encode(given).length;
}

/** @param {string | Uint8Array} given @returns {string | undefined} */
function textOf(given) {
  try {
    const text = typeof given === 'string' ? given : new TextDecoder('utf-8', { fatal: true }).decode(given);
    return text.replace(/^\ufeff/u, '');
  } catch {
    return undefined;
  }
}

/** One reading: what was found so far, and what is wrong. */
class Reader {
  /**
   * `help` may be made later: only a few of many problems are shown.
   *
   * @type {{ at: number, code: string, message: string, help?: string | (() => string) }[]}
   */
  problems = [];
  /** @type {Omit<Found, 'id'>} */
  found = {
    values: new Map(), places: new Map(), unplaced: [], activity: new Map(), seen: new Map(), edits: new Map(),
    also: new Map(),
  };

  /** @param {ReturnType<typeof placesIn>} text where things stand in the text */
  constructor(text) {
    this.text = text;
  }

  /** @param {number} at @param {string} code @param {string} message @param {string | (() => string)} [help] */
  report(at, code, message, help) {
    this.problems.push({ at, code, message, ...(help && { help }) });
    if (this.problems.length > MOST_PROBLEMS * 20) this.problems = this.first();
  }

  /** The first problems by their place, equal ones once. */
  first() {
    const byText = (one, other) => (one < other ? -1 : Number(one > other));
    const order = (one, other) =>
      one.at - other.at || byText(one.code, other.code) || byText(one.message, other.message);
    return this.problems.sort(order)
      .filter((problem, index, all) => index === 0 || order(all[index - 1], problem) !== 0)
      .slice(0, MOST_PROBLEMS);
  }

  /** @returns {Problem[]} */
  sorted() {
    return this.first().map(({ at, help, ...words }) => ({
      severity: 'error', ...this.text.placeOf(at), ...words,
      ...(help && { help: typeof help === 'function' ? help() : help }),
    }));
  }

  /** @param {Node | undefined} tree @returns {Process | undefined} */
  read(tree) {
    const noProcess = 'this is no process file: it does not begin with `process: 1`';
    if (tree === undefined || tree.isAbsent) return this.report(0, 'no-process', noProcess);
    if (!tree.entries) {
      return this.report(tree.at, 'no-process', `a process file is a map of fields, not ${describe(tree)}`);
    }
    const entries = this.entriesOf(tree);
    const form = entries.get('process');
    if (!/^[1-9][0-9]{0,8}$/u.test(form?.value.text ?? '')) {
      return this.report(form ? this.at(form.value, form.key) : 0, 'no-process', noProcess);
    }
    if (Number(form.value.text) > FORM) {
      return this.report(form.value.at, 'newer-version',
        `made by a newer version of the workspace: form ${form.value.text}, this program reads form ${FORM}`,
        'open it in the workspace that made it');
    }
    const id = this.idOf(tree, entries.get('id'));
    for (const [name, { key, value }] of entries) {
      const field = fieldOf('process', name);
      if (field) this.readField(name, field, key, value);
      else if (!TOP.includes(name)) this.unknown(key, TOP);
    }
    for (const [name, kind] of COLLECTIONS) this.readItems(entries.get(name), name, kind, kind);
    this.readNodes(entries.get('nodes'), 'nodes', null, 1);
    this.readActivity(entries.get('activity'));
    this.readSeen(entries.get('seen'));
    this.readEdits(entries.get('edits'));
    this.readAlso(entries.get('also'));
    return this.problems.length > 0 ? undefined : stampedProcess({ ...this.found, id });
  }

  /** Where a value stands, or its key where nothing is written. @param {Node} value @param {Node} key */
  at(value, key) {
    return value.at >= 0 ? value.at : key.at;
  }

  /**
   * The entries of a map; what stands twice is reported.
   *
   * @param {Node} node
   * @returns {Map<string, Entry>}
   */
  entriesOf(node) {
    const entries = new Map();
    for (const [key, value] of node.entries) {
      // A key that is not written, as in `: a`, is found like any other that is no field.
      const name = key.text ?? '';
      const at = key.at >= 0 ? key.at : node.at;
      if (entries.has(name)) {
        const first = this.text.lineOf(entries.get(name).key.at);
        this.report(at, 'duplicate-key', `${quoted(name)} stands here twice; the first is on line ${first}`,
          'keep one of the two');
      } else {
        entries.set(name, { key: { ...key, at, text: name }, value });
      }
    }
    return entries;
  }

  /**
   * Reports a value that is not of its kind.
   *
   * @param {Entry} entry @param {string} what the field, as the message says it
   * @param {string} needed @param {string} [help]
   * @returns {undefined}
   */
  mistyped({ key, value }, what, needed, help) {
    this.report(this.at(value, key), 'wrong-type', `${what} needs ${needed}, not ${describe(value)}`, help);
  }

  /**
   * The entries of a value that has to be a map; nothing where it is none, which is reported unless it is absent.
   *
   * @param {Entry | undefined} entry @param {string} name
   */
  fieldsOf(entry, name) {
    if (!entry || entry.value.isAbsent) return undefined;
    if (entry.value.entries) return this.entriesOf(entry.value);
    return this.mistyped(entry, `\`${name}\``, 'a map', 'write one `key: value` a line');
  }

  /** @param {Node} key @param {string[]} names */
  unknown(key, names) {
    this.report(key.at, 'unknown-field', `there is no field ${quoted(key.text)} here`, () => {
      const near = nearest(key.text, names);
      return near ? `did you mean \`${near}\`?` : `the fields are: ${names.join(', ')}`;
    });
  }

  /** @param {Node} tree */
  idOf(tree, entry) {
    const help = 'it has 32 of the characters 0 to 9 and a to f';
    if (!entry || entry.value.isAbsent) {
      this.report(entry ? entry.key.at : tree.at, 'missing-field', 'the field `id` is missing', help);
    } else if (!PROCESS_ID.test(entry.value.text ?? '')) {
      const shown = entry.value.text === undefined ? describe(entry.value) : quoted(entry.value.text);
      this.report(entry.value.at, 'bad-id', `${shown} in \`id\` is no id of a process`, help);
    }
    return entry?.value.text;
  }

  /** @param {string} path @param {Field} field @param {Node} key @param {Node} node */
  readField(path, field, key, node) {
    const value = this.valueOf(field, key, node);
    if (value !== undefined) this.found.values.set(path, value);
  }

  /**
   * The value of a field, or nothing where it is absent or wrong.
   *
   * @param {Field} field @param {Node} key @param {Node} node
   * @returns {Value}
   */
  valueOf(field, key, node) {
    if (node.isAbsent) return undefined;
    if (field.shape === 'list') {
      if (!node.items) {
        return this.mistyped({ key, value: node }, `\`${field.name}\``, 'a list', 'write one `- value` a line');
      }
      const items = node.items.map((item) => this.valueOf(field.item, key, item)).filter((item) => item !== undefined);
      return items.length > 0 ? items : undefined;
    }
    if (node.text === undefined) {
      return this.mistyped({ key, value: node }, `\`${field.name}\``, 'a text', 'write the value on the same line');
    }
    const value = normalValue(field, node.text);
    if (value === undefined) return undefined;
    const fault = faultOf(field, value);
    if (fault) this.report(node.at, fault.code, fault.message, fault.help);
    return fault ? undefined : value;
  }

  /**
   * The items of a map whose ids are good.
   *
   * @param {Entry | undefined} entry @param {string} name
   * @returns {[string, Entry][]}
   */
  itemsOf(entry, name) {
    return [...this.fieldsOf(entry, name) ?? []].filter(([id, { key }]) => {
      if (!ID.test(id)) this.report(key.at, 'bad-slug', `${quoted(id)} in \`${name}\` is no id`, NEEDS_ID);
      return ID.test(id);
    });
  }

  /** A map of items by id. @param {string} name @param {string} kind @param {string} path what the ids follow in paths */
  readItems(entry, name, kind, path) {
    const names = FIELDS[kind].map((field) => field.name);
    for (const [id, item] of this.itemsOf(entry, name)) {
      for (const [fieldName, { key, value }] of this.fieldsOf(item, id) ?? []) {
        const field = fieldOf(kind, fieldName);
        if (field) this.readField(`${path} ${id} ${fieldName}`, field, key, value);
        else this.unknown(key, names);
      }
    }
  }

  /** @param {string} name @param {string | null} parent @param {number} depth */
  readNodes(entry, name, parent, depth) {
    if (!entry || entry.value.isAbsent) return;
    if (!entry.value.items) {
      this.mistyped(entry, `\`${name}\``, 'a list', 'write one `- node: …` for each');
      return;
    }
    if (depth > LIMITS.depth) {
      const message = `nodes lie at most ${LIMITS.depth} deep in each other`;
      this.report(entry.key.at, 'too-deep', message, 'move these nodes up');
      return;
    }
    const unplaced = [];
    for (const item of entry.value.items) {
      if (item.entries) this.readNode(item, parent, depth, unplaced);
      else this.mistyped({ key: entry.value, value: item }, 'a node', 'a map', 'begin it with `- node: …` or `- id: …`');
    }
    if (unplaced.length > 0) this.found.unplaced.push(unplaced);
  }

  /** @param {Node} item @param {string | null} parent @param {number} depth @param {string[]} unplaced */
  readNode(item, parent, depth, unplaced) {
    const entries = this.entriesOf(item);
    const key = this.keyOf(item, entries);
    if (key !== undefined) {
      this.found.places.set(key, parent);
      if (this.found.places.size === LIMITS.nodes + 1) {
        const message = `a process has at most ${LIMITS.nodes} nodes`;
        this.report(item.at, 'too-many-nodes', message, 'divide it into two processes');
      }
    }
    const path = `node ${key ?? ''}`;
    for (const [name, { key: written, value }] of entries) {
      const field = fieldOf('node', name);
      if (field) this.readField(`${path} ${name}`, field, written, value);
      else if (!NODE.includes(name)) this.unknown(written, NODE);
    }
    for (const [name, kind] of NODE_COLLECTIONS) this.readItems(entries.get(name), name, kind, `${path} ${kind}`);
    if (key !== undefined && !this.found.values.has(`${path} position`)) unplaced.push(key);
    this.readNodes(entries.get('children'), 'children', key ?? null, depth + 1);
  }

  /** @param {Node} item @param {Map<string, Entry>} entries @returns {string | undefined} */
  keyOf(item, entries) {
    const [taken, own] = [entries.get('node'), entries.get('id')];
    if (taken && own) {
      this.report(own.key.at, 'duplicate-key', 'a node has `node` or `id`, not both', 'keep `id` for a node of your own');
      return undefined;
    }
    const entry = taken ?? own;
    if (!entry || entry.value.isAbsent) {
      this.report(entry ? entry.key.at : item.at, 'missing-field', 'a node begins with `node` or `id`',
        'write `node: schema-slug/node-id`, or `id:` and a name of your own');
      return undefined;
    }
    const { text: key } = entry.value;
    if (key === undefined) {
      this.mistyped(entry, `\`${entry.key.text}\``, 'a text');
    } else if (!KEY.test(key) || key.includes('/') !== (taken !== undefined)) {
      this.report(entry.value.at, 'bad-slug',
        taken ? `${quoted(key)} names no node of a schema` : `${quoted(key)} in \`id\` is no id`,
        taken ? 'write it as schema-slug/node-id' : NEEDS_ID);
    } else if (this.found.places.has(key)) {
      const message = `the node ${quoted(key)} stands in the file twice`;
      this.report(entry.value.at, 'duplicate-node', message, 'keep one of the two');
    } else {
      return key;
    }
    return undefined;
  }

  /** @param {number} at @param {string} name @returns {undefined} */
  missing(at, name) {
    this.report(at, 'missing-field', `the field \`${name}\` is missing`, `add a line \`${name}: …\``);
  }

  /** @param {Entry | undefined} entry */
  readActivity(entry) {
    const names = FIELDS.activity.map(({ name }) => name);
    for (const [id, item] of this.itemsOf(entry, 'activity')) {
      /** @type {Record<string, Value>} */
      const found = Object.create(null);
      const fields = this.fieldsOf(item, id) ?? new Map();
      for (const [name, { key, value }] of fields) {
        const field = fieldOf('activity', name);
        if (field) found[name] = this.valueOf(field, key, value);
        else this.unknown(key, names);
      }
      for (const name of ['date', 'what']) {
        const written = fields.get(name)?.value;
        if (!written || written.isAbsent || written.text === '') this.missing(item.key.at, name);
      }
      const { date, person, what, node, detail } = found;
      this.found.activity.set(id, Object.fromEntries(Object.entries({ date, person, what, node, detail })
        .filter(([, value]) => value !== undefined)));
    }
  }

  readSeen(entry) {
    for (const [replica, { key, value }] of this.fieldsOf(entry, 'seen') ?? []) {
      const counter = this.lineOf({ key, value }, replica);
      if (counter === undefined) continue;
      if (!REPLICA.test(replica)) {
        this.report(key.at, 'bad-edit', `${quoted(replica)} is no replica`, 'it has eight of a to z and 0 to 9');
      } else if (!COUNTER.test(counter) || counter === '0') {
        this.report(value.at, 'bad-edit', `${quoted(counter)} is no counter`, 'it is a whole number up to 15 digits');
      } else {
        this.found.seen.set(replica, Number(counter));
      }
    }
  }

  readEdits(entry) {
    for (const [path, { key, value }] of this.fieldsOf(entry, 'edits') ?? []) {
      const line = this.lineOf({ key, value }, path);
      if (line === undefined) continue;
      if (!placeOf(path)) {
        this.report(key.at, 'unknown-field', `${quoted(path)} in \`edits\` is no field`, 'delete the line');
        continue;
      }
      const [, edit, digest] = /^(\S+ \S+) ([0-9a-f]{8})$/u.exec(line) ?? [];
      const mark = edit && this.markOf(edit);
      if (mark) this.found.edits.set(path, { ...mark, digest });
      else this.report(value.at, 'bad-edit', `${quoted(line)} is no edit`, 'delete the line');
    }
  }

  /** A counter and a replica. @param {string} text */
  markOf(text) {
    const [counter, replica, ...more] = text.split(' ');
    // Only what nobody chose was not counted.
    const isGood = COUNTER.test(counter) && REPLICA.test(replica ?? '') && (counter !== '0' || replica === NOBODY);
    return isGood && more.length === 0 ? { counter: Number(counter), replica } : undefined;
  }

  readAlso(entry) {
    if (!entry || entry.value.isAbsent) return;
    if (!entry.value.items) {
      this.mistyped(entry, '`also`', 'a list');
      return;
    }
    for (const item of entry.value.items) {
      if (item.entries) this.readAlternative(item, this.entriesOf(item));
      else this.mistyped({ key: entry.value, value: item }, 'an item of `also`', 'a map');
    }
  }

  /** @param {Node} item @param {Map<string, Entry>} entries */
  readAlternative(item, entries) {
    for (const [name, { key }] of entries) {
      if (!['field', 'edit', 'value'].includes(name)) this.unknown(key, ['field', 'edit', 'value']);
    }
    const [path, edit] = ['field', 'edit'].map((name) => {
      const found = entries.get(name);
      if (found && !found.value.isAbsent) return this.lineOf(found, name);
      return this.missing(found ? found.key.at : item.at, name);
    });
    const field = path === undefined ? undefined : placeOf(path)?.field;
    if (path !== undefined && !field) {
      const message = `${quoted(path)} in \`also\` is no field`;
      this.report(entries.get('field').value.at, 'unknown-field', message, 'delete the item');
    }
    const mark = edit === undefined ? undefined : this.markOf(edit);
    if (edit !== undefined && !mark) {
      this.report(entries.get('edit').value.at, 'bad-edit', `${quoted(edit)} is no edit`, 'delete the item');
    }
    const given = entries.get('value');
    const value = field && given ? this.valueOf(field, given.key, given.value) : undefined;
    if (!field || !mark) return;
    if (!this.found.also.has(path)) this.found.also.set(path, []);
    this.found.also.get(path).push({ ...mark, value });
  }

  /** The text of a line that the program keeps. @param {Entry} entry @param {string} name @returns {string | undefined} */
  lineOf(entry, name) {
    return entry.value.text ?? this.mistyped(entry, quoted(name), 'a text');
  }
}
