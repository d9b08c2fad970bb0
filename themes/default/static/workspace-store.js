/**
 * The processes that a browser keeps. Of each the document as it was at some time (the snapshot), and every edit since,
 * so that an edit is on the disk at once however large the process is. Beside it a card with what a list of processes
 * shows. The text in a field that somebody is typing in is kept too, at once, in `localStorage`, which needs no waiting.
 *
 * @import { Database } from './workspace-database.js'
 * @import { Alternative, Activity, Process } from './process.js'
 * @typedef {{ id: string, replica: string, name: string, changed: string, saved?: string, unsaved?: string, file?: string,
 *             handle?: any, progress?: number, me?: string, publish?: any }} Card  moments as ISO texts: `saved`, when it was last saved to
 *   a file; `unsaved`, the first change since then; `file`, that file's name; `me`, who works at this browser; `publish`, what was chosen in the view "Publish"
 * @typedef {{ registers: [string, Alternative[]][], places: [string, string | null][], seen: [string, number][],
 *             activity: [string, Activity][] }} Delta  what an edit changed
 * @typedef {{ path: string, value: string }} Typed
 */
import { newest } from './process.js';

/** With so many edits behind the snapshot a new one is made. */
const MANY = 200;
const TYPING = 'interlink-typing:';

/**
 * What an edit changed, to be kept.
 *
 * @param {Process} document after the edit @param {Iterable<string>} paths that it set; `node <key>` for a node that is new
 * @param {string[]} [activity] ids of entries that are new
 * @returns {Delta}
 */
export function deltaOf(document, paths, activity = []) {
  const places = new Map();
  const registers = new Map();
  for (const path of paths) {
    const [kind, key, ...rest] = path.split(' ');
    if (kind === 'node' && document.places.has(key)) places.set(key, document.places.get(key));
    const found = kind === 'node' && rest.length === 0 ? `node ${key} position` : path;
    const register = document.registers.get(found);
    if (register) registers.set(found, register);
  }
  return {
    registers: [...registers],
    places: [...places],
    seen: [...document.seen],
    activity: activity.filter((id) => document.activity.has(id)).map((id) => [id, document.activity.get(id)]),
  };
}

/** @param {Process} document is changed @param {Delta} delta */
export function applyDelta(document, { registers, places, seen, activity }) {
  for (const [path, register] of registers) document.registers.set(path, register);
  for (const [key, parent] of places) document.places.set(key, parent);
  for (const [replica, counter] of seen) document.seen.set(replica, counter);
  for (const [id, entry] of activity) document.activity.set(id, entry);
  if (activity.length > 0) document.activity = newest(document.activity);
}

/**
 * @param {Database} database
 * @param {{ isLasting: boolean, texts?: Storage | null }} options `texts`: where texts being typed are kept
 */
export function storeOn(database, { isLasting, texts = null }) {
  /**
   * The number of the last edit that was kept, and how many stand behind the snapshot.
   *
   * @type {Map<string, { last: number, count: number }>}
   */
  const kept = new Map();
  const nameOf = (id, number) => `${id} ${String(number).padStart(12, '0')}`;
  const next = (id) => {
    const state = kept.get(id) ?? { last: 0, count: 0 };
    kept.set(id, { last: state.last + 1, count: state.count + 1 });
    return nameOf(id, state.last + 1);
  };

  return {
    /** Whether what is kept is still there tomorrow. */
    isLasting,

    /** The cards of all processes, the one that was changed last first. @returns {Promise<Card[]>} */
    async list() {
      const cards = (await database.list('processes')).map(([, card]) => card);
      return cards.sort((one, other) => (one.changed > other.changed ? -1 : 1));
    },

    /** @param {string} id @returns {Promise<{ card: Card, document: Process } | undefined>} */
    async load(id) {
      const [card, document, edits] = await Promise.all([
        database.read('processes', id),
        database.read('snapshots', id),
        database.list('edits', `${id} `),
      ]);
      if (!card || !document) return undefined;
      for (const [, delta] of edits) applyDelta(document, delta);
      kept.set(id, { last: Number(edits.at(-1)?.[0].split(' ')[1] ?? kept.get(id)?.last ?? 0), count: edits.length });
      return { card, document };
    },

    /** Keeps a whole process. @param {Card} card @param {Process} document */
    async keep(card, document) {
      await database.write(
        [
          ['processes', card.id, card],
          ['snapshots', card.id, document],
        ],
        [['edits', `${card.id} `]],
      );
      kept.set(card.id, { last: kept.get(card.id)?.last ?? 0, count: 0 });
    },

    /**
     * Keeps one edit.
     *
     * @param {Card} card @param {Delta} delta
     * @returns {Promise<boolean>} whether it is time for a new snapshot
     */
    async keepEdit(card, delta) {
      await database.write([
        ['processes', card.id, card],
        ['edits', next(card.id), delta],
      ]);
      return (kept.get(card.id)?.count ?? 0) >= MANY;
    },

    /** @param {Card} card */
    keepCard: (card) => database.write([['processes', card.id, card]]),

    /** @param {string} id */
    async remove(id) {
      this.forgetTyped(id);
      kept.delete(id);
      await database.write(
        [
          ['processes', id, undefined],
          ['snapshots', id, undefined],
        ],
        [['edits', `${id} `]],
      );
    },

    /** Everything goes, the database too. */
    async erase() {
      for (const { id } of await this.list()) this.forgetTyped(id);
      kept.clear();
      await database.erase();
    },

    /** A file of the site that a process needs without the network too. @param {string} name @param {any} json */
    keepSource: (name, json) => database.write([['sources', name, json]]),

    /** @param {string} name */
    source: (name) => database.read('sources', name),

    /** Keeps the text of the field that is being typed in. @param {string} id @param {Typed} typed */
    keepTyped(id, typed) {
      try {
        texts?.setItem(TYPING + id, JSON.stringify(typed));
      } catch {
        // Full, or not allowed: the text is kept when the field is left.
      }
    },

    /** @param {string} id @returns {Typed | undefined} */
    typed(id) {
      try {
        const { path, value } = JSON.parse(texts?.getItem(TYPING + id) ?? 'null') ?? {};
        return typeof path === 'string' && typeof value === 'string' ? { path, value } : undefined;
      } catch {
        return undefined;
      }
    },

    /** @param {string} id */
    forgetTyped(id) {
      try {
        texts?.removeItem(TYPING + id);
      } catch {
        // Then there is none.
      }
    },
  };
}

/** @typedef {ReturnType<typeof storeOn>} Store */
