/**
 * The work plan as tables, one for each phase: the beginning and the end of a task are written here, those of what it lies
 * in follow. Fields are heavy, so a phase has its rows when it is opened and a long one has them bit by bit; a row is
 * changed where it stands.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { Changed } from './workspace-session.js'
 * @import { TreeNode } from './process-tree.js'
 * @typedef {{ row: HTMLElement, name: HTMLElement, start: HTMLElement, end: HTMLElement, status: HTMLElement,
 *             who: HTMLElement, said: string, isTurned: boolean }} Row
 * @typedef {{ details: HTMLDetailsElement, facts: HTMLElement, body: HTMLElement, more: HTMLElement, keys: string[],
 *             rows: Map<string, Row> }} Group
 */
import { element, worded } from './page.js';
import { diamond, stateOf } from './workspace-guide.js';
import { whoText } from './workspace-labels.js';
import { isLate } from './workspace-next.js';
import { button, dateField, fieldId, folded, mark, placeLink } from './workspace-parts.js';
import { below, daysOf, phasesOf } from './workspace-timeline.js';
import { dayText, number, say, spanText, term } from './workspace-texts.js';

/** A plan with as many tasks is open as a whole. */
const FEW = 60;
/** Rows that are added at once. */
const MANY = 100;

/** @param {Workspace} workspace */
export function planTableOf(workspace) {
  const { session } = workspace;
  const container = element('div', {});
  /** @type {Map<string, Group>} */
  const groups = new Map();
  let structure = '';
  let today = '';
  // Where nothing can be changed there are no fields, and text is light.
  const many = session.isReadOnly ? Infinity : MANY;
  const hasFields = (node) => node.isLeaf && !session.isReadOnly;

  const rowsOf = (root) => (root.isLeaf ? [root] : below(root)).map(({ key }) => key);

  const build = () => {
    const opened = new Map([...groups].map(([key, { details, rows }]) => [key, details.open ? rows.size : 0]));
    const roots = phasesOf(session.tree);
    const keys = roots.map(rowsOf);
    const isSmall = keys.flat().length <= FEW;
    const current = roots.find(({ status }) => status !== 'done') ?? roots[0];
    groups.clear();
    container.replaceChildren(
      ...roots.map((root, index) => {
        const group = groupOf(root, keys[index]);
        groups.set(root.key, group);
        const count = opened.size > 0 ? (opened.get(root.key) ?? 0) : isSmall || root === current ? many : 0;
        if (count > 0) {
          group.details.open = true;
          addRows(group, Math.max(count, many));
        }
        return group.details;
      }),
    );
  };

  /** @param {TreeNode} root @param {string[]} keys @returns {Group} */
  const groupOf = (root, keys) => {
    const id = fieldId(`plan ${root.key}`);
    const facts = element('span', { className: 'small quiet' });
    const body = element('tbody', {});
    const head = ['plan-column-step', 'field-node-start', 'field-node-end', 'field-status', 'field-responsible'].map(
      (key) => element('th', { scope: 'col' }, say(key)),
    );
    const table = element('table', {}, element('thead', {}, element('tr', {}, ...head)), body);
    const name = worded('b', workspace.words.name(root), { id: `${id}-name` });
    table.setAttribute('aria-labelledby', name.id);
    const more = element('p', { className: 'row' });
    const box = element('div', { className: 'table' }, table);
    const details = /** @type {HTMLDetailsElement} */ (folded('', { id, className: 'more ws-plan-phase' }, box, more));
    details.dataset.key = root.key;
    details.querySelector('summary').replaceChildren(element('span', {}, name, ' ', facts));
    /** @type {Group} */
    const group = { details, facts, body, more, keys, rows: new Map() };
    details.addEventListener('toggle', () => {
      if (!details.open || group.rows.size > 0) return;
      addRows(group, many);
      fillGroup(group);
    });
    return group;
  };

  /** @param {Group} group @param {number} count */
  const addRows = (group, count) => {
    const { keys, rows, body, more } = group;
    for (const key of keys.slice(rows.size, rows.size + count)) body.append(rowOf(group, key));
    const left = keys.length - rows.size;
    const go = () => {
      const next = keys[rows.size];
      addRows(group, many);
      fillGroup(group);
      rows.get(next).row.querySelector('a')?.focus();
    };
    const about = group.details.querySelector('b').textContent;
    more.replaceChildren(...(left > 0 ? [button(say('show-all', { count: number(left) }), go, { about })] : []));
    more.hidden = left === 0;
  };

  /** @param {Group} group @param {string} key */
  const rowOf = (group, key) => {
    const node = session.tree.nodes.get(key);
    const name = element('th', { scope: 'row' });
    const date = (field) => {
      if (!hasFields(node)) return element('td', { className: 'num' });
      const label = `${say(`field-node-${field}`)}: ${workspace.words.name(node).text}`;
      return element('td', { className: 'ws-day' }, dateField(workspace, `node ${key} ${field}`, { label }));
    };
    const [start, end] = [date('start'), date('end')];
    const [status, who] = [element('td', { className: 'ws-plan-status' }), element('td', {})];
    const row = element(
      'tr',
      { className: `ws-depth${node.depth}${node.isLeaf ? '' : ' ws-parent'}` },
      name,
      start,
      end,
      status,
      who,
    );
    group.rows.set(key, { row, name, start, end, status, who, said: '', isTurned: false });
    return row;
  };

  /** @param {Group} group */
  const fillGroup = (group) => {
    const root = session.tree.nodes.get(group.details.dataset.key ?? '');
    if (root) group.facts.textContent = [stateOf(root), spanText(root.start, root.end)].filter(Boolean).join(' · ');
    for (const [key, row] of group.rows) fill(row, session.tree.nodes.get(key));
  };

  /** @param {Row} row @param {TreeNode} node */
  const fill = (row, node) => {
    const name = workspace.words.name(node);
    const who = whoText(workspace, node);
    const late = node.isLeaf && isLate(node, today);
    const state = node.isLeaf ? term('task-status', node.status) : stateOf(node);
    const said = [name.text, name.lang, node.status, state, node.start, node.end, who, late].join('\n');
    if (row.said === said) return;
    row.said = said;
    const link = placeLink(
      workspace,
      { view: 'guide', process: session.card.id, node: node.key },
      {},
      worded('span', name),
    );
    row.name.replaceChildren(link);
    row.status.replaceChildren(
      diamond(node),
      element('span', {}, state, ...(late ? [element('b', {}, ` · ${say('plan-is-late')}`)] : [])),
    );
    row.who.textContent = who;
    for (const field of ['start', 'end']) {
      if (!hasFields(node)) {
        row[field].textContent = node[field] ? dayText(node[field]) : '';
        continue;
      }
      const control = row[field].querySelector('input');
      const value = node.fields.get(field) ?? '';
      if (control.value !== value) control.value = value;
    }
    if (!hasFields(node)) return;
    row.isTurned = Boolean(daysOf(node)?.isTurned);
    mark(row.end.querySelector('input'), row.isTurned ? say('dates-turned') : '');
  };

  return {
    container,
    /** @param {string} day which is today @param {Changed} [changed] */
    update(day, changed) {
      today = day;
      const found = phasesOf(session.tree)
        .map((root) => [root.key, workspace.words.name(root).text, ...rowsOf(root)].join(' '))
        .join('\n');
      if (found !== structure) {
        structure = found;
        build();
      }
      for (const group of groups.values()) fillGroup(group);
      for (const path of changed?.paths ?? []) {
        const [, key, field] = path.split(' ');
        const node = session.tree.nodes.get(key);
        if ((field === 'start' || field === 'end') && node?.isLeaf && daysOf(node)?.isTurned) {
          workspace.announce(say('plan-turned', { name: workspace.words.name(node).text }));
        }
      }
    },
    /** Goes to where the dates of a task are written. @param {string} key */
    goTo(key) {
      for (const group of groups.values()) {
        const at = group.keys.indexOf(key);
        if (at < 0) continue;
        group.details.open = true;
        if (at >= group.rows.size) addRows(group, at + 1 - group.rows.size);
        fillGroup(group);
        group.rows.get(key).start.querySelector('input').focus();
      }
    },
  };
}
