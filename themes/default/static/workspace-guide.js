/**
 * The guide: the phases, the objectives and tasks of one phase, and all about the one that is chosen. Rows of the tree are
 * changed where they stand, so that two thousand tasks stay quick.
 *
 * @import { View } from './workspace.js'
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 * @typedef {{ item: HTMLElement, link: HTMLElement, said: string }} Row
 */
import { element, worded } from './page.js';
import { addChild, emptyTree } from './workspace-change.js';
import { isLate, nextSteps } from './workspace-next.js';
import { headOf, nodeDetails } from './workspace-node.js';
import { bar, folded, placeLink, redraw, section } from './workspace-parts.js';
import { dayOf } from './workspace-session.js';
import { dayText, number, say, term } from './workspace-texts.js';

/** With so many rows those out of sight are not drawn. */
const MANY = 200;
/** What stays between the row that is open and the edge of the box of the tree. */
const ROOM = 8;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** @type {View} */
export function showGuide(workspace, container) {
  const { session } = workspace;
  const phases = element('nav', { className: 'ws-phases' });
  phases.setAttribute('aria-label', say('phases'));
  const tree = element('nav', { className: 'ws-tree' });
  tree.setAttribute('aria-label', say('tree-label'));
  const details = element('article', { className: 'ws-node' });
  const body = element('div', { className: 'ws-guide' }, tree, details);
  container.append(phases, body);
  /** @type {Map<string, Row>} */
  const rows = new Map();
  let structure = '';
  /** The node of which the details are shown. @type {string | undefined} */
  let drawn;
  let wasSkipped = false;

  const chosen = () => {
    const node = session.tree.nodes.get(workspace.place.node ?? '');
    return node?.isRemoved ? undefined : node;
  };
  const phaseOf = () => {
    const { roots } = session.tree;
    let node = chosen();
    while (node?.parent) node = node.parent;
    return (
      node ?? roots.find((root) => root.counts && root.status !== 'done') ?? roots.find(({ isRemoved }) => !isRemoved)
    );
  };

  const drawPhases = () =>
    redraw(phases, () => [
      element(
        'ol',
        {},
        ...session.tree.roots
          .filter(({ isRemoved }) => !isRemoved)
          .map((root, index) => {
            const isCurrent = root === phaseOf();
            const link = placeLink(
              workspace,
              place(root),
              { id: rowId(root.key) },
              diamond(root, String(index + 1)),
              element(
                'span',
                {},
                worded('b', workspace.words.name(root)),
                element('br'),
                element('span', { className: 'small quiet num' }, stateOf(root)),
              ),
            );
            if (isCurrent) link.setAttribute('aria-current', 'true');
            return element('li', {}, link);
          }),
      ),
    ]);

  const place = (node) => ({ view: 'guide', process: session.card.id, node: node.key });

  const drawTree = () => {
    const phase = phaseOf();
    const found = shape(phase);
    if (found !== structure) {
      structure = found;
      rows.clear();
      redraw(tree, () => (phase ? [branch(phase), addChild(workspace, phase)] : []));
      tree.classList.toggle('ws-many', rows.size > MANY);
    }
    const today = dayOf(new Date());
    const current = chosen()?.key;
    for (const [key, row] of rows) fill(row, session.tree.nodes.get(key), key === current, today);
  };

  /** The order and depth of all rows. @param {TreeNode | undefined} node @returns {string} */
  const shape = (node) => {
    const children = node?.children.filter(({ isRemoved }) => !isRemoved).map(shape);
    return node ? `${node.key}(${children.join(' ')})` : '';
  };

  /** @param {TreeNode} parent */
  const branch = (parent) =>
    element(
      'ol',
      { className: parent.parent ? '' : 'tree' },
      ...parent.children
        .filter(({ isRemoved }) => !isRemoved)
        .map((node) => {
          const link = placeLink(workspace, place(node), { className: 'ws-row', id: rowId(node.key) });
          const item = element('li', { className: `ws-depth${node.depth}` }, link);
          if (node.children.some(({ isRemoved }) => !isRemoved)) item.append(branch(node));
          rows.set(node.key, { item, link, said: '' });
          return item;
        }),
    );

  /** @param {Row} row @param {TreeNode} node */
  const fill = (row, node, isCurrent, today) => {
    const name = workspace.words.name(node);
    const late = isLate(node, today);
    const said = [
      name.text,
      name.lang,
      node.status,
      node.progress,
      node.isSkipped,
      node.counts,
      node.end,
      late,
      isCurrent,
    ].join('\n');
    if (row.said === said) return;
    row.said = said;
    const facts = [
      node.isSkipped
        ? term('task-status', 'skipped')
        : node.isLeaf
          ? node.status === 'awaiting'
            ? ''
            : term('task-status', node.status)
          : stateOf(node),
    ];
    if (node.isLeaf && node.counts && node.end && node.status !== 'done')
      facts.push(late ? say('late', { day: dayText(node.end) }) : say('until', { end: dayText(node.end) }));
    row.link.replaceChildren(
      diamond(node),
      worded('span', name, { className: 'name' }),
      element('span', { className: 'small ws-facts' }, facts.filter(Boolean).join(' · ')),
    );
    row.link.classList.toggle('ws-off', !node.counts);
    if (isCurrent) row.link.setAttribute('aria-current', 'true');
    else row.link.removeAttribute('aria-current');
  };

  const drawDetails = () => {
    const node = chosen();
    const { activeElement } = document;
    const isHere = !session.isReadOnly && (activeElement === document.body || details.contains(activeElement));
    const isSkippedNow = node?.isSkipped === true && !wasSkipped && node.key === drawn;
    // What was unfolded at one task is not at the next.
    if (node?.key !== drawn) details.replaceChildren();
    drawn = node?.key;
    wasSkipped = node?.isSkipped ?? false;
    body.classList.toggle('ws-opened', node?.parent !== undefined && node?.parent !== null);
    redraw(details, () => {
      if (session.tree.roots.every(({ isRemoved }) => isRemoved)) return emptyTree(workspace);
      return node ? nodeDetails(workspace, node) : welcome(workspace);
    });
    // It is skipped far below; what says that it is so stands under the title.
    if (isSkippedNow && isHere) {
      const title = document.getElementById('ws-node-title');
      title?.focus({ preventScroll: true });
      title?.scrollIntoView({ block: 'start' });
    }
  };

  /** The tree has a box of its own where there is room: the row is brought into view in it, and the page stays. */
  const showRow = () => {
    const link = rows.get(chosen()?.key ?? '')?.link;
    if (!link) return;
    const [box, row] = [tree, link].map((one) => one.getBoundingClientRect());
    // Above on the page the box reaches below the window.
    const isSeen = box.top + row.height + 2 * ROOM < innerHeight;
    const [top, bottom] = [box.top + ROOM, (isSeen ? Math.min(box.bottom, innerHeight) : box.bottom) - ROOM];
    if (row.top < top) tree.scrollTop -= top - row.top;
    else if (row.bottom > bottom) tree.scrollTop += row.bottom - bottom;
  };

  const draw = () => {
    drawPhases();
    drawTree();
    showRow();
    drawDetails();
  };
  draw();

  return {
    update({ isTyped, paths }) {
      drawPhases();
      drawTree();
      const node = chosen();
      // The field that is being typed in stays as it is; only the heading follows it.
      if (!isTyped) drawDetails();
      else if (node && paths.has(`node ${node.key} name`))
        details.querySelector('header')?.replaceWith(headOf(workspace, node));
    },
    move() {
      draw();
      return true;
    },
  };
}

/** The id of the link to a node in the tree. @param {string} key */
export const rowId = (key) => `ws-row-${key.replace(/[^A-Za-z0-9]+/gu, '-')}`;

/** How far a parent is, in words. @param {TreeNode} node */
export function stateOf(node) {
  // One of which all tasks are skipped takes no part either.
  if (!node.counts) return term('task-status', 'skipped');
  const leaves = leavesOf(node);
  return say('done-of', {
    done: number(leaves.filter(({ status }) => status === 'done').length),
    total: number(leaves.length),
  });
}

/** The tasks of a node that count. @param {TreeNode} node @returns {TreeNode[]} */
export function leavesOf(node) {
  if (node.isLeaf) return node.counts ? [node] : [];
  return node.children.flatMap(leavesOf);
}

/** Its sign: solid when it is done, half when it is under way. @param {TreeNode} node @param {string} [label] */
export function diamond(node, label) {
  const svg = document.createElementNS(NAMESPACE, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', `node ws-${node.counts ? node.status : 'skipped'}`);
  const part = (name, attributes) => {
    const made = document.createElementNS(NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    svg.append(made);
    return made;
  };
  part('path', { d: 'm12 2 10 10-10 10L2 12z' });
  if (node.status === 'in-progress' && node.counts) part('path', { class: 'half', d: 'M12 2v20L2 12z' });
  if (label) part('text', { x: '12', y: '15.2' }).textContent = label;
  return svg;
}

/** What stands there before anything is chosen: how far all is, and what comes next. @param {Workspace} workspace */
function welcome(workspace) {
  const { session, words } = workspace;
  const { tree } = session;
  const total = tree.count.awaiting + tree.count['in-progress'] + tree.count.done;
  const steps = nextSteps(tree, words.before);
  const today = dayOf(new Date());
  const step = (node) =>
    element(
      'li',
      {},
      diamond(node),
      element(
        'div',
        {},
        element(
          'p',
          {},
          placeLink(
            workspace,
            { view: 'guide', process: session.card.id, node: node.key },
            {},
            worded('b', words.name(node)),
          ),
        ),
        element(
          'p',
          { className: 'small quiet' },
          [
            term('task-status', node.status),
            ...(node.parent ? [words.name(node.parent).text] : []),
            isLate(node, today) ? say('late', { day: dayText(node.end) }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        ),
      ),
    );
  return [
    element('h2', { tabIndex: -1 }, say('view-guide')),
    element(
      'p',
      { className: 'ws-progress' },
      bar(tree.progress, say('progress')),
      element(
        'span',
        { className: 'num' },
        say('progress-of', { percent: number(tree.progress), done: number(tree.count.done), total: number(total) }),
      ),
    ),
    section(
      total > 0 && tree.count.done === total ? say('all-done') : say('next-title'),
      {},
      ...(steps.length > 0
        ? [element('ul', { className: 'ws-next' }, ...steps.map(step))]
        : [
            element(
              'p',
              {},
              total === 0 ? say('next-none') : tree.count.done === total ? say('all-done-note') : say('next-blocked'),
            ),
          ]),
    ),
    folded(
      say('how-guide'),
      { id: 'ws-how' },
      element(
        'ul',
        { className: 'prose' },
        ...['how-guide-choose', 'how-guide-status', 'how-guide-change', 'how-guide-file'].map((key) =>
          element('li', {}, say(key)),
        ),
      ),
    ),
  ];
}
