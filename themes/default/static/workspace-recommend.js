/**
 * Which Interlinkers for which node of a process, and why: the ranking of generator/src/recommend.rs, number by number,
 * over the tree that a team has made its own. A node's own needs come first, then those of the nodes above it; a rare
 * need weighs more than a common one. Parents roll up what is recommended below them. Pure.
 *
 * @typedef {{ slug: string, nature: string, problems: string[], languages: number }} Candidate
 * @typedef {{ slug: string, own: string[], inherited: string[], weight: [own: number, inherited: number] }} Recommended
 *   `own`, `inherited`: the needs that it answers, the rarest first
 * @typedef {{ of: (own: string[], inherited: string[]) => Recommended[], together: (lists: Recommended[][]) => Recommended[],
 *             solving: (problem: string) => string[], total: number }} Recommender
 */

/** The order in which natures are offered. */
const NATURES = ['software', 'knowledge', 'external-software', 'external-knowledge'];

const byText = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

/** @param {Candidate[]} candidates those that may be offered @returns {Recommender} */
export function recommenderOf(candidates) {
  const known = new Map([...candidates].sort((one, other) => byText(one.slug, other.slug)).map((one) => [one.slug, one]));
  /** @type {Map<string, string[]>} */
  const solvedBy = new Map();
  for (const { slug, problems } of known.values()) {
    for (const problem of new Set(problems)) solvedBy.set(problem, [...(solvedBy.get(problem) ?? []), slug]);
  }
  const solving = (problem) => solvedBy.get(problem) ?? [];
  const weightOf = (problem) => {
    const count = solving(problem).length;
    return Math.log(1 + (known.size - count + 0.5) / (count + 0.5));
  };
  const rarestFirst = (problems) => problems.sort((one, other) => weightOf(other) - weightOf(one) || byText(one, other));
  const sum = (problems) => problems.reduce((total, problem) => total + weightOf(problem), 0);
  const order = (one, other) => {
    const [left, right] = [known.get(one.slug), known.get(other.slug)];
    return (
      other.weight[0] - one.weight[0] ||
      other.weight[1] - one.weight[1] ||
      NATURES.indexOf(left.nature) - NATURES.indexOf(right.nature) ||
      right.languages - left.languages ||
      byText(one.slug, other.slug)
    );
  };
  /** Many nodes of a tree raise the same needs. @type {Map<string, Recommended[]>} */
  const made = new Map();
  const of = (ownGiven, inheritedGiven) => {
    const own = [...new Set(ownGiven)];
    const inherited = [...new Set(inheritedGiven)].filter((problem) => !own.includes(problem));
    const name = `${[...own].sort().join(' ')}|${[...inherited].sort().join(' ')}`;
    const ready = made.get(name);
    if (ready) return ready;
    const found = new Set([...own, ...inherited].flatMap(solving));
    const list = [...found]
      .map((slug) => {
        const shared = (problems) =>
          rarestFirst(problems.filter((problem) => known.get(slug).problems.includes(problem)));
        const [mine, theirs] = [shared(own), shared(inherited)];
        return { slug, own: mine, inherited: theirs, weight: /** @type {[number, number]} */ ([sum(mine), sum(theirs)]) };
      })
      .sort(order);
    made.set(name, list);
    return list;
  };
  /** Each Interlinker once, with its best reason. @param {Recommended[][]} lists */
  const together = (lists) => {
    const seen = new Set();
    // Equal lists are one list here.
    return [...new Set(lists)]
      .flat()
      .sort(order)
      .filter(({ slug }) => !seen.has(slug) && seen.add(slug));
  };
  return { of, together, solving, total: known.size };
}

/**
 * What is recommended for a node of a tree: of a leaf by its needs, of a parent also what is recommended below it.
 *
 * @param {Recommender} recommender
 * @param {import('./process-tree.js').TreeNode} node
 * @param {(node: import('./process-tree.js').TreeNode) => string[]} problemsOf
 * @returns {Recommended[]}
 */
export function recommendedFor(recommender, node, problemsOf) {
  /** @type {string[]} */
  const above = [];
  for (let one = node.parent; one; one = one.parent) above.push(...problemsOf(one));
  const collect = (one, inherited) => {
    if (one.isLeaf) return [recommender.of(problemsOf(one), inherited)];
    const ofIt = [...problemsOf(one), ...inherited];
    // What a parent itself raises counts like what its tasks have from it.
    const own = recommender.of([], ofIt);
    return [own, ...one.children.filter((child) => child.counts).flatMap((child) => collect(child, ofIt))];
  };
  if (node.isLeaf) return recommender.of(problemsOf(node), above);
  return recommender.together(collect(node, above));
}
