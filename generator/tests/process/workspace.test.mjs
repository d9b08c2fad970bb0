// The parts of the workspace that need no page: the store and its journal, the session, the address, the next steps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflicts, merge, newProcess, setFields, stateOf, value, valuesOf } from '../../../themes/default/static/process.js';
import { readProcess } from '../../../themes/default/static/process-file.js';
import { writeProcess } from '../../../themes/default/static/process-write.js';
import { startFromProcess } from '../../../themes/default/static/process-start.js';
import { addNode, setStatus, skipNode, treeOf } from '../../../themes/default/static/process-tree.js';
import { memoryDatabase, openDatabase } from '../../../themes/default/static/workspace-database.js';
import { halfWritten } from '../../../themes/default/static/workspace-drafts.js';
import { lockOn, whileHeld } from '../../../themes/default/static/workspace-lock.js';
import { closesCircle, isLate, nextSteps, openBefore } from '../../../themes/default/static/workspace-next.js';
import { addressOf, readPlace } from '../../../themes/default/static/workspace-place.js';
import { dayOf, openSession, spelled } from '../../../themes/default/static/workspace-session.js';
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
  return {
    getItem: (key) => held.get(key) ?? null, setItem: (key, text) => held.set(key, text), removeItem: (key) => held.delete(key),
    key: (index) => [...held.keys()][index] ?? null, get length() { return held.size; }, held,
  };
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
  assert.ok(held.held.has(`interlink-typing:${ID} aim`), 'the text stays until the edit is kept');
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
  assert.ok(held.held.has(`interlink-typing:${ID} aim`));
});

test('the text of a field stays while another one is typed in, until its own edit is kept', async (context) => {
  const database = copyingDatabase();
  const held = texts();
  await started(database);
  const { session } = await opened(database, { texts: held, pause: 1e6 });
  context.after(() => session.settle());
  const { write } = database;
  database.write = () => new Promise(() => {});
  session.type('aim', 'To help');
  session.type('idea', 'x');
  // The browser is closed here; nothing but these texts was kept, not the edit either.
  for (const key of [...held.held.keys()]) if (key.startsWith('interlink-edit:')) held.removeItem(key);
  database.write = write;
  held.setItem(`interlink-typing:${ID}`, '{"path":"challenges","value":"of an earlier version"}');
  const second = await opened(database, { texts: held });
  assert.equal(second.session.foldTyped(), true);
  assert.deepEqual(['aim', 'idea', 'challenges'].map(second.session.value), ['To help', 'x', 'of an earlier version']);
  await second.session.kept();
  assert.equal(held.held.size, 0);
  // What is typed in the same field meanwhile is another text.
  second.session.type('aim', 'To help more');
  second.session.settle();
  second.session.type('aim', 'To help most');
  await second.session.kept();
  assert.deepEqual([...held.held.keys()], [`interlink-typing:${ID} aim`]);
  second.session.settle();
});

test('an edit is there although the page went before the database had it', async () => {
  const database = copyingDatabase();
  const held = texts();
  await started(database);
  const first = await opened(database, { texts: held });
  const { write } = database;
  database.write = () => new Promise(() => {});
  first.session.change(addNode(first.session.document, { key: 'a', name: 'A' }), { what: 'added', node: 'a' });
  first.session.change([['name', 'Better']]);
  first.session.change([['aim', 'One']]);
  first.session.change([['aim', undefined]]);
  assert.equal(first.store.isWriting(), false, 'nothing is lost when the page goes');
  database.write = write;
  // A tab that only looks has it too, and leaves the keeping to the one that works.
  const looking = await opened(database, { texts: held, isReadOnly: true });
  assert.deepEqual(stateOf(looking.session.document), stateOf(first.session.document));
  assert.equal(held.held.size, 4);
  const second = await opened(database, { texts: held });
  assert.deepEqual(stateOf(second.session.document), stateOf(first.session.document));
  assert.deepEqual([second.session.card.name, second.session.card.unsaved], ['Better', '2026-05-04T10:00:00.000Z']);
  await second.session.kept();
  assert.equal(held.held.size, 0);
  const third = await opened(database);
  assert.deepEqual(stateOf(third.session.document), stateOf(first.session.document));
  assert.deepEqual((await third.store.list()).map(({ name }) => name), ['Better']);
});

/** Nodes with notes of over 100 kB together. */
const longTexts = (document) => ['l', 'm', 'n', 'o', 'p', 'q'].flatMap((key) =>
  [...addNode(document, { key, name: key }), [`node ${key} notes`, 'x'.repeat(19_000)]]);

test('an edit that is kept twice, and before later ones, changes nothing the second time', async () => {
  const database = copyingDatabase();
  const held = texts();
  await started(database);
  const { session } = await opened(database, { texts: held });
  const noted = [];
  const { setItem } = held;
  held.setItem = (key, text) => { noted.push([key, text]); setItem(key, text); };
  session.change([['aim', 'One']], { what: 'status' });
  session.change(addNode(session.document, { key: 'a', name: 'A' }));
  // Only the database has what is too long for `localStorage`.
  session.change([['aim', 'Two'], ...longTexts(session.document)]);
  await session.kept();
  assert.equal(held.held.size, 0);
  for (const isWhole of [false, true]) {
    if (isWhole) await session.keepWhole();
    for (const [key, text] of noted.slice(0, 2)) setItem(key, text);
    const again = await opened(database, { texts: held });
    assert.deepEqual(stateOf(again.session.document), stateOf(session.document));
    await again.session.kept();
    assert.equal(held.held.size, 0);
  }
  for (const text of ['{', 'null', '7', '{"delta":{}}', '{"changed":"x","delta":{"registers":1}}']) {
    setItem(`interlink-edit:${ID} 000000000009 aaaaaaaa`, text);
    assert.equal((await opened(database, { texts: held })).session.value('aim'), 'Two', text);
  }
});

test('what is too long for being kept at once is waited for', async () => {
  const database = copyingDatabase();
  const held = texts();
  await started(database);
  const { session, store } = await opened(database, { texts: held });
  session.change(longTexts(session.document));
  assert.deepEqual([held.held.size, store.isWriting()], [0, true]);
  await session.kept();
  assert.equal(store.isWriting(), false);
});

test('two pages that write at once never overwrite an edit of each other, and old ones load in order', async () => {
  const database = copyingDatabase();
  const document = newProcess({ id: ID, replica: A, name: 'Plan' });
  await started(database, document);
  await database.write([['edits', `${ID} 000000000001`, { registers: [['aim', [{ counter: 2, replica: A, value: 'Old' }]]], places: [], seen: [[A, 2]], activity: [] }]]);
  const one = await opened(database);
  const other = await opened(database);
  assert.equal(one.session.value('aim'), 'Old');
  one.session.change([['idea', 'One']]);
  other.session.change([['challenges', 'Other']]);
  await Promise.all([one.session.kept(), other.session.kept()]);
  const again = await opened(database);
  assert.deepEqual(['aim', 'idea', 'challenges'].map(again.session.value), ['Old', 'One', 'Other']);
});

test('a file that counts its edits too high is said to be one, and what is typed in it stays', async () => {
  const database = copyingDatabase();
  const held = texts();
  const document = newProcess({ id: ID, replica: A, name: 'Plan' });
  document.seen.set('zzzzzzzz', 999_999_999_999_999);
  await started(database, document);
  const { session } = await opened(database, { texts: held, pause: 1e6 });
  const drawn = [];
  session.listen((changed) => drawn.push(changed));
  assert.equal(session.change([['state', 'done']]), false);
  assert.equal(session.refusal.code, 'used-up');
  assert.deepEqual([session.failure, drawn.length, drawn[0].isWhole], [undefined, 1, true]);
  session.type('aim', 'To help');
  session.settle();
  await session.kept();
  assert.deepEqual([session.failure, drawn.length, session.canUndo], [undefined, 1, false]);
  const again = await opened(database, { texts: held });
  assert.equal(again.session.foldTyped(), false);
  await again.session.kept();
  assert.deepEqual([again.session.refusal.code, held.held.size], ['used-up', 1]);
  assert.throws(() => session.change([['state', 'no such state']]), { code: 'unknown-term' });
  // Another process like this one counts anew.
  assert.equal(value(startFromProcess(session.document), 'name'), 'Plan');
});

test('with the last counter nothing is taken back, and nothing is lost of what could be', async () => {
  const database = copyingDatabase();
  const document = newProcess({ id: ID, replica: A, name: 'Plan' });
  document.seen.set('zzzzzzzz', 999_999_999_999_998);
  await started(database, document);
  const { session } = await opened(database);
  assert.equal(session.change([['aim', 'One']]), true);
  assert.equal(session.undo(), undefined);
  assert.deepEqual([session.refusal.code, session.canUndo, session.canRedo, session.value('aim')], ['used-up', true, false, 'One']);
});

test('a choice that waits for the end of a word is taken when the session is settled', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database);
  const take = () => { if (spelled.delete(take)) session.change([['state', 'done']]); };
  spelled.add(take);
  await session.close();
  assert.deepEqual([session.value('state'), spelled.size], ['done', 0]);
});

test('a write is committed at once, and one that needs something when it is there', async () => {
  const told = [];
  const transaction = () => {
    const made = { error: null, commit: () => told.push('commit'), abort: () => { told.push('abort'); made.onabort(); } };
    made.objectStore = () => ({
      put: () => told.push('put'),
      getKey: (key) => {
        const request = { result: key === ID ? key : undefined };
        setTimeout(() => { request.onsuccess(); made.oncomplete(); }, 0);
        return request;
      },
    });
    return made;
  };
  const open = () => {
    const request = { result: { transaction } };
    setTimeout(() => request.onsuccess(), 0);
    return request;
  };
  const database = await openDatabase({ open });
  database.write([['processes', ID, card()]]);
  assert.deepEqual(told.splice(0), ['put', 'commit']);
  assert.equal(await database.write([['processes', ID, card()]], [], ['snapshots', ID]), true);
  assert.deepEqual(told.splice(0), ['put', 'commit']);
  assert.equal(await database.write([['processes', ID, card()]], [], ['snapshots', 'gone']), false);
  assert.deepEqual(told, ['put', 'abort']);
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

test('a process that is closed is kept with what was being typed, and nothing is written after that', async () => {
  const database = copyingDatabase();
  await started(database);
  const { session } = await opened(database, { texts: texts(), pause: 5 });
  session.type('aim', 'To help');
  await session.close();
  const closed = async () => stateOf((await opened(database)).session.document);
  const before = await closed();
  assert.equal((await opened(database)).session.value('aim'), 'To help');
  // Another tab works on it now; a key that comes late, or a choice that waited for a word, counts no more.
  session.type('idea', 'x');
  session.settle();
  session.change([['challenges', 'y']]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await session.kept();
  assert.deepEqual(await closed(), before);
});

test('the reason why a browser could not keep something is told, which comes after the error', async () => {
  const later = (work) => setTimeout(work, 0);
  const objectStore = () => ({ put: () => {} });
  const transaction = () => {
    const made = { error: null, objectStore };
    // As browsers do: first the request has failed, then all is undone, and only then it is known why.
    later(() => {
      made.onerror?.();
      made.error = new DOMException('full', 'QuotaExceededError');
      made.onabort();
    });
    return made;
  };
  const open = () => {
    const request = { result: { transaction } };
    later(() => request.onsuccess());
    return request;
  };
  const database = await openDatabase({ open });
  await assert.rejects(database.write([['processes', ID, card()]]), { name: 'QuotaExceededError' });
});

test('a choice that was refused is put back only in a form, where it waits for being sent', (context) => {
  const control = (id, type, form, now, drawn) => ({
    id, type, form, value: now, defaultValue: drawn, checked: now, defaultChecked: drawn, hasAttribute: () => false, addEventListener: () => {},
    options: ['a', 'b'].map((value) => ({ value, defaultSelected: value === drawn })),
  });
  const given = ['select-one', 'checkbox', 'text'].flatMap((type) => [{}, null].map((form) => {
    const [now, drawn] = type === 'checkbox' ? [true, false] : ['b', 'a'];
    return { name: `${type}${form ? ' in a form' : ''}`, was: control(type + Boolean(form), type, form, now, drawn), is: control(type + Boolean(form), type, form, drawn, drawn) };
  }));
  context.after(() => delete globalThis.document);
  globalThis.document = { getElementById: (id) => given.find(({ is }) => is.id === id).is };
  halfWritten({ querySelectorAll: () => given.map(({ was }) => was), contains: () => true })(() => {});
  const isBack = given.filter(({ was, is }) => (was.type === 'checkbox' ? is.checked : is.value === 'b')).map(({ name }) => name);
  assert.deepEqual(isBack, ['select-one in a form', 'checkbox in a form', 'text in a form', 'text']);
});

/** Longer than a busy machine takes for a message, shorter than people wait. */
const WAITS = { answer: 300, patience: 1_500 };

/** A tab that has opened a process, and what it was told. `more`: what it does then. */
function tabOn(told, more = {}) {
  return lockOn(ID, {
    onLost: () => told.push('lost'), onFree: () => told.push('free'), onChanged: () => told.push('changed'),
    settle: async () => { told.push('settled'); }, ...more,
  }, WAITS);
}

const after = (time) => new Promise((resolve) => { setTimeout(resolve, time); });

/** @param {() => boolean} isSo @param {string} what */
async function until(isSo, what) {
  for (const end = Date.now() + 20_000; !isSo();) {
    assert.ok(Date.now() < end, what);
    await after(10);
  }
}

/** For one test a browser without locks, as for sites without encryption, with events of the window. */
function withoutLocks(context) {
  const known = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  const events = new EventTarget();
  for (const name of ['addEventListener', 'removeEventListener']) globalThis[name] = events[name].bind(events);
  context.after(() => {
    if (known) Object.defineProperty(globalThis, 'navigator', known);
    else delete globalThis.navigator;
    delete globalThis.addEventListener;
    delete globalThis.removeEventListener;
  });
  return events;
}

test('a tab that is closed says that it is gone', async (context) => {
  const events = withoutLocks(context);
  const hide = (persisted) => events.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
  const tab = tabOn([]);
  assert.equal(await tab.hold(), true);
  // The other tab has a window of its own, which stays.
  const { addEventListener } = globalThis;
  globalThis.addEventListener = () => {};
  const told = [];
  const other = tabOn(told);
  globalThis.addEventListener = addEventListener;
  context.after(() => { tab.end(); other.end(); });
  assert.equal(await other.hold(), false);
  hide(true);
  await after(2 * WAITS.answer);
  assert.deepEqual(told, [], 'a page that may come back still has it');
  hide(false);
  await until(() => told.length > 0, 'nobody has it');
  assert.deepEqual(told, ['free']);
});

test('a tab that cannot read what is kept gives the process to another, and may take over again', async (context) => {
  withoutLocks(context);
  const [told, toldOther] = [[], []];
  const [tab, other] = [tabOn(told), tabOn(toldOther)];
  context.after(() => { tab.end(); other.end(); });
  assert.deepEqual([await tab.hold(), await other.hold()], [true, false]);
  tab.letGo();
  await until(() => toldOther.length > 0, 'nobody has it');
  assert.equal(await tab.takeOver(), true);
  assert.deepEqual([told, toldOther], [[], ['free', 'settled', 'lost']]);
});

test('tabs that show what another one has changed tell nobody of it', async (context) => {
  withoutLocks(context);
  const database = copyingDatabase();
  await started(database);
  const toldTo = [[], [], []];
  const tabs = await Promise.all(toldTo.map(async (told, index) => {
    const { store, session } = await opened(database, { isReadOnly: index > 0 });
    const tab = tabOn(told, {
      onChanged: async () => {
        told.push('changed');
        const found = await store.load(ID);
        session.showInstead(found.document, found.card);
      },
    });
    session.watch(() => tab.tell());
    return { tab, session };
  }));
  context.after(() => tabs.forEach(({ tab }) => tab.end()));
  for (const [index, { tab }] of tabs.entries()) assert.equal(await tab.hold(), index === 0);
  tabs[0].session.change([['aim', 'To help']]);
  await until(() => tabs.every(({ session }) => session.value('aim') === 'To help'), 'it is not shown');
  await after(100);
  // Once when it is made, once when it is kept.
  assert.deepEqual(toldTo, [[], ['changed', 'changed'], ['changed', 'changed']]);
});

test('without locks the tabs ask each other who works on a process', async (context) => {
  withoutLocks(context);
  const toldTo = [[], []];
  // Opened at once, as when a browser brings back its windows: one of them has it.
  const tabs = toldTo.map((told) => tabOn(told));
  context.after(() => tabs.forEach((tab) => tab.end()));
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
  assert.equal(await whileHeld(ID, async () => toldTo[other].join(' '), WAITS), 'settled lost');
  // Both wait for it; whoever has it now, the other one does not.
  const free = () => toldTo.filter((told) => told.at(-1) === 'free').length;
  await until(() => free() > 0, 'nobody has it');
  await after(WAITS.answer);
  assert.equal(free(), 1);
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
