// What of a process becomes public, and what keeps it from that: the allow-list, the file, the findings, and the way back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseYaml } from '../../../themes/default/static/process-yaml.js';
import { findingsIn, findingsOfTree } from '../../../themes/default/static/process-findings.js';
import { findNames, folded } from '../../../themes/default/static/process-names.js';
import { namesOf } from '../../../themes/default/static/process-team.js';
import { callAnswers, callOf, isPublic, reduceTree, storyAnswers, writeTree } from '../../../themes/default/static/process-publish.js';
import { startFromStory } from '../../../themes/default/static/process-start.js';
import { addNode, addResource, addUse, setStatus, skipNode, treeOf } from '../../../themes/default/static/process-tree.js';
import { addActivity, copyOf, merge, newProcess, setFields, value, valuesOf } from '../../../themes/default/static/process.js';
import { roles } from '../../../themes/default/static/role-mailboxes.js';
import { largeProcess, randomChanges, randomOf } from './random.mjs';

const A = 'aaaaaaaa';
const ID = '00112233445566778899aabbccddeeff';
const SECRET = 'SECRET';
const SCHEMA = { 'default/map': { en: { name: 'Map', description: 'Draw.' }, lv: { name: 'Kartēt' } } };
const options = (more = {}) => ({
  language: 'lv', schemaWords: (key, language) => SCHEMA[key]?.[language], isKnown: ({ key }) => key.startsWith('default/'), ...more,
});
const reduced = (document, more) => reduceTree(treeOf(document), options(more));
const set = (document, changes) => setFields(document, A, changes);

/** A process with something in every field there is. */
function full() {
  const document = newProcess({ id: ID, replica: A, name: 'Pieteikumi', language: 'lv', description: 'Labāki pieteikumi.', aim: 'Īsāk.', challenges: 'Grūti.', idea: 'Kopā.', organisation: SECRET, schema: 'default', 'governance-model': 'citizen-sourcing', logo: 'data:image/png;base64,AAAA', tags: ['Valoda'], rewards: 'leaderboard' });
  set(document, [['node default/engage', null], ['node default/map', 'default/engage'], ['node default/list', 'default/engage'], ['node default/write', 'default/engage']]);
  set(document, addNode(document, { key: 'visit', parent: 'default/engage', name: 'Apmeklēt', description: 'Aiziet.', language: 'lv', problems: [SECRET] }));
  set(document, setStatus(document, 'default/map', 'done'));
  set(document, skipNode('default/list', 'Nevajag.'));
  set(document, [['node default/write name', 'Rakstīt'], ['node default/write status', 'in-progress']]);
  set(document, addUse(document, 'default/map', { id: 'u1', interlinker: 'canvas', version: '1.10', date: '2026-03-04', note: SECRET }));
  set(document, addUse(document, 'default/map', { id: 'u2', interlinker: 'chosen-only', status: 'chosen' }));
  set(document, addResource(document, 'default/map', { id: 'r1', title: 'Karte', address: 'https://varam.gov.lv/karte', note: SECRET, kind: 'link' }));
  set(document, addResource(document, 'default/map', { id: 'r2', title: SECRET, note: SECRET, kind: 'note' }));
  set(document, addResource(document, 'default/map', { id: 'r3', title: SECRET, address: 'http://10.0.0.1/x', kind: 'link' }));
  const node = 'node default/map';
  set(document, [[`${node} notes`, SECRET], [`${node} responsible`, ['anna']], [`${node} start`, '2026-03-01'], [`${node} end`, '2026-04-01'], [`${node} complexity`, 'high'], [`${node} prerequisites`, ['default/list']], [`${node} problems`, [SECRET]], [`${node} closed`, 'true'],
    [`${node} claim c1 person`, 'anna'], [`${node} claim c1 title`, SECRET], [`${node} claim c1 description`, SECRET],
    ['person anna name', 'Anna Bērziņa'], ['person anna role', SECRET], ['person anna handle', '@anna-b'], ['person anna teams', ['t']], ['team t name', 'Lasītāji'], ['team t note', SECRET],
    ['organisation o name', SECRET], ['organisation o slug', 'varam'], ['organisation o note', SECRET]]);
  addActivity(document, 'a1', { date: '2026-03-04', what: 'used', person: 'anna', node: 'default/map', detail: SECRET });
  return document;
}

test('only what is on the list becomes public', () => {
  const { tree, count, links, privateLinks, used } = reduced(full());
  assert.deepEqual(tree, { language: 'lv', nodes: [{ node: 'default/engage', children: [
    { node: 'default/list', status: 'skipped', reason: 'Nevajag.' },
    { node: 'default/map', status: 'done', interlinkers: [{ interlinker: 'canvas', version: '1.10' }], links: [{ title: 'Karte', address: 'https://varam.gov.lv/karte' }] },
    { node: 'default/write', language: 'lv', name: 'Rakstīt' },
    { id: 'visit', language: 'lv', name: 'Apmeklēt', description: 'Aiziet.' },
  ] }] });
  assert.deepEqual(count, { steps: 5, done: 1, skipped: 1, own: 2 });
  assert.deepEqual([links.length, privateLinks, used], [1, 1, ['canvas']]);
  assert.deepEqual(reduced(full()).chosen, [{ node: 'default/map', id: 'u2', interlinker: 'chosen-only' }]);
  const values = valuesOf(full());
  const answers = [storyAnswers(values, treeOf(full()), { language: 'lv', today: '2027-01-01' }).answers, callAnswers(values, { language: 'lv' }).answers];
  assert.ok(!JSON.stringify([tree, ...answers]).includes(SECRET), JSON.stringify(answers));
  assert.ok(!/anna|Bērziņ|base64|2026-03-04/iu.test(JSON.stringify([tree, ...answers])));
});

test('whatever is in a process, only the fields of the list come out', () => {
  const names = new Set(['node', 'id', 'status', 'reason', 'language', 'name', 'description', 'interlinkers', 'links', 'children']);
  for (const seed of [1, 2, 3, 4, 5]) {
    const random = randomOf(seed);
    const document = newProcess({ id: ID, replica: A });
    for (let round = 0; round < 200; round++) set(document, randomChanges(random, document));
    const check = (nodes) => {
      for (const node of nodes) {
        assert.deepEqual(Object.keys(node).filter((name) => !names.has(name)), []);
        assert.ok([undefined, 'done', 'skipped'].includes(node.status));
        check(node.children ?? []);
      }
    };
    const { tree, unnamed } = reduced(document);
    check(tree.nodes);
    assert.ok(unnamed.every((key) => document.places.has(key)));
  }
});

test('words that are those of the schema are not stored; a changed language, a node of nobody', () => {
  const document = newProcess({ id: ID, replica: A, language: 'en' });
  set(document, [['node default/map', null], ['node default/map name', 'Kartēt'], ['node default/map language', 'lv'], ['node other/thing', null], ['node other/thing name', 'Thing'], ['node Own_Node', null], ['node gone', null]]);
  const { tree, unnamed } = reduced(document, { language: 'en' });
  assert.deepEqual(tree.nodes.map(({ node, id, name }) => [node ?? id, name]), [['own-node', undefined], ['default/map', undefined], ['gone', undefined], ['other-thing', 'Thing']]);
  assert.deepEqual(unnamed, ['Own_Node', 'gone']);
  assert.deepEqual(findingsOfTree(reduced(document), '').map(({ path, kind }) => `${path} ${kind}`), ['node Own_Node name no-name', 'node gone name no-name']);
  set(document, [['node default/map name', 'Karte']]);
  assert.deepEqual(reduced(document, { language: 'en' }).tree.nodes[1], { node: 'default/map', language: 'lv', name: 'Karte' });
});

test('steps of which nothing was done can be left out, and links too', () => {
  const document = full();
  const { tree, links } = reduced(document, { isWhole: false, leftOut: new Set(['node default/map resource r1']) });
  assert.deepEqual(tree.nodes[0].children.map(({ node }) => node), ['default/list', 'default/map']);
  assert.equal(tree.nodes[0].children[1].links, undefined);
  assert.deepEqual(links.map(({ isTaken }) => isTaken), [false]);
  const none = reduced(document, { interlinkers: new Set(['other']) });
  assert.deepEqual([none.unknownUses, none.chosen], [['canvas'], []], 'what the catalogue has not, cannot be marked either');
});

/** What `generator/src/render/api/tree.rs` makes of `tree.yaml`: each node has its language or that of the tree. */
const asApi = (file) => {
  const { language, nodes } = file;
  const view = ({ children, ...node }) => ({ ...node, language: node.language ?? language, ...(children ? { children: children.map(view) } : {}) });
  return { slug: 'story', languages: ['lv'], words: { lv: { name: 'Stāsts' } }, facts: { schema: 'default', nodes: nodes.map(view) } };
};

/** A file as plain values. */
function read(text) {
  const { tree, mistake } = parseYaml(text);
  assert.equal(mistake, undefined);
  const plain = ({ text: own, items, entries }) => own ?? items?.map(plain) ?? Object.fromEntries(entries.map(([key, held]) => [key.text, plain(held)]));
  return plain(tree);
}

test('the file says what the tree says, whatever stands in it', () => {
  const document = full();
  const nasty = ['1.10', 'yes', 'null', '- x', 'a: b', '# no', '"quoted"', "it's", ' led', 'two\nlines', '  two\n in', '\u2028', '{{ x }}', '*alias', '&anchor', '@at', '`', '2026-01-01', '.inf', 'Ēšana: kopā, „labi”'];
  nasty.forEach((text, index) => set(document, addNode(document, { key: `n${index}`, name: text.replace(/\n/gu, ' '), description: text, language: 'lv' })));
  const { tree } = reduced(document);
  assert.deepEqual(read(writeTree(tree)), JSON.parse(JSON.stringify(tree)));
});

test('a process that starts from the published story has the same tree', () => {
  for (const make of [full, () => largeProcess(400)]) {
    const document = make();
    set(document, [['language', 'lv']]);
    const { tree } = reduced(document);
    const fresh = startFromStory(asApi(read(writeTree(tree))), { id: ID, replica: A, date: '2026-05-05' });
    const shape = (nodes) => nodes.map(({ node, id, children }) => [node ?? id, shape(children ?? [])]);
    const keys = (list) => list.filter(({ isRemoved }) => !isRemoved).map(({ key, children }) => [key, keys(children)]);
    assert.deepEqual(keys(treeOf(fresh).roots), shape(tree.nodes));
    const again = reduceTree(treeOf(fresh), options());
    const plan = (nodes) => nodes.map(({ status, links, interlinkers, children, ...node }) => ({ ...node, ...(status === 'skipped' ? { status } : {}), ...(children ? { children: plan(children) } : {}) }));
    assert.deepEqual(again.tree.nodes, plan(tree.nodes), 'nothing is done yet, what was skipped stays so with its reason');
    assert.equal(value(fresh, 'node default/map status'), undefined);
    if (make === full) {
      assert.equal(value(fresh, 'node default/map use canvas version'), '1.10');
      assert.equal(value(fresh, 'node default/map use canvas status'), 'chosen');
      assert.equal(value(fresh, 'node default/list reason'), 'Nevajag.');
      assert.equal(value(fresh, 'node visit name'), 'Apmeklēt');
    }
  }
});

test('addresses of one network are not public', () => {
  for (const address of ['https://varam.gov.lv/x', 'http://example.org', 'https://8.8.8.8/', 'https://[2a00:1450::1]/']) assert.ok(isPublic(address), address);
  for (const address of ['http://localhost/', 'https://nas.local/', 'http://192.168.1.2/', 'http://10.1.2.3', 'http://127.0.0.1', 'http://172.20.0.1', 'http://[::1]/', 'http://[fe80::1]/', 'https://wiki.intranet/', 'https://fileserver/', 'ftp://x.org', 'javascript:alert(1)', 'https://a:b@x.org/', 'http://0x7f.1/']) assert.ok(!isPublic(address), address);
});

const NAMES = { people: ['Anna Bērziņa', 'Jānis Kalējs', 'Will', 'José Ángel García-López'], handles: ['anna-b'], teams: ['Bibliotēkas lasītāji'] };
const told = (text, fine) => findNames(text, NAMES, fine).map(({ text: found, kind, isSure }) => `${found} ${kind}${isSure ? '!' : ''}`);

test('names are found without marks and case, on the borders of words, whole and in parts', () => {
  assert.deepEqual(told('ANNA BERZINA wrote it.'), ['ANNA BERZINA name!']);
  assert.deepEqual(told('Bērziņa, Anna'), ['Bērziņa, Anna name!']);
  assert.deepEqual(told('Paldies Annai Bērziņai un Jānim Kalējam.'), ['Annai Bērziņai name!', 'Jānim Kalējam name!']);
  assert.deepEqual(told('Ar Jāņa Kalēja palīdzību'), ['Jāņa Kalēja name!']);
  assert.deepEqual(told('jose angel garcia lopez'), ['jose angel garcia lopez name!']);
  assert.deepEqual(told('Hannah Bērziņkalns Susanna'), []);
  assert.deepEqual(told('As Anna said, it will do.'), ['Anna name', 'will name']);
  assert.deepEqual(told('It WILL do.', ['will']), []);
  assert.deepEqual(told('ask @anna-b or anna-b at x/anna-b'), ['@anna-b handle!', 'anna-b handle', 'anna-b handle']);
  assert.deepEqual(told('The bibliotekas lasitaji met.'), ['bibliotekas lasitaji team']);
  assert.deepEqual(told('Anna. Bērziņa'), ['Anna. Bērziņa name!']);
  assert.deepEqual(told(''), []);
  assert.deepEqual(findNames('Anna', { people: [], handles: [], teams: [] }), []);
  assert.equal(folded('ĀČĒ Łódź Straße'), 'ace lodz strasse');
});

const latvian = (text) => findNames(text, { people: ['Juris Zālītis', 'Juris Gulbis', 'Aivars Briedis', 'Lāčplēsis', 'Ilze Kurme', 'Pēteris Dzenis'], handles: [], teams: [] })
  .map(({ text: found, isSure }) => `${found}${isSure ? '!' : ''}`);

test('Latvian surnames in -is are found in every case, also where their stem changes', () => {
  assert.deepEqual(latvian('Jura Zālīša vadībā'), ['Jura Zālīša!']);
  assert.deepEqual(latvian('Jura Gulbja vadībā'), ['Jura Gulbja!']);
  assert.deepEqual(latvian('Aivara Brieža'), ['Aivara Brieža!']);
  assert.deepEqual(latvian('Jurim Zālītim, Juri Gulbi'), ['Jurim Zālītim!', 'Juri Gulbi!']);
  assert.deepEqual(latvian('Gulbja kungs, Zālīša kungs, Brieža kungs, Lāčplēša un Dzeņa'), ['Gulbja', 'Zālīša', 'Brieža', 'Lāčplēša', 'Dzeņa']);
  assert.deepEqual(latvian('Zālīšu ģimene ar Gulbjiem pie Briežiem un Kurmju mājās'), ['Zālīšu', 'Gulbjiem', 'Briežiem', 'Kurmju']);
  assert.deepEqual(latvian('Jura teica, ko Ilzes bērns'), ['Jura', 'Ilzes'], 'a short stem is a doubt');
});

test('words that only begin like a Latvian name are none', () => {
  assert.deepEqual(latvian('briežu medības, gulbja dziesma, jura, zālīša'), [], 'not with a small letter');
  assert.deepEqual(latvian('Juridiski, Juriste, Jurists, Zāle, Zālājs, Gulbene, Gulbjava, Briest, Brieduma, Kurmīša, Kurmene, Dzenols'), []);
  const short = (text) => findNames(text, { people: ['Tim', 'Ben', 'Dan', 'Max', 'Rosa', 'Anna', 'Juris'], handles: [], teams: [] }).map(({ text: found }) => found);
  assert.deepEqual(short('Time will tell. Times change. Bene. Dance, Dane. Maxim. Roses. Rosy. Ann. Anno. Jury. Jure. Juror.'), []);
  assert.deepEqual(short('Annas, Rosai un Jura'), ['Annas', 'Rosai', 'Jura']);
});

test('an account at the end of an address is a doubt', () => {
  const found = (text) => findNames(text, { people: [], handles: ['annao'], teams: [] }).map(({ text: one, isSure }) => `${one}${isSure ? '!' : ''}`);
  assert.deepEqual(found('https://github.com/annao/results https://annao.github.io/ https://social.example/@annao'), ['annao', 'annao', '@annao!']);
  assert.deepEqual(found('https://github.com/annaou x-annao annao_b pro.annao'), []);
});

test('where two copies disagree about a name, each spelling is looked for', () => {
  const one = newProcess({ id: ID, replica: A });
  set(one, [['person z name', 'Zane Liepa'], ['person z handle', '@zane'], ['team t name', 'Core']]);
  const other = copyOf(one);
  set(one, [['person z name', 'Zane Liepkalne'], ['person z handle', 'zane-l'], ['team t name', 'Core readers']]);
  setFields(other, 'bbbbbbbb', [['person z name', 'Zanda Liepkalne'], ['person z handle', 'zanda'], ['team t name', 'Lasītāji'], ['person y removed', 'true']]);
  const names = namesOf(merge(one, other));
  assert.deepEqual(names, { people: ['Zane Liepkalne', 'Zanda Liepkalne'], handles: ['zane-l', 'zanda'], teams: ['Core readers', 'Lasītāji'] });
  assert.deepEqual(namesOf(merge(other, one)), names);
});

test('the id of an own step is published, so it is looked through', () => {
  const document = full();
  set(document, addNode(document, { key: 'anna-berzina-interviews', parent: 'default/engage', name: 'Intervijas' }));
  set(document, addNode(document, { key: 'annas', parent: 'default/engage', name: 'Tikšanās' }));
  const { texts, tree } = reduced(document);
  const ids = texts.filter(({ path }) => path.endsWith(' id')).map(({ path, text }) => `${path}: ${text}`);
  assert.deepEqual(ids.sort(), ['node anna-berzina-interviews id: anna-berzina-interviews', 'node annas id: annas', 'node visit id: visit']);
  const found = findingsIn(texts, { roles, names: namesOf(document) }).filter(({ path }) => path.endsWith(' id'));
  assert.deepEqual(found.map(({ path, kind, isSure }) => [path, kind, isSure]), [['node anna-berzina-interviews id', 'name', true]]);
  // What stays as it is has the same id in every browser, and in a process that starts from the story.
  assert.ok(tree.nodes[0].children.some(({ id }) => id === 'visit'));
  assert.ok(reduced(document, { isWhole: false }).texts.every(({ path }) => path !== 'node visit id'), 'what is left out is not published');
});

test('a name in decomposed letters is found where it stands', () => {
  const text = `x ${'Anna Bērziņa'.normalize('NFD')} y`;
  const [{ start, end }] = findNames(text, NAMES);
  assert.equal(text.slice(start, end).normalize('NFC'), 'Anna Bērziņa');
});

test('findings name the field, and what was only a part can be told to be no name', () => {
  const document = full();
  set(document, [
    ['node default/list reason', 'Zvaniet +371 29123456 vai rakstiet janis@inbox.lv.'], ['node visit description', 'Annas Bērziņas <b>ideja</b>. Anna!'],
    ['node default/map resource r1 title', 'Karte, ko zīmēja Bērziņa'], ['node default/write name', `x${'y'.repeat(200)}`], ['aim', 'Kods 161175-19997'], ['node default/map notes', 'Anna Bērziņa'],
  ]);
  const names = namesOf(document);
  assert.deepEqual(names, { people: ['Anna Bērziņa'], handles: ['anna-b'], teams: ['Lasītāji'] });
  const { texts } = reduced(document);
  const own = storyAnswers(valuesOf(document), treeOf(document), { language: 'lv', today: '2026-03-04' }).texts;
  const found = findingsIn([...own, ...texts], { roles, names }).map(({ path, kind, isSure }) => `${path}: ${kind}${isSure ? '' : '?'}`);
  assert.deepEqual(found, [
    'aim: personal-code-lv', 'node default/list reason: phone-number', 'node default/list reason: email-address', 'node default/map resource r1 title: name?',
    'node default/write name: too-long', 'node visit description: name', 'node visit description: name?', 'node visit description: markup',
  ]);
  const fine = findingsIn([{ path: 'aim', text: 'Bērziņa ir koks', shape: 'text' }], { roles, names, fine: ['Bērziņa'] });
  assert.deepEqual(fine, []);
});

test('what the catalogue refuses is found, what only looks like it is not', () => {
  const kinds = (text) => findingsIn([{ path: 'x', text, shape: 'markdown' }], { roles, names: NAMES }).map(({ kind }) => kind);
  for (const text of ['<b>', '</b>', '<!-- x -->', '<img src=x>', '[x](javascript:alert(1))', '![x](https://evil.example/p.png)', '[x]( data:text/html,x)']) assert.deepEqual(kinds(text), ['markup'], text);
  for (const text of ['1 < 2', 'a <3 b', '\\<b>', '<https://example.org/>', '[x](https://example.org/)', 'x<2 and y>z']) assert.deepEqual(kinds(text), [], text);
  assert.deepEqual(findingsOfTree({ unnamed: [] }, 'x'.repeat(200_001)).map(({ kind }) => kind), ['too-large']);
});

test('the answers of the forms', () => {
  const document = full();
  const values = valuesOf(document);
  assert.deepEqual(storyAnswers(values, treeOf(document), { language: 'lv', today: '2026-04-02' }).answers, {
    language: 'lv', name: 'Pieteikumi', summary: 'Labāki pieteikumi.', schema: 'default', tags: ['Valoda'], text: 'Grūti.\n\nKopā.', objectives: 'Īsāk.',
    owners: ['varam'], 'governance-model': 'citizen-sourcing', start: '2026-03-01', end: '2026-04-01',
  });
  assert.deepEqual(callAnswers(values, { language: 'lv', end: '2026-12-31', roles: ['citizens'], contact: 'info@varam.gov.lv' }).answers, {
    language: 'lv', name: 'Pieteikumi', summary: 'Labāki pieteikumi.', schema: 'default', tags: ['Valoda'], text: 'Īsāk.\n\nGrūti.\n\nKopā.',
    end: '2026-12-31', contact: 'info@varam.gov.lv', roles: ['citizens'], organisation: 'varam',
  });
  assert.deepEqual(storyAnswers(valuesOf(newProcess({ id: ID, replica: A })), treeOf(newProcess({ id: ID, replica: A })), { language: 'en', today: '2026-04-02' }).answers, { language: 'en' });
});

test('a last day that is only planned does not go into the form', () => {
  const document = full();
  const end = (today) => storyAnswers(valuesOf(document), treeOf(document), { language: 'lv', today }).answers.end;
  assert.deepEqual([end('2026-03-31'), end('2026-04-01'), end('2026-04-02')], [undefined, undefined, '2026-04-01']);
  set(document, [['state', 'done']]);
  assert.equal(end('2026-03-31'), '2026-04-01');
  set(document, [['state', undefined], ['node default/write status', 'done'], ['node visit status', 'done']]);
  assert.equal(end('2026-03-31'), '2026-04-01');
});

test('a large process is reduced and looked through in little time', () => {
  const document = largeProcess(2_000);
  const before = performance.now();
  const { tree, texts } = reduced(document);
  findingsIn(texts, { roles, names: { ...NAMES, people: Array.from({ length: 60 }, (_, index) => `Vārds${index} Uzvārds${index}`) } });
  writeTree(tree);
  assert.ok(performance.now() - before < 4_000);
});

test('a call is known by its address or its slug', () => {
  for (const written of ['new-bus', ' new-bus ', 'https://x.org/sub/lv/calls/new-bus/', '/en/calls/new-bus', 'file:///x/en/calls/new-bus/index.html']) assert.equal(callOf(written), 'new-bus', written);
  for (const written of ['', 'New bus', '/calls/', '../x', 'https://x.org/en/stories/a/']) assert.equal(callOf(written), undefined, written);
});
