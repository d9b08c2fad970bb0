/**
 * The list for setting a process up: what is done follows from the process, or was ticked by hand.
 *
 * @import { Workspace } from './workspace-parts.js'
 */
import { presentOf } from './process-team.js';
import { element } from './page.js';
import { diamond } from './workspace-guide.js';
import { button, placeLink, section } from './workspace-parts.js';
import { number, say } from './workspace-texts.js';

/**
 * The steps of the list: what is done follows from the process, or was ticked by hand.
 *
 * @param {import('./workspace-session.js').Session} session
 * @returns {{ id: string, isDone: boolean, isOptional: boolean, view: string, tick?: string }[]}
 */
export function stepsOf(session) {
  const { values, tree } = session;
  const ticked = /** @type {string[]} */ (session.value('checklist') ?? []);
  const present = (map) => presentOf(map).map(([, fields]) => fields);
  const nodes = [...tree.nodes.values()].filter(({ isRemoved }) => !isRemoved);
  const administrators = present(values.person).filter((fields) => fields.get('administrator') === 'true');
  return [
    {
      id: 'describe',
      isDone:
        ['aim', 'idea', 'challenges'].some((name) => session.value(name) !== undefined) || administrators.length > 1,
      isOptional: false,
      view: 'settings',
    },
    { id: 'model', isDone: session.value('governance-model') !== undefined, isOptional: true, view: 'settings' },
    { id: 'schema', isDone: nodes.length > 0, isOptional: false, view: 'guide' },
    {
      id: 'teams',
      isDone: ticked.includes('teams') || present(values.team).length + present(values.organisation).length > 0,
      isOptional: false,
      view: 'team',
      tick: 'teams',
    },
    {
      id: 'resources',
      isDone: ticked.includes('resources') || nodes.some(({ resource }) => present(resource).length > 0),
      isOptional: true,
      view: 'guide',
      tick: 'resources',
    },
    {
      id: 'responsible',
      isDone: nodes.some(({ fields }) => (fields.get('responsible') ?? []).length > 0),
      isOptional: false,
      view: 'guide',
    },
    { id: 'rewards', isDone: session.value('rewards') !== undefined, isOptional: true, view: 'rewards' },
    { id: 'file', isDone: session.card.saved !== undefined, isOptional: false, view: 'file' },
  ];
}

/** @param {Workspace} workspace @returns {Node[]} */
export function checklist(workspace) {
  const { session, views, announce } = workspace;
  const ticked = /** @type {string[]} */ (session.value('checklist') ?? []);
  const set = (list) => session.change([['checklist', list]]);
  if (ticked.includes('hidden')) {
    return [
      element(
        'p',
        { className: 'ws-part' },
        button(
          say('checklist-show'),
          () => {
            set(ticked.filter((one) => one !== 'hidden'));
            document.getElementById('ws-checklist-hide')?.focus();
          },
          { className: 'btn alt', id: 'ws-checklist-show' },
        ),
      ),
    ];
  }
  // A step of which the view is not there yet is no step.
  const steps = stepsOf(session).filter(({ view, tick }) => views.includes(view) || tick);
  const open = steps.filter(({ isDone, isOptional }) => !isDone && !isOptional);
  const item = ({ id, isDone, isOptional, view, tick }) => {
    const label = element(
      'div',
      {},
      element(
        'p',
        {},
        element('b', {}, say(`step-${id}`)),
        isOptional ? ` (${say('optional')})` : '',
        element('span', { className: 'small quiet' }, ` – ${say(isDone ? 'step-done' : 'step-open')}`),
      ),
      element('p', { className: 'small quiet' }, say(`step-${id}-note`)),
    );
    const tools = element('p', { className: 'row small' });
    if (!isDone && views.includes(view))
      tools.append(placeLink(workspace, { view, process: session.card.id }, {}, say(`step-${id}-go`)));
    if (tick && (!isDone || ticked.includes(tick))) {
      tools.append(
        button(
          say(isDone ? 'step-untick' : 'step-tick'),
          () => {
            set(isDone ? ticked.filter((one) => one !== tick) : [...ticked, tick]);
            announce(say(isDone ? 'step-open' : 'step-done'));
          },
          { className: 'btn alt ws-small', about: say(`step-${id}`), id: `ws-step-${id}` },
        ),
      );
    }
    if (tools.childNodes.length > 0) label.append(tools);
    return element('li', { className: isDone ? 'ws-done' : '' }, mark(isDone), label);
  };
  return [
    section(
      say('checklist-title'),
      { id: 'ws-checklist' },
      element(
        'p',
        {},
        open.length === 0 ? say('checklist-ready') : say('checklist-open', { count: number(open.length) }),
      ),
      element('ol', { className: 'ws-list' }, ...steps.map(item)),
      element(
        'p',
        { className: 'row' },
        button(
          say('checklist-hide'),
          () => {
            set([...ticked, 'hidden']);
            document.getElementById('ws-checklist-show')?.focus();
          },
          { id: 'ws-checklist-hide' },
        ),
      ),
    ),
  ];
}

/** The sign of a step. @param {boolean} isDone */
const mark = (isDone) => diamond(/** @type {any} */ ({ status: isDone ? 'done' : 'awaiting', counts: true }));
