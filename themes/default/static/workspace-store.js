/**
 * The processes that a browser keeps. Of each the document as it was at some time (the snapshot), and every edit since,
 * so that an edit is on the disk at once however large the process is. Beside it a card with what a list of processes
 * shows. The text in a field that somebody is typing in is kept too, at once, in `localStorage`, which needs no waiting; and
 * so is each edit until the database has it, since a page may go the moment after a click.
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
 * @typedef {{ name: string, changed: string, delta: Delta }} Noted  an edit that the database may not have; `name`: its key
 *   there
 * @typedef {{ text: string, was: string }} Draft  `was`: what stood in the field before
 */
import { drawReplica, newest, value } from './process.js';

/** With so many edits behind the snapshot a new one is made. */
const MANY = 200;
const TYPING = 'interlink-typing:';
const EDIT = 'interlink-edit:';
const DRAFTS = 'interlink-drafts:';
/** Letters of an edit that is put into `localStorage`, which has room for some five million and makes the page wait. */
const LONG = 100_000;
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
 * The same of an edit that may be in the document already, with later ones: then only what is missing comes in. Of one
 * replica a document that knows an edit knows all before it.
 *
 * @param {Process} document is changed @param {Delta} delta
 */
function applyLeft(document, delta) {
  const isKnown = delta.seen.every(([replica, counter]) => (document.seen.get(replica) ?? 0) >= counter);
  applyDelta(document, {
    registers: delta.registers.filter(([path]) => !isKnown || !document.registers.has(path)),
    places: delta.places.filter(([key]) => !document.places.has(key)),
    seen: isKnown ? [] : delta.seen,
    activity: delta.activity.filter(([id]) => !document.activity.has(id)),
  });
}

/** @param {any} noted @returns {boolean} */
const isNoted = (noted) =>
  typeof noted?.changed === 'string' &&
  ['registers', 'places', 'seen', 'activity'].every((part) => Array.isArray(noted.delta?.[part]));

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
  /** All names in `localStorage` that begin so. @param {string} beginning @returns {string[]} */
  const textsOf = (beginning) => {
    try {
      const names = Array.from({ length: texts?.length ?? 0 }, (_, index) => texts.key(index) ?? '');
      return names.filter((name) => name.startsWith(beginning));
    } catch {
      return [];
    }
  };
  /** In the name of each edit, so that what two pages write at once never has one name. @type {string | undefined} */
  let writer;
  const nameOf = (id, number) => `${id} ${String(number).padStart(12, '0')} ${(writer ??= drawReplica())}`;
  /** Names of edits in `localStorage` that this page made or has loaded, by process. @type {Map<string, Set<string>>} */
  const noted = new Map();
  const notedOf = (id) => noted.get(id) ?? noted.set(id, new Set()).get(id);

  /**
   * Puts an edit where it is at once.
   *
   * @param {Card} card @param {string} name @param {Delta} delta @returns {boolean} whether it is there
   */
  const noteEdit = ({ id, changed }, name, delta) => {
    try {
      const text = JSON.stringify({ changed, delta });
      if (!texts || text.length > LONG) return false;
      texts.setItem(EDIT + name, text);
      notedOf(id).add(name);
      return true;
    } catch {
      // Full, or not allowed: then only the database has it.
      return false;
    }
  };
  const forgetNoted = (id, names) => {
    for (const name of names) {
      forget(EDIT + name);
      noted.get(id)?.delete(name);
    }
  };
  /** @param {string} id @returns {Noted[]} */
  const notesOf = (id) =>
    textsOf(`${EDIT}${id} `).flatMap((key) => {
      try {
        const found = JSON.parse(texts.getItem(key));
        return isNoted(found) ? [{ ...found, name: key.slice(EDIT.length) }] : [];
      } catch {
        return [];
      }
    });

  /** Writes under way that nothing else has. */
  let open = 0;
  /** @template T @param {Promise<T>} write @returns {Promise<T>} */
  const counted = async (write) => {
    open++;
    try {
      return await write;
    } finally {
      open--;
    }
  };
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

    /** Whether something would be lost if the page went now. */
    isWriting: () => open > 0,

    /**
     * @param {string} id
     * @returns {Promise<{ card: Card, document: Process, hasLeft: boolean } | undefined>} `hasLeft`: with edits that may not be
     *   in the database, since the page went that made them; whoever works on the process keeps all of it
     */
    async load(id) {
      // First these: one that goes from here meanwhile is in the database then.
      const left = notesOf(id);
      const [card, document, edits] = await Promise.all([
        database.read('processes', id),
        database.read('snapshots', id),
        database.list('edits', `${id} `),
      ]);
      if (!card || !document) return undefined;
      const all = [
        ...edits.map(([name, delta]) => ({ name, delta, isLeft: false })),
        ...left.map(({ name, delta }) => ({ name, delta, isLeft: true })),
      ].sort((one, other) => (one.name < other.name ? -1 : 1));
      for (const { delta, isLeft } of all) (isLeft ? applyLeft : applyDelta)(document, delta);
      const last = Number(all.at(-1)?.name.split(' ')[1] ?? 0);
      kept.set(id, { last: Math.max(last, kept.get(id)?.last ?? 0), count: edits.length });
      if (left.length === 0) return { card, document, hasLeft: false };
      noted.set(id, new Set(left.map(({ name }) => name)));
      const { changed } = left.reduce((one, other) => (one.changed > other.changed ? one : other));
      if (changed > card.changed) Object.assign(card, { changed, unsaved: card.unsaved ?? changed });
      card.name = /** @type {string} */ (value(document, 'name') ?? '');
      return { card, document, hasLeft: true };
    },

    /** Keeps a whole process. @param {Card} card @param {Process} document */
    async keep(card, document) {
      // Those that come while this is written are not in it.
      const inIt = [...(noted.get(card.id) ?? [])];
      await counted(
        database.write(
          [
            ['processes', card.id, card],
            ['snapshots', card.id, document],
          ],
          [['edits', `${card.id} `]],
        ),
      );
      forgetNoted(card.id, inIt);
      kept.set(card.id, { last: kept.get(card.id)?.last ?? 0, count: 0 });
    },

    /**
     * Keeps one edit, at once where it is short. Without a snapshot, as when the process was removed in another tab, it would be an edit of nothing.
     *
     * @param {Card} card @param {Delta} delta
     * @returns {Promise<boolean>} whether it is time for a new snapshot
     */
    async keepEdit(card, delta) {
      const name = next(card.id);
      const isAtOnce = noteEdit(card, name, delta);
      const write = database.write(
        [
          ['processes', card.id, card],
          ['edits', name, delta],
        ],
        [],
        ['snapshots', card.id],
      );
      const isThere = await (isAtOnce ? write : counted(write));
      if (isThere) forgetNoted(card.id, [name]);
      return !isThere || (kept.get(card.id)?.count ?? 0) >= MANY;
    },

    /** @param {Card} card @returns {Promise<boolean>} whether there is no snapshot, so that all of it has to be kept */
    keepCard: async (card) =>
      !(await counted(database.write([['processes', card.id, card]], [], ['snapshots', card.id]))),

    /** @param {string} id */
    async remove(id) {
      this.forgetTexts(id);
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
      // Also those of processes that are gone.
      this.forgetTexts('');
      kept.clear();
      await database.erase();
    },

    /** A file of the site that a process needs without the network too. @param {string} name @param {any} json */
    keepSource: (name, json) => database.write([['sources', name, json]]),

    /** @param {string} name */
    source: (name) => database.read('sources', name),

    /** Keeps the text of the field that is being typed in, beside those of others. @param {string} id @param {Typed} typed */
    keepTyped(id, typed) {
      try {
        texts?.setItem(`${TYPING}${id} ${typed.path}`, JSON.stringify(typed));
      } catch {
        // Full, or not allowed: the text is kept when the field is left.
      }
    },

    /** What was typed and is no edit yet, field by field. @param {string} id @returns {Typed[]} */
    typed: (id) =>
      textsOf(TYPING + id).flatMap((key) => {
        try {
          const { path, value } = JSON.parse(texts.getItem(key)) ?? {};
          return typeof path === 'string' && typeof value === 'string' ? [{ path, value }] : [];
        } catch {
          return [];
        }
      }),

    /** A text is kept; one that was typed in its field since then stays. @param {string} id @param {Typed} typed */
    forgetTyped(id, { path, value: text }) {
      // Earlier versions of this page had one text for each process, under its id alone.
      for (const key of [`${TYPING}${id} ${path}`, TYPING + id]) {
        try {
          const found = JSON.parse(texts?.getItem(key) ?? 'null');
          if (found?.path === path && found.value === text) forget(key);
        } catch {
          // Damaged, or not allowed: passed over when it is read, too.
        }
      }
    },

    /** All texts of a process that are not in the database. @param {string} id nothing: those of every process */
    forgetTexts(id) {
      for (const beginning of [TYPING, EDIT, DRAFTS]) textsOf(beginning + id).forEach(forget);
      if (id) noted.delete(id);
      else noted.clear();
    },

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
  };
}

/** @typedef {ReturnType<typeof storeOn>} Store */
