/**
 * All about one phase, objective or task: what to do, how far it is, which Interlinkers help, what came of it, when and
 * who, notes; and how to change the tree around it.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 */
import { COMPLEXITIES, STATUSES } from './process-fields.js';
import { restoreNode, setStatus } from './process-tree.js';
import { element, worded } from './page.js';
import { changeOf } from './workspace-change.js';
import { claimsOf } from './workspace-claims.js';
import { nextTask, openBefore } from './workspace-next.js';
import {
  bar,
  button,
  dateField,
  fieldId,
  noted,
  placeLink,
  section,
  selectField,
  textField,
} from './workspace-parts.js';
import { resourcesOf } from './workspace-resources.js';
import { responsibleFor } from './workspace-responsible.js';
import { usesOf } from './workspace-uses.js';
import { number, say, spanText, term } from './workspace-texts.js';

/** @param {Workspace} workspace @param {TreeNode} node @returns {(Node | string)[]} */
export function nodeDetails(workspace, node) {
  const { session, words } = workspace;
  const description = words.description(node);
  const parts = [headOf(workspace, node)];
  if (node.isSkipped) parts.push(skipped(workspace, node));
  if (words.isRetired(node)) parts.push(element('p', { className: 'notice small' }, say('node-retired')));
  const before = beforeOf(workspace, node);
  if (before) parts.push(before);
  if (description) parts.push(noted('div', description, { className: 'typed measure' }));
  // How far a skipped task is says nothing: it has to be restored first.
  if (!node.isLeaf) parts.push(derived(workspace, node));
  else if (!node.isSkipped) parts.push(status(workspace, node));
  parts.push(usesOf(workspace, node), resourcesOf(workspace, node), plan(workspace, node));
  parts.push(...claimsOf(workspace, node));
  parts.push(
    section(
      say('notes-title'),
      {},
      textField(workspace, `node ${node.key} notes`, { label: say('field-notes'), hint: say('hint-notes'), rows: 4 }),
    ),
  );
  parts.push(changeOf(workspace, node));
  const next = nextTask(session.tree, node);
  if (next) {
    parts.push(
      element(
        'p',
        { className: 'ws-onward' },
        say('next-task'),
        ' ',
        placeLink(workspace, { view: 'guide', process: session.card.id, node: next.key }, {}, words.name(next).text),
      ),
    );
  }
  return parts;
}

/** What it is and where it lies, and its name. @param {Workspace} workspace @param {TreeNode} node */
export function headOf(workspace, node) {
  const { session, words } = workspace;
  const way = [];
  for (let one = node.parent; one; one = one.parent) way.unshift(one);
  const link = (one) =>
    placeLink(workspace, { view: 'guide', process: session.card.id, node: one.key }, {}, words.name(one).text);
  const up = way.at(0);
  return element(
    'header',
    {},
    ...(up
      ? [
          element(
            'p',
            { className: 'ws-back small' },
            placeLink(
              workspace,
              { view: 'guide', process: session.card.id, node: up.key },
              {},
              `← ${words.name(up).text}`,
            ),
          ),
        ]
      : []),
    element('p', { className: 'kind' }, say(`level-${node.level}`), ...way.flatMap((one) => [' · ', link(one)])),
    worded('h2', words.name(node), { tabIndex: -1, id: 'ws-node-title' }),
    ...(words.isUnknown(node) ? [element('p', { className: 'small quiet' }, say('node-unknown'))] : []),
  );
}

function beforeOf(workspace, node) {
  const { session, words } = workspace;
  const { tree } = session;
  const known = words
    .before(node)
    .map((key) => tree.nodes.get(key))
    .filter((one) => one && !one.isRemoved);
  const open = openBefore(tree, node, words.before);
  const all = [...new Set([...known, ...open])];
  if (all.length === 0) return undefined;
  const line = element(
    'p',
    { className: open.length > 0 ? 'ws-before' : 'ws-before small quiet' },
    open.length > 0 && node.status === 'awaiting' ? say('before-open') : say('before'),
    ' ',
  );
  all.forEach((one, index) =>
    line.append(
      ...(index > 0 ? [', '] : []),
      placeLink(
        workspace,
        { view: 'guide', process: session.card.id, node: one.key },
        {},
        worded('span', words.name(one)),
      ),
      ` (${one.counts ? term('task-status', one.status) : term('task-status', 'skipped')})`,
    ),
  );
  return line;
}

function status({ session }, node) {
  const set = element('fieldset', { className: 'ws-status' }, element('legend', {}, say('status-title')));
  for (const value of STATUSES) {
    const box = element('input', {
      type: 'radio',
      name: 'ws-status',
      id: `ws-status-${value}`,
      value,
      checked: node.status === value,
    });
    box.addEventListener('change', () =>
      session.change(setStatus(session.document, node.key, /** @type {any} */ (value)), {
        what: 'status',
        node: node.key,
        detail: value,
      }),
    );
    set.append(element('span', {}, box, element('label', { htmlFor: box.id }, term('task-status', value))));
  }
  return set;
}

function derived(_, node) {
  const span = spanText(node.start, node.end);
  return element(
    'div',
    { className: 'ws-derived' },
    element(
      'p',
      { className: 'ws-progress' },
      // One of which all tasks are skipped takes no part, so it is not at 0 % either.
      ...(node.counts
        ? [
            bar(node.progress, say('progress')),
            element(
              'span',
              { className: 'num' },
              `${term('task-status', node.status)}, ${say('percent', { count: number(node.progress) })}`,
            ),
          ]
        : [element('span', {}, term('task-status', 'skipped'))]),
    ),
    element('p', { className: 'small quiet' }, say('status-derived'), span ? ` ${say('dates-derived', { span })}` : ''),
  );
}

function skipped(workspace, node) {
  const { session } = workspace;
  return element(
    'div',
    { className: 'notice ws-skipped' },
    element('p', {}, element('b', {}, say('is-skipped'))),
    textField(workspace, `node ${node.key} reason`, { label: say('field-reason'), hint: say('hint-reason'), rows: 2 }),
    element(
      'p',
      { className: 'row' },
      button(
        say('restore'),
        () => {
          session.change(restoreNode(node.key), { what: 'restored', node: node.key });
          workspace.announce(say('restored'));
          document.getElementById('ws-node-title')?.focus();
        },
        { id: 'ws-restore' },
      ),
    ),
  );
}

// --- When, how hard, who ---

function plan(workspace, node) {
  const { session } = workspace;
  const planned = { what: 'planned', node: node.key };
  const date = (name) => dateField(workspace, `node ${node.key} ${name}`, { label: say(`field-${name}`) });
  const isClosed = node.fields.get('closed') === 'true';
  const isTurned = node.isLeaf && node.start && node.end && node.end < node.start;
  const complexity = selectField(
    fieldId(`node ${node.key} complexity`),
    node.fields.get('complexity'),
    [{ value: '', text: say('not-set') }, ...COMPLEXITIES.map((value) => ({ value, text: say(`complexity-${value}`) }))],
    (value) => session.change([[`node ${node.key} complexity`, value]], planned),
    { label: say('field-complexity'), hint: isClosed ? say('hint-complexity-closed') : say('hint-complexity') },
  );
  // Points that were awarded do not change behind anybody's back.
  complexity.querySelector('select').disabled = isClosed;
  return section(
    say('plan-title'),
    { id: 'ws-plan' },
    ...(node.isLeaf
      ? [
          element('div', { className: 'ws-pair' }, date('start'), date('end')),
          ...(isTurned ? [element('p', { className: 'msg' }, say('dates-turned'))] : []),
          complexity,
        ]
      : []),
    responsibleFor(workspace, node),
  );
}
