/**
 * A process goes into a file: the one it was saved to last, where the browser gives pages files of the person, else as a
 * download.
 *
 * @import { Workspace } from './workspace-parts.js'
 */
import { ProcessError } from './process.js';
import { writeProcess } from './process-write.js';
import { failureText, isNewer, readFile } from './workspace-open.js';
import { download } from './workspace-parts.js';
import { momentText, say } from './workspace-texts.js';

const TYPE = 'application/yaml';

/**
 * The name by which other programs know such a file: Git's merge driver, and the check that keeps it out of what is
 * published.
 */
export const FILE = 'process.yaml';

export const canKeepFiles = () => typeof globalThis.showSaveFilePicker === 'function' && location.protocol !== 'file:';

/** Whether a process is in a file, and since when not. @param {import('./workspace-store.js').Card} card */
export function savedText({ saved, unsaved, file }) {
  if (saved === undefined) return say('never-saved');
  if (unsaved !== undefined) return say('unsaved-since', { moment: momentText(unsaved) });
  return say('saved-in', { file: file ?? '', moment: momentText(saved) });
}

/**
 * Saves, and says so. A file that somebody else has changed since, as on a shared drive, is not written over: what is new
 * there comes in first.
 *
 * @param {Pick<Workspace, 'session' | 'announce'>} workspace @param {{ isNew?: boolean, isDownload?: boolean }} [options] `isNew`:
 *   the person chooses a file even where there is one
 * @returns {Promise<boolean>} whether it is saved
 */
export async function saveProcess(workspace, { isNew = false, isDownload = false } = {}) {
  const { session, announce } = workspace;
  session.settle();
  // A tab that only reads gives what it shows, and leaves the file to the one that works on it.
  if (isDownload || session.isReadOnly || !canKeepFiles()) return asDownload(workspace, 'saved-download');
  try {
    const known = isNew ? undefined : session.card.handle;
    const handle =
      known && (await isAllowed(known))
        ? known
        : await globalThis.showSaveFilePicker({
            suggestedName: FILE,
            id: 'interlink',
            types: [{ description: say('file-type'), accept: { [TYPE]: ['.yaml'] } }],
          });
    const theirs = await processIn(handle, session.document.id);
    if (theirs === 'other' && handle === known) {
      announce(say('saved-other', { name: handle.name }));
      return false;
    }
    const hasNews = typeof theirs === 'object' && isNewer(theirs, session.document);
    if (hasNews) await session.mergeWith(/** @type {any} */ (theirs));
    const { edits } = session;
    const file = await handle.createWritable();
    await file.write(writeProcess(session.document));
    await file.close();
    await session.savedTo(handle.name, handle, edits);
    announce(say(hasNews ? 'saved-merged' : 'saved-file', { name: handle.name }));
    return true;
  } catch (error) {
    // Whoever closes the window of the system has decided not to save.
    if (error?.name === 'AbortError') return false;
    // What is in the file does not fit together with this; it is not written over.
    if (error instanceof ProcessError) {
      announce(failureText(error));
      return false;
    }
    return asDownload(workspace, 'saved-download-instead');
  }
}

/** @param {Pick<Workspace, 'session' | 'announce'>} workspace @param {string} word */
async function asDownload({ session, announce }, word) {
  download(writeProcess(session.document), FILE, TYPE);
  await session.savedTo(FILE);
  announce(say(word, { name: FILE }));
  return true;
}

/**
 * The copy of a process that lies in a file, nothing where the file is empty, or `other` where something else lies there.
 *
 * @param {any} handle @param {string} id
 * @returns {Promise<import('./process.js').Process | 'other' | undefined>}
 */
async function processIn(handle, id) {
  const file = await handle.getFile();
  if (file.size === 0) return undefined;
  const { document } = await readFile(file);
  return document?.id === id ? document : 'other';
}

/** @param {any} handle */
async function isAllowed(handle) {
  const options = { mode: 'readwrite' };
  return (await handle.queryPermission(options)) === 'granted' || (await handle.requestPermission(options)) === 'granted';
}
