/**
 * YAML text -> a tree in which every key and value knows its place. The only file that names the YAML library, of which
 * it uses the parser of events alone: nothing is built of what a stranger wrote but lists and texts. Every scalar is a
 * text, or nothing; anchors, aliases and tags are refused; keys that stand twice are kept for the report.
 *
 * @typedef {{ at: number, text: string }} Scalar
 * @typedef {{ at: number, items: Node[] }} List
 * @typedef {{ at: number, entries: [key: Node, value: Node][] }} Fields
 * @typedef {{ at: number, isAbsent?: boolean } & Partial<Scalar & List & Fields>} Node  `at` is -1 where nothing is
 *   written; exactly one of the others is there
 * @typedef {{ code: string, message: string, help?: string, at?: number, line?: number, column?: number }} Mistake
 */
import { EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents } from './vendor/js-yaml/js-yaml.js';

/** How deep lists and maps may lie in each other: six levels of nodes need 17. */
const MAX_DEPTH = 32;
const NO_YAML = 'this is no YAML that can be read';
const ABSENT = new Set(['', '~', 'null', 'Null', 'NULL']);

/**
 * @param {string} text
 * @returns {{ tree?: Node, mistake?: Mistake }} neither where the text holds nothing
 */
export function parseYaml(text) {
  let events;
  try {
    events = parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    return { mistake: mistakeOf(error) };
  }
  /** @type {Node | undefined} */
  let tree;
  /** Collections that are open, and the key that waits for its value in each. @type {{ node: Node, key?: Node }[]} */
  const open = [];
  let documents = 0;
  /** The first key that is no text. @type {Node | undefined} */
  let oddKey;
  const add = (node) => {
    const inner = open[open.length - 1];
    if (inner === undefined) tree = node;
    else if (inner.node.items) inner.node.items.push(node);
    else if (inner.key === undefined) {
      inner.key = node;
      if (node.items || node.entries) oddKey ??= node;
    } else {
      inner.node.entries.push([inner.key, node]);
      inner.key = undefined;
    }
  };
  for (const event of events) {
    const sign = foreignSign(event, text);
    if (sign !== undefined) {
      return { mistake: { code: 'yaml-anchor', message: 'anchors (&), aliases (*) and tags (!) are not allowed',
        help: 'write the value out, or put the text in quotes', at: sign } };
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      documents++;
      if (documents > 1) {
        const message = 'the file holds more than one document';
        return { mistake: { code: 'yaml-syntax', message, help: 'keep what stands before the line ---', at: 0 } };
      }
    } else if (event.type === EVENT_ID.SCALAR) {
      add(scalar(event, text));
    } else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) {
      const node = event.type === EVENT_ID.SEQUENCE ? { at: event.start, items: [] } : { at: event.start, entries: [] };
      add(node);
      open.push({ node });
    } else if (event.type === EVENT_ID.POP) {
      // The document is closed by the last one.
      open.pop();
    }
  }
  if (oddKey) {
    const help = 'a key is a text, not a list or a map';
    return { mistake: { code: 'yaml-syntax', message: NO_YAML, help, at: oddKey.at } };
  }
  return { tree };
}

/** @returns {Node} */
function scalar(event, text) {
  const isPlain = event.style === SCALAR_STYLE.PLAIN;
  const value = getScalarValue(text, event);
  if (isPlain && ABSENT.has(value)) return { at: event.valueStart, isAbsent: true };
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  let at = event.valueStart - (isQuoted ? 1 : 0);
  // A block begins below its sign; its place is its first letter.
  if (!isPlain && !isQuoted) while (at < event.valueEnd && /\s/u.test(text[at])) at++;
  return { at, text: value };
}

/** Where an anchor, an alias or a tag stands in an event. */
function foreignSign(event, text) {
  const { anchorStart = -1, tagStart = -1 } = event;
  if (tagStart >= 0 && (anchorStart < 0 || tagStart < anchorStart)) return tagStart;
  if (anchorStart >= 0) return text[anchorStart] === '&' || text[anchorStart] === '*' ? anchorStart : anchorStart - 1;
  return undefined;
}

/** @param {any} error @returns {Mistake} */
function mistakeOf(error) {
  const { line = 0, column = 0 } = error?.mark ?? {};
  const place = { line: line + 1, column: column + 1 };
  const reason = String(error?.reason ?? error);
  if (reason.includes('maxDepth')) {
    return { code: 'yaml-limit', message: 'the file is nested too deep', help: `use at most ${MAX_DEPTH} levels`, ...place };
  }
  return { code: 'yaml-syntax', message: NO_YAML, help: reason, ...place };
}

/** A value in words, for messages. @param {Node} node */
export function describe(node) {
  if (node.items) return 'a list';
  if (node.entries) return 'a map';
  if (node.text === undefined) return 'nothing';
  return [...node.text.slice(0, 100)].length <= 40 && !node.text.includes('\n') ? `“${node.text}”` : 'a text';
}

/**
 * Functions from places in a text to lines and columns, both from 1; a column counts characters.
 *
 * @param {string} text
 */
export function placesIn(text) {
  /** @type {number[] | undefined} */
  let starts;
  /** @param {number} at the number of the line, from 0 */
  const indexOf = (at) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n?|\n/gu), ({ 0: end, index }) => index + end.length)];
    let [from, to] = [0, starts.length];
    while (to - from > 1) {
      const middle = (from + to) >> 1;
      if (starts[middle] <= at) from = middle;
      else to = middle;
    }
    return from;
  };
  return {
    lineOf: (at) => indexOf(at) + 1,
    placeOf: (at) => {
      const index = indexOf(at);
      return { line: index + 1, column: [...text.slice(starts[index], Math.max(at, 0))].length + 1 };
    },
  };
}
