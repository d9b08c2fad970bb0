// Names of a team as texts, addresses and ids write them. What the workspace does with them is in publish.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNames } from '../../../themes/default/static/process-names.js';

const NAMES = {
  people: ['Juris Zālītis', 'Inga Ķēniņa', 'Una Lapa', 'Rosa Luna', 'Li Wu'], handles: ['anna-b'], teams: ['Bibliotēkas lasītāji'],
};
/** What is found, with its place checked. */
const found = (text) => findNames(text, NAMES).map(({ start, end, text: name, isSure }) => {
  assert.equal(text.slice(start, end), name);
  return `${name}${isSure ? '!' : ''}`;
});

test('signs that nobody sees do not hide a name', () => {
  assert.deepEqual(found('x Juris Zā\u00adlī\u200btis\u200b x'), ['Juris Zā\u00adlī\u200btis!']);
  assert.deepEqual(found('\u2060@anna\u200d-b'), ['@anna\u200d-b!']);
  assert.deepEqual(findNames('Juris Zālītis', { people: ['Ju\u00adris Zālītis'], handles: [], teams: [] }).length, 1);
  assert.deepEqual(found('so\u00adft hy\u200bphens\u00ad'), []);
});

test('a name is found in an address, encoded or not', () => {
  assert.deepEqual(found('https://example.org/Juris_Z%C4%81l%C4%ABtis.html'), ['Juris_Z%C4%81l%C4%ABtis!']);
  assert.deepEqual(found('https://example.org/?q=Inga%20%C4%B6%C4%93ni%C5%86a&p=1'), ['Inga%20%C4%B6%C4%93ni%C5%86a!']);
  assert.deepEqual(found('?q=juri%20z%C4%81l%C4%ABti ?q=Inga+Kenina %40anna-b'), ['juri%20z%C4%81l%C4%ABti!', 'Inga+Kenina!', '%40anna-b!']);
  assert.deepEqual(found('bibliot%C4%93kas-las%C4%ABt%C4%81ji'), ['bibliot%C4%93kas-las%C4%ABt%C4%81ji']);
  assert.deepEqual(found('100%25 %E9 %C4 %zz %'), []);
});

test('marks of Markdown and entities within a name do not hide it', () => {
  assert.deepEqual(found('Juris Zāl**ī**tis!'), ['Juris Zāl**ī**tis!']);
  assert.deepEqual(found('_Juris_ **Zālītis** un `Inga` __Ķēniņa__'), ['Juris_ **Zālītis!', 'Inga` __Ķēniņa!']);
  assert.deepEqual(found('Inga K&#275;niņa, Inga K&#x113;ni&ncedil;a; Inga&nbsp;K&emacr;nina'),
    ['Inga K&#275;niņa!', 'Inga K&#x113;ni&ncedil;a!', 'Inga&nbsp;K&emacr;nina!']);
  assert.deepEqual(found('Juris\\_Zālītis'), ['Juris\\_Zālītis!']);
  assert.deepEqual(found('&#99999999; &#0; &foo; & &; **b** `c` __init__ ~~d~~'), []);
});

test('a whole name without blanks is found in small letters and every case', () => {
  assert.deepEqual(found('intervija-ar-juri-zaliti'), ['juri-zaliti!']);
  assert.deepEqual(found('/jura_zalisa/ ingai.keninai juris·zalitis juris*zalitis'), ['jura_zalisa!', 'ingai.keninai!', 'juris·zalitis!', 'juris*zalitis!']);
  // “And leaves”, “the moon of a rose”: with a blank, only as it is or with a capital letter.
  assert.deepEqual(found('un lapas, un-lapas, rosas lunas, juri zaliti, lapas-unas, rosas-lunar'), []);
  assert.deepEqual(found('juri-ar-zaliti'), []);
});

test('names in one word are a doubt', () => {
  assert.deepEqual(found('juriszalitis JurisZālītis ZālītisJuris juriszalisa'), ['juriszalitis', 'JurisZālītis', 'ZālītisJuris', 'juriszalisa']);
  assert.deepEqual(found('liwu juriszalitiss xjuriszalitis'), [], 'too short, or another word');
});

test('in a long text of marks there is no name', () => {
  assert.deepEqual(found('*_'.repeat(50_000) + '%C4'.repeat(30_000) + '&a'.repeat(50_000) + '%C4%81 &amp; *word* '.repeat(5_000)), []);
});
