/**
 * What the team means for a Git repository: a file that tells the forge whom to ask. What each person may do is decided
 * there, not here.
 *
 * @import { Workspace } from './workspace-parts.js'
 */
import { codeownersOf, isHandle } from './process-exports.js';
import { presentOf } from './process-team.js';
import { element } from './page.js';
import { whoName } from './workspace-labels.js';
import { button, download, foldedLater, section } from './workspace-parts.js';
import { byName, listText, number, say } from './workspace-texts.js';

const NAME = 'CODEOWNERS';
const MOST_NAMES = 12;

/** @param {Workspace} workspace */
export function codeowners(workspace) {
  const { session, announce } = workspace;
  const people = presentOf(session.values.person);
  const without = people.filter(([, fields]) => !isHandle(/** @type {string} */ (fields.get('handle') ?? '')));
  const hasOne = without.length < people.length;
  const names = without
    .map(([id]) => whoName(workspace, id))
    .sort(byName)
    .slice(0, MOST_NAMES);
  const take = () => {
    // As plain text the browser would give the file an ending.
    download(codeownersOf(session.document), NAME, 'application/octet-stream');
    announce(say('saved-download', { name: NAME }));
  };
  const show = () => {
    const text = element('pre', { className: 'ws-code', tabIndex: 0, role: 'region' }, codeownersOf(session.document));
    text.setAttribute('aria-label', NAME);
    return [text];
  };
  return section(
    say('git-title'),
    { id: 'ws-git' },
    element('p', { className: 'measure' }, say('git-rights')),
    element('p', { className: 'measure mt1' }, say('git-codeowners')),
    ...(hasOne
      ? [
          element('p', { className: 'row mt1' }, button(say('git-download'), take, { id: 'ws-codeowners' })),
          foldedLater(say('git-show'), { id: 'ws-codeowners-text', className: 'more small' }, show),
          element('p', { className: 'small quiet measure' }, say('git-folders')),
        ]
      : [element('p', { className: 'empty small' }, say('git-no-account'))]),
    ...(hasOne && without.length > 0
      ? [
          element(
            'p',
            { className: 'small quiet measure' },
            `${say('git-without')} ${without.length > names.length ? names.join(', ') : listText(names)}`,
            without.length > names.length
              ? `, ${say('and-more', { count: number(without.length - names.length) })}`
              : '',
          ),
        ]
      : []),
  );
}
