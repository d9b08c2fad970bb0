/**
 * The bar of an open process: how it is kept, undo and redo, save; and their keys.
 *
 * @import { Workspace } from './workspace-parts.js'
 */
import { pathLabel } from './workspace-labels.js';
import { saveProcess, savedText } from './workspace-save.js';
import { number, say } from './workspace-texts.js';

/** How the process is kept, and what can be done about it. @param {Workspace} workspace @param {HTMLElement} kept */
export function showKept(workspace, kept) {
  const { session, store } = workspace;
  if (!session) return;
  const where = store.isLasting ? say('kept-browser') : say('kept-nowhere');
  kept.querySelector('p').textContent = `${where} ${savedText(session.card)}`;
  const act = (id, work) => {
    const made = /** @type {HTMLButtonElement} */ (document.getElementById(id));
    made.onclick = work;
    return made;
  };
  act('ws-undo', () => goBack(workspace, kept, session.undo, 'undone')).disabled = session.isReadOnly || !session.canUndo;
  act('ws-redo', () => goBack(workspace, kept, session.redo, 'redone')).disabled = session.isReadOnly || !session.canRedo;
  act('ws-save', () => saveProcess(workspace));
}

/**
 * @param {Workspace} workspace @param {HTMLElement} kept
 * @param {() => string[] | undefined} work @param {string} word
 */
function goBack(workspace, kept, work, word) {
  const hadFocus = document.activeElement;
  const paths = work();
  if (!paths || paths.length === 0) return;
  workspace.announce(
    say(paths.length > 1 ? `${word}-more` : word, {
      what: pathLabel(workspace, paths[0]),
      count: number(paths.length - 1),
    }),
  );
  // A button that has nothing to do any more gives the focus to its neighbour.
  if (hadFocus instanceof HTMLButtonElement && hadFocus.disabled) {
    /** @type {HTMLElement} */ ([...kept.querySelectorAll('button')].find(({ disabled }) => !disabled))?.focus();
  }
}

/** @param {Workspace} workspace @param {HTMLElement} kept @param {KeyboardEvent} event */
export function onKey(workspace, kept, event) {
  const { session } = workspace;
  if (!session || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  const isTyping =
    event.target instanceof HTMLElement &&
    event.target.closest('textarea, input:not([type]), input[type=text], input[type=search], input[type=url]');
  if (key === 's' && !event.shiftKey) {
    event.preventDefault();
    saveProcess(workspace);
  } else if (key === 'z' && !isTyping) {
    event.preventDefault();
    if (event.shiftKey) goBack(workspace, kept, session.redo, 'redone');
    else goBack(workspace, kept, session.undo, 'undone');
  } else if (key === 'y' && !isTyping) {
    event.preventDefault();
    goBack(workspace, kept, session.redo, 'redone');
  }
}
