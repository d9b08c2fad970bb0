/**
 * The overview: how far all is, how to set the process up, what happened last, and what came of all tasks together.
 *
 * @import { View } from './workspace.js'
 * @import { Workspace } from './workspace-parts.js'
 */
import { element, worded } from './page.js';
import { pageAddress } from './data.js';
import { checklist } from './workspace-checklist.js';
import { diamond, stateOf } from './workspace-guide.js';
import { nodeLink, whoName } from './workspace-labels.js';
import { bar, firstOf, foldedLater, placeLink, redraw, section } from './workspace-parts.js';
import { resourceLink } from './workspace-resources.js';
import { dayText, number, say, spanText, term } from './workspace-texts.js';
import { pictureOf } from './workspace-settings.js';

const FEW = 12;

/** @type {View} */
export function showOverview(workspace, container) {
  const draw = () => [
    element('h2', { tabIndex: -1 }, say('view-overview')),
    ...about(workspace),
    element(
      'div',
      { className: 'ws-columns' },
      progress(workspace),
      ...checklist(workspace),
      everyResult(workspace),
      everyUse(workspace),
      activity(workspace),
    ),
  ];
  redraw(container, draw);
  return { update: () => redraw(container, draw) };
}

function about({ session }) {
  const logo = /** @type {string | undefined} */ (session.value('logo'));
  const text = (name) =>
    session.value(name)
      ? [element('dt', {}, say(`field-${name}`)), element('dd', { className: 'typed' }, session.value(name))]
      : [];
  const model = /** @type {string | undefined} */ (session.value('governance-model'));
  const facts = [
    ...['description', 'aim', 'idea', 'challenges', 'organisation'].flatMap(text),
    ...(model
      ? [element('dt', {}, say('field-governance-model')), element('dd', {}, term('governance-model', model))]
      : []),
  ];
  if (facts.length === 0 && !logo) return [];
  const picture = element('p', { className: 'ws-logo' });
  if (logo)
    pictureOf(logo).then(
      (canvas) => picture.append(canvas),
      () => {},
    );
  return [
    element('div', { className: 'ws-about' }, ...(logo ? [picture] : []), element('dl', { className: 'key' }, ...facts)),
  ];
}

/** @param {Workspace} workspace */
function progress(workspace) {
  const { session, words } = workspace;
  const { tree } = session;
  const total = tree.count.awaiting + tree.count['in-progress'] + tree.count.done;
  const span = spanText(tree.start, tree.end);
  const phase = (root) =>
    element(
      'li',
      {},
      diamond(root),
      element(
        'div',
        {},
        placeLink(
          workspace,
          { view: 'guide', process: session.card.id, node: root.key },
          {},
          worded('b', words.name(root)),
        ),
        element(
          'p',
          { className: 'ws-progress' },
          bar(root.progress, words.name(root).text),
          element(
            'span',
            { className: 'small num' },
            root.counts ? `${say('percent', { count: number(root.progress) })} · ${stateOf(root)}` : stateOf(root),
          ),
        ),
      ),
    );
  return section(
    say('progress'),
    {},
    element(
      'p',
      { className: 'ws-progress ws-large' },
      bar(tree.progress, say('progress')),
      element(
        'span',
        { className: 'num' },
        say('progress-of', { percent: number(tree.progress), done: number(tree.count.done), total: number(total) }),
      ),
    ),
    element('p', { className: 'small quiet' }, say('progress-formula'), span ? ` ${say('dates-derived', { span })}` : ''),
    element('ul', { className: 'ws-list' }, ...tree.roots.filter(({ isRemoved }) => !isRemoved).map(phase)),
  );
}

// --- Results, Interlinkers, what happened ---

/** @param {Workspace} workspace */
function everyResult(workspace) {
  const found = [...workspace.session.tree.nodes.values()]
    .filter(({ isRemoved }) => !isRemoved)
    .flatMap((node) =>
      [...node.resource.values()]
        .filter((fields) => fields.get('removed') !== 'true' && fields.get('title'))
        .map((fields) => ({ node, fields })),
    );
  const row = ({ node, fields }) =>
    element(
      'li',
      {},
      element('p', {}, resourceLink(fields)),
      element('p', { className: 'small quiet' }, say('in-task'), ' ', nodeLink(workspace, node.key)),
    );
  return section(say('results-title'), {}, ...firstOf(found, row, { name: 'results', none: say('results-none') }));
}

/** @param {Workspace} workspace */
function everyUse(workspace) {
  const { session, catalogue } = workspace;
  /** @type {Map<string, { node: any, fields: any }[]>} */
  const bySlug = new Map();
  for (const node of session.tree.nodes.values()) {
    if (node.isRemoved) continue;
    for (const fields of node.use.values()) {
      const slug = /** @type {string} */ (fields.get('interlinker'));
      if (fields.get('removed') === 'true' || !slug) continue;
      bySlug.set(slug, [...(bySlug.get(slug) ?? []), { node, fields }]);
    }
  }
  const row = ([slug, list]) => {
    const item = catalogue.interlinkers.get(slug);
    const places = list
      .slice(0, FEW)
      .flatMap(({ node, fields }, index) => [
        ...(index > 0 ? [', '] : []),
        nodeLink(workspace, node.key),
        ` (${say(`use-${fields.get('status') ?? 'used'}-state`)}${fields.get('version') ? `, ${say('version', { version: fields.get('version') })}` : ''})`,
      ]);
    return element(
      'li',
      {},
      element('p', {}, item ? worded('a', item.name, { href: pageAddress(item.url) }) : element('b', {}, slug)),
      element(
        'p',
        { className: 'small quiet' },
        say('in-task'),
        ' ',
        ...places,
        ...(list.length > FEW ? [', ', say('and-more', { count: number(list.length - FEW) })] : []),
      ),
    );
  };
  return section(say('register-title'), {}, ...firstOf([...bySlug], row, { name: 'register', none: say('register-none') }));
}

/** @param {Workspace} workspace */
function activity(workspace) {
  // Of one day only the order of the ids is known, and that of the start follows no time: nothing was before it.
  const isStart = ({ what }) => Number(what === 'started');
  const entries = [...workspace.session.document.activity].sort(([id, one], [otherId, other]) =>
    one.date !== other.date
      ? one.date > other.date
        ? -1
        : 1
      : isStart(one) - isStart(other) || (id > otherId ? -1 : 1),
  );
  const detail = ({ what, detail: given }) => {
    if (given === undefined) return '';
    if (what === 'status') return term('task-status', given);
    if (what === 'started')
      return (
        [...workspace.catalogue.schemas, ...workspace.catalogue.stories].find(({ slug }) => slug === given)?.name.text ??
        given
      );
    if (what === 'chose' || what === 'used') return workspace.catalogue.interlinkers.get(given)?.name.text ?? given;
    return given;
  };
  const row = ([, entry]) => {
    const known = entry.node && workspace.session.tree.nodes.get(entry.node);
    const of = detail(entry);
    return element(
      'li',
      {},
      element('span', { className: 'small quiet num' }, dayText(entry.date)),
      element(
        'p',
        {},
        say(`activity-${entry.what}`),
        of ? ` ${of}` : '',
        ...(known && !known.isRemoved ? [' – ', nodeLink(workspace, entry.node)] : []),
        entry.person ? element('span', { className: 'quiet' }, ` (${whoName(workspace, entry.person)})`) : '',
      ),
    );
  };
  const list = (items) => element('ol', { className: 'ws-feed' }, ...items.map(row));
  return section(
    say('activity-title'),
    {},
    ...(entries.length > 0
      ? [list(entries.slice(0, FEW))]
      : [element('p', { className: 'small quiet' }, say('activity-none'))]),
    ...(entries.length > FEW
      ? [
          foldedLater(say('activity-more', { count: number(entries.length - FEW) }), { id: 'ws-more-activity' }, () => [
            list(entries.slice(FEW)),
          ]),
        ]
      : []),
  );
}
