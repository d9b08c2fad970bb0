/**
 * One tab at a time works on a process; others show it and may take over. Web Locks say who; a channel lets the other tab
 * end its work in good order first. Where a browser has no locks, whoever opens a process works on it.
 */
const NAME = 'interlink-process:';
const CHANNEL = 'interlink-workspace';
/** How long the other tab has for ending its work, and a tab that was closed for being gone. */
const PATIENCE = 1_500;
const MOMENT = 500;

/**
 * @param {string} id of a process
 * @param {{ onLost: () => void, onFree: () => void, onChanged: () => void, settle: () => Promise<unknown> }} tab `onLost`: another
 *   tab has taken over; `onFree`: the other tab is gone, and this one has it; `onChanged`: the other tab has changed something;
 *   `settle`: ends the work of this tab
 */
export function lockOn(id, { onLost, onFree, onChanged, settle }) {
  const locks = globalThis.navigator?.locks;
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  /** @type {(() => void) | undefined} */
  let release;
  /** Waits until the other tab is gone. @type {AbortController | undefined} */
  let waiting;
  let isOver = false;

  /** @param {LockOptions} options @returns {Promise<boolean>} */
  const request = (options) =>
    new Promise((resolve) => {
      let isMine = false;
      locks
        .request(NAME + id, options, () => {
          isMine = true;
          resolve(true);
          return new Promise((done) => {
            release = () => done(undefined);
          });
        })
        .catch(() => {
          // Aborted before it was had; or another tab has taken it.
          if (isMine && release) lose();
          resolve(false);
        });
    });

  const lose = () => {
    release = undefined;
    if (isOver) return;
    onLost();
    wait();
  };

  const wait = async () => {
    waiting = new AbortController();
    const { signal } = waiting;
    if ((await request({ signal })) && !signal.aborted && !isOver) onFree();
  };

  if (channel) {
    channel.onmessage = async ({ data }) => {
      if (data?.id !== id) return;
      if (data.kind === 'release' && release) {
        await settle();
        const had = release;
        lose();
        had?.();
      }
      if (data.kind === 'changed' && !release) onChanged();
    };
  }

  return {
    /** @returns {Promise<boolean>} whether this tab may work on it */
    async hold() {
      if (!locks) return true;
      if (await request({ signal: AbortSignal.timeout(MOMENT) })) return true;
      wait();
      return false;
    },

    /** Asks the other tab to end its work, and takes over in any case. @returns {Promise<boolean>} */
    async takeOver() {
      if (!locks) return true;
      waiting?.abort();
      channel?.postMessage({ kind: 'release', id });
      return (await request({ signal: AbortSignal.timeout(PATIENCE) })) || request({ steal: true });
    },

    /** Tells other tabs that something has changed and is kept. */
    tell: () => channel?.postMessage({ kind: 'changed', id }),

    end() {
      isOver = true;
      waiting?.abort();
      release?.();
      release = undefined;
      channel?.close();
    },
  };
}
