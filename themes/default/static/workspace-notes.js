/**
 * What a person has to know beside the view: that nothing is kept, that another tab works here, that a change could not be
 * kept, that copies differ.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @typedef {{ unknown?: string[], isGone?: boolean }} Found  `unknown`: parts of the address; `isGone`: its process is not here
 */
import { element, named } from './page.js';
import { button, placeLink } from './workspace-parts.js';
import { saveProcess } from './workspace-save.js';
import { number, say } from './workspace-texts.js';

/**
 * @param {Workspace} workspace
 * @param {Found & { isOnDisk: boolean }} found
 * @param {() => void} takeOver
 * @returns {HTMLElement[]}
 */
export function notesOf(workspace, { unknown = [], isGone = false, isOnDisk }, takeOver) {
  const { session, store, place, canLast } = workspace;
  const made = [];
  const note = (id, className, ...children) =>
    made.push(element('div', { id, className: `notice ${className}` }, ...children));
  if (isGone) note('ws-gone', '', element('p', {}, say('process-gone')));
  if (unknown.length > 0)
    note('ws-unknown', '', element('p', {}, say('address-unknown', { names: named(say, unknown) })));
  if (isOnDisk) note('ws-memory', '', element('p', {}, say('on-disk')));
  else if (!canLast && !store.isLasting) note('ws-memory', '', element('p', {}, say('no-storage')));
  if (session?.isReadOnly) {
    note(
      'ws-locked',
      '',
      element('p', {}, say('open-elsewhere')),
      element('p', { className: 'row' }, button(say('take-over'), takeOver, { id: 'ws-take-over' })),
    );
  }
  if (session?.failure) {
    const isFull = session.failure.name === 'QuotaExceededError';
    note(
      'ws-failed',
      'ws-alert',
      element('p', {}, element('b', {}, say(isFull ? 'storage-full' : 'storage-failed'))),
      element(
        'p',
        { className: 'row' },
        button(say('save-now'), () => saveProcess(workspace, { isDownload: true }), {
          className: 'btn',
          id: 'ws-save-now',
        }),
      ),
    );
  }
  const differing = session && place.view !== 'conflicts' ? session.differing : 0;
  if (differing > 0) {
    note(
      'ws-conflicts',
      '',
      element(
        'p',
        {},
        say('conflicts-found', { count: number(differing) }),
        ' ',
        placeLink(workspace, { view: 'conflicts', process: session.card.id }, {}, say('conflicts-look')),
      ),
    );
  }
  if (workspace.catalogue?.isMissing) note('ws-missing', '', element('p', {}, say('catalogue-missing')));
  return made;
}
