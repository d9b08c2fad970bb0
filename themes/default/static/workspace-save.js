/**
 * A process goes into a file: the one it was saved to last, where the browser gives pages files of the person, else as a
 * download.
 *
 * @import { Workspace } from './workspace-parts.js'
 */
import { writeProcess } from './process-write.js';
import { download } from './workspace-parts.js';
import { say } from './workspace-texts.js';

const TYPE = 'application/yaml';

/** The name by which other programs know such a file: Git's merge driver, and the check that keeps it out of what is published. */
export const FILE = 'process.yaml';

export const canKeepFiles = () => typeof globalThis.showSaveFilePicker === 'function' && location.protocol !== 'file:';

/**
 * Saves, and says so.
 *
 * @param {Pick<Workspace, 'session' | 'announce'>} workspace @param {{ isNew?: boolean, isDownload?: boolean }} [options] `isNew`:
 *   the person chooses a file even where there is one
 * @returns {Promise<boolean>} whether it is saved
 */
export async function saveProcess({ session, announce }, { isNew = false, isDownload = false } = {}) {
  session.settle();
  const text = writeProcess(session.document);
  if (isDownload || !canKeepFiles()) {
    download(text, FILE, TYPE);
    await session.savedTo(FILE);
    announce(say('saved-download', { name: FILE }));
    return true;
  }
  try {
    const known = isNew ? undefined : session.card.handle;
    const handle = known && await isAllowed(known) ? known : await globalThis.showSaveFilePicker({
      suggestedName: FILE, id: 'interlink', types: [{ description: say('file-type'), accept: { [TYPE]: ['.yaml'] } }],
    });
    const file = await handle.createWritable();
    await file.write(text);
    await file.close();
    await session.savedTo(handle.name, handle);
    announce(say('saved-file', { name: handle.name }));
    return true;
  } catch (error) {
    // Whoever closes the window of the system has decided not to save.
    if (error?.name === 'AbortError') return false;
    download(text, FILE, TYPE);
    await session.savedTo(FILE);
    announce(say('saved-download-instead', { name: FILE }));
    return true;
  }
}

/** @param {any} handle */
async function isAllowed(handle) {
  const options = { mode: 'readwrite' };
  return (await handle.queryPermission(options)) === 'granted' || (await handle.requestPermission(options)) === 'granted';
}
