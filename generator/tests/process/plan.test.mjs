// The work plan without a page: days, what a chart shows at a scale, where its lines stand, tasks spread over a time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newProcess, setFields, value } from '../../../themes/default/static/process.js';
import { addNode, skipNode, treeOf } from '../../../themes/default/static/process-tree.js';
import { memoryDatabase } from '../../../themes/default/static/workspace-database.js';
import { addressOf, readPlace } from '../../../themes/default/static/workspace-place.js';
import { openSession } from '../../../themes/default/static/workspace-session.js';
import { storeOn } from '../../../themes/default/static/workspace-store.js';
import {
  SCALES, WIDTHS, below, boundsOf, cellsOf, dayAt, daysOf, fittingScale, hasDates, numberOf, partsOf, phasesOf, rangeOf,
  shareOf, spreadOver, tasksOf,
} from '../../../themes/default/static/workspace-timeline.js';
import { pick, randomOf } from './random.mjs';

const ID = '00112233445566778899aabbccddeeff';
const A = 'aaaaaaaa';
const day = numberOf;

/** Phases as `{ engage: ['map', 'list'] }`; what a task has besides in `fields`. */
function processOf(phases, fields = {}) {
  const document = newProcess({ id: ID, replica: A, name: 'Plan' });
  for (const [phase, tasks] of Object.entries(phases)) {
    setFields(document, A, addNode(document, { key: phase, name: phase }));
    for (const task of tasks) setFields(document, A, addNode(document, { key: task, parent: phase, name: task }));
  }
  setFields(document, A, Object.entries(fields).map(([path, given]) => [`node ${path}`, given]));
  return document;
}
const keys = (nodes) => nodes.map(({ key }) => key);

test('days are numbers and come back as they were, from the first year to the last', () => {
  for (const written of ['0001-01-01', '0099-12-31', '1900-02-28', '1969-12-31', '1970-01-01', '2000-02-29', '2026-03-29', '2026-10-25', '9999-12-31']) {
    assert.equal(dayAt(day(written)), written);
  }
  assert.equal(day('2026-03-01') - day('2026-02-28'), 1);
  assert.equal(day('2024-03-01') - day('2024-02-28'), 2);
  assert.deepEqual(partsOf(day('2026-06-01')), { year: 2026, month: 5, weekday: 0 });
  assert.equal(partsOf(day('1969-12-28')).weekday, 6);
});

test('days of a node: both, one, none, and turned round', () => {
  assert.deepEqual(daysOf({ start: '2026-01-01', end: '2026-01-03' }), { from: day('2026-01-01'), to: day('2026-01-03'), isTurned: false, isPoint: false });
  assert.deepEqual(daysOf({ start: '2026-01-03', end: '2026-01-01' }), { from: day('2026-01-01'), to: day('2026-01-03'), isTurned: true, isPoint: false });
  assert.equal(daysOf({ end: '2026-01-01' }).isPoint, true);
  assert.equal(daysOf({}), undefined);
});

test('a plan is of the tasks that count, below the phases that have some', () => {
  const document = processOf({ engage: ['map', 'list'], design: ['draw'], sustain: [], close: ['old'] }, {
    'map start': '2026-02-01', 'list end': '2026-04-30', 'draw start': '2026-01-10', 'draw end': '2025-12-24', 'old start': '2001-01-01',
  });
  setFields(document, A, skipNode('old', 'Not needed'));
  const tree = treeOf(document);
  assert.deepEqual(keys(tasksOf(tree)), ['map', 'list', 'draw', 'sustain']);
  assert.deepEqual(keys(phasesOf(tree)), ['engage', 'design', 'sustain'], 'a phase of which all is skipped has nothing to plan');
  assert.deepEqual(keys(below(tree.nodes.get('engage'))), ['map', 'list']);
  assert.deepEqual(keys(tasksOf(tree).filter(hasDates)), ['map', 'list', 'draw']);
  assert.deepEqual(boundsOf(tasksOf(tree)), { from: day('2025-12-24'), to: day('2026-04-30') });
  assert.equal(boundsOf([]), undefined);
});

test('a scale fits the length of a plan', () => {
  const of = (length) => fittingScale({ from: 0, to: length });
  assert.deepEqual([0, 20, 60, 300, 3_000].map(of), ['day', 'day', 'week', 'month', 'year']);
});

test('a chart shows whole weeks, months, years', () => {
  const bounds = { from: day('2026-03-12'), to: day('2026-05-02') };
  const of = (scale, today = day('2020-01-01')) => {
    const { first, last, isCut } = rangeOf(bounds, scale, today);
    return [dayAt(first), dayAt(last), isCut];
  };
  assert.deepEqual(of('day'), ['2026-03-09', '2026-05-03', false]);
  assert.deepEqual(of('week'), ['2026-03-01', '2026-05-31', false]);
  assert.deepEqual(of('month'), ['2026-03-01', '2026-05-31', false]);
  assert.deepEqual(of('year'), ['2026-01-01', '2026-12-31', false]);
  assert.deepEqual(of('month', day('2026-02-20')), ['2026-02-01', '2026-05-31', false], 'today is near');
  assert.deepEqual(of('month', day('2026-05-20')), ['2026-03-01', '2026-05-31', false]);
  assert.deepEqual(of('month', day('2026-09-20')), ['2026-03-01', '2026-05-31', false], 'today is far');
});

test('a chart of any plan stays small, and says so; what is around today comes first', () => {
  const all = { from: day('0001-01-01'), to: day('9999-12-31') };
  for (const scale of SCALES) {
    for (const today of ['0001-01-01', '2026-05-04', '9999-12-31']) {
      const range = rangeOf(all, scale, day(today));
      assert.ok(range.isCut);
      assert.ok((range.last - range.first + 1) * WIDTHS[scale] < 1_700, scale);
      assert.ok(range.first <= day(today) && day(today) <= range.last || today !== '2026-05-04', `${scale} ${today}`);
      const { wide, narrow } = cellsOf(range, scale);
      assert.ok(wide.length + narrow.length < 1_600);
    }
  }
});

test('the head of a chart is without gaps, at every scale', () => {
  const random = randomOf(5);
  for (let round = 0; round < 200; round++) {
    const from = day('1890-01-01') + Math.floor(random() * 60_000);
    const bounds = { from, to: from + Math.floor(random() ** 3 * 3_000) };
    const scale = pick(random, SCALES);
    const range = rangeOf(bounds, scale, from + Math.floor(random() * 4_000) - 500);
    assert.ok(range.first <= bounds.from || range.isCut);
    assert.ok(range.last >= bounds.to || range.isCut);
    for (const cells of Object.values(cellsOf(range, scale)).slice(0, 2)) {
      assert.equal(cells[0].from, range.first);
      assert.equal(cells.at(-1).to, range.last);
      cells.slice(1).forEach((cell, index) => assert.equal(cell.from, cells[index].to + 1));
    }
    assert.equal(shareOf(range, range.first), 0);
    assert.equal(shareOf(range, range.last + 1), 1);
  }
});

test('weeks begin on Monday, months on their first day', () => {
  const range = rangeOf({ from: day('2026-03-12'), to: day('2026-05-02') }, 'week', 0);
  const { wide, narrow } = cellsOf(range, 'week');
  assert.deepEqual(wide.map(({ from }) => dayAt(from)), ['2026-03-01', '2026-04-01', '2026-05-01']);
  assert.deepEqual(narrow.slice(0, 3).map(({ from }) => dayAt(from)), ['2026-03-01', '2026-03-02', '2026-03-09']);
  const year = cellsOf(rangeOf({ from: day('2026-03-12'), to: day('2027-05-02') }, 'year', 0), 'year');
  assert.deepEqual(year.wide.map(({ from, to }) => [dayAt(from), dayAt(to)]), [['2026-01-01', '2026-12-31'], ['2027-01-01', '2027-12-31']]);
  assert.equal(year.narrow.length, 8);
});

test('tasks are spread one after the other, without a day between them, also over few days', () => {
  const document = processOf({ engage: ['a', 'b', 'c'] });
  const tasks = tasksOf(treeOf(document));
  const spread = (start, end) => spreadOver(tasks, start, end).map(([path, given]) => `${path.split(' ').slice(1).join(' ')} ${given}`);
  assert.deepEqual(spread('2026-03-30', '2026-04-08'), ['a start 2026-03-30', 'a end 2026-04-01', 'b start 2026-04-02', 'b end 2026-04-04', 'c start 2026-04-05', 'c end 2026-04-08']);
  assert.deepEqual(spread('2026-03-30', '2026-03-31'), ['a start 2026-03-30', 'a end 2026-03-30', 'b start 2026-03-30', 'b end 2026-03-30', 'c start 2026-03-31', 'c end 2026-03-31']);
  assert.deepEqual(spreadOver([], '2026-01-01', '2026-01-02'), []);
});

async function opened(document) {
  const held = new Map();
  const texts = { getItem: (key) => held.get(key) ?? null, setItem: (key, text) => held.set(key, text), removeItem: (key) => held.delete(key) };
  const store = storeOn(memoryDatabase(), { isLasting: true, texts });
  const card = { id: ID, replica: A, name: 'Plan', changed: '2026-01-01T00:00:00.000Z' };
  await store.keep(card, document);
  return { held, session: openSession({ document, card, store, now: () => new Date('2026-05-04T10:00:00Z'), pause: 1 }) };
}

test('a plan that was spread is taken back in one step', async () => {
  const { session } = await opened(processOf({ engage: ['a', 'b'] }));
  session.change(spreadOver(tasksOf(session.tree), '2026-01-01', '2026-01-10'), { what: 'planned' });
  assert.deepEqual([session.tree.start, session.tree.end], ['2026-01-01', '2026-01-10']);
  session.undo();
  assert.equal(session.tree.start, undefined);
  assert.equal(session.canUndo, false);
});

test('a day that is being typed is kept at once, and is one edit when the field is left', async () => {
  const { session, held } = await opened(processOf({ engage: ['a'] }));
  const told = [];
  session.listen(({ isTyped }) => told.push(isTyped));
  for (const digit of [1, 12]) session.type('node a start', `2026-05-${String(digit).padStart(2, '0')}`, { isHeld: true });
  await new Promise((done) => setTimeout(done, 20));
  assert.equal(session.value('node a start'), undefined, 'no pause makes an edit of it');
  assert.match([...held.values()].join(), /2026-05-12/u);
  session.settle({ isTyped: false });
  assert.equal(session.value('node a start'), '2026-05-12');
  assert.deepEqual(told, [false]);
  assert.deepEqual([...session.document.activity.values()].map(({ what, node }) => [what, node]), [['planned', 'a']]);
  session.undo();
  assert.equal(value(session.document, 'node a start'), undefined);
  assert.equal(session.canUndo, false);
});

test('the scale of the chart stands in the address', () => {
  const place = { process: ID, view: 'plan', node: undefined, scale: 'week' };
  assert.equal(addressOf(place), `?process=${ID}&view=plan&scale=week`);
  assert.deepEqual(readPlace(addressOf(place), ['plan']), { place, unknown: [] });
  assert.deepEqual(readPlace(`?process=${ID}&view=plan&scale=hour`, ['plan']).unknown, ['scale=hour']);
});
