// The parts of the workspace that need no page: the store and its journal, the session, the address, the next steps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflicts, merge, newProcess, setFields, stateOf, value, valuesOf } from '../../../themes/default/static/process.js';
import { readProcess } from '../../../themes/default/static/process-file.js';
import { writeProcess } from '../../../themes/default/static/process-write.js';
import { addNode, setStatus, skipNode, treeOf } from '../../../themes/default/static/process-tree.js';
import { memoryDatabase } from '../../../themes/default/static/workspace-database.js';
import { lockOn, whileHeld } from '../../../themes/default/static/workspace-lock.js';
import { closesCircle, isLate, nextSteps, openBefore } from '../../../themes/default/static/workspace-next.js';
import { addressOf, readPlace } from '../../../themes/default/static/workspace-place.js';
import { dayOf, openSession } from '../../../themes/default/static/workspace-session.js';
import { storeOn } from '../../../themes/default/static/workspace-store.js';
import { largeProcess, pick, randomChanges, randomOf } from './random.mjs';

const ID = '00112233445566778899aabbccddeeff';
const A = 'aaaaaaaa';
const card = () => ({ id: ID, name: 'Plan', changed: '2026-01-01T00:00:00.000Z' });

/** A database as a browser has it: what goes in and out is copied. */
function copyingDatabase() {
  const inner = memoryDatabase();
  return {
    ...inner,
    read: async (...key) => structuredClone(await inner.read(...key)),
    list: async (...key) => structuredClone(await inner.list(...key)),
    write: (writes, ...more) => inner.write(structuredClone(writes), ...more),
  };
}

/** As much of `localStorage` as the store uses. */
function texts() {
  const held = new Map();
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, text) => held.set(key, text), removeItem: (key) => held.delete(key), held };
}

async function opened(database, options = {}) {
  const store = storeOn(database, { isLasting: true, texts: options.texts });
  const found = await store.load(ID);
  return { store, session: openSession({ ...found, store, now: () => new Date('2026-05-04T10:00:00Z'), ...options }) };
}

async function started(database, document = newProcess({ id: ID, replica: A, name: 'Plan' })) {
  await storeOn(database, { isLasting: true }).keep(card(), document);
}

test('every edit is kept by itself, and a process opened again is the same', async () => {
  for (const seed of [1, 2, 3]) {
    const database = copyingDatabase();
    await started(database);
    const { session } = await opened(database);
    const random = randomOf(seed);
    session.change(addNode(session.document, { key: 'own-a', name: 'A' }), { what: 'added', node: 'own-a' });
    for (let round = 0; round < 260; round++) {
      session.change(randomChanges(random, session.document), { what: 'status', detail: String(round) });
      if (round % 7 === 0) session.undo();
      if (round % 14 === 0) session.redo();
    }
    await session.kept();
    assert.ok((await database.list('edits')).length < 200, 'the journal is folded into a snapshot now and then');
    const again = await opened(database);
    assert.deepEqual(stateOf(again.session.document), stateOf(session.document));
    assert.equal(writeProcess(again.session.document), writeProcess(session.document));
  }
});

test('what is derived after an edit is what would be derived anew', async () => {
  const database = copyingDatabase();
  await started(database);
  for (const seed of [4, 5, 6]) {
    const { session } = await opened(database);
    const random = randomOf(seed);
    const keys = ['p', 'o', 'a', 'b', 'c'];
    keys.forEach((key, index) => {
      if (!session.document.places.has(key)) session.change(addNode(session.document, { key, parent: [null, 'p', 'o', 'o', 'o'][index], name: key }));
    });
    for (let round = 0; round < 300; round++) {
      assert.ok(session.tree);
      const key = pick(random, keys);
      const field = pick(random, ['status', 'start', 'end', 'notes', 'skipped', 'removed', 'position', 'responsible', 'problems', 'use u status', 'resource r title', 'claim c person']);
      const given = { status: ['awaiting', 'in-progress', 'done'], start: ['2026-01-01', '2026-03-01'], end: ['2026-02-01'], notes: ['x'], skipped: ['true'], removed: ['true'], position: ['V', 'A', 'k'],
        responsible: [['anna']], problems: [['x', 'y']], 'use u status': ['chosen', 'used'], 'resource r title': ['T'], 'claim c person': ['anna'] }[field];
      session.change([[`node ${key} ${field}`, random() < 0.3 ? undefined : pick(random, given)], ...(random() < 0.2 ? [['aim', pick(random, ['x', undefined])], ['person anna name', pick(random, ['Anna', undefined])]] : [])]);
      if (round % 9 === 0) session.undo();
      if (round % 18 === 0) session.redo();
      const fresh = treeOf(session.document);
      assert.deepEqual(told(session.tree), told(fresh), `${seed} ${round} ${key} ${field}`);
      const values = valuesOf(session.document);
      for (const name of ['process', 'person']) assert.deepEqual(present(session.values[name]), present(values[name]));
      assert.equal(session.differing, conflicts(session.document).length);
    }
  }
});

/** A map of maps without those that are empty. */
const present = (map) => [...map].filter(([, one]) => !(one instanceof Map) || one.size > 0).map(([key, one]) => [key, one instanceof Map ? [...one].sort() : one]).sort();
const told = ({ nodes, roots, ...tree }) => ({ ...tree, roots: roots.map(({ key }) => key), nodes: [...nodes.values()].map(({ parent, children, fields, use, resource, claim, ...node }) => ({
  ...node, parent: parent?.key, children: children.map(({ key }) => key), fields: [...fields].sort(), use: present(use), resource: present(resource), claim: present(claim),
})) });

test('an edit writes little, however large the process is', async () => {
  const database = copyingDatabase();
  const large = largeProcess(2_000);
  await started(database, large);
  const { session } = await opened(database);
  let size = 0;
  const { write } = database;
  database.write = (writes, ...more) => {
    size += JSON.stringify(writes.map(([, , one]) => one)).length;
    return write(writes, ...more);
  };
  // Nor do the replicas of others count.
  for (let other = 0; other < 500; other++) session.document.seen.set(`b${String(other).padStart(7, '0')}`, 1);
  session.change(setStatus(session.document, 'n1999', 'awaiting'));
  await session.kept();
  assert.ok(size < 1_500, `${size} bytes`);
});

test('what another copy knows comes in, and is kept', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database);
  const other = newProcess({ id: ID, replica: 'bbbbbbbb', aim: 'Better' });
  session.change([['idea', 'New']]);
  await session.mergeWith(other);
  assert.equal(session.value('aim'), 'Better');
  assert.equal(session.canUndo, false);
  const again = await opened(database);
  assert.deepEqual(stateOf(again.session.document), stateOf(session.document));
  assert.equal(merge(again.session.document, other).registers.size, session.document.registers.size);
});

test('the text being typed is kept at once, becomes an edit after a pause, and survives a closed browser', async (context) => {
  const database = copyingDatabase();
  const held = texts();
  await started(database);
  const first = await opened(database, { texts: held, pause: 1e6 });
  context.after(() => first.session.settle());
  first.session.type('aim', 'To hel');
  assert.equal(first.session.value('aim'), undefined);
  assert.deepEqual([first.session.typing('aim'), first.session.typing('idea')], ['To hel', undefined]);
  // The browser is closed here. The next one has the text.
  const second = await opened(database, { texts: held, pause: 5 });
  assert.equal(second.session.foldTyped(), true);
  assert.equal(second.session.value('aim'), 'To hel');
  assert.equal(held.held.size, 1, 'the text stays until the edit is kept');
  await second.session.kept();
  assert.equal(held.held.size, 0);
  assert.equal(second.session.foldTyped(), false);
  second.session.type('aim', 'To help');
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(second.session.value('aim'), 'To help');
  assert.equal(held.held.size, 0);
  // Another field ends the one before it.
  second.session.type('idea', 'x');
  second.session.type('challenges', 'y');
  assert.equal(second.session.value('idea'), 'x');
  second.session.settle();
  assert.equal(second.session.value('challenges'), 'y');
});

test('a damaged text or one for a field that is not there any more is passed over', async () => {
  const database = copyingDatabase();
  const held = texts();
  await started(database);
  for (const text of ['{', 'null', '7', '{"path":1,"value":"x"}', '{"path":"no such field","value":"x"}', '{"path":"node gone notes","value":"x"}']) {
    held.setItem(`interlink-typing:${ID}`, text);
    const { session } = await opened(database, { texts: held });
    assert.equal(session.foldTyped(), false, text);
    assert.equal(session.value('name'), 'Plan');
  }
});

test('a text that could not be kept stays for the next opening', async () => {
  const database = copyingDatabase();
  const held = texts();
  await started(database);
  const { session } = await opened(database, { texts: held });
  database.write = async () => { throw new DOMException('full', 'QuotaExceededError'); };
  session.type('aim', 'To help');
  session.settle();
  await session.kept();
  assert.equal(held.held.size, 1);
});

test('a full disk is told, nothing is lost, and all is kept as soon as there is room', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database);
  const { write } = database;
  database.write = async () => { throw new DOMException('full', 'QuotaExceededError'); };
  let told = 0;
  session.watch(() => { told++; });
  session.change([['aim', 'One']]);
  await session.kept();
  assert.equal(session.failure.name, 'QuotaExceededError');
  assert.ok(told > 0);
  assert.match(writeProcess(session.document), /aim: One/u);
  database.write = write;
  session.change([['idea', 'Two']]);
  await session.kept();
  assert.equal(session.failure, undefined);
  const again = await opened(database);
  assert.deepEqual(stateOf(again.session.document), stateOf(session.document));
});

test('an edit that could not be kept is not forgotten when a later one is, which was under way already', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database);
  const { write } = database;
  const waiting = [];
  database.write = (...given) => new Promise((resolve, reject) => { waiting.push({ resolve: () => resolve(write(...given)), reject }); });
  session.change([['aim', 'One']]);
  session.change([['idea', 'Two']]);
  const [one, two] = waiting;
  database.write = write;
  one.reject(new DOMException('full', 'QuotaExceededError'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(session.failure.name, 'QuotaExceededError');
  two.resolve();
  await session.kept();
  assert.equal(session.failure, undefined);
  const again = await opened(database);
  assert.deepEqual(stateOf(again.session.document), stateOf(session.document));
});

test('a failure while the whole document is written makes it written again', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database);
  const { write } = database;
  const waiting = [];
  const fail = () => { throw new DOMException('full', 'QuotaExceededError'); };
  database.write = async () => fail();
  session.change([['aim', 'One']]);
  await session.kept();
  // Both write all of it; the first is through before the second fails.
  database.write = (...given) => new Promise((resolve, reject) => { waiting.push({ resolve: () => resolve(write(...given)), reject }); });
  session.change([['idea', 'Two']]);
  session.change([['challenges', 'Three']]);
  waiting[0].resolve();
  await new Promise((resolve) => setTimeout(resolve, 5));
  waiting[1].reject(new DOMException('full', 'QuotaExceededError'));
  await session.kept();
  assert.equal(session.failure.name, 'QuotaExceededError');
  database.write = write;
  await session.keepWhole();
  assert.equal(session.failure, undefined);
  const again = await opened(database);
  assert.deepEqual(stateOf(again.session.document), stateOf(session.document));
});

test('an edit of a process that was removed in another tab keeps all of it', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database);
  session.change([['aim', 'One']]);
  await session.kept();
  await storeOn(database, { isLasting: true }).remove(ID);
  session.change([['idea', 'Two']]);
  await session.kept();
  const again = await opened(database);
  assert.deepEqual(stateOf(again.session.document), stateOf(session.document));
  await storeOn(database, { isLasting: true }).remove(ID);
  await session.setCard({ me: 'anna' });
  assert.equal((await again.store.load(ID)).card.me, 'anna');
});

test('an edit that only a file has is not taken for one that is made later', async () => {
  const database = copyingDatabase();
  await started(database, newProcess({ id: ID, replica: A, name: 'Plan', aim: 'Zero' }));
  const first = await opened(database);
  const { write } = database;
  database.write = async () => { throw new DOMException('full', 'QuotaExceededError'); };
  first.session.change([['aim', 'One']]);
  await first.session.kept();
  const { document: inFile } = readProcess(writeProcess(first.session.document));
  // The browser is closed here; what it has is one edit behind the file.
  database.write = write;
  const { session } = await opened(database);
  session.change([['idea', 'New']]);
  session.change([['aim', 'Two']]);
  await session.mergeWith(inFile);
  const [{ path, alternatives }] = conflicts(session.document);
  assert.deepEqual([path, alternatives.map(({ value: one }) => one).sort()], ['aim', ['One', 'Two']]);
});

test('a session that only looks leaves no replica, one that edits leaves one', async () => {
  const database = copyingDatabase();
  await started(database);
  const replicas = [];
  for (const aim of [undefined, 'One', undefined, 'Two']) {
    const { session } = await opened(database);
    if (aim) for (const text of [aim, `${aim}!`]) session.change([['aim', text]]);
    await session.kept();
    replicas.push(session.document.seen.size);
  }
  assert.deepEqual(replicas, [1, 2, 2, 3]);
});

test('it says since when something is in no file', async () => {
  const database = copyingDatabase();
  await started(database);
  let moment = '2026-05-04T10:00:00.000Z';
  const { session } = await opened(database, { now: () => new Date(moment) });
  session.change([['aim', 'One']]);
  assert.equal(session.card.unsaved, moment);
  await session.savedTo('plan.yaml');
  assert.deepEqual([session.card.saved, session.card.unsaved, session.card.file], [moment, undefined, 'plan.yaml']);
  // A download leaves the file that is written again as it is.
  await session.savedTo('plan.yaml', { name: 'plan.yaml' });
  await session.savedTo('process.yaml');
  assert.deepEqual(session.card.handle, { name: 'plan.yaml' });
  moment = '2026-05-05T11:00:00.000Z';
  session.change([['aim', 'Two']]);
  moment = '2026-05-06T11:00:00.000Z';
  session.change([['name', 'Three']]);
  await session.kept();
  const [kept] = await storeOn(database, { isLasting: true }).list();
  assert.deepEqual([kept.name, kept.unsaved, kept.changed], ['Three', '2026-05-05T11:00:00.000Z', moment]);
});

test('a tab that only reads changes nothing', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database, { isReadOnly: true, texts: texts() });
  session.type('aim', 'x');
  session.settle();
  assert.equal(session.change([['aim', 'x']]), false);
  assert.equal(session.undo(), undefined);
  assert.equal(session.value('aim'), undefined);
  const before = await database.read('processes', ID);
  await session.mergeWith(newProcess({ id: ID, replica: 'bbbbbbbb', aim: 'Better' }));
  await session.savedTo('process.yaml');
  await session.setCard({ me: 'anna' });
  await session.keepWhole();
  assert.equal(session.value('aim'), undefined);
  assert.deepEqual([await database.read('processes', ID), session.card], [before, before]);
  assert.equal((await database.list('edits')).length, 0);
});

test('what a tab could not keep before another took over is safe once a file has it', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database);
  database.write = async () => { throw new DOMException('full', 'QuotaExceededError'); };
  session.change([['aim', 'One']]);
  await session.kept();
  session.isReadOnly = true;
  await session.keepWhole();
  assert.equal(session.failure.name, 'QuotaExceededError');
  await session.savedTo('process.yaml');
  assert.equal(session.failure, undefined);
});

test('the same thing on one day is noted once, and the entries of a day have their order', async () => {
  const database = copyingDatabase();
  await started(database);
  let time = Date.parse('2026-05-04T10:00:00Z');
  const { session } = await opened(database, { now: () => new Date(time++) });
  session.change(addNode(session.document, { key: 'a', name: 'A' }), { what: 'added', node: 'a' });
  session.change([['node a start', '2026-06-01']], { what: 'planned', node: 'a' });
  session.change([['node a end', '2026-06-02']], { what: 'planned', node: 'a' });
  session.change(setStatus(session.document, 'a', 'done'), { what: 'status', node: 'a', detail: 'done' });
  const ids = [...session.document.activity.keys()];
  assert.deepEqual([...ids].sort(), ids);
  assert.deepEqual([...session.document.activity.values()].map(({ what }) => what), ['added', 'planned', 'status']);
});

test('processes are removed one by one and all at once, with what was being typed in them', async () => {
  const database = copyingDatabase();
  const held = texts();
  await started(database);
  const store = storeOn(database, { isLasting: true, texts: held });
  store.keepTyped(ID, { path: 'aim', value: 'x' });
  store.keepDraft(ID, 'guide a ws-new-title', { text: 'x', was: '' });
  await store.remove(ID);
  assert.equal(await store.load(ID), undefined);
  assert.equal(held.held.size, 0);
  await started(database);
  store.keepTyped(ID, { path: 'aim', value: 'x' });
  store.keepDraft(ID, 'guide a ws-new-title', { text: 'x', was: '' });
  await store.erase();
  assert.deepEqual([await store.list(), held.held.size], [[], 0]);
});

test('what is half written in a form is kept until it is sent, and the oldest go', () => {
  const held = texts();
  const store = storeOn(memoryDatabase(), { isLasting: true, texts: held });
  store.keepDraft(ID, 'settings  ws-tags', { text: 'a, b', was: 'a' });
  store.keepDraft(ID, 'guide a ws-new-title', { text: 'Minutes', was: '' });
  store.keepDraft(ID, 'settings  ws-tags', { text: 'a, b, c', was: 'a' });
  assert.deepEqual([...store.drafts(ID)], [
    ['guide a ws-new-title', { text: 'Minutes', was: '' }], ['settings  ws-tags', { text: 'a, b, c', was: 'a' }],
  ]);
  store.keepDraft(ID, 'guide a ws-new-title', undefined);
  assert.deepEqual([...store.drafts(ID).keys()], ['settings  ws-tags']);
  store.keepDraft(ID, 'settings  ws-tags', undefined);
  store.keepDraft(ID, 'settings  ws-tags', undefined);
  assert.equal(held.held.size, 0);
  for (let count = 0; count < 60; count++) store.keepDraft(ID, `guide n${count} ws-new-title`, { text: 'x', was: '' });
  assert.deepEqual([store.drafts(ID).size, [...store.drafts(ID).keys()][0]], [50, 'guide n10 ws-new-title']);
  for (const text of ['{', 'null', '7', '{"a":1}', '{"a":{"text":1}}']) {
    held.setItem(`interlink-drafts:${ID}`, text);
    assert.equal(store.drafts(ID).size, 0, text);
  }
});

/** A tab that has opened a process, and what it was told. */
function tabOn(told) {
  return lockOn(ID, {
    onLost: () => told.push('lost'), onFree: () => told.push('free'), onChanged: () => told.push('changed'),
    settle: async () => { told.push('settled'); },
  });
}

test('without locks the tabs ask each other who works on a process', async (context) => {
  const known = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  context.after(() => (known ? Object.defineProperty(globalThis, 'navigator', known) : delete globalThis.navigator));
  const toldTo = [[], []];
  // Opened at once, as when a browser brings back its windows: one of them has it.
  const tabs = toldTo.map(tabOn);
  const held = await Promise.all(tabs.map((tab) => tab.hold()));
  assert.deepEqual([...held].sort(), [false, true]);
  const [mine, other] = held[0] ? [0, 1] : [1, 0];
  assert.equal(await tabs[other].takeOver(), true);
  assert.deepEqual(toldTo[mine], ['settled', 'lost']);
  const late = [];
  const third = tabOn(late);
  assert.equal(await third.hold(), false);
  third.end();
  // What is done with the process elsewhere waits until the tab has ended its work.
  assert.equal(await whileHeld(ID, async () => toldTo[other].join(' ')), 'settled lost');
  // Both wait for it; whoever has it now, the other one does not.
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.equal(toldTo.filter((told) => told.at(-1) === 'free').length, 1);
  for (const tab of tabs) tab.end();
});

test('an address says the process, the view and the node, and what it does not know is named', () => {
  const views = ['guide', 'file'];
  const of = (search) => readPlace(search, views);
  assert.deepEqual(of(''), { place: { view: 'processes', schema: undefined, story: undefined }, unknown: [] });
  assert.deepEqual(of('?schema=default').place, { view: 'processes', schema: 'default', story: undefined });
  const place = { process: ID, view: 'file', node: 'default/map-stakeholders' };
  assert.equal(addressOf(place), `?process=${ID}&view=file&node=default/map-stakeholders`);
  assert.deepEqual(of(addressOf(place)), { place, unknown: [] });
  assert.equal(addressOf({ view: 'processes' }, '/en/workspace/'), '/en/workspace/');
  assert.equal(addressOf({ view: 'processes', story: 'a-b' }, '/p/'), '/p/?story=a-b');
  assert.deepEqual(of(`?process=${ID}`).place, { view: 'guide', process: ID, node: undefined });
  const bad = of(`?process=${ID}&view=constructor&node=../../x y&utm=1`);
  assert.deepEqual(bad.place, { view: 'guide', process: ID, node: undefined });
  assert.deepEqual(bad.unknown, ['utm=1', 'view=constructor', 'node=../../x y']);
  assert.deepEqual(of('?process=XYZ&schema=<b>').unknown, ['process=XYZ', 'schema=<b>']);
});

test('next is what is under way, then what nothing stands before', () => {
  const document = newProcess({ id: ID, replica: A });
  const add = (key, parent, more = {}) => setFields(document, A, [...addNode(document, { key, parent, name: key }), ...Object.entries(more).map(([name, given]) => [`node ${key} ${name}`, given])]);
  add('p', null);
  add('q', null, { prerequisites: ['p'] });
  add('o', 'p');
  add('a', 'o');
  add('b', 'o', { prerequisites: ['a'] });
  add('c', 'o', { status: 'in-progress', end: '2026-05-01' });
  add('r', 'q');
  add('d', 'r');
  const before = (node) => node.fields.get('prerequisites') ?? [];
  const next = () => nextSteps(treeOf(document), before).map(({ key }) => key).join(' ');
  const open = (key) => { const tree = treeOf(document); return openBefore(tree, tree.nodes.get(key), before).map((one) => one.key).join(' '); };
  assert.equal(next(), 'c a');
  assert.equal(open('d'), 'p');
  setFields(document, A, setStatus(document, 'a', 'done'));
  assert.equal(next(), 'c b');
  setFields(document, A, [...setStatus(document, 'b', 'done'), ...skipNode('c', 'no')]);
  assert.equal(next(), 'd');
  assert.equal(open('d'), '');
  const late = treeOf(document).nodes;
  assert.equal(isLate(late.get('c'), '2026-05-02'), false);
  setFields(document, A, [['node d end', '2026-05-01']]);
  assert.equal(isLate(treeOf(document).nodes.get('d'), '2026-05-02'), true);
  assert.equal(isLate(treeOf(document).nodes.get('d'), '2026-05-01'), false);
  assert.equal(value(document, 'node d end'), '2026-05-01');
});

test('a day is that of the place where the person is', () => {
  assert.equal(dayOf(new Date(2026, 0, 5, 0, 30)), '2026-01-05');
});

test('what waits for a node cannot come before it', () => {
  const document = newProcess({ id: ID, replica: A });
  const nodes = { p: null, a: 'p', b: 'p', c: 'p', b1: 'b', d: 'p', q: null, e: 'q' };
  for (const [key, parent] of Object.entries(nodes)) setFields(document, A, addNode(document, { key, parent, name: key }));
  // Of the schema: b comes after a, q after p. Of the team: c comes after b1.
  const ofSchema = { b: ['a'], q: ['p'] };
  setFields(document, A, [['node c prerequisites', ['b1', 'nowhere']]]);
  const closed = () => {
    const tree = treeOf(document);
    const { nodes: all } = tree;
    const before = (node) => [...(ofSchema[node.key] ?? []), ...(node.fields.get('prerequisites') ?? [])];
    return (key, others) => others.filter((other) => closesCircle(tree, all.get(key), all.get(other), before)).join(' ');
  };
  assert.equal(closed()('a', ['b', 'c', 'd']), 'b c', 'c waits for b1, which begins after a');
  assert.equal(closed()('b', ['a', 'c', 'd']), 'c');
  assert.equal(closed()('c', ['a', 'b', 'd']), '');
  assert.equal(closed()('p', ['q']), 'q');
  assert.equal(closed()('q', ['p']), '');
  setFields(document, A, [['node e prerequisites', ['d']], ['node a prerequisites', ['d']]]);
  assert.equal(closed()('d', ['a', 'b', 'c']), 'a b c');
  // A circle that is there already is no reason to go round for ever.
  setFields(document, A, [['node d prerequisites', ['a']]]);
  assert.equal(closed()('c', ['a', 'b', 'd']), '');
  setFields(document, A, [['node b removed', 'true']]);
  assert.equal(closed()('a', ['c']), '');
});

test('a phase of which all is skipped stands in nobody’s way', () => {
  const document = newProcess({ id: ID, replica: A });
  for (const [key, parent] of [['p', null], ['t', 'p'], ['q', null], ['u', 'q']]) setFields(document, A, addNode(document, { key, parent, name: key }));
  setFields(document, A, [['node q prerequisites', ['p']], ...skipNode('t', 'x')]);
  const before = (node) => node.fields.get('prerequisites') ?? [];
  const tree = treeOf(document);
  assert.deepEqual(openBefore(tree, tree.nodes.get('u'), before), []);
  assert.deepEqual(nextSteps(tree, before).map(({ key }) => key), ['u']);
});
