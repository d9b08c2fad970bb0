/**
 * What a person has to know beside the view: that nothing is kept, that another tab works here, that a change could not be
 * kept, that copies differ.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @typedef {{ unknown?: string[], missing?: string }} Found  `unknown`: parts of the address; `missing`: the text that says why
 *   its process is not shown
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
export function notesOf(workspace, { unknown = [], missing, isOnDisk }, takeOver) {
  const { session, store, place, canLast, failure } = workspace;
  const made = [];
  const note = (id, className, ...children) =>
    made.push(element('div', { id, className: `notice ${className}`, tabIndex: -1 }, ...children));
  if (missing) note('ws-gone', '', element('p', {}, say(missing)));
  if (unknown.length > 0)
    note('ws-unknown', '', element('p', {}, say('address-unknown', { names: named(say, unknown) })));
  if (isOnDisk) note('ws-memory', '', element('p', {}, say('on-disk')));
  else if (!canLast && !store.isLasting) note('ws-memory', '', element('p', {}, say(whyNoStore(failure))));
  if (session?.isReadOnly) {
    note(
      'ws-locked',
      '',
      element('p', {}, say('open-elsewhere')),
      element('p', { className: 'row' }, button(say('take-over'), takeOver, { id: 'ws-take-over' })),
    );
  }
  if (session?.refusal) note('ws-refused', 'ws-alert', element('p', {}, element('b', {}, say('used-up'))));
  if (session?.failure) {
    note(
      'ws-failed',
      'ws-alert',
      element('p', {}, element('b', {}, say(isOfRoom(session.failure) ? 'storage-full' : 'storage-failed'))),
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

/** @param {any} failure */
const isOfRoom = (failure) => failure?.name === 'QuotaExceededError';

/** Why the browser keeps nothing, as the text that says so. @param {any} failure */
function whyNoStore(failure) {
  if (failure?.name === 'VersionError') return 'newer-page';
  return isOfRoom(failure) ? 'no-room' : 'no-storage';
}
