/**
 * The workspace: own processes, kept in the browser and in files of the person, never on a server. This module opens the
 * store and the process that the address names, shows its views, and says how it is kept; each view is a module.
 *
 * Nothing is stored before a person starts a process or opens one from a file.
 *
 * @import { Place } from './workspace-place.js'
 * @import { Workspace } from './workspace-parts.js'
 * @import { Changed, Session } from './workspace-session.js'
 * @import { Found } from './workspace-notes.js'
 * @typedef {{ update: (changed: Changed) => void, move?: (place: Place) => boolean, leave?: () => void }} Shown  `move`: whether
 *   the view shows another place by itself
 * @typedef {(workspace: Workspace, container: HTMLElement) => Shown} View
 */
import { showInAddress } from './data.js';
import { element } from './page.js';
import { keepCatalogue, loadCatalogue, loadSource, schemasOf, wordsOfSchemas } from './workspace-catalogue.js';
import { showConflicts } from './workspace-conflicts.js';
import { hasDatabase, memoryDatabase, openDatabase } from './workspace-database.js';
import { keepDrafts } from './workspace-drafts.js';
import { showFile } from './workspace-file.js';
import { showGuide } from './workspace-guide.js';
import { onKey, showKept } from './workspace-kept.js';
import { lockOn } from './workspace-lock.js';
import { showOverview } from './workspace-overview.js';
import { notesOf } from './workspace-notes.js';
import { placeLink } from './workspace-parts.js';
import { showPlan } from './workspace-plan.js';
import { START, addressOf, readPlace } from './workspace-place.js';
import { showPublish } from './workspace-publish.js';
import { showRewards } from './workspace-rewards.js';
import { openSession } from './workspace-session.js';
import { showSettings } from './workspace-settings.js';
import { showProcesses } from './workspace-start.js';
import { storeOn } from './workspace-store.js';
import { showTeam } from './workspace-team.js';
import { say } from './workspace-texts.js';

/** The views of a process, in the order of the menu. @type {Record<string, View>} */
const VIEWS = {
  guide: showGuide,
  overview: showOverview,
  plan: showPlan,
  team: showTeam,
  rewards: showRewards,
  publish: showPublish,
  file: showFile,
  settings: showSettings,
};
/** Reached from where it is needed. @type {Record<string, View>} */
const OTHERS = { conflicts: showConflicts };
const ALL = { ...VIEWS, ...OTHERS };

const page = document.getElementById('workspace');
const heading = document.getElementById('ws-title');
const lead = document.getElementById('ws-lead');
const head = document.getElementById('ws-top');
const menu = document.getElementById('ws-menu');
const kept = document.getElementById('ws-kept');
const notes = document.getElementById('ws-notes');
const status = document.getElementById('ws-status');
const container = /** @type {HTMLFieldSetElement} */ (document.getElementById('ws-view'));
const plainHeading = heading.textContent;
const plainTitle = document.title;

/**
 * Browser storage may be forbidden, and then even naming it throws.
 *
 * @template T @param {() => T} name @returns {T | undefined}
 */
function allowed(name) {
  try {
    return name() ?? undefined;
  } catch {
    return undefined;
  }
}
const isOnDisk = location.protocol === 'file:';
const factory = isOnDisk ? undefined : allowed(() => globalThis.indexedDB);
const texts = isOnDisk ? undefined : allowed(() => globalThis.localStorage);

/** @type {Workspace} */
const workspace = {
  session: undefined,
  words: wordsOfSchemas(new Map(), undefined),
  catalogue: undefined,
  store: storeOn(memoryDatabase(), { isLasting: false }),
  place: { view: START },
  views: Object.keys(VIEWS),
  api: page.dataset.api,
  home: page.dataset.home,
  canLast: factory !== undefined,
  go,
  announce,
  startStore,
  forget() {
    workspace.store = storeOn(memoryDatabase(), { isLasting: false });
  },
  workInMemory(failure) {
    keepNothing(failure);
    workspace.forget();
  },
  loadSchemas,
  setSchema(json) {
    schemas.set(json.slug, json);
    workspace.words = wordsOfSchemas(schemas, /** @type {string} */ (workspace.session?.value('language')));
  },
};
/** @type {Map<string, any>} */
const schemas = new Map();
/** @type {Shown | undefined} */
let shown;
/** @type {ReturnType<typeof lockOn> | undefined} */
let lock;
let turn = 0;

/** @type {Error | undefined} */
let toldRefusal;

/** @param {string} text */
function announce(text) {
  const refusal = workspace.session?.refusal;
  // What a view says was done was not, then; but later things are.
  const said = refusal && refusal !== toldRefusal ? say('used-up') : text;
  toldRefusal = refusal;
  // The same words twice are said twice.
  status.textContent = '';
  requestAnimationFrame(() => {
    status.textContent = said;
  });
}

// --- The store ---

/** Opens what a browser has kept, without making anything. */
async function findStore() {
  try {
    if (factory && (await hasDatabase(factory))) await openStore();
  } catch (error) {
    keepNothing(error);
  }
}

/** @param {any} failure */
function keepNothing(failure) {
  workspace.canLast = false;
  workspace.failure = failure;
}

async function openStore() {
  workspace.store = storeOn(await openDatabase(factory), { isLasting: true, texts });
}

/** A process begins here: from now on it is kept, where the browser allows that. */
async function startStore() {
  if (workspace.store.isLasting || !workspace.canLast) return;
  try {
    await openStore();
    keepCatalogue(page.dataset.data, workspace.store);
    // Asks the browser not to delete it when space is short. Its answer changes nothing here.
    allowed(() => navigator.storage.persist().catch(() => {}));
  } catch (error) {
    keepNothing(error);
  }
}

// --- The open process ---

/** @param {string[]} [slugs] of schemas, besides those of the process */
async function loadSchemas(slugs = []) {
  const { session, store } = workspace;
  const wanted = [...new Set([...slugs, ...schemasOf(session?.document.places.keys() ?? [])])].filter(
    (slug) => !schemas.get(slug),
  );
  const found = await Promise.all(wanted.map((slug) => loadSource(workspace.api, 'schemas', slug, store)));
  wanted.forEach((slug, index) => schemas.set(slug, found[index]));
  workspace.words = wordsOfSchemas(schemas, /** @type {string} */ (session?.value('language')));
}

/**
 * @param {string} id @param {() => boolean} isWanted whether the person is still on the way to it
 * @returns {Promise<string | undefined>} why it is not open, as the text that says so
 */
async function openProcess(id, isWanted) {
  const { store } = workspace;
  let isMine = !store.isLasting;
  let isCurrent = false;
  const mine = lockOn(id, {
    onLost() {
      isMine = isCurrent = false;
      if (lock === mine) becomeReadOnly();
    },
    onChanged: showOthersWork,
    onFree() {
      isMine = true;
      isCurrent = false;
      if (lock === mine) workOnIt('other-closed');
    },
    settle: async () => {
      await (workspace.session ? isKept(workspace.session) : closing);
    },
  });
  // First the lock: what the other tab keeps last, before it lets go, has to be in what is loaded.
  if (!isMine) isMine = await mine.hold();
  let found;
  let missing;
  try {
    // Once more, where another tab took over or let go meanwhile.
    while (!isCurrent && isWanted()) {
      isCurrent = true;
      found = await store.load(id);
    }
    if (!found) missing = 'process-gone';
  } catch {
    missing = 'storage-away';
  }
  if (missing || !isWanted()) {
    mine.end();
    return missing;
  }
  lock = mine;
  openWith(found, isMine);
  await loadSchemas();
  return undefined;
}

/** @param {{ document: any, card: any, hasLeft: boolean }} found @param {boolean} isMine */
function openWith({ document: opened, card, hasLeft }, isMine) {
  const session = openSession({ document: opened, card, hasLeft, store: workspace.store, isReadOnly: !isMine });
  workspace.session = session;
  if (isMine && session.foldTyped()) announce(say('typed-kept'));
  session.listen((changed) => {
    if (changed.isWhole || changed.paths.has('language'))
      workspace.words = wordsOfSchemas(schemas, /** @type {string} */ (session.value('language')));
    shown?.update(changed);
    if (changed.isWhole || changed.paths.has('name')) showHead();
    showNotes();
  });
  session.watch(() => {
    showKept(workspace, kept);
    if (!session.failure) lock?.tell();
    if (session.failure || session.refusal || notes.dataset.failed) showNotes();
  });
}

/** Until all of the one that is being closed is kept. @type {Promise<unknown> | undefined} */
let closing;

async function closeProcess() {
  const { session } = workspace;
  const mine = lock;
  shown?.leave?.();
  shown = undefined;
  lock = undefined;
  workspace.session = undefined;
  // Another tab may have it when all of this one is kept, and not before.
  closing = session?.close();
  await closing;
  mine?.end();
}

/**
 * Whether nothing is lost when a process is closed: the browser has all of it, or a file has.
 *
 * @param {Session} session
 */
async function isKept(session) {
  session.settle();
  await session.kept();
  // Once more, with all of it: there may be room now.
  if (session.failure) await session.keepWhole();
  return !session.failure || session.card.unsaved === undefined;
}

function becomeReadOnly() {
  if (!workspace.session) return;
  workspace.session.isReadOnly = true;
  // While it is being opened nothing of it is shown yet.
  if (shown) render();
  announce(say('taken-over'));
}

/** Another tab works on it: what it keeps is shown here, but not instead of what only this page has. */
async function showOthersWork() {
  if (workspace.session?.failure) return;
  const found = await workspace.store.load(workspace.session?.card.id).catch(() => undefined);
  if (found && workspace.session?.isReadOnly) workspace.session.showInstead(found.document, found.card);
}

async function takeOver() {
  if (workspace.session && (await lock.takeOver())) await workOnIt('taken-over-here');
}

/**
 * This tab works on the process from now on, beginning with what the other one kept last and what was being typed there.
 */
async function workOnIt(word) {
  const { session, store } = workspace;
  if (!session) return;
  let found;
  try {
    found = await store.load(session.card.id);
  } catch {
    if (session !== workspace.session) return;
    // Then another tab may. Here it can be tried again.
    lock.letGo();
    showNotes({ ...lastFound, missing: 'storage-away' });
    announce(say('storage-away'));
    return;
  }
  if (session !== workspace.session) return;
  if (!found) {
    // It was removed there.
    await closeProcess();
    await show();
    return;
  }
  openWith(found, true);
  lastFound = { ...lastFound, missing: undefined };
  if (shown) render();
  // What this page could not keep before is nowhere else.
  if (session.failure) workspace.session.mergeWith(session.document);
  announce(say(word));
  container.querySelector('h2')?.focus();
}

// --- What the page shows ---

/** @param {Place} place @param {{ focus?: string }} [options] */
async function go(place, options) {
  workspace.session?.settle();
  // What was said of the place before does not hold for the new one.
  status.textContent = '';
  if (showInAddress(addressOf(place, location.pathname))) await show({ focus: 'view', ...options });
}

/**
 * Shows what the address says.
 *
 * @param {{ focus?: string }} [options] `focus`: the id of what takes the focus, or `view` for its heading
 */
async function show({ focus } = {}) {
  const mine = (turn += 1);
  const { place, unknown } = readPlace(location.search, Object.keys(ALL));
  const before = workspace.place;
  const isWanted = () => mine === turn;
  const { session } = workspace;
  session?.settle();
  /** @type {string | undefined} */
  let missing;
  if (place.process !== session?.card.id) {
    // What is typed while this waits would be lost.
    if (session) container.disabled = true;
    const canLeave = !session || (await isKept(session));
    if (!isWanted()) return;
    if (!canLeave) {
      container.disabled = session.isReadOnly;
      stay(before);
      return;
    }
    await closeProcess();
    if (!isWanted()) return;
    if (place.process !== undefined) missing = await openProcess(place.process, isWanted);
  }
  if (!isWanted()) return;
  container.disabled = workspace.session?.isReadOnly ?? false;
  workspace.place = missing ? { view: START } : place;
  const isSame = shown?.move && before.view === place.view && before.process === place.process;
  if (!isSame || !shown.move(place)) render();
  else showMenu();
  showNotes({ unknown, missing });
  if (focus) {
    const target =
      focus === 'view'
        ? (container.querySelector('[data-heading]') ?? container.querySelector('h2'))
        : document.getElementById(focus);
    target?.focus({ preventScroll: false });
    if (focus === 'view' && !isSame) scrollTo({ top: menu.getBoundingClientRect().top + scrollY - 16 });
  }
  page.dataset.settled = '';
}

/** What could not be kept would be gone with the process: it stays on the page until a file has it. @param {Place} place */
function stay(place) {
  history.pushState(null, '', addressOf(place, location.pathname));
  showNotes();
  document.getElementById('ws-failed')?.focus();
  announce(say('leave-failed'));
}

function render() {
  shown?.leave?.();
  shown = undefined;
  const { session, place } = workspace;
  container.disabled = session?.isReadOnly ?? false;
  container.replaceChildren();
  const view = session ? ALL[place.view] : showProcesses;
  container.dataset.view = session ? place.view : START;
  shown = view(workspace, container);
  showHead();
  showMenu();
  showKept(workspace, kept);
  showNotes();
}

function showHead() {
  const { session, place } = workspace;
  const name = session && (session.value('name') || say('no-name'));
  heading.textContent = name ?? plainHeading;
  lead.hidden = session !== undefined;
  document.title = name ? `${name} – ${say(`view-${place.view}`)} – ${plainTitle}` : plainTitle;
}

function showMenu() {
  const { session, place } = workspace;
  head.hidden = !session;
  if (!session) return;
  const item = (to, label, isCurrent) => {
    const link = placeLink(workspace, to, {}, label);
    if (isCurrent) link.setAttribute('aria-current', 'page');
    return element('li', {}, link);
  };
  menu
    .querySelector('ul')
    .replaceChildren(
      ...Object.keys(VIEWS).map((view) =>
        item({ view, process: session.card.id }, say(`view-${view}`), view === place.view),
      ),
      item({ view: START }, say('view-processes'), false),
    );
}

/** @type {Found} */
let lastFound = {};

/** What a person has to know beside the view. @param {Found} [found] */
function showNotes(found = lastFound) {
  lastFound = found;
  notes.dataset.failed = workspace.session?.failure || workspace.session?.refusal ? 'yes' : '';
  const made = notesOf(workspace, { isOnDisk, ...found }, takeOver);
  // Drawn anew only when something else is to be said, so that a button here keeps the focus and nothing is said twice.
  const words = [workspace.session?.card.id, ...made.map(({ textContent }) => textContent)].join('\n');
  if (notes.dataset.words !== words) notes.replaceChildren(...made);
  notes.dataset.words = words;
}

keepDrafts(container, () => {
  const { session, store, place } = workspace;
  if (!session || session.isReadOnly) return undefined;
  const { id } = session.card;
  return {
    place: `${place.view} ${place.node ?? ''}`,
    all: () => store.drafts(id),
    keep: (where, draft) => store.keepDraft(id, where, draft),
  };
});

// --- Keys, and leaving ---

addEventListener('keydown', (event) => onKey(workspace, kept, event));
addEventListener('popstate', () => {
  status.textContent = '';
  show({ focus: 'view' });
});
addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') workspace.session?.settle();
});
addEventListener('pagehide', () => workspace.session?.settle());
addEventListener('beforeunload', (event) => {
  const { session, store } = workspace;
  session?.settle();
  // Only where closing loses something: nothing keeps it, or not yet, and no file has it.
  const isAtRisk = !store.isLasting || session?.failure || store.isWriting();
  if (session && isAtRisk && session.card.unsaved !== undefined) event.preventDefault();
});

async function begin() {
  await findStore();
  workspace.catalogue = await loadCatalogue(page.dataset.data, workspace.store);
  page.hidden = false;
  await show();
}
begin();
