/**
 * One tab at a time works on a process; others show it and may take over. Web Locks say who; a channel lets the other tab
 * end its work in good order first. Where a browser has no locks, whoever opens a process works on it.
 */
const NAME = 'interlink-process:';
const CHANNEL = 'interlink-workspace';
/** How long the other tab has for ending its work. */
const PATIENCE = 1_500;

/**
 * @param {string} id of a process
 * @param {{ onLost: () => void, onChanged: () => void, settle: () => Promise<unknown> }} tab `onLost`: another tab has taken
 *   over; `onChanged`: the other tab has changed something; `settle`: ends the work of this tab
 */
export function lockOn(id, { onLost, onChanged, settle }) {
  const locks = globalThis.navigator?.locks;
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  /** @type {(() => void) | undefined} */
  let release;

  /** @param {LockOptions} options @returns {Promise<boolean>} */
  const request = (options) => new Promise((resolve) => {
    locks.request(NAME + id, options, (lock) => {
      if (!lock) {
        resolve(false);
        return undefined;
      }
      resolve(true);
      return new Promise((done) => { release = () => done(undefined); });
    }).catch(() => {
      // Aborted before it was had, or taken by another tab.
      if (release) {
        release = undefined;
        onLost();
      }
      resolve(false);
    });
  });

  const letGo = () => {
    const had = release;
    release = undefined;
    had?.();
  };

  if (channel) {
    channel.onmessage = async ({ data }) => {
      if (data?.id !== id) return;
      if (data.kind === 'release' && release) {
        await settle();
        letGo();
        onLost();
      }
      if (data.kind === 'changed' && !release) onChanged();
    };
  }

  return {
    /** @returns {Promise<boolean>} whether this tab may work on it */
    hold: () => (locks ? request({ ifAvailable: true }) : Promise.resolve(true)),

    /** Asks the other tab to end its work, and takes over in any case. @returns {Promise<boolean>} */
    async takeOver() {
      if (!locks) return true;
      channel?.postMessage({ kind: 'release', id });
      return (await request({ signal: AbortSignal.timeout(PATIENCE) })) || request({ steal: true });
    },

    /** Tells other tabs that something has changed and is kept. */
    tell: () => channel?.postMessage({ kind: 'changed', id }),

    end() {
      letGo();
      channel?.close();
    },
  };
}
