/**
 * What the parts of the view "Publish" share: what a person chose there, the list of what has to be mended, and the way to
 * the form.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { Finding } from './process-findings.js'
 * @import { Leaving } from './process-publish.js'
 * @typedef {{ leftOut: string[], fine: string[], isWhole: boolean, call: { end?: string, roles?: string[], contact?: string } }} Choices
 *   `leftOut`: paths of links that are not for everybody; `fine`: words that are no names; `isWhole`: also steps of which
 *   nothing was done; `call`: the answers that only the call needs
 */
import { pageAddress } from './data.js';
import { element, language as pageLanguage } from './page.js';
import { findingsIn } from './process-findings.js';
import { handOver } from './process-handover.js';
import { folded } from './process-names.js';
import { namesOf } from './process-team.js';
import { roles } from './role-mailboxes.js';
import { pathLabel } from './workspace-labels.js';
import { button, placeLink } from './workspace-parts.js';
import { addressOf } from './workspace-place.js';
import { number, say } from './workspace-texts.js';

/**
 * What a person said here; kept in the browser beside the process, and in no file.
 *
 * @param {Workspace} workspace
 * @returns {Choices}
 */
export const choicesOf = ({ session }) => ({ leftOut: [], fine: [], isWhole: true, call: {}, ...session.card.publish });

let drawAgain = () => {};

/** @param {() => void} draw draws the view that is open */
export function whenChosen(draw) {
  drawAgain = draw;
}

/**
 * Keeps what was chosen, and draws the view with it.
 *
 * @param {Workspace} workspace @param {Partial<Choices>} fields
 */
export function choose(workspace, fields) {
  const { session } = workspace;
  if (session.isReadOnly) return;
  session.setCard({ publish: { ...choicesOf(workspace), ...fields } });
  drawAgain();
}

/** The language in which the team writes. @param {Workspace} workspace */
export const languageOf = ({ session }) => /** @type {string} */ (session.value('language') ?? pageLanguage);

/** @param {Workspace} workspace @param {Leaving[]} texts */
export const findings = (workspace, texts) =>
  findingsIn(texts, { roles, names: namesOf(workspace.session.document), fine: choicesOf(workspace).fine });

// --- What has to be mended ---

/** Where a text of the process is changed. @param {Workspace} workspace @param {string} path */
function placeOfPath({ session }, path) {
  const [kind, key] = path.split(' ');
  const process = session.card.id;
  return kind === 'node' ? { view: 'guide', process, node: key } : { view: 'settings', process };
}

/**
 * @param {Workspace} workspace @param {Finding[]} list @param {string} id what the ids begin with
 */
export function findingList(workspace, list, id) {
  if (list.length === 0) return [element('p', { className: 'ws-state', id: `${id}-clean` }, say('publish-clean'))];
  const kindOf = ({ kind }) => (kind.startsWith('personal-code') ? 'personal-code' : kind);
  const label = (path) =>
    path === 'contact' ? say('call-contact') : path === 'nodes' ? say('publish-tree') : pathLabel(workspace, path);
  // No field leads to an id: it is told how one gets another.
  const isId = (path) => /^node \S+ id$/u.test(path);
  const row = (finding) =>
    element(
      'li',
      {},
      element('b', {}, say(`publish-found-${kindOf(finding)}`, { text: finding.text })),
      ...(finding.text && !['too-long', 'too-large'].includes(finding.kind) ? [`: ${finding.text}`] : []),
      element('br'),
      ...(finding.path === 'contact' || finding.path === 'nodes'
        ? [label(finding.path)]
        : [placeLink(workspace, placeOfPath(workspace, finding.path), {}, label(finding.path))]),
      ...(isId(finding.path) ? [` – ${say('publish-found-in-id')}`] : []),
    );
  const doubts = [
    ...new Map(list.filter(({ isSure }) => !isSure).map(({ text }) => [folded(text), text])).entries(),
  ];
  const box = ([key, text]) => {
    const made = element('input', { type: 'checkbox', id: `${id}-fine-${key.replace(/[^a-z0-9]+/gu, '-')}` });
    made.addEventListener('change', () => {
      choose(workspace, { fine: [...choicesOf(workspace).fine, text] });
      workspace.announce(say('publish-fine-noted', { text }));
      document.getElementById(`${id}-findings`)?.querySelector('h4')?.focus();
    });
    return element(
      'div',
      { className: 'ws-check' },
      made,
      element('label', { htmlFor: made.id }, say('publish-no-name', { text })),
    );
  };
  return [
    element(
      'div',
      { className: 'notice ws-alert', id: `${id}-findings` },
      element('h4', { tabIndex: -1 }, say('publish-findings', { count: number(list.length) })),
      element('p', {}, say('publish-findings-lead')),
      element('ul', { className: 'ws-problems' }, ...list.map(row)),
      ...doubts.map(box),
    ),
  ];
}

/** @param {Workspace} workspace @param {string} id */
export function refuse(workspace, id) {
  workspace.announce(say('publish-refused'));
  document.getElementById(`${id}-findings`)?.querySelector('h4')?.focus();
}

/**
 * To the form, with what it is filled in with.
 *
 * @param {Workspace} workspace @param {'story' | 'call'} kind @param {string} id @param {string} label
 * @param {() => { answers: Record<string, string | string[]>, findings: Finding[] } | undefined} make nothing: not yet
 */
export function goButton(workspace, kind, id, label, make) {
  const go = async () => {
    const { session } = workspace;
    session.settle();
    const made = make();
    if (!made) return;
    if (made.findings.length > 0) {
      refuse(workspace, id);
      return;
    }
    await session.kept();
    const isKept = handOver({
      kind,
      at: Date.now(),
      process: /** @type {string} */ (session.value('name') ?? say('no-name')),
      back: new URL(addressOf({ view: 'publish', process: session.card.id }, location.pathname), location.href).href,
      answers: made.answers,
      names: namesOf(session.document),
      fine: choicesOf(workspace).fine,
    });
    if (isKept) location.assign(pageAddress(`${workspace.home}contribute/${kind}/`));
    else workspace.announce(say('publish-failed'));
  };
  return element(
    'p',
    { className: 'row ws-send' },
    button(label, go, { className: 'btn', id: `${id}-go` }),
    element('span', { className: 'small quiet' }, say('publish-go-hint')),
  );
}
