import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newProcess, setFields, stateOf, value } from '../../../themes/default/static/process.js';
import { compareWithSchema, takeOver } from '../../../themes/default/static/process-compare.js';
import { calendarOf, cell, codeownersOf, tableOf } from '../../../themes/default/static/process-exports.js';
import { readProcess, writeProcess } from '../../../themes/default/static/process-file.js';
import { startEmpty, startFromProcess, startFromSchema, startFromStory } from '../../../themes/default/static/process-start.js';
import { addNode, moveNode, removeNode, skipNode, treeOf } from '../../../themes/default/static/process-tree.js';
import { randomOf } from './random.mjs';

const A = 'aaaaaaaa';
const START = { id: '00112233445566778899aabbccddeeff', replica: A, date: '2026-03-02' };

/** A schema as the site's API tells it; phases as `engage: [identify: [map, list]]`. */
const schemaOf = (phases) => ({
  slug: 'default', languages: ['en', 'lv'], words: { en: { name: 'Basic schema' }, lv: { name: 'Pamatshēma' } },
  facts: { phases: Object.entries(phases).map(([id, objectives]) => ({ id,
    objectives: Object.entries(objectives).map(([one, tasks]) => ({ id: one, tasks: tasks.map((task) => (typeof task === 'string' ? { id: task } : task)) })) })) },
});
const SCHEMA = schemaOf({ engage: { identify: ['map', 'list', { id: 'old', retired: true }], invite: ['write'] }, design: { frame: ['refine'] } });
const STORY = {
  slug: 'readers', languages: ['en'], words: { en: { name: 'Readers improve letters' } },
  facts: { schema: 'default', 'governance-model': 'citizen-sourcing', nodes: [
    { node: 'default/engage', children: [
      { node: 'default/map', status: 'done', interlinkers: [{ interlinker: 'canvas', version: '2' }], links: [{ title: 'T', address: 'https://example.org/' }] },
      { node: 'default/list', status: 'skipped', reason: 'No list.', language: 'en' },
      { id: 'visit', status: 'done', language: 'lv', name: 'Apmeklēt', description: 'Aiziet.' },
      { node: 'default/write', status: 'done', language: 'lv', name: 'Rakstīt' },
    ] }] },
};
const SAME = { added: [], retired: [], moved: [], elsewhere: [] };

test('a story with a tree that no process can have is started without what does not fit', () => {
  const deep = (depth) => ({ id: `d${depth}`, name: 'D', language: 'en', ...(depth < 9 && { children: [deep(depth + 1)] }) });
  const many = Array.from({ length: 5_200 }, (_, index) => ({ id: `n${index}`, name: 'N', language: 'en' }));
  const nodes = [...STORY.facts.nodes, { node: 'default/map', children: [{ id: 'below-a-repeat' }] }, deep(1), ...many];
  const document = startFromStory({ ...STORY, facts: { ...STORY.facts, nodes } }, START);
  assert.equal(document.places.size, 5_000);
  assert.equal(document.places.get('default/map'), 'default/engage');
  assert.deepEqual(['d6', 'd7', 'below-a-repeat'].map((key) => document.places.has(key)), [true, false, false]);
  readable(document);
});

const paths = (document, pattern) => [...document.registers.keys()].filter((path) => pattern.test(path));
const readable = (document) => assert.deepEqual(stateOf(readProcess(writeProcess(document)).document), stateOf(document));

test('an empty process has what was asked for, and nothing else', () => {
  const document = startEmpty({ ...START, name: 'New', language: 'lv', person: 'anna' });
  assert.deepEqual(paths(document, /./u), ['name', 'language', 'start', 'state']);
  assert.deepEqual([...document.activity.values()], [{ date: '2026-03-02', what: 'started', person: 'anna' }].map(({ date, person, what }) => ({ date, person, what })));
  readable(document);
  assert.match(startEmpty().id, /^[0-9a-f]{32}$/u);
});

test('of a schema references are kept, and what is offered no more is left out', () => {
  const document = startFromSchema(SCHEMA, { ...START, language: 'lv' });
  assert.equal(value(document, 'name'), 'Pamatshēma');
  assert.equal(value(document, 'schema'), 'default');
  assert.deepEqual([...treeOf(document).nodes.keys()], ['engage', 'identify', 'map', 'list', 'invite', 'write', 'design', 'frame', 'refine'].map((id) => `default/${id}`));
  assert.ok(paths(document, /^node/u).every((path) => path.endsWith(' position')));
  readable(document);
  assert.equal(value(startFromSchema(SCHEMA, { ...START, language: 'es' }), 'name'), 'Basic schema');
  assert.equal(value(startFromSchema(SCHEMA, { ...START, name: 'Ours' }), 'name'), 'Ours');
});

test('of a story the plan is kept: skipped with reasons, used as suggestions, own words in their language', () => {
  const document = startFromStory(STORY, START);
  const shown = (key) => Object.fromEntries([...treeOf(document).nodes.get(key).fields].filter(([name]) => name !== 'position'));
  assert.equal(value(document, 'story'), 'readers');
  assert.equal(value(document, 'schema'), 'default');
  assert.deepEqual(shown('default/map'), {});
  assert.deepEqual(shown('default/list'), { skipped: 'true', reason: 'No list.', language: 'en' });
  assert.deepEqual(shown('visit'), { name: 'Apmeklēt', description: 'Aiziet.', language: 'lv' });
  assert.deepEqual(shown('default/write'), { name: 'Rakstīt', language: 'lv' });
  assert.equal(value(document, 'node default/map use canvas status'), 'chosen');
  assert.equal(value(document, 'node default/map use canvas version'), '2');
  assert.deepEqual(paths(document, / resource | status$/u), ['node default/map use canvas status']);
  readable(document);
});

test('a clone has another id and the same keys, and nobody’s name unless the team comes along', () => {
  const source = startFromStory(STORY, START);
  setFields(source, A, [
    ['person anna name', 'Anna'], ['team core name', 'Core'], ['team gone name', 'Gone'], ['team gone removed', 'true'], ['aim', 'Aim'], ['call', 'a-call'], ['state', 'done'],
    ['node default/map status', 'done'], ['node default/map start', '2026-01-01'], ['node default/map responsible', ['anna']], ['node default/map notes', 'Ask Anna'],
    ['node default/map complexity', 'high'], ['node default/map closed', 'true'], ['node default/map claim c person', 'anna'], ['node default/map use canvas status', 'used'],
    ['node default/map use canvas date', '2026-01-01'], ['node default/map resource r title', 'Sheet'], ['node default/map resource r address', 'https://example.org/'],
    ['node default/map resource x title', 'X'], ['node default/map resource x removed', 'true'], ...removeNode('visit'),
  ]);
  const before = stateOf(source);
  const clone = startFromProcess(source, { ...START, id: 'f'.repeat(32) });
  assert.deepEqual(stateOf(source), before);
  assert.equal(value(clone, 'cloned-from'), source.id);
  assert.deepEqual([...treeOf(clone).nodes.keys()], ['default/engage', 'default/map', 'default/list', 'default/write']);
  assert.deepEqual(paths(clone, /^node default\/map /u).sort(), ['complexity', 'position', 'resource r address', 'resource r title', 'use canvas interlinker', 'use canvas status', 'use canvas version']
    .map((rest) => `node default/map ${rest}`));
  assert.equal(value(clone, 'node default/map use canvas status'), 'chosen');
  assert.equal(value(clone, 'node default/list reason'), 'No list.');
  assert.deepEqual([value(clone, 'aim'), value(clone, 'call'), value(clone, 'state'), value(clone, 'name')], ['Aim', undefined, 'in-progress', 'Readers improve letters']);
  assert.deepEqual(paths(clone, /^(?:person|team)/u), []);
  readable(clone);
  const together = startFromProcess(source, { ...START, id: 'e'.repeat(32), team: true, name: 'Second' });
  assert.deepEqual(paths(together, /^(?:person|team)/u), ['team core name', 'person anna name']);
  assert.equal(value(together, 'node default/map notes'), 'Ask Anna');
  assert.equal(value(together, 'name'), 'Second');
});

test('what a schema has new, offers no more or orders differently is told and taken over', () => {
  const document = startFromSchema(SCHEMA, START);
  setFields(document, A, addNode(document, { key: 'own', parent: 'default/identify', before: 'default/list', name: 'Own' }));
  setFields(document, A, [['node default/refine notes', 'Begun']]);
  assert.deepEqual(compareWithSchema(document, SCHEMA), SAME);
  const later = schemaOf({ prepare: { agree: ['sign'] }, design: { frame: ['choose'] }, engage: { invite: ['write', 'call'], identify: ['ask', 'map'] } });
  const comparison = compareWithSchema(document, later);
  assert.deepEqual(comparison.added.map(({ key, parent }) => [key, parent]), [
    ['default/prepare', null], ['default/agree', 'default/prepare'], ['default/sign', 'default/agree'], ['default/choose', 'default/frame'],
    ['default/call', 'default/invite'], ['default/ask', 'default/identify'],
  ]);
  assert.deepEqual(comparison.retired.map(({ key, isTouched }) => [key, isTouched]), [['default/list', false], ['default/refine', true]]);
  assert.equal(comparison.moved.length, 2);
  setFields(document, A, takeOver(document, comparison, 'No longer part of the schema'));
  assert.deepEqual(compareWithSchema(document, later), SAME);
  assert.equal(value(document, 'node default/list reason'), 'No longer part of the schema');
  const { roots, nodes } = treeOf(document);
  assert.deepEqual(roots.map(({ key }) => key), ['default/prepare', 'default/design', 'default/engage']);
  assert.deepEqual(nodes.get('default/identify').children.map(({ key }) => key), ['default/ask', 'default/map', 'own', 'default/list']);
  readable(document);
});

test('what a schema offers no more counts as worked on where something below it is', () => {
  const later = schemaOf({ engage: { invite: ['write'] }, design: { frame: ['refine'] } });
  const retired = (changes) => {
    const document = startFromSchema(SCHEMA, START);
    setFields(document, A, changes(document));
    return compareWithSchema(document, later).retired.map(({ key, isTouched }) => `${key}${isTouched ? '!' : ''}`);
  };
  assert.deepEqual(retired(() => []), ['default/identify', 'default/map', 'default/list']);
  assert.deepEqual(retired(() => [['node default/map status', 'done']]), ['default/identify!', 'default/map!', 'default/list']);
  const own = (document) => addNode(document, { key: 'own', parent: 'default/list', name: 'Own' });
  assert.deepEqual(retired(own), ['default/identify!', 'default/map', 'default/list!']);
  assert.deepEqual(retired((document) => [...own(document), ...removeNode('own')]), ['default/identify', 'default/map', 'default/list']);
  assert.deepEqual(retired(() => [['node default/map notes', 'x'], ...skipNode('default/map', 'y')]), ['default/identify', 'default/list'], 'it is off already');
});

test('what stands below another parent in the schema is told, and nothing moves it', () => {
  const document = startFromSchema(SCHEMA, START);
  setFields(document, A, skipNode('default/write', 'x'));
  const later = schemaOf({ engage: { invite: ['map'] }, design: { frame: ['refine', 'write', 'list'] } });
  const comparison = compareWithSchema(document, later);
  assert.deepEqual(comparison.elsewhere, [{ key: 'default/map', parent: 'default/invite' }, { key: 'default/list', parent: 'default/frame' }]);
  // With the objective both would be skipped, which the schema still has.
  assert.deepEqual(comparison.retired, [{ key: 'default/identify', isTouched: false, isNeeded: true }]);
  assert.deepEqual([comparison.added, comparison.moved], [[], []]);
  const before = [...document.places];
  setFields(document, A, takeOver(document, comparison, 'x'));
  assert.deepEqual([...document.places], before);
  const higher = schemaOf({ engage: { identify: ['map', 'list'] }, invite: { write: [] }, design: { frame: ['refine'] } });
  assert.deepEqual(compareWithSchema(startFromSchema(SCHEMA, START), higher).elsewhere, [{ key: 'default/invite', parent: null }]);
});

test('what a team has removed or skipped is not told again', () => {
  const document = startFromSchema(SCHEMA, START);
  setFields(document, A, [...skipNode('default/list', 'x'), ['node default/map removed', 'true']]);
  const lost = readProcess(writeProcess(document).replace(/ {2}- node: default\/design\n(?: {4,}.*\n)+/u, '')).document;
  assert.deepEqual(compareWithSchema(lost, SCHEMA), SAME);
  assert.deepEqual(compareWithSchema(document, schemaOf({ engage: { identify: ['map'], invite: ['write'] }, design: { frame: ['refine'] } })).retired, []);
});

test('random later versions of a schema can be taken over as a whole', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = randomOf(seed);
    const some = () => Object.fromEntries(['a', 'b', 'c', 'd'].filter(() => random() < 0.7).sort(() => random() - 0.5)
      .map((phase) => [phase, Object.fromEntries([1, 2, 3].filter(() => random() < 0.7).sort(() => random() - 0.5)
        .map((objective) => [`${phase}${objective}`, [1, 2, 3, 4].filter(() => random() < 0.7).sort(() => random() - 0.5).map((task) => `${phase}${objective}${task}`)]))]));
    const document = startFromSchema(schemaOf(some()), START);
    const later = schemaOf(some());
    setFields(document, A, takeOver(document, compareWithSchema(document, later), 'x'));
    assert.deepEqual(compareWithSchema(document, later), SAME, `seed ${seed}`);
    readable(document);
  }
});

test('the calendar has whole days, escaped texts and folded lines', () => {
  const document = startFromSchema(SCHEMA, { ...START, name: 'Plan; with, signs' });
  setFields(document, A, [
    ['node default/map start', '2024-02-28'], ['node default/map end', '2024-02-29'], ['node default/map name', `a;b,c\\d ${'ķ😀'.repeat(40)}`],
    ['node default/map description', 'one\ntwo\r\nBEGIN:VEVENT\u0007\u0085'], ['node default/list end', '2026-12-31'], ['node default/write start', '2026-01-01'], ...skipNode('default/write'),
    ['node default/refine start', '2026-05-02'], ['node default/refine end', '2026-05-01'],
  ]);
  const text = calendarOf(document, { now: new Date('2026-03-02T10:20:30.456Z'), nameOf: (key) => `Name of ${key}`, address: (key) => `https://example.org/${key}\r\nX:y` });
  const lines = text.split('\r\n');
  assert.equal(lines.pop(), '');
  assert.ok(lines.every((line) => !/[\r\n]/u.test(line) && new TextEncoder().encode(line).length <= 75));
  assert.ok(!text.includes('\ufffd'));
  const whole = text.replaceAll('\r\n ', '').split('\r\n');
  assert.deepEqual(whole.filter((line) => /^DT(?:START|END|STAMP)|^SUMMARY|^DESC|^UID|^URL/u.test(line)), [
    `UID:${START.id}-default.map@interlink`, 'DTSTAMP:20260302T102030Z', 'DTSTART;VALUE=DATE:20240228', 'DTEND;VALUE=DATE:20240301',
    `SUMMARY:a\\;b\\,c\\\\d ${'ķ😀'.repeat(40)}`, 'DESCRIPTION:one\\ntwo\\nBEGIN:VEVENT', 'URL:https://example.org/default/mapX:y',
    `UID:${START.id}-default.list@interlink`, 'DTSTAMP:20260302T102030Z', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101', 'SUMMARY:Name of default/list',
    'URL:https://example.org/default/listX:y',
    `UID:${START.id}-default.refine@interlink`, 'DTSTAMP:20260302T102030Z', 'DTSTART;VALUE=DATE:20260501', 'DTEND;VALUE=DATE:20260503', 'SUMMARY:Name of default/refine',
    'URL:https://example.org/default/refineX:y',
  ]);
  assert.equal(whole.filter((line) => line === 'BEGIN:VEVENT').length, 3);
  assert.ok(whole.includes('X-WR-CALNAME:Plan\\; with\\, signs'));
});

test('no cell of the table is run by a spreadsheet, and every one is read back whole', () => {
  assert.deepEqual(['=1', '＝1', '+1', '-1', '@a', '\t=1', ' =1', 'a=1', 'a,b', 'a"b', 'a\nb', '="a"', 'a\rb\u0007'].map(cell),
    ['\'=1', '\'＝1', '\'+1', '\'-1', '\'@a', '\'=1', '\'=1', 'a=1', '"a,b"', '"a""b"', '"a\nb"', '"\'=""a"""', 'a b']);
  // Where the comma divides decimals a semicolon ends a cell, and there no quotation mark holds this one together.
  assert.deepEqual(['x;=HYPERLINK(1)', 'a; -1', 'a|@b', 'a\n+1', 'a;b', 'a|b', 'a - b', 'e@x.org'].map(cell),
    ['"x;\'=HYPERLINK(1)"', '"a; \'-1"', '"a|\'@b"', '"a\n\'+1"', '"a;b"', '"a|b"', 'a - b', 'e@x.org']);
  const document = startFromSchema(SCHEMA, START);
  setFields(document, A, [['person anna name', '=cmd()'], ['team core name', 'Core, all'], ['node default/map responsible', ['anna', 'core', 'nobody']], ['node default/map complexity', 'low'],
    ['node default/map name', 'Map'], ...skipNode('default/list', '-none'), ['node default/map status', 'done'], ['node default/write removed', 'true']]);
  const rows = tableOf(document, { words: (word) => word.toUpperCase() }).split('\r\n');
  assert.equal(rows[0], 'KEY,PHASE,OBJECTIVE,TASK,STATUS,PROGRESS,START,END,COMPLEXITY,RESPONSIBLE,REASON');
  assert.equal(rows[3], 'default/map,default/engage,default/identify,Map,DONE,100%,,,LOW,"\'=cmd(), Core, all, nobody",');
  assert.equal(rows[4], 'default/list,default/engage,default/identify,default/list,SKIPPED,0%,,,,,\'-none');
  assert.equal(rows.length, 1 + 8 + 1);
});

test('code owners are accounts of the forge and nothing else', () => {
  const document = startFromSchema(SCHEMA, START);
  setFields(document, A, [
    ['person anna handle', '@anna'], ['person anna administrator', 'true'], ['person b handle', '@org/sub-team'], ['person b teams', ['core']],
    ['person evil handle', '@x\n* @evil'.replace('\n', ' ')], ['person evil administrator', 'true'], ['person mail handle', 'anna@example.org'], ['person mail administrator', 'true'],
    ['person gone handle', '@gone'], ['person gone administrator', 'true'], ['person gone removed', 'true'], ['team core name', 'Core'],
    ['node default/engage responsible', ['anna']], ['node default/map responsible', ['core', 'anna', 'evil', 'nobody']], ['node default/list responsible', ['anna']], ...skipNode('default/list'),
  ]);
  setFields(document, A, addNode(document, { key: 'own.node_1', parent: 'default/identify', name: '../..', level: 'task' }));
  setFields(document, A, [['node own.node_1 responsible', ['b']]]);
  assert.equal(codeownersOf(document), [
    '# Made of process.yaml by the workspace.', '/process.yaml @anna', '/tasks/engage/ @anna', '/tasks/engage/identify/map/ @org/sub-team @anna', '/tasks/engage/identify/own.node_1/ @org/sub-team', '',
  ].join('\n'));
  assert.equal(codeownersOf(newProcess({ id: START.id, replica: A })), '# Made of process.yaml by the workspace.\n');
});

test('a move and everything else is readable after each export', () => {
  const document = startFromSchema(SCHEMA, START);
  setFields(document, A, moveNode(document, 'default/design', -1));
  const before = stateOf(document);
  calendarOf(document, { now: new Date(0) });
  tableOf(document);
  codeownersOf(document);
  assert.deepEqual(stateOf(document), before);
});
