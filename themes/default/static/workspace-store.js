/**
 * The processes that a browser keeps. Of each the document as it was at some time (the snapshot), and every edit since,
 * so that an edit is on the disk at once however large the process is. Beside it a card with what a list of processes
 * shows. The text in a field that somebody is typing in is kept too, at once, in `localStorage`, which needs no waiting.
 *
 * @import { Database } from './workspace-database.js'
 * @import { Alternative, Activity, Process } from './process.js'
 * @typedef {{ id: string, name: string, changed: string, saved?: string, unsaved?: string, file?: string, handle?: any,
 *             progress?: number, me?: string, publish?: any }} Card  moments as ISO texts: `saved`, when it was last saved to a
 *   file; `unsaved`, the first change since then; `file`, that file's name; `handle`, the file that is written again;
 *   `me`, who works at this browser; `publish`, what was chosen in the view "Publish"
 * @typedef {{ registers: [string, Alternative[]][], places: [string, string | null][], seen: [string, number][],
 *             activity: [string, Activity][] }} Delta  what an edit changed
 * @typedef {{ path: string, value: string }} Typed
 * @typedef {{ text: string, was: string }} Draft  `was`: what stood in the field before
 */
import { newest } from './process.js';

/** With so many edits behind the snapshot a new one is made. */
const MANY = 200;
const TYPING = 'interlink-typing:';
const DRAFTS = 'interlink-drafts:';
/** So many texts that nobody sent are kept of a process; the oldest go. */
const MOST_DRAFTS = 50;

/**
 * What an edit changed, to be kept.
 *
 * @param {Process} document after the edit @param {string} replica that made it
 * @param {Iterable<string>} paths that it set; `node <key>` for a node that is new
 * @param {string[]} [activity] ids of entries that are new
 * @returns {Delta}
 */
export function deltaOf(document, replica, paths, activity = []) {
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
    // An edit counts for its own replica only; a process that many worked on knows hundreds of others.
    seen: [...document.seen].filter(([one]) => one === replica),
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
  const forget = (key) => {
    try {
      texts?.removeItem(key);
    } catch {
      // Then there is none.
    }
  };
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
     * Keeps one edit. Without a snapshot, as when the process was removed in another tab, it would be an edit of nothing.
     *
     * @param {Card} card @param {Delta} delta
     * @returns {Promise<boolean>} whether it is time for a new snapshot
     */
    async keepEdit(card, delta) {
      const isThere = await database.write(
        [
          ['processes', card.id, card],
          ['edits', next(card.id), delta],
        ],
        [],
        ['snapshots', card.id],
      );
      return !isThere || (kept.get(card.id)?.count ?? 0) >= MANY;
    },

    /** @param {Card} card @returns {Promise<boolean>} whether there is no snapshot, so that all of it has to be kept */
    keepCard: async (card) => !(await database.write([['processes', card.id, card]], [], ['snapshots', card.id])),

    /** @param {string} id */
    async remove(id) {
      this.forgetTyped(id);
      this.forgetDrafts(id);
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
      for (const { id } of await this.list()) {
        this.forgetTyped(id);
        this.forgetDrafts(id);
      }
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
    forgetTyped: (id) => forget(TYPING + id),

    /**
     * The texts of fields and forms of a process that nobody has sent yet, by where they stand; the oldest first.
     *
     * @param {string} id @returns {Map<string, Draft>}
     */
    drafts(id) {
      try {
        const found = Object.entries(JSON.parse(texts?.getItem(DRAFTS + id) ?? '{}'));
        return new Map(found.filter(([, one]) => typeof one?.text === 'string' && typeof one.was === 'string'));
      } catch {
        return new Map();
      }
    },

    /** @param {string} id @param {string} where @param {Draft | undefined} draft nothing: it is sent, or empty again */
    keepDraft(id, where, draft) {
      const drafts = this.drafts(id);
      if (!drafts.delete(where) && !draft) return;
      if (draft) drafts.set(where, draft);
      if (drafts.size === 0) forget(DRAFTS + id);
      else {
        try {
          texts?.setItem(DRAFTS + id, JSON.stringify(Object.fromEntries([...drafts].slice(-MOST_DRAFTS))));
        } catch {
          // Full, or not allowed: the text is there as long as the page is.
        }
      }
    },

    /** @param {string} id */
    forgetDrafts: (id) => forget(DRAFTS + id),
  };
}

/** @typedef {ReturnType<typeof storeOn>} Store */
