/**
 * What keeps the texts of a process from being published: what could tell who somebody is, and what the catalogue would
 * refuse. Each finding has the field of the process that it stands in. Nothing here touches a page.
 *
 * @import { Leaving, Reduced } from './process-publish.js'
 * @import { Names } from './process-names.js'
 * @typedef {{ path: string, kind: string, text: string, isSure: boolean }} Finding  `kind`: a kind of personal-data.js or
 *   process-names.js, or `too-long`, `markup`, `no-name`, `too-large`; not `isSure`: whoever publishes may say that it is
 *   no name
 */
import { findNames } from './process-names.js';
import { findPersonalData, findPersonalDataInMarkdown } from './personal-data.js';
import { MOST } from './process-publish.js';

/** HTML, and links and pictures that no entry may have; a backslash before them makes them a text. */
const MARKUP = /(?<!\\)<(?:[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>|\/[a-z]|!--|[?!]\w)|\]\(\s*<?\s*(?:javascript|vbscript|data|file):|!\[[^\]]*\]\(\s*<?\s*(?:https?:)?\/\//iu;

/**
 * @param {Leaving[]} texts
 * @param {{ roles: Set<string>, names: Names, fine?: string[] }} options `fine`: words that are no names here
 * @returns {Finding[]} in the order of the texts
 */
export function findingsIn(texts, { roles, names, fine = [] }) {
  /** @type {Finding[]} */
  const found = [];
  for (const { path, text, shape } of texts) {
    const find = shape === 'markdown' ? findPersonalDataInMarkdown : findPersonalData;
    for (const { start, end, kind } of find(text, roles)) found.push({ path, kind, text: text.slice(start, end), isSure: true });
    const seen = new Set();
    for (const { kind, text: name, isSure } of findNames(text, names, fine)) {
      // The same word once for a field.
      if (!seen.has(name)) found.push({ path, kind, text: name, isSure });
      seen.add(name);
    }
    const markup = shape === 'markdown' && MARKUP.exec(text);
    if (markup) found.push({ path, kind: 'markup', text: markup[0], isSure: true });
    if ([...text].length > MOST[shape]) found.push({ path, kind: 'too-long', text: String(MOST[shape]), isSure: true });
  }
  return found;
}

/** What is wrong with the tree itself. @param {Reduced} reduced @param {string} file @returns {Finding[]} */
export function findingsOfTree({ unnamed }, file) {
  const size = new TextEncoder().encode(file).length;
  return [
    ...unnamed.map((key) => ({ path: `node ${key} name`, kind: 'no-name', text: '', isSure: true })),
    ...(size > MOST.tree ? [{ path: 'nodes', kind: 'too-large', text: String(Math.ceil(size / 1_000)), isSure: true }] : []),
  ];
}
