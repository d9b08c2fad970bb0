/**
 * The work plan: when which task is done. A chart by day, week, month or year, tasks that have no dates yet, the same as a
 * table in which the dates are written, and the plan for other programs.
 *
 * @import { View } from './workspace.js'
 * @import { Workspace } from './workspace-parts.js'
 * @import { Scale } from './workspace-timeline.js'
 */
import { element, worded } from './page.js';
import { exportsOf } from './workspace-exports.js';
import { ganttOf } from './workspace-gantt.js';
import { diamond } from './workspace-guide.js';
import { isLate } from './workspace-next.js';
import { button, foldedLater, onPlainClick, placeLink, redraw, section } from './workspace-parts.js';
import { addressOf } from './workspace-place.js';
import { planTableOf } from './workspace-plan-table.js';
import { dayOf } from './workspace-session.js';
import { spreadForm } from './workspace-spread.js';
import { SCALES, boundsOf, fittingScale, hasDates, tasksOf } from './workspace-timeline.js';
import { dayText, number, say, spanText, term } from './workspace-texts.js';

/** As many tasks without dates are shown at once. */
const FEW = 8;

/** @type {View} */
export function showPlan(workspace, container) {
  const { session } = workspace;
  const lead = element('div', {});
  const tools = element('nav', { className: 'ws-scales' });
  tools.setAttribute('aria-label', say('plan-scale'));
  const cut = element('p', { className: 'small' });
  const chart = ganttOf(workspace);
  const chartPart = section(say('plan-chart'), { id: 'ws-plan-chart' }, tools, chart.box, cut, legend());
  const open = element('div', { id: 'ws-plan-open' });
  const table = planTableOf(workspace);
  const tablePart = section(
    say('plan-dates'),
    { id: 'ws-plan-dates' },
    element('p', { className: 'small quiet measure' }, say('plan-dates-note')),
    table.container,
  );
  container.append(
    element('h2', { tabIndex: -1 }, say('view-plan')),
    lead,
    chartPart,
    open,
    tablePart,
    exportsOf(workspace),
  );

  const scales = (current) =>
    element(
      'ul',
      {},
      ...SCALES.map((scale) => {
        const place = { view: 'plan', process: session.card.id, scale };
        const link = element('a', { href: addressOf(place), id: `ws-scale-${scale}` }, say(`plan-scale-${scale}`));
        if (scale === current) link.setAttribute('aria-current', 'true');
        return element(
          'li',
          {},
          onPlainClick(link, () => workspace.go(place, { focus: link.id })),
        );
      }),
    );

  let saidOpen = '';
  const draw = (changed) => {
    const today = dayOf(new Date());
    const tasks = tasksOf(session.tree);
    const planned = tasks.filter(hasDates);
    const bounds = boundsOf(planned);
    tablePart.hidden = tasks.length === 0;
    redraw(lead, () => leadOf(workspace, tasks, planned, today));
    if (bounds) {
      const scale = workspace.place.scale ?? fittingScale(bounds);
      redraw(tools, () => [scales(scale)]);
      const { isCut } = chart.draw(bounds, scale, today);
      cut.hidden = !isCut;
      cut.textContent = isCut ? say('plan-cut') : '';
    }
    chartPart.hidden = !bounds;
    const undated = tasks.filter((task) => !hasDates(task));
    const said = undated.map((task) => [task.key, task.status, workspace.words.name(task).text].join(' ')).join('\n');
    // The form for spreading them keeps what stands in it while other tasks change.
    if (said !== saidOpen) redraw(open, () => openTasks(workspace, undated, planned.length === 0, table.goTo));
    saidOpen = said;
    table.update(today, changed);
  };
  draw();
  addEventListener('beforeprint', chart.drawAll);

  return {
    update: draw,
    move() {
      draw();
      return true;
    },
    leave() {
      removeEventListener('beforeprint', chart.drawAll);
      chart.end();
    },
  };
}

/** How much is planned, or how to begin. @param {Workspace} workspace @returns {Node[]} */
function leadOf(workspace, tasks, planned, today) {
  const { session } = workspace;
  if (tasks.length === 0) {
    return [
      element(
        'div',
        { className: 'empty measure' },
        element('p', {}, say('plan-no-tasks')),
        element('p', {}, placeLink(workspace, { view: 'guide', process: session.card.id }, {}, say('to-guide'))),
      ),
    ];
  }
  if (planned.length === 0) return [element('p', { className: 'empty measure' }, say('plan-empty'))];
  const late = planned.filter((task) => isLate(task, today)).length;
  const span = spanText(session.tree.start, session.tree.end);
  return [
    element(
      'p',
      { className: 'num' },
      [
        span ? say('dates-derived', { span }) : '',
        say('plan-planned', { count: number(planned.length), total: number(tasks.length) }),
        late > 0 ? say('plan-late', { count: number(late) }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
}

/** What the bars mean: each is told by its form, and colour repeats it. */
function legend() {
  const sample = (name, ...text) =>
    element(
      'li',
      {},
      element('span', { className: `ws-key ws-${name}`, ariaHidden: 'true' }),
      element('span', {}, ...text),
    );
  return element(
    'ul',
    { className: 'ws-legend small' },
    ...['awaiting', 'in-progress', 'done'].map((status) => sample(status, term('task-status', status))),
    sample('bad', say('plan-is-late')),
    sample('today', say('plan-today', { day: dayText(dayOf(new Date())) })),
  );
}

/**
 * Tasks without dates, and how to give them some.
 *
 * @param {Workspace} workspace @param {import('./process-tree.js').TreeNode[]} tasks
 * @param {boolean} isAll whether no task has dates, so that a list of them would say what the table says
 * @param {(key: string) => void} goTo
 */
function openTasks(workspace, tasks, isAll, goTo) {
  if (tasks.length === 0) return [];
  const { session, words } = workspace;
  const row = (task) =>
    element(
      'li',
      {},
      diamond(task),
      element(
        'div',
        {},
        placeLink(
          workspace,
          { view: 'guide', process: session.card.id, node: task.key },
          {},
          worded('span', words.name(task)),
        ),
        ...(task.parent
          ? [element('p', { className: 'small quiet' }, say('in-task'), ' ', words.name(task.parent).text)]
          : []),
      ),
      button(say('plan-give-dates'), () => goTo(task.key), {
        className: 'btn alt ws-small',
        about: words.name(task).text,
      }),
    );
  const list = (some) => element('ul', { className: 'ws-list ws-undated' }, ...some.map(row));
  return [
    section(
      say('plan-undated', { count: number(tasks.length) }),
      {},
      spreadForm(workspace, tasks, isAll),
      ...(isAll ? [] : [list(tasks.slice(0, FEW))]),
      ...(!isAll && tasks.length > FEW
        ? [
            foldedLater(say('show-all', { count: number(tasks.length - FEW) }), { id: 'ws-plan-undated' }, () => [
              list(tasks.slice(FEW)),
            ]),
          ]
        : []),
    ),
  ];
}
