/**
 * What people changed differently without knowing of each other: both values, until somebody chooses one.
 *
 * @import { View } from './workspace.js'
 */
import { conflicts } from './process.js';
import { element } from './page.js';
import { pathLabel, valueText } from './workspace-labels.js';
import { button, fieldId, placeLink, redraw } from './workspace-parts.js';
import { number, say } from './workspace-texts.js';

/** @type {View} */
export function showConflicts(workspace, container) {
  const { session, announce } = workspace;
  const process = session.card.id;
  const choice = (path, { value }, index, isShown) =>
    element(
      'div',
      { className: 'ws-choice' },
      element(
        'p',
        { className: 'small quiet' },
        say('version-number', { count: number(index + 1) }),
        isShown ? ` – ${say('version-shown')}` : '',
      ),
      element('div', { className: 'typed' }, valueText(workspace, path, value)),
      element(
        'p',
        { className: 'row' },
        button(
          say('keep-this'),
          () => {
            session.change([[path, value]]);
            const rest = conflicts(session.document).length;
            announce(rest > 0 ? say('conflict-chosen', { count: number(rest) }) : say('conflicts-none'));
            /** @type {HTMLElement} */ (container.querySelector('h3') ?? container.querySelector('h2'))?.focus();
          },
          {
            about: `${pathLabel(workspace, path)}, ${say('version-number', { count: number(index + 1) })}`,
            id: `${fieldId(path)}-keep-${index}`,
          },
        ),
      ),
    );
  const row = ({ path, alternatives }) => {
    const [kind, key] = path.split(' ');
    return element(
      'li',
      {},
      element('h3', { tabIndex: -1 }, pathLabel(workspace, path)),
      ...(kind === 'node'
        ? [
            element(
              'p',
              { className: 'small' },
              placeLink(workspace, { view: 'guide', process, node: key }, {}, say('to-node')),
            ),
          ]
        : []),
      element(
        'div',
        { className: 'ws-pair' },
        ...alternatives.map((one, index) => choice(path, one, index, index === 0)),
      ),
    );
  };
  const draw = () => {
    const found = conflicts(session.document);
    return [
      element('h2', { tabIndex: -1 }, say('view-conflicts')),
      element('p', { className: 'measure' }, found.length > 0 ? say('conflicts-lead') : say('conflicts-none')),
      element('ol', { className: 'ws-items' }, ...found.map(row)),
      ...(found.length === 0
        ? [element('p', {}, placeLink(workspace, { view: 'guide', process }, {}, say('to-guide')))]
        : []),
    ];
  };
  redraw(container, draw);
  return { update: () => redraw(container, draw) };
}
