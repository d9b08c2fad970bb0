/**
 * "What do I need?": the questions of finder.html become answers in the address (`?lead=citizens&task=plan`), and the
 * advice for them is shown below, so that every advice can be linked, shared and gone back to. Nothing is stored.
 * The rules and the words of what they name come from `guide.json`, made with the page; the sum is in finder-rules.js.
 *
 * @import { Advice, Picked, Rules, Scored } from './finder-rules.js'
 * @typedef {{ text: string, lang: string | null, note: string | null }} Text  lang and note: where it is not in the
 *     language of the page
 * @typedef {{ name: Text, url?: string, summary?: Text, sign?: string, schema?: { url: string, name: string, lang: string | null } }} Target
 * @typedef {{ rules: Rules, targets: Target[], candidates: { name: Text, url: string, kind: string, sign: string, summary?: Text }[],
 *             catalogue: string }} Data
 */
import { jsonOf, pageAddress, publishedAt } from './data.js';
import { advise, chosenAnswers } from './finder-rules.js';
import { copyAddress, drawing, element, language, numeral, speaker, textsIn, worded } from './page.js';

/** Longest piece of a stranger's address that is repeated on the page. */
const LONGEST_NAME = 40;

const words = textsIn('guide-words');
const form = /** @type {HTMLFormElement} */ (document.getElementById('guide'));
const questions = /** @type {HTMLDetailsElement} */ (document.getElementById('questions'));
const answer = document.getElementById('answer');
const tally = document.getElementById('tally');
const note = document.getElementById('guide-note');
const copied = document.getElementById('copied');

/** @type {Data} */
let data;

const say = speaker(words);

/** A text with its language and the word about it, where that is another one. @param {string} name @param {Text} text */
function noted(name, text) {
  const made = worded(name, text);
  return text.note ? [made, ' ', element('span', { className: 'in' }, text.note)] : [made];
}

/** @param {Target} target @param {string} [className] */
function targetLink({ name, url, sign }, className = '') {
  const link = element('a', { href: pageAddress(url ?? '#'), className }, ...(sign ? [drawing(sign)] : []), name.text);
  if (name.lang) link.lang = name.lang;
  return link;
}

/** The label of an answer, as it stands on the page. @param {number} question @param {number} place */
function answerText(question, place) {
  const { id, answers } = data.rules.questions[question];
  const label = form.querySelector(`label[for="${CSS.escape(`${id}-${answers[place].id}`)}"]`);
  return label?.textContent ?? answers[place].id;
}

/** @param {Scored} scored */
function because({ because: sources }) {
  const answers = sources.map(([question, place, points]) =>
    say('answer-points', { answer: answerText(question, place), points: numeral.format(points) }));
  return say('because', { answers: new Intl.ListFormat(language).format(answers) });
}

/** One sentence in a notch. @param {string} sign @param {...string} sentences */
const why = (sign, ...sentences) =>
  element('div', { className: 'why' }, drawing(sign), element('div', {}, ...sentences.map((text) => element('p', {}, text))));

/** @param {Scored} scored @param {string} className */
function model(scored, className) {
  const target = data.targets[scored.target];
  return element('div', { className },
    element('h4', {}, targetLink(target)),
    ...(target.summary ? [element('p', {}, ...noted('span', target.summary))] : []),
    element('p', { className: 'small quiet num' }, say('points', { count: numeral.format(scored.points) })),
    why('find', because(scored)));
}

/** @param {Scored[]} models */
function showModels(models) {
  const most = models[0]?.points ?? 0;
  const best = models.filter(({ points }) => points === most);
  document.getElementById('models-found').replaceChildren(...best.map((scored) => model(scored, 'best')));
  const other = document.getElementById('models-other');
  other.querySelector('div').replaceChildren(...models.slice(best.length).map((scored) => model(scored, 'other')));
  other.hidden = models.length === best.length;
  document.getElementById('no-model').hidden = models.length > 0;
  const schema = best.map(({ target }) => data.targets[target].schema).find(Boolean);
  const place = document.getElementById('schema-found');
  place.hidden = !schema;
  if (schema) {
    const link = element('a', { href: pageAddress(schema.url) }, schema.name);
    if (schema.lang) link.lang = schema.lang;
    place.querySelector('p').replaceChildren(link);
  }
}

/** @param {string} list @param {Scored[]} found */
function showTargets(list, found) {
  const rows = found.map((scored) => {
    const target = data.targets[scored.target];
    return element('li', {}, targetLink(target, target.sign ? 'tag' : ''), why('find', because(scored)));
  });
  document.getElementById(list).replaceChildren(...rows);
}

/** @param {Picked} picked */
function interlinker({ candidate, because: reasons }) {
  const item = data.candidates[candidate];
  const names = (targets) => new Intl.ListFormat(language).format(targets.map((target) => data.targets[target].name.text));
  const isNeed = (target) => ['problem', 'theme'].includes(data.rules.targets[target][0]);
  const needs = reasons.filter(isNeed);
  const fits = reasons.filter((target) => !isNeed(target));
  const sentences = [say('why-needs', { names: names(needs) })];
  if (fits.length > 0) sentences.push(say('why-fits', { names: names(fits) }));
  const sign = data.targets[needs[0]]?.sign ?? 'find';
  const link = element('a', { href: pageAddress(item.url) }, item.name.text);
  if (item.name.lang) link.lang = item.name.lang;
  const heading = element('h4', {}, link);
  if (item.name.note) heading.append(' ', element('span', { className: 'in' }, item.name.note));
  return element('li', {}, drawing(item.sign, 'sign'), element('div', {},
    element('p', { className: 'kind' }, item.kind), heading,
    ...(item.summary ? [element('p', {}, ...noted('span', item.summary))] : []), why(sign, ...sentences)));
}

/** The catalogue, filtered to what was found. @param {Advice} advice */
function catalogueLink({ problems, interlinkers }) {
  const query = new URLSearchParams();
  const solved = new Set(interlinkers.flatMap(({ because: targets }) => targets));
  for (const { target } of problems) if (solved.has(target)) query.append('problem', data.rules.targets[target][1]);
  if (query.size === 0) {
    for (const target of solved) if (data.rules.targets[target][0] === 'theme') query.append('theme', data.rules.targets[target][1]);
  }
  return query.size > 0 ? `${data.catalogue}?${query}` : data.catalogue;
}

function show() {
  // A reader may answer while the rules are still on their way; begin() shows what the address says by then.
  if (!data) return;
  const parameters = [...new URLSearchParams(location.search)];
  const advice = advise(data.rules, parameters);
  const chosen = chosenAnswers(data.rules, parameters).chosen.map(([question, place]) => {
    const { id, answers } = data.rules.questions[question];
    return `${id}-${answers[place].id}`;
  });
  for (const input of form.querySelectorAll('input')) input.checked = chosen.includes(input.id);

  const total = data.rules.questions.length;
  document.getElementById('answered').textContent =
    say('answered', { count: numeral.format(advice.answered), total: numeral.format(total) });
  const best = advice.models.filter(({ points }) => points === advice.models[0].points);
  document.getElementById('best').textContent = best.length > 0
    ? say('best', { name: new Intl.ListFormat(language).format(best.map(({ target }) => data.targets[target].name.text)) })
    : '';
  tally.hidden = advice.answered === 0;
  const names = advice.unknown.map((name) => `${words['quote-open']}${name.slice(0, LONGEST_NAME)}${words['quote-close']}`);
  note.textContent = names.length > 0 ? say('unknown', { names: names.slice(0, 5).join(', ') }) : '';
  note.hidden = names.length === 0;

  answer.hidden = advice.answered === 0;
  showModels(advice.models);
  showTargets('phases-found', advice.phases);
  document.getElementById('no-phase').hidden = advice.phases.length > 0;
  showTargets('needs-found', advice.problems);
  document.getElementById('needs-found').parentElement.hidden = advice.problems.length === 0;
  document.getElementById('interlinkers-found').replaceChildren(...advice.interlinkers.map(interlinker));
  document.getElementById('no-interlinker').hidden = advice.interlinkers.length > 0;
  const link = document.getElementById('in-catalogue');
  link.href = pageAddress(catalogueLink(advice));
  link.parentElement.hidden = advice.interlinkers.length === 0;
  copied.textContent = '';
  form.dataset.settled = '';
}

form.addEventListener('change', () => {
  const query = new URLSearchParams(/** @type {any} */ (new FormData(form))).toString();
  history.pushState(null, '', query ? `?${query}` : location.pathname);
  show();
});
form.addEventListener('submit', (event) => event.preventDefault());

document.getElementById('see').addEventListener('click', (event) => {
  event.preventDefault();
  answer.scrollIntoView();
  document.getElementById('answer-title').focus({ preventScroll: true });
});
document.getElementById('again').addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  history.pushState(null, '', location.pathname);
  show();
  questions.open = true;
  form.querySelector('input')?.focus();
});
document.getElementById('copy').addEventListener('click', () =>
  copyAddress(publishedAt(location.search, words.published) ?? location.href, copied, say));
addEventListener('popstate', show);

async function begin() {
  const opened = location.search;
  try {
    data = await jsonOf(new URL(form.dataset.json, location.href));
  } catch {
    note.textContent = say('failed');
    note.hidden = false;
    return;
  }
  for (const input of form.querySelectorAll('input')) input.hidden = false;
  for (const leads of form.querySelectorAll('.leads')) leads.hidden = true;
  show();
  // Whoever opens an advice that was shared reads it first; the questions stay one click away, and open for a reader
  // who has begun to answer them.
  questions.open = answer.hidden || location.search !== opened;
}
begin();
