/**
 * One open process: its document, what can be undone, whom to tell of changes, and whether all is kept. No page, no
 * words: views change the process through `change`, and the store is told of each edit.
 *
 * @import { Activity, Change, Process } from './process.js'
 * @import { Card, Store, Typed } from './workspace-store.js'
 * @typedef {{ paths: Set<string>, isTyped: boolean, isWhole: boolean }} Changed  `isTyped`: by the field that is being typed
 *   in; `isWhole`: anything may be different
 * @typedef {(changed: Changed) => void} Listener
 */
import { ProcessError, addActivity, conflicts, drawId, drawReplica, merge, value, valuesOf } from './process.js';
import { fieldOf, placeOf } from './process-fields.js';
import { deriveAgain, treeOf } from './process-tree.js';
import { newHistory, perform, redo, undo } from './process-undo.js';
import { deltaOf } from './workspace-store.js';

/** Fields that say where a node lies or whether it counts: with them the tree is derived anew. */
const OF_SHAPE = new Set(['position', 'removed', 'skipped', 'level']);

/** How long somebody stops typing before the text becomes an edit. */
const PAUSE = 2_000;

/**
 * Choices that wait for the end of a word that is spelled: whatever settles a session takes them first.
 *
 * @type {Set<() => void>}
 */
export const spelled = new Set();

/**
 * @param {{ document: Process, card: Card, store: Store, hasLeft?: boolean, isReadOnly?: boolean, now?: () => Date,
 *           pause?: number }} options  `hasLeft`: with edits that the database may not have
 */
export function openSession({
  document, card, store, hasLeft = false, isReadOnly = false, now = () => new Date(), pause = PAUSE,
}) {
  /** @type {Set<Listener>} */
  const listeners = new Set();
  /** @type {Set<() => void>} */
  const watchers = new Set();
  let history = newHistory();
  /** @type {{ tree: ReturnType<typeof treeOf>, values: ReturnType<typeof valuesOf> } | undefined} */
  let derived;
  /** What is being typed. @type {{ path: string, value: string, timer: any } | undefined} */
  let pending;
  /** @type {Promise<any>} */
  let writing = Promise.resolve();
  /** What was noted last. @type {Activity | undefined} */
  let noted;
  /** Whether what is kept lacks something, and how many writes have failed. */
  let isBehind = false;
  let failures = 0;
  /**
   * Who makes the edits. Drawn anew for each session: an edit of an earlier one may be in a file, but not in what was kept,
   * and a second edit with its number would pass for it when both copies are merged. Drawn with the first edit, since a
   * file keeps every replica for ever.
   *
   * @type {string | undefined}
   */
  let drawn;
  const replica = () => (drawn ??= drawReplica());

  const derive = () => {
    if (!derived) {
      const values = valuesOf(session.document);
      derived = { values, tree: treeOf(session.document, values) };
    }
    return derived;
  };

  /** Brings what was derived up to date; of a large process most of it stays. @param {Set<string>} paths */
  const refresh = (paths) => {
    if (!derived) return;
    const { tree, values } = derived;
    const set = (fields, name, path) => {
      const found = value(session.document, path);
      if (found === undefined) fields.delete(name);
      else fields.set(name, found);
    };
    for (const path of paths) {
      const [kind, key, item, id, last] = path.split(' ');
      const node = kind === 'node' ? tree.nodes.get(key) : undefined;
      if (kind === 'node' && (!node || item === undefined || (id === undefined && OF_SHAPE.has(item)))) {
        derived = undefined;
        return;
      }
      if (node && id === undefined) {
        set(node.fields, item, path);
        deriveAgain(tree, node);
      } else if (node) {
        // Nodes without items of a kind share one empty map.
        if (node[item].size === 0) node[item] = values.nodes.get(key)[item] = new Map();
        if (!node[item].has(id)) node[item].set(id, new Map());
        set(node[item].get(id), last, path);
      } else if (key === undefined) {
        set(values.process, kind, path);
      } else {
        if (!values[kind].has(key)) values[kind].set(key, new Map());
        set(values[kind].get(key), item, path);
      }
    }
  };

  /** How many fields differ between copies. An edit made here makes none. @type {number | undefined} */
  let differing;

  const tell = (changed) => {
    session.edits++;
    if (changed.isWhole) derived = undefined;
    else refresh(changed.paths);
    if (changed.isWhole || differing > 0) differing = undefined;
    for (const listener of [...listeners]) listener(changed);
    session.card.progress = derive().tree.progress;
  };

  const watch = () => {
    for (const watcher of [...watchers]) watcher();
  };

  /**
   * Begins to write at once, since the browser may be closed the next moment. After a failure the whole document is written
   * as soon as that is possible, so that no edit is left out; also where that failure came while another write was under
   * way, which has only its own edit.
   *
   * @param {() => Promise<boolean | void>} work answers whether the whole document is to be kept
   */
  const write = (work) => {
    const keepAll = () => store.keep({ ...session.card }, session.document);
    const run = async () => {
      try {
        let isWhole = !isBehind && (await work());
        while (isWhole || isBehind) {
          const before = failures;
          await keepAll();
          isWhole = false;
          if (failures === before) isBehind = false;
        }
        session.failure = undefined;
      } catch (error) {
        failures++;
        isBehind = true;
        session.failure = error;
      }
      watch();
    };
    writing = Promise.all([writing, run()]);
    return writing;
  };

  /** Something has changed just now. */
  const touchCard = () => {
    const moment = now().toISOString();
    session.card.changed = moment;
    session.card.unsaved ??= moment;
    session.card.name = /** @type {string} */ (value(session.document, 'name') ?? '');
  };

  const keepEdit = (paths, entries) => {
    touchCard();
    const delta = deltaOf(session.document, replica(), paths, entries);
    write(() => store.keepEdit({ ...session.card }, delta));
    watch();
  };

  /**
   * Notes what happened, once for each thing and day.
   *
   * @param {Omit<Activity, 'date'>} activity @returns {string[]} ids
   */
  const note = (activity) => {
    const moment = now();
    const entry = { date: dayOf(moment), person: session.card.me, ...activity };
    const isSame = noted && ['date', 'person', 'what', 'node', 'detail'].every((name) => noted[name] === entry[name]);
    if (isSame) return [];
    noted = entry;
    // Ids that grow with time put the entries of one day in their order.
    const id = `${moment.getTime().toString(36)}-${drawId()}`;
    addActivity(session.document, id, entry);
    return [id];
  };

  const session = {
    document,
    card,
    isReadOnly,
    /** Grows with every edit. */
    edits: 0,
    /** Why the last edit could not be kept. @type {any} */
    failure: undefined,
    /** Why the last change could not be made at all. @type {ProcessError | undefined} */
    refusal: undefined,

    get tree() {
      return derive().tree;
    },
    get values() {
      return derive().values;
    },
    get differing() {
      differing ??= conflicts(session.document).length;
      return differing;
    },
    /** @param {string} path */
    value: (path) => value(session.document, path),
    get canUndo() {
      return history.done.length > 0;
    },
    get canRedo() {
      return history.undone.length > 0;
    },

    /**
     * Sets fields, keeps that, and tells everybody who listens.
     *
     * @param {Change[]} changes @param {Omit<Activity, 'date'>} [activity] what to note of it
     * @param {{ isTyped?: boolean }} [options]
     * @returns {boolean} whether something changed
     */
    change(changes, activity, { isTyped = false } = {}) {
      if (session.isReadOnly) return false;
      const sizeBefore = session.document.places.size;
      let counter;
      try {
        counter = perform(session.document, replica(), history, changes);
      } catch (error) {
        refuse(error, { isTyped });
        return false;
      }
      session.refusal = undefined;
      if (counter === undefined && session.document.places.size === sizeBefore) return false;
      const paths = new Set(changes.map(([path]) => path));
      const entries = activity ? note(activity) : [];
      tell({ paths, isTyped, isWhole: false });
      keepEdit(paths, entries);
      return true;
    },

    undo: () => goBack(undo, () => history.done.at(-1)),
    redo: () => goBack(redo, () => history.undone.at(-1)),

    /**
     * What another copy knows comes in.
     *
     * @param {Process} other @param {{ code: string, message: string }[]} [warnings]
     */
    mergeWith(other, warnings) {
      if (session.isReadOnly) return writing;
      session.document = merge(session.document, other, warnings);
      note({ what: 'merged' });
      history = newHistory();
      tell({ paths: new Set(), isTyped: false, isWhole: true });
      touchCard();
      watch();
      return write(async () => true);
    },

    /** The document as another tab has it now. @param {Process} fresh @param {Card} freshCard */
    showInstead(fresh, freshCard) {
      session.document = fresh;
      session.card = freshCard;
      history = newHistory();
      tell({ paths: new Set(), isTyped: false, isWhole: true });
      watch();
    },

    /**
     * It is in a file now.
     *
     * @param {string} file @param {any} [handle] the file itself, where the browser gives it; a download leaves the one that
     *   is known
     * @param {number} [edits] as many as the file has; what was changed while it was written is not in it
     */
    savedTo(file, handle = session.card.handle, edits = session.edits) {
      if (session.isReadOnly) {
        // The card belongs to the tab that works on it. What could not be kept here is in the file.
        session.failure = undefined;
        watch();
        return writing;
      }
      session.card.saved = now().toISOString();
      session.card.unsaved = edits === session.edits ? undefined : session.card.saved;
      session.card.file = file;
      session.card.handle = handle;
      watch();
      return write(() => store.keepCard({ ...session.card }));
    },

    /** @param {Partial<Card>} fields */
    setCard(fields) {
      if (session.isReadOnly) return writing;
      Object.assign(session.card, fields);
      return write(() => store.keepCard({ ...session.card }));
    },

    /**
     * A field is being typed in: its text is kept at once, and becomes an edit after a pause.
     *
     * @param {string} path @param {string} text
     * @param {{ isHeld?: boolean }} [options] `isHeld`: it becomes an edit only when the field is left
     */
    type(path, text, { isHeld = false } = {}) {
      if (session.isReadOnly) return;
      if (pending && pending.path !== path) session.settle();
      clearTimeout(pending?.timer);
      store.keepTyped(session.card.id, { path, value: text });
      pending = { path, value: text, timer: isHeld ? undefined : setTimeout(() => session.settle(), pause) };
    },

    /** What is being typed becomes an edit now. @param {{ isTyped?: boolean }} [options] `isTyped`: somebody may go on with it */
    settle({ isTyped = true } = {}) {
      for (const take of [...spelled]) take();
      if (!pending) return;
      const { path, value: text, timer } = pending;
      clearTimeout(timer);
      pending = undefined;
      // Another tab has taken over, and with it what was being typed here.
      if (session.isReadOnly) return;
      try {
        session.change([[path, text]], activityOf(path), { isTyped });
        forgetWhenKept({ path, value: text });
      } catch (error) {
        session.failure = error;
        watch();
      }
    },

    /** The texts that were being typed when the browser closed become edits. @returns {boolean} whether there was one */
    foldTyped() {
      if (session.isReadOnly) return false;
      let hasChanged = false;
      for (const typed of store.typed(session.card.id)) {
        try {
          hasChanged = session.change([[typed.path, typed.value]], activityOf(typed.path)) || hasChanged;
          forgetWhenKept(typed);
        } catch {
          // A field that this version does not have, or a text that does not fit: another copy may have a place for it.
        }
      }
      return hasChanged;
    },

    /** What is being typed in a field and is no edit yet. @param {string} path @returns {string | undefined} */
    typing: (path) => (pending?.path === path ? pending.value : undefined),

    /** Resolves when everything so far is kept, or has failed to be. */
    kept: () => writing,

    /**
     * The end of the work here: what is being typed becomes an edit now. Nothing may come later, since another tab works on
     * the process then. Resolves like `kept`.
     */
    close() {
      session.settle();
      session.isReadOnly = true;
      return writing;
    },

    /** Keeps the whole document, as after a failure. */
    keepWhole: () => (session.isReadOnly ? writing : write(async () => true)),

    /** @param {Listener} listener @returns {() => void} which ends it */
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Is told when the state of saving changes. @param {() => void} watcher */
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };

  /** Only when the edit is kept: a browser that is closed now has the text. What was refused stays. @param {Typed} typed */
  function forgetWhenKept(typed) {
    if (session.refusal) return;
    writing.then(() => {
      if (pending?.path !== typed.path && !session.failure) store.forgetTyped(session.card.id, typed);
    });
  }

  /**
   * No change can be made any more, as in a file that counts its edits too high: that is said, and controls show again what
   * is kept. What is typed stays in its field, so that it can be taken elsewhere. Any other error is a mistake of the caller.
   *
   * @param {any} error @param {{ isTyped?: boolean }} [options]
   */
  function refuse(error, { isTyped = false } = {}) {
    if (!(error instanceof ProcessError) || error.code !== 'used-up') throw error;
    session.refusal = error;
    if (!isTyped) for (const listener of [...listeners]) listener({ paths: new Set(), isTyped, isWhole: true });
    watch();
  }

  function goBack(work, stepOf) {
    session.settle();
    const step = stepOf();
    if (session.isReadOnly || !step) return undefined;
    const paths = [...step.fields.map(({ path }) => path), ...step.added.map((key) => `node ${key} removed`)];
    const before = { done: [...history.done], undone: [...history.undone] };
    try {
      work(session.document, replica(), history);
    } catch (error) {
      history = before;
      refuse(error);
      return undefined;
    }
    tell({ paths: new Set(paths), isTyped: false, isWhole: false });
    keepEdit(paths, []);
    return paths;
  }

  if (hasLeft && !isReadOnly) write(async () => true);
  return session;
}

/** @typedef {ReturnType<typeof openSession>} Session */

/** The day of a moment where the person is. @param {Date} moment */
export function dayOf(moment) {
  const two = (number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Of what is typed only new names and days are worth a note. @param {string} path @returns {Omit<Activity, 'date'> | undefined} */
function activityOf(path) {
  const place = placeOf(path);
  if (place?.kind !== 'node') return undefined;
  if (place.field === fieldOf('node', 'name')) return { what: 'renamed', node: place.node };
  return place.field.shape === 'date' ? { what: 'planned', node: place.node } : undefined;
}
