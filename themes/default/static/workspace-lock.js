/**
 * One tab at a time works on a process; others show it and may take over. Web Locks say who; a channel lets the other tab
 * end its work in good order first. Where a browser has no locks, as for sites without encryption, the tabs ask each other
 * through the channel; without that too, whoever opens a process works on it.
 */
const NAME = 'interlink-process:';
const CHANNEL = 'interlink-workspace';
/**
 * How long the other tab has for ending its work (`patience`), a tab that was closed for being gone (`moment`), and a tab for
 * saying that it works on a process (`answer`).
 */
const WAITS = { patience: 1_500, moment: 500, answer: 300 };

/**
 * @param {string} id of a process
 * @param {{ onLost: () => void, onFree: () => void, onChanged: () => void, settle: () => Promise<unknown> }} tab `onLost`: another
 *   tab has taken over; `onFree`: the other tab is gone, and this one has it; `onChanged`: the other tab has changed something;
 *   `settle`: ends the work of this tab
 * @param {Partial<typeof WAITS>} [waits] other ones, for tests
 */
export function lockOn(id, { onLost, onFree, onChanged, settle }, waits = {}) {
  const { patience, moment, answer } = { ...WAITS, ...waits };
  const locks = globalThis.navigator?.locks;
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
  /** Gives it to others; there while this tab has it. @type {(() => void) | undefined} */
  let release;
  /** Waits until the other tab is gone. @type {AbortController | undefined} */
  let waiting;
  let isOver = false;

  /** @param {string} kind @param {any} [more] */
  const post = (kind, more) => {
    if (!isOver) channel?.postMessage({ kind, id, ...more });
  };

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
    // Without locks the other tab says that it is gone, also when it is closed.
    if (locks && (await request({ signal })) && !signal.aborted && !isOver) onFree();
  };

  // --- Without locks ---

  /**
   * While this tab asks. `lot`: of two that ask at once the one with the smaller number has it.
   *
   * @type {{ lot: number, end: (isFree: boolean) => void } | undefined}
   */
  let asking;
  /** While this tab takes over: the other one has ended its work. @type {(() => void) | undefined} */
  let taking;

  const have = () => {
    if (!isOver) release = () => post('free');
  };

  /** Whether no other tab says that it works on it; then this one does. @returns {Promise<boolean>} */
  const ask = () =>
    new Promise((resolve) => {
      const end = (isFree) => {
        clearTimeout(timer);
        asking = undefined;
        if (isFree) have();
        resolve(isFree);
      };
      const timer = setTimeout(end, answer, true);
      asking = { lot: Math.random(), end };
      post('who', { lot: asking.lot });
    });

  /** @returns {Promise<boolean>} */
  const take = () =>
    new Promise((resolve) => {
      taking = () => {
        clearTimeout(timer);
        taking = undefined;
        have();
        resolve(true);
      };
      const timer = setTimeout(taking, patience);
      post('release');
    });

  /** @type {Record<string, (data: any) => void>} */
  const heard = {
    who: ({ lot }) => {
      if (release || taking || asking?.lot < lot) post('mine', { lot });
      else asking?.end(false);
    },
    // The answer to one tab is heard by all.
    mine: ({ lot }) => {
      if (asking?.lot === lot) asking.end(false);
    },
    free: async () => {
      if (taking) taking();
      else if (waiting && !waiting.signal.aborted && !release && !asking && (await ask())) onFree();
    },
  };

  if (channel) {
    channel.onmessage = async ({ data }) => {
      if (data?.id !== id) return;
      if (data.kind === 'release' && release) {
        await settle();
        const had = release;
        // It may be at its end, or taken, by now.
        if (!had) return;
        lose();
        had();
      }
      if (data.kind === 'changed' && !release) onChanged();
      if (!locks) heard[data.kind]?.(data);
    };
  }

  const end = () => {
    waiting?.abort();
    asking?.end(false);
    taking?.();
    release?.();
    release = undefined;
    isOver = true;
    channel?.close();
    globalThis.removeEventListener?.('pagehide', onHide);
  };
  /** A page that may come back keeps it. @param {PageTransitionEvent} event */
  const onHide = ({ persisted }) => {
    if (!persisted) end();
  };
  globalThis.addEventListener?.('pagehide', onHide);

  return {
    /** @returns {Promise<boolean>} whether this tab may work on it */
    async hold() {
      if (!locks && !channel) return true;
      if (await (locks ? request({ signal: AbortSignal.timeout(moment) }) : ask())) return true;
      wait();
      return false;
    },

    /** Asks the other tab to end its work, and takes over in any case. @returns {Promise<boolean>} */
    async takeOver() {
      if (!locks && !channel) return true;
      waiting?.abort();
      if (!locks) return take();
      post('release');
      return (await request({ signal: AbortSignal.timeout(patience) })) || request({ steal: true });
    },

    /**
     * Tells other tabs that something has changed and is kept. Only the tab that works on it has something to tell: of two
     * that show it each would make the other one show it again, for ever.
     */
    tell() {
      if (release) post('changed');
    },

    /** Gives it to a tab that waits for it, and asks for it no more. This one can take over again. */
    letGo() {
      waiting?.abort();
      release?.();
      release = undefined;
    },

    end,
  };
}

/**
 * Does something with a process on which no tab works meanwhile: one that does ends its work first, and has it again
 * afterwards if it still waits for it.
 *
 * @template T @param {string} id @param {() => Promise<T>} work @param {Partial<typeof WAITS>} [waits] @returns {Promise<T>}
 */
export async function whileHeld(id, work, waits) {
  const nothing = () => {};
  /** @type {Promise<any>} */
  let working = Promise.resolve();
  const settle = () => working.catch(nothing);
  const lock = lockOn(id, { onLost: nothing, onFree: nothing, onChanged: nothing, settle }, waits);
  try {
    if (!(await lock.hold())) await lock.takeOver();
    working = work();
    return await working;
  } finally {
    lock.end();
  }
}
