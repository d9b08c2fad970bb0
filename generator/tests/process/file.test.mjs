import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { merge, newProcess, copyOf, setFields, stateOf, value } from '../../../themes/default/static/process.js';
import { readProcess, writeProcess } from '../../../themes/default/static/process-file.js';
import { corpus, expectation } from './corpus.mjs';
import { TEXTS, largeProcess, pick, randomCopies, randomOf } from './random.mjs';

const ID = '5f0c7d2e9a1b4c3d8e7f60718293a4b5';
const HEAD = `process: 1\nid: ${ID}\n`;
const codes = (text) => readProcess(text).problems.map(({ code }) => code);

for (const kind of ['good', 'bad']) {
  test(`every ${kind} file of the corpus is read as is written down`, () => {
    for (const { name, bytes, beside } of corpus(kind)) {
      const expected = JSON.parse(readFileSync(beside, 'utf8'));
      assert.deepEqual(JSON.parse(JSON.stringify(expectation(bytes))), expected, name);
      assert.equal('problems' in expected, kind === 'bad', name);
    }
  });
}

test('a good file is written again in one way, which is read again as the same state', () => {
  for (const { name, bytes } of corpus('good')) {
    const { canonical, state } = expectation(bytes);
    const again = readProcess(canonical);
    assert.deepEqual(again.problems, [], name);
    assert.equal(writeProcess(again.document), canonical, name);
    assert.deepEqual(stateOf(again.document), state, name);
  }
});

test('every problem has a place in the file, a code, words and what to do', () => {
  for (const { name, bytes } of corpus('bad')) {
    const lines = new TextDecoder().decode(bytes).split(/\r\n?|\n/u);
    for (const { line, column, code, message } of readProcess(bytes).problems) {
      assert.ok(line >= 1 && line <= lines.length && column >= 1 && column <= [...lines[line - 1]].length + 1, `${name} ${line}:${column}`);
      assert.match(code, /^[a-z0-9-]+$/u);
      assert.ok(message.length > 0 && message.length < 200, `${name}: ${message}`);
    }
  }
});

test('a file that breaks off anywhere is a document or a clear problem', () => {
  for (const { bytes } of corpus('good').filter((one) => one.bytes.length < 1_000)) {
    for (let end = 0; end < bytes.length; end++) {
      const { document, problems } = readProcess(bytes.subarray(0, end));
      if (document) assert.equal(writeProcess(readProcess(writeProcess(document)).document), writeProcess(document));
      else assert.ok(problems.length > 0 && problems[0].message);
    }
  }
});

test('a file with bytes changed anywhere never makes the reader throw', () => {
  const random = randomOf(7);
  const files = corpus('good').filter((one) => one.bytes.length < 3_200);
  for (let round = 0; round < 3_000; round++) {
    const bytes = Uint8Array.from(pick(random, files).bytes);
    for (let times = 0; times < 1 + random() * 3; times++) {
      bytes[Math.floor(random() * bytes.length)] = pick(random, [...':-#"\'[]{}&*!|>%@`,?\n\t ~0a\0'].map((sign) => sign.charCodeAt(0)));
    }
    const { document, problems } = readProcess(bytes);
    if (!document) assert.ok(problems.length > 0);
    else {
      const text = writeProcess(document);
      const again = readProcess(text);
      assert.deepEqual(again.problems, [], text);
      assert.equal(writeProcess(again.document), text);
      assert.deepEqual(stateOf(again.document), stateOf(document));
    }
  }
});

test('copies that were changed by hand in any way can be merged, and the result is read back', () => {
  const random = randomOf(23);
  let merged = 0;
  for (let round = 0; round < 900; round++) {
    const [a, b] = randomCopies(3_000 + round, 14).map((document) => readProcess(changedByHand(random, writeProcess(document))).document);
    if (!a || !b || a.id !== b.id) continue;
    merged++;
    const both = merge(a, b);
    assert.deepEqual(stateOf(merge(b, a)), stateOf(both));
    assert.deepEqual(stateOf(merge(both, both)), stateOf(both));
    const text = writeProcess(both);
    const again = readProcess(text);
    assert.deepEqual(again.problems, [], text);
    assert.deepEqual(stateOf(again.document), stateOf(both), text);
  }
  assert.ok(merged > 50, `${merged}`);
});

/** Some lines deleted, doubled, swapped or with another counter, as people and their tools do. */
function changedByHand(random, text) {
  const lines = text.split('\n');
  for (let times = 0; times < 1 + random() * 4; times++) {
    const at = Math.floor(random() * lines.length);
    const kind = random();
    if (kind < 0.5) lines.splice(at, 1);
    else if (kind < 0.7) [lines[at], lines[at + 1]] = [lines[at + 1] ?? '', lines[at]];
    else lines[at] = lines[at].replace(/[0-9]/u, (digit) => String((Number(digit) + 1) % 10));
  }
  return lines.join('\n');
}

test('what is edited by hand counts as one edit, the same for everybody who reads the file', () => {
  const document = newProcess({ id: ID, replica: 'aaaaaaaa', name: 'Plan', aim: 'Old' });
  const written = writeProcess(document);
  const edited = written.replace('name: Plan', 'name: Better plan').replace('aim: Old\n', '');
  const [one, other] = [readProcess(edited).document, readProcess(edited).document];
  assert.deepEqual(stateOf(one), stateOf(other));
  assert.equal(value(one, 'name'), 'Better plan');
  const [byHand] = one.registers.get('name');
  assert.equal(byHand.counter, 2);
  assert.match(byHand.replica, /^h[0-9a-f]{7}$/u);
  assert.deepEqual(one.registers.get('aim'), [{ ...byHand, value: undefined }]);
  // Merged with the copy before, it wins; read again, nothing changes.
  assert.deepEqual(stateOf(merge(one, document)), stateOf(one));
  assert.deepEqual(stateOf(readProcess(writeProcess(one)).document), stateOf(one));
  // With an edit made elsewhere in the meantime it is a conflict.
  const elsewhere = copyOf(document);
  setFields(elsewhere, 'bbbbbbbb', [['name', 'Other plan']]);
  assert.equal(merge(one, elsewhere).registers.get('name').length, 2);
});

test('a node that was deleted by hand is removed, and a copy that has it gives it its place', () => {
  const document = newProcess({ id: ID, replica: 'aaaaaaaa' });
  setFields(document, 'aaaaaaaa', [['node a', null], ['node a position', 'V'], ['node b', 'a'], ['node b position', 'V'], ['node b name', 'B']]);
  const without = readProcess(writeProcess(document).replace(/ {4}children:\n(?: {6,}.*\n)+/u, '')).document;
  assert.deepEqual([...without.places.keys()], ['a']);
  assert.equal(value(without, 'node b removed'), 'true');
  const merged = merge(document, without);
  assert.equal(merged.places.get('b'), 'a');
  assert.equal(value(merged, 'node b removed'), 'true');
  setFields(without, 'aaaaaaaa', [['node b removed', undefined]]);
  assert.equal(without.places.get('b'), null);
});

test('texts survive writing and reading, as a value, in a list and in an alternative', () => {
  const document = newProcess({ id: ID, replica: 'aaaaaaaa' });
  const random = randomOf(11);
  const signs = [...' \n\n  :-#"\'\\[]{}&*!|>%@`,?~0aZé😀\t\u0085\u2028\ufeff\ufffe\u0000\u007f'];
  const text = () => Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(random, signs)).join('');
  for (let index = 0; index < 3_000; index++) setFields(document, 'aaaaaaaa', [[`team t${index} note`, text()], [`team t${index} name`, text() || 'x']]);
  setFields(document, 'aaaaaaaa', [['tags', TEXTS]]);
  const { document: read, problems } = readProcess(writeProcess(document));
  assert.deepEqual(problems, []);
  assert.deepEqual(stateOf(read), stateOf(document));
});

test('hostile files are refused clearly', () => {
  const expected = [
    ['x'.repeat(9 * 1024 * 1024), 'too-large'],
    [`${HEAD}name: ${'ā'.repeat(5 * 1024 * 1024)}`, 'too-large'],
    [`${HEAD}tags: ${'['.repeat(100_000)}`, 'yaml-limit'],
    [`${HEAD}tags:\n${Array.from({ length: 200 }, (_, depth) => `${' '.repeat(depth)}- `).join('\n')}`, 'yaml-limit'],
    [`${HEAD}name: "a\0b"`, 'yaml-syntax'],
    [`${HEAD}name: "\ud800"`, undefined],
    [`${HEAD}name: "\\ud800"`, undefined],
    [`a: &a [b]\nprocess: *a`, 'yaml-anchor'],
    ['process: 99999999999999999999', 'no-process'],
    ['process: 1e3', 'no-process'],
    ['process: 2', 'newer-version'],
    [`${HEAD}people: {__proto__: {administrator: true}}`, 'bad-slug'],
    [`${HEAD}edits: {__proto__: 1 aaaaaaaa 00000000}`, 'unknown-field'],
    [`${HEAD}edits: {"node __proto__ status": 1 aaaaaaaa 00000000}`, 'unknown-field'],
    [`${HEAD}edits: {"process form": 1 aaaaaaaa 00000000}`, 'unknown-field'],
    [`${HEAD}edits: {"person constructor name": 1 aaaaaaaa 00000000}`, undefined],
    [`${HEAD}${'a: 1\n'.repeat(300_000)}`, 'unknown-field'],
    [`${HEAD}nodes: [${'{id: a},'.repeat(100_000)}]`, 'duplicate-node'],
    [`${HEAD}tags: [${'{},'.repeat(500_000)}]`, 'wrong-type'],
    [`${HEAD}aim: ${'"'.repeat(1_000_001)}`, 'yaml-syntax'],
    [`${HEAD}${'k'.repeat(1_000_000)}: 1`, 'unknown-field'],
    [new Uint8Array([0xff, 0xfe, 0x00]), 'not-utf-8'],
    [new Uint8Array(9 * 1024 * 1024), 'too-large'],
  ];
  for (const [text, code] of expected) {
    const { document, problems } = readProcess(text);
    assert.equal(problems[0]?.code, code, String(text).slice(0, 80));
    assert.equal(document === undefined, code !== undefined);
    assert.ok(problems.length <= 100);
  }
  assert.equal({}.administrator, undefined);
});

test('a value of every wrong type is told at its place', () => {
  const values = ['', '~', 'x', '""', '[]', '[a]', '[[a]]', '[~]', '{}', '{a: b}', '{a: {b: c}}', '[{a: [b]}]', '"\\u0000"', '2026-01-01', '-1'];
  const fields = [
    'process', 'id', 'name', 'tags', 'logo', 'state', 'checklist', 'start', 'organisations', 'teams', 'people', 'nodes', 'activity', 'seen', 'edits', 'also',
  ];
  for (const name of fields) {
    for (const given of values) {
      const rest = HEAD.split('\n').filter((line) => !line.startsWith(`${name}:`)).join('\n');
      assert.doesNotThrow(() => codes(`${rest}${name}: ${given}\n`), `${name}: ${given}`);
    }
  }
  for (const name of ['position', 'prerequisites', 'uses', 'resources', 'claims', 'children', 'closed', 'level']) {
    for (const given of values) assert.doesNotThrow(() => codes(`${HEAD}nodes: [{id: a, ${name}: ${given}}]\n`), `${name}: ${given}`);
  }
});

test('a process with 2,000 tasks is read, written and merged', () => {
  const document = largeProcess(2_000);
  const text = writeProcess(document);
  const { document: read } = readProcess(text);
  assert.deepEqual(stateOf(read), stateOf(document));
  setFields(read, 'bbbbbbbb', Array.from({ length: 2_000 }, (_, index) => [`node n${index} notes`, 'Changed']));
  assert.equal(value(merge(read, document), 'node n1999 notes'), 'Changed');
  // All of it as edits by hand.
  const byHand = readProcess(text.slice(0, text.indexOf('\n# Kept'))).document;
  assert.equal(byHand.seen.size, 1);
  assert.deepEqual(byHand.places, read.places);
});

test('of a file of fields that nobody knows the first hundred are told, with help', () => {
  const fields = Array.from({ length: 90_000 }, (_, index) => `fieldd${index}: 1\n`).join('');
  const { problems } = readProcess(`process: 1\nid: 00112233445566778899aabbccddeeff\nnmae: x\n${fields}`);
  assert.equal(problems.length, 100);
  assert.deepEqual([problems[0].help, typeof problems[99].help], ['did you mean `name`?', 'string']);
});
