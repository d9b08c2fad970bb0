/**
 * Where a person is in the workspace, as it stands in the address: `?process=<id>&view=guide&node=default/engage`, or
 * before a process is open what to start from: `?schema=default`. Pure.
 *
 * @import { Scale } from './workspace-timeline.js'
 * @typedef {{ view: string, process?: string, node?: string, scale?: Scale, schema?: string, story?: string }} Place
 */
import { KEY, PROCESS_ID, SLUG } from './process-fields.js';
import { SCALES } from './workspace-timeline.js';

/** The view without a process, and the one that a process opens with. */
export const START = 'processes';
export const FIRST = 'guide';

const PARTS = ['process', 'view', 'node', 'scale', 'schema', 'story'];

const partOf = (key, value) => (value ? `${key}=${value}` : key);

/**
 * @param {string} search the part of an address that begins with `?`
 * @param {string[]} views those that a process has
 * @returns {{ place: Place, unknown: string[] }} `unknown`: parts that were left out, as they stand there
 */
export function readPlace(search, views) {
  const given = new URLSearchParams(search);
  const unknown = [...given].filter(([key]) => !PARTS.includes(key)).map(([key, value]) => partOf(key, value));
  const take = (key, isGood) => {
    const value = given.get(key) ?? undefined;
    if (value === undefined || value === '') return undefined;
    if (isGood(value)) return value;
    unknown.push(partOf(key, value));
    return undefined;
  };
  const process = take('process', (value) => PROCESS_ID.test(value));
  if (process === undefined) {
    const isSlug = (value) => SLUG.test(value);
    const place = { view: START, schema: take('schema', isSlug), story: take('story', isSlug) };
    return { place, unknown };
  }
  const view = take('view', (value) => views.includes(value)) ?? FIRST;
  const node = take('node', (value) => KEY.test(value));
  const scale = /** @type {Scale | undefined} */ (take('scale', (value) => SCALES.includes(value)));
  return { place: { view, process, node, ...(scale && { scale }) }, unknown };
}

/**
 * The address of a place; ids and keys are plain letters, so slashes stay readable.
 *
 * @param {Place} place @param {string} [path] of the page
 */
export function addressOf(place, path = '') {
  const parts =
    place.process === undefined
      ? [
          ['schema', place.schema],
          ['story', place.story],
        ]
      : [
          ['process', place.process],
          ['view', place.view],
          ['node', place.node],
          ['scale', place.scale],
        ];
  const query = parts
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${value}`)
    .join('&');
  return query ? `${path}?${query}` : path || '?';
}
