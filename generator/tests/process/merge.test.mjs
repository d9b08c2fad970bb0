import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addActivity, alternatives, conflicts, copyOf, merge, newProcess, setFields, stateOf, value,
} from '../../../themes/default/static/process.js';
import { readProcess, writeProcess } from '../../../themes/default/static/process-file.js';
import { randomCopies } from './random.mjs';

const ID = '00112233445566778899aabbccddeeff';
const start = (fields = {}) => newProcess({ id: ID, replica: 'aaaaaaaa', name: 'Plan', ...fields });
const same = (one, other) => assert.deepEqual(stateOf(one), stateOf(other));

test('of a field with thousands of alternatives each is looked at a few times, not once for each other one', () => {
  let looks = 0;
  const many = (replica) => {
    const document = start();
    const one = (_, index) => ({ counter: index + 1, value: 'x', get replica() { looks += 1; return replica; } });
    document.registers.set('aim', Array.from({ length: 2_000 }, one));
    document.seen.set(replica, 2_000);
    return document;
  };
  const [one, other] = [many('cccccccc'), many('dddddddd')];
  assert.equal(merge(one, other).registers.get('aim').length, 4_000);
  assert.ok(looks < 4_000 * 100, `${looks} looks`);
});

test('merging is commutative, associative and idempotent, to the byte of the file', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const [a, b, c] = randomCopies(seed);
    const [ab, ba] = [merge(a, b), merge(b, a)];
    same(ab, ba);
    assert.equal(writeProcess(ab), writeProcess(ba), `seed ${seed}`);
    assert.equal(writeProcess(merge(ab, c)), writeProcess(merge(a, merge(b, c))), `seed ${seed}`);
    assert.equal(writeProcess(merge(a, a)), writeProcess(a));
    assert.equal(writeProcess(merge(ab, a)), writeProcess(ab));
    assert.equal(writeProcess(merge(ab, ba)), writeProcess(ab));
  }
});

test('what is written is read back, and read again gives the same bytes', () => {
  for (let seed = 1001; seed <= 1400; seed++) {
    const [a, b] = randomCopies(seed, 20);
    for (const document of [a, merge(a, b)]) {
      const text = writeProcess(document);
      const { document: read, problems } = readProcess(text);
      assert.deepEqual(problems, [], `seed ${seed}\n${text}`);
      same(read, document);
      assert.equal(writeProcess(read), text);
      assert.equal(writeProcess(readProcess(new TextEncoder().encode(text)).document), text);
    }
  }
});

test('merging files is merging documents', () => {
  for (let seed = 2001; seed <= 2100; seed++) {
    const [a, b] = randomCopies(seed);
    const read = (document) => readProcess(writeProcess(document)).document;
    same(merge(read(a), read(b)), merge(a, b));
  }
});

test('two edits of one field are both kept, until somebody chooses', () => {
  const a = start();
  const b = copyOf(a);
  setFields(a, 'aaaaaaaa', [['aim', 'Shorter letters']]);
  setFields(b, 'bbbbbbbb', [['aim', 'Fewer letters']]);
  const both = merge(a, b);
  assert.equal(value(both, 'aim'), 'Fewer letters');
  assert.deepEqual(alternatives(both, 'aim').map((one) => one.value), ['Fewer letters', 'Shorter letters']);
  assert.deepEqual(conflicts(both).map(({ path }) => path), ['aim']);
  setFields(both, 'aaaaaaaa', [['aim', 'Shorter letters']]);
  assert.deepEqual(conflicts(both), []);
  // Whoever had not chosen learns it, in whatever order.
  for (const merged of [merge(both, b), merge(b, both), merge(merge(a, b), both)]) {
    assert.equal(value(merged, 'aim'), 'Shorter letters');
    assert.deepEqual(conflicts(merged), []);
  }
});

test('choosing the value that is shown already ends the conflict, too', () => {
  const a = start();
  const b = copyOf(a);
  setFields(a, 'aaaaaaaa', [['aim', 'One']]);
  setFields(b, 'bbbbbbbb', [['aim', 'Two']]);
  const both = merge(a, b);
  assert.equal(setFields(both, 'aaaaaaaa', [['aim', 'Two']]), 3);
  assert.deepEqual(conflicts(both), []);
  assert.equal(setFields(both, 'aaaaaaaa', [['aim', 'Two']]), undefined);
});

test('the same edit made twice is no conflict, and both edits are kept', () => {
  const a = start();
  const b = copyOf(a);
  setFields(a, 'aaaaaaaa', [['aim', 'One']]);
  setFields(b, 'bbbbbbbb', [['aim', 'One']]);
  const both = merge(a, b);
  assert.deepEqual(conflicts(both), []);
  assert.equal(both.registers.get('aim').length, 2);
});

test('a removal and an edit of the same thing are both there', () => {
  const a = start();
  setFields(a, 'aaaaaaaa', [['node own', null], ['node own position', 'V'], ['node own name', 'Task']]);
  const b = copyOf(a);
  setFields(a, 'aaaaaaaa', [['node own removed', 'true']]);
  setFields(b, 'bbbbbbbb', [['node own notes', 'Half done']]);
  const both = merge(a, b);
  assert.equal(value(both, 'node own removed'), 'true');
  assert.equal(value(both, 'node own notes'), 'Half done');
  setFields(both, 'bbbbbbbb', [['node own removed', undefined]]);
  assert.equal(value(merge(a, both), 'node own removed'), undefined);
});

test('a field that was cleared and one that was changed are a conflict with nothing', () => {
  const a = start({ aim: 'Old' });
  const b = copyOf(a);
  setFields(a, 'aaaaaaaa', [['aim', undefined]]);
  setFields(b, 'bbbbbbbb', [['aim', 'New']]);
  const both = merge(a, b);
  assert.deepEqual(alternatives(both, 'aim').map((one) => one.value), ['New', undefined]);
  const text = writeProcess(both);
  assert.match(text, / {2}- field: aim\n {4}edit: 2 aaaaaaaa\n$/u);
  same(readProcess(text).document, both);
});

test('of one edit with two values the one with the greater bytes is shown', () => {
  const mine = start();
  const theirs = copyOf(mine);
  mine.registers.set('aim', [{ counter: 1, replica: 'aaaaaaaa', value: '\u{10000}' }]);
  theirs.registers.set('aim', [{ counter: 1, replica: 'aaaaaaaa', value: '\uffee' }]);
  assert.equal(value(merge(mine, theirs), 'aim'), '\u{10000}');
  same(merge(mine, theirs), merge(theirs, mine));
});

test('two copies that deny each other’s edit lose nothing', () => {
  const mine = start();
  const theirs = copyOf(mine);
  mine.registers.set('aim', [{ counter: 2, replica: 'aaaaaaaa', value: 'one' }]);
  theirs.registers.set('aim', [{ counter: 1, replica: 'bbbbbbbb', value: 'two' }]);
  for (const copy of [mine, theirs]) copy.seen.set('aaaaaaaa', 2).set('bbbbbbbb', 1);
  assert.deepEqual(alternatives(merge(mine, theirs), 'aim').map((one) => one.value), ['one', 'two']);
  same(merge(mine, theirs), merge(theirs, mine));
});

test('two processes are not merged', () => {
  assert.throws(() => merge(start(), newProcess({ id: 'f'.repeat(32), replica: 'aaaaaaaa' })), { code: 'bad-id' });
});

test('places that files changed by hand disagree on are settled, also where they would lie in each other', () => {
  const make = (places) => {
    const document = start();
    for (const [key, parent] of places) document.places.set(key, parent);
    return document;
  };
  const a = make([['p', null], ['y', 'p'], ['x', 'y']]);
  const b = make([['p', null], ['x', 'p'], ['y', 'x']]);
  const warnings = [];
  assert.deepEqual([...merge(a, b, warnings).places], [['p', null], ['y', 'p'], ['x', 'p']]);
  assert.equal(warnings.length, 2);
  const c = make([['z', null], ['y', 'z'], ['x', 'y']]);
  const d = make([['z', null], ['x', 'z'], ['y', 'x']]);
  const circle = merge(c, d);
  assert.equal(circle.places.get('x'), null);
  assert.equal(circle.places.get('y'), 'x');
  same(circle, merge(d, c));
});

test('the 500 newest activities are kept, in whatever order copies are merged', () => {
  const [a, b] = [start(), start()];
  for (let index = 0; index < 400; index++) {
    const date = `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`;
    addActivity(a, `a${index}`, { date, what: 'status' });
    addActivity(b, `b${index}`, { date, what: 'moved' });
  }
  const both = merge(a, b);
  assert.equal(both.activity.size, 500);
  same(both, merge(b, a));
  same(merge(both, a), both);
  same(readProcess(writeProcess(both)).document, both);
});

test('what is set is checked, and a change that is refused changes nothing', () => {
  const document = start();
  const before = stateOf(document);
  for (const [changes, code] of [
    [[['name', 'Other'], ['nmae', 'x']], 'unknown-field'], [[['state', 'ready']], 'unknown-term'], [[['start', '2026-02-30']], 'bad-date'],
    [[['aim', 'x'.repeat(20_001)]], 'too-long'], [[['name', 'x'.repeat(401)]], 'too-long'], [[['tags', 'a']], 'wrong-type'], [[['name', ['a']]], 'wrong-type'],
    [[['logo', 'data:image/svg+xml;base64,AAAA']], 'bad-address'], [[['node a', 'b']], 'bad-slug'], [[['node a status', 'done']], 'bad-slug'],
    [[['person __proto__ name', 'x']], 'unknown-field'], [[['node __proto__', null]], 'bad-slug'], [[['__proto__', 'x']], 'unknown-field'],
    [[['constructor', 'x']], 'unknown-field'], [[['node a', null], ['node b', 'a'], ['node c', 'b'], ['node d', 'c'], ['node e', 'd'], ['node f', 'e'], ['node g', 'f']], 'too-deep'],
  ]) {
    assert.throws(() => setFields(document, 'aaaaaaaa', changes), { code }, JSON.stringify(changes).slice(0, 80));
    assert.deepEqual(stateOf(document), before);
  }
  setFields(document, 'aaaaaaaa', [['name', 'Two\r\nlines \ud800'], ['aim', 'e\u0301\r\n\r']]);
  assert.equal(value(document, 'name'), 'Two lines \ufffd');
  assert.equal(value(document, 'aim'), 'é\n\n');
});
