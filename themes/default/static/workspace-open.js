/**
 * A process comes into this browser: one that begins here is kept and opened; one from a file is read, and opened, or
 * merged with the copy that this browser has. Of a file that cannot be read every place is shown, and the bytes can be
 * taken back as they are.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { Process } from './process.js'
 * @import { Card } from './workspace-store.js'
 */
import { LIMITS } from './process-fields.js';
import { readProcess } from './process-file.js';
import { ProcessError, conflicts, isSame, merge, value } from './process.js';
import { element } from './page.js';
import { pathLabel } from './workspace-labels.js';
import { whileHeld } from './workspace-lock.js';
import { button, download, faultText, folded, placeLink } from './workspace-parts.js';
import { dayOf } from './workspace-session.js';
import { dayText, number, say } from './workspace-texts.js';

/** So many places are shown before the rest is folded. */
const FEW = 20;

/**
 * @param {File} file
 * @returns {Promise<{ document?: Process, bytes?: Uint8Array, problems: import('./process-file.js').Problem[] }>}
 */
export async function readFile(file) {
  // Not even taken into memory when it is too large.
  if (file.size > LIMITS.bytes) return readProcess('x'.repeat(LIMITS.bytes + 1));
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { bytes, ...readProcess(bytes) };
}

/**
 * Keeps a process that is new here, and opens it.
 *
 * @param {Workspace} workspace @param {Process} document
 */
export async function begin(workspace, document) {
  await workspace.startStore();
  await enter(workspace, await keepNew(workspace, document), 'started');
}

/** @param {Workspace} workspace @param {Process} document @param {Partial<Card>} [more] @returns {Promise<Card>} */
async function keepNew(workspace, document, more = {}) {
  const moment = new Date().toISOString();
  const name = /** @type {string} */ (value(document, 'name') ?? '');
  /** @type {Card} */
  const card = { id: document.id, changed: moment, unsaved: moment, ...more, name };
  try {
    await workspace.store.keep(card, document);
  } catch (error) {
    // No room, for instance: it is worked on all the same, and said that only this page has it.
    workspace.workInMemory(error);
    await workspace.store.keep(card, document);
  }
  return card;
}

/** @param {Workspace} workspace @param {Card} card @param {string} word what is said about it */
async function enter(workspace, { id, name }, word) {
  await workspace.go({ view: 'guide', process: id });
  // What stood here before may have to be saved first.
  if (workspace.session?.card.id !== id) return;
  workspace.announce(say(word, { name: name || say('no-name'), day: dayText(dayOf(new Date())) }));
}

/**
 * @param {Workspace} workspace @param {File} file @param {HTMLElement} answer where what is wrong is shown
 * @param {Partial<Card>} [more] the file itself, where the browser gives it
 */
export async function openFile(workspace, file, answer, more = {}) {
  answer.replaceChildren(element('p', {}, say('reading')));
  const found = await readFile(file).catch(() => undefined);
  if (!found?.document) {
    answer.replaceChildren(problemsOf(file, found));
    return;
  }
  const { document } = found;
  try {
    // What another tab has kept since this page was opened is found too.
    await workspace.startStore();
    const come = () => comeTogether(workspace, document, { file: file.name, ...more });
    // No other tab works on it meanwhile: what comes in here would be written over there.
    const { card, word } = await (workspace.store.isLasting ? whileHeld(document.id, come) : come());
    await enter(workspace, card, word);
  } catch (error) {
    answer.replaceChildren(failureNote(error));
  }
}

/**
 * Keeps what a file has. Where the browser has a copy, both are put together; nothing of either is lost.
 *
 * @param {Workspace} workspace @param {Process} document @param {Partial<Card>} more
 */
async function comeTogether(workspace, document, more) {
  const known = await workspace.store.load(document.id);
  const moment = new Date().toISOString();
  const inFile = { ...more, saved: moment, unsaved: undefined };
  if (!known) return { card: await keepNew(workspace, document, inFile), word: 'opened' };
  const merged = merge(known.document, document);
  const unsaved = isNewer(known.document, document) ? moment : undefined;
  const card = await keepNew(workspace, merged, { ...known.card, ...inFile, unsaved });
  return { card, word: 'opened-merged' };
}

/** Something that cannot be done; `key` is the text that says why. */
export class Refusal extends Error {
  /** @param {string} key */
  constructor(key) {
    super(key);
    this.key = key;
  }
}

/** Why something could not be done, in the words of the page. @param {any} error */
export function failureText(error) {
  if (error instanceof Refusal) return say(error.key);
  if (error instanceof ProcessError)
    return error.code === 'too-many-nodes' ? say('merge-failed') : faultText(error.code, error.message);
  return say(error instanceof DOMException ? 'storage-away' : 'not-done');
}

/** @param {any} error */
export const failureNote = (error) =>
  element('div', { className: 'notice ws-alert' }, element('p', {}, failureText(error)));

/** Whether one copy knows edits that the other does not. @param {Process} one @param {Process} other */
export const isNewer = (one, other) =>
  [...one.seen].some(([replica, counter]) => counter > (other.seen.get(replica) ?? 0));

/**
 * What is wrong with a file, place by place.
 *
 * @param {File} file @param {{ bytes?: Uint8Array, problems?: any[] } | undefined} found
 */
export function problemsOf(file, found) {
  const problems = found?.problems ?? [];
  const item = ({ line, column, code, message, help }) =>
    element(
      'li',
      {},
      element('b', { className: 'num' }, say('file-place', { line: number(line), column: number(column) })),
      ' ',
      faultText(code, message),
      element('p', { className: 'small quiet', lang: 'en' }, [message, help].filter(Boolean).join('; ')),
    );
  const list = (items) => element('ol', { className: 'ws-problems' }, ...items.map(item));
  return element(
    'div',
    { className: 'notice ws-alert' },
    element('h3', {}, say('file-bad', { name: file.name })),
    element(
      'p',
      {},
      problems.length > 0 ? say('file-bad-note', { count: number(problems.length) }) : say('file-unreadable'),
    ),
    ...(problems.length > 0 ? [list(problems.slice(0, FEW))] : []),
    ...(problems.length > FEW
      ? [
          folded(
            say('more-problems', { count: number(problems.length - FEW) }),
            { id: 'ws-more-problems' },
            list(problems.slice(FEW)),
          ),
        ]
      : []),
    ...(found?.bytes
      ? [
          element(
            'p',
            { className: 'row' },
            button(say('file-bytes'), () => download(found.bytes, file.name, 'application/yaml')),
          ),
        ]
      : []),
  );
}

/**
 * What a merge brought: the fields whose shown value is another one now.
 *
 * @param {Process} before @param {Process} after
 * @returns {{ changed: string[], added: string[], conflicts: number }} paths; keys of nodes that are new
 */
export function broughtBy(before, after) {
  const added = [...after.places.keys()].filter((key) => !before.places.has(key));
  const isOfAdded = new Set(added);
  const changed = [];
  for (const [path, register] of after.registers) {
    if (before.registers.get(path) === register) continue;
    const [kind, key] = path.split(' ');
    if (kind === 'node' && isOfAdded.has(key)) continue;
    if (!isSame(value(before, path), register.at(-1).value)) changed.push(path);
  }
  return { changed: changed.sort(), added, conflicts: conflicts(after).length };
}

/** @param {import('./workspace-parts.js').Workspace} workspace @param {ReturnType<typeof broughtBy>} brought */
export function broughtText(workspace, brought) {
  const { changed, added, conflicts: open } = brought;
  if (changed.length + added.length === 0) return [element('p', {}, say('merge-nothing'))];
  const process = workspace.session.card.id;
  const link = (path) => {
    const [kind, key] = path.split(' ');
    return kind === 'node'
      ? placeLink(workspace, { view: 'guide', process, node: key }, {}, pathLabel(workspace, path))
      : pathLabel(workspace, path);
  };
  const list = (title, paths) =>
    paths.length === 0
      ? []
      : [
          element('h4', {}, title),
          element(
            'ul',
            { className: 'prose' },
            ...paths.slice(0, FEW).map((path) => element('li', {}, link(path))),
            ...(paths.length > FEW ? [element('li', {}, say('and-more', { count: number(paths.length - FEW) }))] : []),
          ),
        ];
  return [
    element('p', {}, say('merge-done', { fields: number(changed.length), nodes: number(added.length) })),
    ...list(
      say('merge-added'),
      added.map((key) => `node ${key}`),
    ),
    ...list(say('merge-changed'), changed),
    ...(open > 0
      ? [
          element(
            'p',
            {},
            say('conflicts-found', { count: number(open) }),
            ' ',
            placeLink(workspace, { view: 'conflicts', process }, {}, say('conflicts-look')),
          ),
        ]
      : []),
  ];
}
