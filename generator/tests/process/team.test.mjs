// Who takes part and is responsible, what people type for accounts and organisations, and how contributions are counted.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { copyOf, merge, newProcess, setFields, stateOf, value, valuesOf } from '../../../themes/default/static/process.js';
import { writeProcess } from '../../../themes/default/static/process-write.js';
import { awardPoints, pointsOf, pointsOfTask, setLevel, standingOf, takeBackPoints } from '../../../themes/default/static/process-points.js';
import {
  bringBack, dutiesOf, eraseItem, findByName, handleOf, isPresent, membersOf, organisationSlug, presentOf, removeItem, removedOf, setMembers, typeOfPerson, typeOfTeam,
} from '../../../themes/default/static/process-team.js';
import { addNode, skipNode, treeOf } from '../../../themes/default/static/process-tree.js';
import { newHistory, perform, undo } from '../../../themes/default/static/process-undo.js';

const A = 'aaaaaaaa';
const B = 'bbbbbbbb';
const ID = '00112233445566778899aabbccddeeff';
const start = (...changes) => {
  const document = newProcess({ id: ID, replica: A, name: 'P' });
  setFields(document, A, changes);
  return document;
};
const withTree = (...changes) => {
  const document = start();
  for (const [key, parent] of [['p', null], ['o', 'p'], ['a', 'o'], ['b', 'o'], ['o2', 'p'], ['c', 'o2'], ['d', 'o2']]) setFields(document, A, addNode(document, { key, parent, name: key.toUpperCase() }));
  setFields(document, A, changes);
  return document;
};
const dutiesIn = (document) => {
  const values = valuesOf(document);
  const { byWho, nobody } = dutiesOf(treeOf(document, values), values);
  return { byWho: Object.fromEntries([...byWho].map(([id, nodes]) => [id, nodes.map(({ key }) => key)])), nobody: nobody.map(({ key }) => key) };
};

test('what was added and taken back again is not there', () => {
  const document = start();
  const history = newHistory();
  perform(document, A, history, [['person anna name', 'Anna'], ['person anna role', 'Chair']]);
  assert.equal(presentOf(valuesOf(document).person).length, 1);
  undo(document, A, history);
  assert.equal(presentOf(valuesOf(document).person).length, 0);
  // An open session keeps the empty entry.
  assert.equal(isPresent(new Map()), false);
  assert.equal(isPresent(undefined), false);
});

test('whoever is removed can be brought back, or erased so that no name is left in the file', () => {
  const document = start(['person anna name', 'Anna Bērziņa'], ['person anna handle', '@anna'], ['person anna teams', ['core']], ['team core name', 'Core']);
  setFields(document, A, removeItem('person', 'anna'));
  assert.deepEqual(presentOf(valuesOf(document).person), []);
  assert.deepEqual(removedOf(valuesOf(document).person).map(([id]) => id), ['anna']);
  const back = copyOf(document);
  setFields(back, A, bringBack('person', 'anna'));
  assert.equal(presentOf(valuesOf(back).person)[0][1].get('handle'), '@anna');
  // Somebody else changed the name meanwhile, without knowing of the removal: both values go.
  const other = copyOf(document);
  setFields(other, B, [['person anna name', 'Anna B.']]);
  setFields(document, A, [['person anna name', 'Anna']]);
  const merged = merge(document, other);
  setFields(merged, A, eraseItem('person', 'anna'));
  assert.doesNotMatch(writeProcess(merged), /Anna|@anna/u);
  assert.equal(value(merged, 'person anna removed'), 'true');
  assert.deepEqual(removedOf(valuesOf(merged).person), []);
});

test('members are written at the people, and only those that change', () => {
  const document = start(['person a name', 'A'], ['person a teams', ['core', 'x']], ['person b name', 'B'], ['person c name', 'C'], ['person c teams', ['core']], ['person c removed', 'true']);
  assert.deepEqual([...membersOf(valuesOf(document))], [['core', ['a']], ['x', ['a']]]);
  const changes = setMembers(valuesOf(document), 'core', ['b']);
  assert.deepEqual(changes, [['person a teams', ['x']], ['person b teams', ['core']]]);
  setFields(document, A, changes);
  assert.deepEqual([...membersOf(valuesOf(document))], [['x', ['a']], ['core', ['b']]]);
  assert.deepEqual(setMembers(valuesOf(document), 'core', ['b']), []);
});

test('a team is of the kind of its organisation unless it says another, a person of that of the first team that has one', () => {
  const values = valuesOf(start(
    ['organisation city name', 'City'], ['organisation city type', 'public-administration'], ['organisation gone type', 'for-profit'], ['organisation gone removed', 'true'],
    ['team core organisation', 'city'], ['team res organisation', 'city'], ['team res type', 'citizens'], ['team lost organisation', 'gone'], ['team none name', 'None'],
    ['person a teams', ['none', 'unknown', 'res', 'core']], ['person b name', 'B'],
  ));
  assert.deepEqual(['core', 'res', 'lost', 'none', 'unknown'].map((id) => typeOfTeam(values, id)), ['public-administration', 'citizens', undefined, undefined, undefined]);
  assert.deepEqual(['a', 'b', 'c'].map((id) => typeOfPerson(values, id)), ['citizens', undefined, undefined]);
});

test('tasks without anybody are those for which nobody present is responsible, neither there nor above', () => {
  const document = withTree(
    ['person anna name', 'Anna'], ['team core name', 'Core'], ['person gone name', 'Gone'], ['person gone removed', 'true'],
    ['node o responsible', ['core']], ['node a responsible', ['anna', 'anna', 'core']], ['node c responsible', ['gone', 'nobody']],
  );
  assert.deepEqual(dutiesIn(document), { byWho: { core: ['o', 'a'], anna: ['a'] }, nobody: ['c', 'd'] });
  setFields(document, A, [...skipNode('d'), ['node c responsible', ['anna']], ['node a removed', 'true']]);
  assert.deepEqual(dutiesIn(document), { byWho: { core: ['o'], anna: ['c'] }, nobody: [] });
});

test('people and teams are found by their name, however it is written', () => {
  const { person } = valuesOf(start(['person a name', 'Jānis Ozols'], ['person b name', 'Ilze'], ['person b removed', 'true'], ['person c role', 'Chair']));
  assert.equal(findByName(person, ' jānis ozols '), 'a');
  assert.equal(findByName(person, 'Ja\u0304nis Ozols'), 'a');
  assert.deepEqual(['Ilze', 'Jānis', 'undefined'].map((name) => findByName(person, name)), [undefined, undefined, undefined]);
});

test('an account is taken from its name or the address of its page, and nothing else is one', () => {
  assert.deepEqual(['@anna', ' anna ', 'https://github.com/anna/', 'http://gitlab.example.org/group/sub', '@org/sub-team', ''].map(handleOf), ['@anna', '@anna', '@anna', '@group/sub', '@org/sub-team', '']);
  assert.deepEqual(['anna@example.org', 'anna b', '@', '@x * @evil', 'https://github.com/', '#', '@a\n* @evil'].map(handleOf), Array.from({ length: 7 }, () => undefined));
});

test('an organisation of the catalogue is taken from its slug or the address of its page', () => {
  assert.deepEqual(['deusto', ' deusto ', '/lv/organisations/latvia-varam/', 'https://x.example/es/organisations/deusto/index.html', 'https://x.example/organisations/deusto?x=1#top', ''].map(organisationSlug),
    ['deusto', 'deusto', 'latvia-varam', 'deusto', 'deusto', '']);
  assert.deepEqual(['Deusto University', 'https://x.example/other/deusto/', '../x'].map(organisationSlug), [undefined, undefined, undefined]);
});

test('a level set by hand holds for all contributions of the person to the task, until it is left to the share again', () => {
  const document = withTree(
    ['node a complexity', 'medium'], ['node a claim 1 person', 'anna'], ['node a claim 2 person', 'anna'], ['node a claim 3 person', 'ben'], ['node a claim 4 person', 'anna'], ['node a claim 4 removed', 'true'],
  );
  const node = () => treeOf(document).nodes.get('a');
  const shares = () => pointsOfTask(node()).shares.map(({ person, level, isSetByHand, points }) => [person, level, isSetByHand, points]);
  assert.deepEqual(shares(), [['anna', 3, false, 180], ['ben', 2, false, 120]]);
  setFields(document, A, setLevel(node(), 'anna', '1'));
  assert.deepEqual(shares(), [['anna', 1, true, 60], ['ben', 2, false, 120]]);
  assert.equal(value(document, 'node a claim 4 level'), undefined);
  setFields(document, A, setLevel(node(), 'anna', ''));
  assert.deepEqual(shares(), [['anna', 3, false, 180], ['ben', 2, false, 120]]);
});

const nodeOf = (document, key) => treeOf(document).nodes.get(key);

test('how one person stands: own tasks whether closed or not, points only of those that are', () => {
  const document = withTree(
    ['person anna name', 'Anna'], ['person ben name', 'Ben'],
    ['node a complexity', 'high'], ['node a claim 1 person', 'anna'], ['node b complexity', 'low'], ['node b claim 1 person', 'anna'], ['node b claim 2 person', 'ben'], ['node c claim 1 person', 'ben'],
  );
  const standing = (person) => {
    const { place, points, tasks } = standingOf(pointsOf(document), person);
    return [place?.rank, points, tasks.map(({ key, isClosed, share }) => [key, isClosed, share.points])];
  };
  assert.deepEqual(standing('anna'), [undefined, 0, [['a', false, 240], ['b', false, 80]]]);
  setFields(document, A, awardPoints(nodeOf(document, 'b')));
  assert.deepEqual(standing('anna'), [1, 80, [['a', false, 240], ['b', true, 80]]]);
  assert.deepEqual(standing('ben'), [1, 80, [['b', true, 80], ['c', false, 0]]]);
  setFields(document, A, awardPoints(nodeOf(document, 'a')));
  assert.deepEqual(standing('ben')[0], 2);
  setFields(document, A, takeBackPoints(nodeOf(document, 'b')));
  assert.deepEqual(standing('ben'), [undefined, 0, [['b', false, 80], ['c', false, 0]]]);
  assert.deepEqual(standing('nobody'), [undefined, 0, []]);
});

test('points are the same whether the tree is at hand or not, and nothing is changed by looking', () => {
  const document = withTree(['person anna name', 'Anna'], ['node a claim 1 person', 'anna'], ['node a complexity', 'low']);
  setFields(document, A, awardPoints(nodeOf(document, 'a')));
  const before = stateOf(document);
  const values = valuesOf(document);
  assert.deepEqual(pointsOf(document, values, treeOf(document, values)), pointsOf(document));
  dutiesOf(treeOf(document, values), values);
  assert.deepEqual(stateOf(document), before);
});

test('2,000 tasks and 200 people are counted at once', () => {
  const document = newProcess({ id: ID, replica: A });
  const people = Array.from({ length: 200 }, (_, index) => [`person p${index} name`, `Person ${index}`]);
  const nodes = Array.from({ length: 2_000 }, (_, index) => [
    [`node n${index}`, index < 20 ? null : `n${index % 20}`], [`node n${index} responsible`, [`p${index % 200}`]], [`node n${index} claim c person`, `p${index % 200}`], [`node n${index} complexity`, 'low'], [`node n${index} closed`, 'true'],
  ]);
  setFields(document, A, [...people, ...nodes.flat()]);
  const values = valuesOf(document);
  const tree = treeOf(document, values);
  const { leaderboard } = pointsOf(document, values, tree);
  assert.equal(leaderboard.length, 200);
  assert.equal(leaderboard[0].points, 10 * 3 * 40);
  assert.equal(dutiesOf(tree, values).byWho.get('p0').length, 10);
});
