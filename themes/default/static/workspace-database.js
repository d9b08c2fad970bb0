/**
 * The few things that the workspace's store asks of a database: read, list, and write several values at once or not at
 * all. On IndexedDB; and in memory, for browsers that keep nothing and for tests. No word of processes here.
 *
 * @typedef {[box: string, key: string, value: any]} Write  nothing as value: the key is deleted
 * @typedef {{ read: (box: string, key: string) => Promise<any>, list: (box: string, prefix?: string) => Promise<[string, any][]>,
 *             write: (writes: Write[], cleared?: [box: string, prefix: string][], needed?: [box: string, key: string])
 *               => Promise<boolean>, erase: () => Promise<void> }} Database  `cleared`: first every key goes that begins so;
 *   `needed`: nothing is written where this key has no value, and the answer says whether it had one
 */
const NAME = 'interlink-workspace';
const VERSION = 1;
/** How long other tabs have for letting go of a database that is erased. */
const PATIENCE = 4_000;
export const BOXES = ['processes', 'snapshots', 'edits', 'sources'];

/** Greater than every key that begins so. */
const END = '\uffff';

/** @param {IDBFactory} factory @returns {Promise<Database>} rejects where the browser keeps nothing */
export async function openDatabase(factory) {
  const request = factory.open(NAME, VERSION);
  request.onupgradeneeded = () => {
    for (const box of BOXES) request.result.createObjectStore(box);
  };
  const database = await answerOf(request);
  // Another tab may erase everything, or a newer version of this page change it.
  database.onversionchange = () => database.close();
  const range = (prefix) => IDBKeyRange.bound(prefix, prefix + END);
  return {
    read: (box, key) => answerOf(database.transaction(box).objectStore(box).get(key)),
    async list(box, prefix = '') {
      const store = database.transaction(box).objectStore(box);
      const [keys, values] = await Promise.all([
        answerOf(store.getAllKeys(range(prefix))),
        answerOf(store.getAll(range(prefix))),
      ]);
      return keys.map((key, index) => [String(key), values[index]]);
    },
    async write(writes, cleared = [], needed = undefined) {
      const boxes = new Set([...writes, ...cleared, ...(needed ? [needed] : [])].map(([box]) => box));
      if (boxes.size === 0) return true;
      const transaction = database.transaction([...boxes], 'readwrite');
      return new Promise((resolve, reject) => {
        let isThere = true;
        const fail = () => {
          if (isThere) reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
          else resolve(false);
        };
        transaction.oncomplete = () => resolve(true);
        // Not at the error of a request: only when all is undone the transaction says why.
        transaction.onabort = fail;
        try {
          if (needed) {
            const request = transaction.objectStore(needed[0]).getKey(needed[1]);
            request.onsuccess = () => {
              isThere = request.result !== undefined;
              if (isThere) transaction.commit?.();
              else transaction.abort();
            };
          }
          for (const [box, prefix] of cleared) transaction.objectStore(box).delete(range(prefix));
          for (const [box, key, value] of writes) {
            if (value === undefined) transaction.objectStore(box).delete(key);
            else transaction.objectStore(box).put(value, key);
          }
          // Browsers drop what is not committed when the page goes, and by themselves they commit only after an answer.
          if (!needed) transaction.commit?.();
        } catch (error) {
          // A value that cannot be kept: nothing of this is.
          transaction.abort();
          reject(error);
        }
      });
    },
    async erase() {
      database.close();
      // Other tabs let go when they are told; one that does not is a reason to say so, not to wait for ever.
      await Promise.race([
        answerOf(factory.deleteDatabase(NAME)),
        new Promise((_, reject) => {
          setTimeout(() => reject(new DOMException('blocked', 'TimeoutError')), PATIENCE);
        }),
      ]);
    },
  };
}

/** Whether there is one already, without making one. @param {IDBFactory} factory */
export async function hasDatabase(factory) {
  // Where the browser does not tell, looking is the only way; an empty database holds nothing of anybody.
  if (typeof factory.databases !== 'function') return true;
  return (await factory.databases()).some(({ name }) => name === NAME);
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @returns {Database} */
export function memoryDatabase() {
  /** @type {Map<string, Map<string, any>>} */
  const boxes = new Map(BOXES.map((box) => [box, new Map()]));
  return {
    read: async (box, key) => boxes.get(box).get(key),
    list: async (box, prefix = '') =>
      [...boxes.get(box)].filter(([key]) => key.startsWith(prefix)).sort(([one], [other]) => (one < other ? -1 : 1)),
    async write(writes, cleared = [], needed = undefined) {
      if (needed && !boxes.get(needed[0]).has(needed[1])) return false;
      for (const [box, prefix] of cleared) {
        for (const key of [...boxes.get(box).keys()]) if (key.startsWith(prefix)) boxes.get(box).delete(key);
      }
      for (const [box, key, value] of writes) {
        if (value === undefined) boxes.get(box).delete(key);
        else boxes.get(box).set(key, value);
      }
      return true;
    },
    async erase() {
      for (const box of boxes.values()) box.clear();
    },
  };
}
