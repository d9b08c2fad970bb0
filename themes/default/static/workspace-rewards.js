/**
 * Rewards: whether the process counts contributions, how everybody stands, how one person stands, and how the points come
 * about. What they are good for is for the team to say.
 *
 * @import { View } from './workspace.js'
 * @import { Workspace } from './workspace-parts.js'
 * @import { Place, TaskPoints } from './process-points.js'
 */
import { COMPLEXITIES } from './process-fields.js';
import { LEVELS, WORTH, pointsOf, standingOf } from './process-points.js';
import { presentOf } from './process-team.js';
import { element } from './page.js';
import { nodeLink, whoName } from './workspace-labels.js';
import { firstOf, foldedLater, placeLink, redraw, section } from './workspace-parts.js';
import { everyOne, myField, myself, toTeam } from './workspace-people.js';
import { number, say } from './workspace-texts.js';

/** The field is absent where rewards are off. */
const CHOICES = ['off', 'personal', 'leaderboard'];
const ON_PODIUM = 3;
/** Rows of the table that are there at once. */
const FEW = 50;

/** @typedef {ReturnType<typeof pointsOf>} Points */

/** @type {View} */
export function showRewards(workspace, container) {
  const { session } = workspace;
  const standing = element('div', {});
  const mine = element('div', {});
  const rules = element('div', { className: 'ws-columns' });
  container.append(standing, mine, rules);
  const stateOf = () => /** @type {string} */ (session.value('rewards') ?? 'off');

  const drawStanding = () =>
    redraw(standing, () => {
      const state = stateOf();
      const isOn = state !== 'off';
      const points = pointsOf(session.document, session.values, session.tree);
      // As before, whoever administers a process sees how all stand.
      const seesAll = state === 'leaderboard' || session.value(`person ${myself(session)} administrator`) === 'true';
      return [
        element('h2', { tabIndex: -1 }, say('view-rewards')),
        element('p', { className: 'lead' }, say('rewards-lead')),
        ...(isOn && seesAll ? leaderboard(workspace, points, state) : []),
        ...(isOn
          ? [element('div', { className: 'ws-columns' }, personal(workspace, points), open(workspace, points))]
          : []),
      ];
    });
  const hasPeople = () => presentOf(session.values.person).length > 0;
  const draw = () => {
    drawStanding();
    redraw(mine, () => (stateOf() !== 'off' && hasPeople() ? [myField(workspace, drawStanding)] : []));
    redraw(rules, () => [choice(workspace, stateOf()), formula()]);
  };
  draw();
  return {
    update({ isTyped }) {
      if (!isTyped) draw();
    },
  };
}

/** @param {Workspace} workspace @param {string} state */
function choice({ session, announce }, state) {
  const item = (value) => {
    const box = element('input', {
      type: 'radio',
      name: 'ws-rewards',
      id: `ws-rewards-${value}`,
      checked: state === value,
    });
    box.addEventListener('change', () => {
      session.change([['rewards', value === 'off' ? undefined : value]]);
      announce(say('rewards-chosen', { name: say(`rewards-${value}`) }));
    });
    box.setAttribute('aria-describedby', `${box.id}-note`);
    return element(
      'li',
      {},
      box,
      element(
        'div',
        {},
        element('label', { htmlFor: box.id }, say(`rewards-${value}`)),
        element('p', { className: 'small quiet', id: `${box.id}-note` }, say(`rewards-${value}-note`)),
      ),
    );
  };
  return section(
    say('rewards-choice'),
    { id: 'ws-rewards' },
    element(
      'fieldset',
      {},
      element('legend', { className: 'hide' }, say('field-rewards')),
      element('ul', { className: 'ws-choices' }, ...CHOICES.map(item)),
    ),
    element('p', { className: 'small quiet measure' }, say('rewards-private')),
  );
}

// --- All ---

/** @param {Workspace} workspace @param {Points} points @param {string} state */
function leaderboard(workspace, points, state) {
  const places = points.leaderboard;
  const hint = state === 'leaderboard' ? [] : [element('p', { className: 'small quiet' }, say('leaderboard-admin'))];
  if (places.length === 0)
    return [
      section(say('leaderboard-title'), {}, ...hint, element('p', { className: 'empty' }, say('leaderboard-none'))),
    ];
  const rest = places.slice(FEW);
  const later = () => [table(workspace, points, rest)];
  return [
    section(
      say('leaderboard-title'),
      { id: 'ws-leaderboard' },
      ...hint,
      podium(places.slice(0, ON_PODIUM)),
      table(workspace, points, places.slice(0, FEW)),
      ...(rest.length > 0
        ? [foldedLater(say('show-all', { count: number(rest.length) }), { id: 'ws-more-places' }, later)]
        : []),
    ),
  ];
}

/** The first three, as an ordered list. @param {Place[]} places */
function podium(places) {
  const step = ({ rank, name, points }) =>
    element(
      'li',
      { className: `ws-rank${Math.min(rank, ON_PODIUM)}` },
      element('span', { className: 'ws-rank num' }, number(rank)),
      element('b', {}, name),
      element('span', { className: 'num' }, say('points', { count: number(points) })),
    );
  return element('ol', { className: 'ws-podium' }, ...places.map(step));
}

/** @param {Workspace} workspace @param {Points} points @param {Place[]} places */
function table(workspace, points, places) {
  const head = (name, className = '') => {
    const made = element('th', { className }, say(`column-${name}`));
    made.scope = 'col';
    return made;
  };
  const row = ({ rank, person, name, points: count, tasks }) => {
    const line = (task) => element('li', {}, nodeLink(workspace, task.key), ` – ${worth(task.share)}`);
    const closed = () => [
      element(
        'ul',
        { className: 'ws-duties' },
        ...standingOf(points, person)
          .tasks.filter(({ isClosed }) => isClosed)
          .map(line),
      ),
    ];
    const summary = element(
      'span',
      {},
      `${say('column-tasks')}: ${number(tasks)}`,
      element('span', { className: 'hide' }, `, ${name}`),
    );
    const who = element('b', {}, name);
    const isMe = person === myself(workspace.session);
    return element(
      'tr',
      {},
      element('td', { className: 'num' }, number(rank)),
      element(
        'td',
        {},
        who,
        ...(isMe ? [' ', element('span', { className: 'in' }, say('me-mark'))] : []),
        foldedLater(summary, { id: `ws-place-${person}`, className: 'more small' }, closed),
      ),
      element('td', { className: 'num' }, number(count)),
    );
  };
  const made = element(
    'div',
    { className: 'table ws-places', role: 'region', tabIndex: 0 },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, head('position'), head('name'), head('points'))),
      element('tbody', {}, ...places.map(row)),
    ),
  );
  made.setAttribute('aria-label', say('leaderboard-title'));
  return made;
}

/** What a share is worth, in words. @param {import('./process-points.js').Share} share */
const worth = ({ level, points }) =>
  [
    ...(level === undefined ? [] : [say('share-level', { level: say(`level-${level}`) })]),
    say('share-points', { count: number(points) }),
  ].join(', ');

// --- One ---

/** @param {Workspace} workspace @param {Points} points */
function personal(workspace, points) {
  const { session } = workspace;
  const me = myself(session);
  if (me === undefined) {
    return section(
      say('personal-title'),
      { id: 'ws-personal' },
      element('p', {}, say(everyOne(workspace, 'person').length > 0 ? 'personal-who' : 'nobody-yet')),
      ...toTeam(workspace),
    );
  }
  const { place, points: count, tasks } = standingOf(points, me);
  const fact = (name, value) => [element('dt', {}, say(`column-${name}`)), element('dd', { className: 'num' }, value)];
  const position = place
    ? say('position-of', { rank: number(place.rank), total: number(points.leaderboard.length) })
    : say('position-none');
  const row = (task) =>
    element(
      'li',
      {},
      element('p', {}, nodeLink(workspace, task.key)),
      element(
        'p',
        { className: 'small quiet num' },
        `${worth(task.share)} · ${say(task.isClosed ? 'points-awarded' : 'points-open')}`,
      ),
    );
  return section(
    say('personal-of', { name: whoName(workspace, me) }),
    { id: 'ws-personal' },
    element(
      'dl',
      { className: 'ws-figures' },
      ...[fact('points', number(count)), fact('position', position), fact('tasks', number(place?.tasks ?? 0))].map(
        (pair) => element('div', {}, ...pair),
      ),
    ),
    ...firstOf(tasks, row, { name: 'mine', none: say('personal-none') }),
  );
}

/** Tasks with contributions that are still open. @param {Workspace} workspace @param {Points} points */
function open(workspace, points) {
  const { session } = workspace;
  const tasks = [...points.tasks.values()].filter(({ isClosed }) => !isClosed);
  /** @param {TaskPoints} task */
  const row = ({ key, shares, complexity }) => {
    const count = shares.reduce((sum, { claims }) => sum + claims, 0);
    const facts = [
      say('claims-count', { count: number(count) }),
      say('people-count', { count: number(shares.length) }),
      ...(complexity === 0 ? [say('complexity-missing')] : []),
    ];
    return element(
      'li',
      {},
      element('p', {}, nodeLink(workspace, key)),
      element('p', { className: 'small quiet num' }, facts.join(' · ')),
    );
  };
  return section(
    say('open-claims'),
    { id: 'ws-open-claims' },
    element('p', { className: 'small quiet' }, say('open-claims-note')),
    ...firstOf(tasks, row, { name: 'open-claims', none: say('open-claims-none') }),
    element(
      'p',
      { className: 'mt1' },
      placeLink(workspace, { view: 'guide', process: session.card.id }, {}, say('to-guide')),
    ),
  );
}

// --- How it is counted ---

function formula() {
  const worths = COMPLEXITIES.map((complexity) =>
    [say(`complexity-${complexity}`), number(WORTH.get(complexity))].join(' '),
  );
  const steps = [
    say('formula-complexity', { list: worths.join(', ') }),
    say('formula-share'),
    say('formula-level', { low: levelName('1'), average: levelName('2'), high: levelName('3') }),
    say('formula-points', { most: number(Number(LEVELS.at(-1)) * WORTH.get(COMPLEXITIES.at(-1))) }),
    say('formula-closed'),
    say('formula-order'),
  ];
  return section(
    say('formula-title'),
    { id: 'ws-formula' },
    element('ol', { className: 'ws-steps' }, ...steps.map((step) => element('li', {}, step))),
    element(
      'p',
      { className: 'small quiet measure mt1' },
      say('formula-example', { points: number(2 * WORTH.get('high')) }),
    ),
  );
}

const levelName = (level) => `${say(`level-${level}`)} (${number(Number(level))})`;
