/**
 * A first plan at once: the tasks that have no dates, one after the other over a time. What comes of it is as good as a
 * first guess, and one step to undo.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 */
import { element } from './page.js';
import { folded, labelled, mark, selectField } from './workspace-parts.js';
import { spreadOver } from './workspace-timeline.js';
import { number, say } from './workspace-texts.js';

/** @param {Workspace} workspace @param {TreeNode[]} tasks without dates @param {boolean} open whether it is the way to begin */
export function spreadForm(workspace, tasks, open) {
  const { session, words } = workspace;
  const rootOf = (node) => (node.parent ? rootOf(node.parent) : node);
  const roots = [...new Set(tasks.map(rootOf))];
  const day = (name) =>
    element('input', { type: 'date', id: `ws-spread-${name}`, min: '1900-01-01', max: '2999-12-31' });
  const [start, end] = [day('start'), day('end')];
  const phase = selectField(
    'ws-spread-phase',
    '',
    [
      { value: '', text: say('plan-spread-all') },
      ...roots.map((root) => ({ value: root.key, text: words.name(root).text })),
    ],
    undefined,
    { label: say('plan-spread-which') },
  );
  const spread = (event) => {
    event.preventDefault();
    const isDay = (control) => control.value !== '' && control.validity.valid;
    for (const control of [start, end]) mark(control, isDay(control) ? '' : say('plan-day-missing'));
    if (isDay(start) && isDay(end) && end.value < start.value) mark(end, say('dates-turned'));
    const bad = [start, end].find((control) => control.hasAttribute('aria-invalid'));
    if (bad) {
      bad.focus();
      return;
    }
    const chosen = phase.querySelector('select').value;
    const some = tasks.filter((task) => chosen === '' || rootOf(task).key === chosen);
    session.change(spreadOver(some, start.value, end.value), { what: 'planned', node: chosen || undefined });
    workspace.announce(say('plan-spread-done', { count: number(some.length) }));
    /** @type {HTMLElement | null} */ (document.querySelector('.ws-gantt'))?.focus();
  };
  const form = element(
    'form',
    { noValidate: true, autocomplete: 'off' },
    ...(roots.length > 1 ? [phase] : []),
    element(
      'div',
      { className: 'ws-pair' },
      labelled(start, { label: say('field-node-start') }),
      labelled(end, { label: say('field-node-end') }),
    ),
    element(
      'p',
      { className: 'row' },
      element('button', { className: 'btn alt', type: 'submit', id: 'ws-spread-now' }, say('plan-spread-now')),
    ),
  );
  form.addEventListener('submit', spread);
  return folded(
    say('plan-spread'),
    { id: 'ws-spread', open },
    element('p', { className: 'small quiet measure' }, say('plan-spread-note')),
    form,
  );
}
