// The ranking of the workspace is that of generator/src/recommend.rs: its own tests, and cases worked out by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newProcess, setFields } from '../../../themes/default/static/process.js';
import { addNode, skipNode, treeOf } from '../../../themes/default/static/process-tree.js';
import { recommendedFor, recommenderOf } from '../../../themes/default/static/workspace-recommend.js';

const item = (slug, problems, more = {}) => ({ slug, nature: 'knowledge', problems, languages: 1, ...more });
const slugs = (list) => list.map(({ slug }) => slug).join(' ');
const weight = (total, solving) => Math.log(1 + (total - solving + 0.5) / (solving + 0.5));

test('a rare need weighs more than a common one', () => {
  const { of } = recommenderOf([item('a', ['common']), item('b', ['common']), item('c', ['common']), item('d', ['rare'])]);
  assert.equal(slugs(of(['common', 'rare'], [])), 'd a b c');
  // 1 + 3.5 / 1.5 and 1 + 1.5 / 3.5
  assert.equal(of(['rare'], [])[0].weight[0], Math.log(1 + 3.5 / 1.5));
  assert.equal(of(['common'], [])[0].weight[0], Math.log(1 + 1.5 / 3.5));
});

test('a need of the step itself comes before one of the step above it, however rare that is', () => {
  const { of } = recommenderOf([item('a', ['rare']), item('b', ['common']), item('c', ['common'])]);
  const list = of(['common'], ['rare']);
  assert.equal(slugs(list), 'b c a');
  assert.deepEqual(list[2], { slug: 'a', own: [], inherited: ['rare'], weight: [0, weight(3, 1)] });
  // A need that both raise is one of the step itself.
  assert.deepEqual(of(['rare'], ['rare'])[0].inherited, []);
});

test('several needs add up, and stand from the rarest to the most common', () => {
  const { of, solving, total } = recommenderOf([item('a', ['x', 'y', 'z']), item('b', ['y', 'z']), item('c', ['z']), item('d', [])]);
  const list = of(['z', 'y', 'x', 'none'], []);
  assert.equal(slugs(list), 'a b c');
  assert.deepEqual(list[0].own, ['x', 'y', 'z']);
  assert.equal(list[0].weight[0], weight(4, 1) + weight(4, 2) + weight(4, 3));
  assert.deepEqual(solving('y'), ['a', 'b']);
  assert.equal(total, 4);
});

test('ties are broken by what an Interlinker needs, where it is kept, its languages, and its name', () => {
  const list = recommenderOf([
    item('z', ['p'], { nature: 'software' }), item('f', ['p'], { nature: 'external-knowledge' }), item('e', ['p'], { nature: 'external-software' }),
    item('d', ['p'], { languages: 2 }), item('c', ['p']), item('b', ['p']),
  ]).of(['p'], []);
  assert.equal(slugs(list), 'z d b c e f');
});

test('without needs there is nothing', () => {
  const { of } = recommenderOf([item('a', ['rare'])]);
  assert.deepEqual(of([], []), []);
  assert.deepEqual(of(['unknown'], ['unknown']), []);
});

test('objectives and phases roll up what is recommended below them, with the best reason, and without what is skipped', () => {
  const recommender = recommenderOf([item('a', ['rare']), item('b', ['other']), item('c', ['other', 'third'])]);
  const document = newProcess({ id: '0'.repeat(32), replica: 'aaaaaaaa' });
  const add = (key, parent, problems) => setFields(document, 'aaaaaaaa', addNode(document, { key, parent, name: key, problems }));
  add('p', null);
  add('o', 'p', ['other']);
  add('t', 'o', ['rare']);
  add('u', 'o', ['third']);
  const problemsOf = (node) => node.fields.get('problems') ?? [];
  const of = (key) => recommendedFor(recommender, treeOf(document).nodes.get(key), problemsOf);
  assert.equal(slugs(of('t')), 'a b c');
  // `c` answers the task `u` itself, which is a better reason than what it answers of the objective; and of two that
  // answer a task by an equally rare need it also answers the objective.
  assert.equal(slugs(of('o')), 'c a b');
  assert.deepEqual(of('o')[0].own, ['third']);
  assert.deepEqual(of('p'), of('o'));
  setFields(document, 'aaaaaaaa', skipNode('t', 'no'));
  assert.equal(slugs(of('o')), 'c b');
  // A need that the team gives a phase reaches every task of it.
  setFields(document, 'aaaaaaaa', [['node p problems', ['rare']]]);
  assert.equal(slugs(of('u')), 'c a b');
});
