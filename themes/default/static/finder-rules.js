/**
 * The guide's arithmetic in the browser: answers -> advice. The same sum, number by number, as `generator/src/guide.rs`,
 * where it is explained; a test lets both answer the same random questions. No page, no words: numbers of questions,
 * answers, targets and candidates only.
 *
 * @typedef {[target: number, points: number]} Weight
 * @typedef {{ id: string, several: boolean, answers: { id: string, weights: Weight[] }[] }} Question
 * @typedef {{ questions: Question[], targets: [kind: string, id: string][],
 *             candidates: { slug: string, needs: number[], fits: number[] }[] }} Rules
 * @typedef {{ target: number, points: number, because: [question: number, answer: number, points: number][] }} Scored
 * @typedef {{ candidate: number, need: number, fit: number, because: number[] }} Picked
 * @typedef {{ models: Scored[], phases: Scored[], problems: Scored[], interlinkers: Picked[], answered: number,
 *             unknown: string[] }} Advice
 */

const PHASES = 2;
const PROBLEMS = 5;
const INTERLINKERS = 6;
const CLEAR_NEED = 3;

/**
 * The answers that count: of a question that takes one answer the first known one.
 *
 * @param {Rules} rules @param {Iterable<[string, string]>} parameters
 * @returns {{ chosen: [number, number][], unknown: string[] }} in the order of the questions
 */
export function chosenAnswers(rules, parameters) {
  /** @type {Set<number>[]} */
  const chosen = rules.questions.map(() => new Set());
  const unknown = new Set();
  for (const [name, value] of parameters) {
    const question = rules.questions.findIndex(({ id }) => id === name);
    const answer = question < 0 ? -1 : rules.questions[question].answers.findIndex(({ id }) => id === value);
    if (answer < 0) unknown.add(name);
    else if (rules.questions[question].several || chosen[question].size === 0) chosen[question].add(answer);
  }
  const pairs = chosen.flatMap((answers, question) => [...answers].sort((a, b) => a - b).map((answer) => [question, answer]));
  return { chosen: pairs, unknown: [...unknown] };
}

/**
 * @param {Rules} rules @param {Iterable<[string, string]>} parameters the name and value of each parameter of an address
 * @returns {Advice}
 */
export function advise(rules, parameters) {
  const { chosen, unknown } = chosenAnswers(rules, parameters);
  /** @type {Map<number, Scored>} */
  const scores = new Map();
  for (const [question, answer] of chosen) {
    for (const [target, points] of rules.questions[question].answers[answer].weights) {
      const scored = scores.get(target) ?? { target, points: 0, because: [] };
      scored.points += points;
      scored.because.push([question, answer, points]);
      scores.set(target, scored);
    }
  }
  const ranked = (kind, most = Infinity) => [...scores.values()]
    .filter(({ target }) => rules.targets[target][0] === kind)
    .sort((left, right) => right.points - left.points || left.target - right.target)
    .slice(0, most);
  return {
    models: ranked('model'),
    phases: ranked('phase', PHASES),
    problems: ranked('problem', PROBLEMS),
    interlinkers: pick(rules, scores),
    answered: new Set(chosen.map(([question]) => question)).size,
    unknown,
  };
}

/** @param {Rules} rules @param {Map<number, Scored>} scores @returns {Picked[]} */
function pick(rules, scores) {
  const of = (target) => scores.get(target)?.points ?? 0;
  const sum = (targets) => targets.reduce((total, target) => total + of(target), 0);
  const isProblem = (target) => rules.targets[target][0] === 'problem';
  const isClear = [...scores.values()].some(({ target, points }) => isProblem(target) && points >= CLEAR_NEED);
  return rules.candidates
    .map(({ needs, fits }, candidate) => ({
      candidate,
      need: sum(needs),
      fit: sum(fits),
      because: [...needs, ...fits].filter((target) => of(target) > 0).sort((left, right) => of(right) - of(left) || left - right),
    }))
    .filter(({ candidate, need }) => need > 0
      && (!isClear || rules.candidates[candidate].needs.some((target) => isProblem(target) && of(target) > 0)))
    .sort((left, right) => right.need + right.fit - left.need - left.fit
      || right.need - left.need || left.candidate - right.candidate)
    .slice(0, INTERLINKERS);
}
