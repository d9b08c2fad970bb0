/**
 * Everything of the workspace that this browser keeps, in one place: taken along as one archive, or erased.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { Card } from './workspace-store.js'
 */
import { element } from './page.js';
import { writeProcess } from './process-write.js';
import { button, download, fileName } from './workspace-parts.js';
import { FILE } from './workspace-save.js';
import { dayOf } from './workspace-session.js';
import { number, say } from './workspace-texts.js';

/** The vendored library is a classic script that puts itself on the window; it comes only when it is needed. */
function zipLibrary() {
  const known = /** @type {any} */ (globalThis);
  if (known.fflate) return Promise.resolve(known.fflate);
  return new Promise((resolve, reject) => {
    const own = /** @type {HTMLScriptElement} */ (document.querySelector('script[src*="/workspace.js"]'));
    const script = element('script', { src: new URL('vendor/fflate/fflate.js', own.src).href });
    script.addEventListener('load', () => resolve(known.fflate));
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

/** All processes as files, each in its folder, in one archive. @param {Workspace} workspace @param {Card[]} cards */
async function exportAll(workspace, cards) {
  const { zipSync, strToU8 } = await zipLibrary();
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  for (const { id, name } of cards) {
    const found = await workspace.store.load(id);
    if (!found) continue;
    const plain = fileName(name) || 'process';
    const folder = files[`${plain}/${FILE}`] ? `${plain} ${id.slice(0, 6)}` : plain;
    files[`${folder}/${FILE}`] = strToU8(writeProcess(found.document));
  }
  download(zipSync(files), `interlink-processes-${dayOf(new Date())}.zip`, 'application/zip');
}

/** @param {Workspace} workspace @param {Card[]} cards @param {() => Promise<void>} draw */
export function everything(workspace, cards, draw) {
  const answer = element('div', {});
  const promise = element('p', { className: 'small quiet' });
  const tell = async () => {
    if (!workspace.store.isLasting || !navigator.storage?.persisted) return;
    promise.textContent = say((await navigator.storage.persisted()) ? 'kept-promised' : 'kept-unpromised');
  };
  tell().catch(() => {});
  const take = button(
    say('export-all', { count: number(cards.length) }),
    async () => {
      try {
        await exportAll(workspace, cards);
        workspace.announce(say('export-done'));
      } catch {
        workspace.announce(say('export-failed'));
      }
    },
    { id: 'ws-export-all' },
  );
  const erase = button(
    say('erase-all'),
    () => {
      const no = button(say('keep'), () => {
        answer.replaceChildren();
        erase.focus();
      });
      const yes = button(
        say('erase-now'),
        async () => {
          try {
            await workspace.store.erase();
            workspace.forget();
            workspace.announce(say('erased'));
          } catch {
            workspace.announce(say('erase-failed'));
          }
          await draw();
          /** @type {HTMLElement} */ (document.querySelector('#ws-view h2'))?.focus();
        },
        { className: 'btn', id: 'ws-erase-now' },
      );
      answer.replaceChildren(
        element(
          'div',
          { className: 'notice ws-alert' },
          element('p', {}, say('erase-ask', { names: cards.map(({ name }) => name || say('no-name')).join(', ') })),
          element('p', { className: 'row' }, no, yes),
        ),
      );
      no.focus();
    },
    { id: 'ws-erase-all' },
  );
  return element(
    'section',
    { className: 'sec', id: 'ws-everything' },
    element('header', {}, element('h2', {}, say('everything-title'))),
    element('p', { className: 'measure' }, workspace.store.isLasting ? say('everything-note') : say('everything-memory')),
    promise,
    element('p', { className: 'row mt1' }, take, erase),
    answer,
  );
}
