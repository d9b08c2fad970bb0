/**
 * What of a process may be published as a story or as a call: only what is named here, field by field. A new field of the
 * process is not published until somebody adds it to this file.
 *
 * Of the tree: which steps there are, which were done, which were skipped and why, the Interlinkers that were used, with
 * their versions, and links to public results. Of a node taken unchanged from a schema only its name is kept; what the
 * team wrote comes along with its language. Never: notes, people, teams, who is responsible, days, problems and
 * prerequisites of nodes, complexity, claims and points, what happened when, files, the logo.
 *
 * The form of `tree.yaml` is that of `STORY_TREE` in generator/src/model/definition.rs.
 *
 * @import { Tree, TreeNode } from './process-tree.js'
 * @import { Fields } from './process.js'
 * @typedef {{ node?: string, id?: string, status?: string, reason?: string, language?: string, name?: string,
 *             description?: string, interlinkers?: { interlinker: string, version?: string }[],
 *             links?: { title: string, address: string }[], children?: StoryNode[] }} StoryNode
 * @typedef {{ language: string, nodes: StoryNode[] }} StoryTree
 * @typedef {{ path: string, text: string, shape: 'line' | 'text' | 'markdown' }} Leaving  a text that would leave, and the
 *   field of the process that it stands in; of the id of a step `node … id`, which is no field
 * @typedef {{ path: string, title: string, address: string, isTaken: boolean }} Link
 * @typedef {{ tree: StoryTree, texts: Leaving[], links: Link[], privateLinks: number, unknownUses: string[],
 *             unnamed: string[], count: { steps: number, done: number, skipped: number, own: number },
 *             used: string[], chosen: { node: string, id: string, interlinker: string }[] }} Reduced  `unnamed`: keys of
 *   nodes that have no name of their own and need one; `chosen`: entries of the register that nobody marked as used
 */
import { SLUG, isWebAddress } from './process-fields.js';
import { scalar, quotedScalar } from './process-write.js';

/** As `MAX_LINE` and `MAX_TEXT` of generator/src/model/definition.rs and `MAX_TREE` of model/form.rs say. */
export const MOST = { line: 200, text: 2_000, markdown: 20_000, tree: 200_000 };

/**
 * The tree as a story has it.
 *
 * @param {Tree} tree
 * @param {{ language: string, schemaWords: (key: string, language: string) => { name?: string, description?: string } | undefined,
 *           isKnown: (node: TreeNode) => boolean, interlinkers?: { has: (slug: string) => boolean }, leftOut?: Set<string>,
 *           isWhole?: boolean }} options  `language`: in which the team writes; `isKnown`: whether the catalogue has the node
 *   of a schema; `leftOut`: paths of links that are not for everybody; `isWhole`: also steps of which nothing was done
 * @returns {Reduced}
 */
export function reduceTree(tree, { language, schemaWords, isKnown, interlinkers, leftOut = new Set(), isWhole = true }) {
  // Ids that stay as they are come before those that are made.
  const taken = new Set([...tree.nodes.values()].filter((node) => node.isOwn && SLUG.test(node.key)).map(({ key }) => key));
  let privateLinks = 0;
  const unknownUses = new Set();
  const used = new Set();
  /** @type {Reduced['chosen']} */
  const chosen = [];

  /** @param {TreeNode} node @returns {Part | undefined} the node and all below it, or nothing where nothing of it is told */
  const reduced = (node) => {
    if (node.isRemoved) return undefined;
    const { key } = node;
    const field = (name) => /** @type {string | undefined} */ (node.fields.get(name));
    /** @type {Part} */
    const part = { made: undefined, texts: [], links: [], unnamed: [], count: { steps: 1, done: 0, skipped: 0, own: 0 } };
    const say = (path, shape, text) => {
      if (text !== undefined) part.texts.push({ path: `node ${key} ${path}`, text, shape });
      return text;
    };
    const isReference = !node.isOwn && isKnown(node);
    const own = field('language') ?? language;
    const isDone = node.isLeaf && node.counts && node.status === 'done';
    const status = node.isSkipped ? 'skipped' : isDone ? 'done' : undefined;
    const reason = node.isSkipped ? say('reason', 'text', field('reason')) : undefined;

    const words = isReference ? schemaWords(key, own) : undefined;
    const changed = (name) => (field(name) === words?.[name] ? undefined : field(name));
    const name = say('name', 'line', changed('name'));
    const description = say('description', 'markdown', changed('description'));
    if (!isReference && name === undefined) part.unnamed.push(key);
    const hasWords = name !== undefined || description !== undefined;

    /** @type {{ interlinker: string, version?: string }[]} */
    const uses = [];
    for (const [id, fields] of node.use) {
      const [slug, version] = ['interlinker', 'version'].map((one) => /** @type {string | undefined} */ (fields.get(one)));
      const isUsed = (fields.get('status') ?? 'used') === 'used';
      if (fields.get('removed') === 'true' || !slug) continue;
      if (interlinkers && !interlinkers.has(slug)) {
        if (isUsed) unknownUses.add(slug);
        continue;
      }
      if (!isUsed) {
        chosen.push({ node: key, id, interlinker: slug });
        continue;
      }
      if (uses.some((one) => one.interlinker === slug && one.version === version)) continue;
      uses.push({ interlinker: slug, ...(version === undefined ? {} : { version }) });
      used.add(slug);
      say(`use ${id} version`, 'line', version);
    }

    const links = [];
    for (const [id, fields] of node.resource) {
      const [title, address] = ['title', 'address'].map((one) => /** @type {string | undefined} */ (fields.get(one)));
      if (fields.get('removed') === 'true' || !title || !address) continue;
      if (!isPublic(address)) {
        privateLinks++;
        continue;
      }
      const path = `node ${key} resource ${id}`;
      const isTaken = !leftOut.has(path);
      part.links.push({ path, title, address, isTaken });
      if (!isTaken) continue;
      links.push({ title, address });
      say(`resource ${id} title`, 'line', title);
      say(`resource ${id} address`, 'text', address);
    }

    const below = node.children.map(reduced).filter((child) => child !== undefined);
    const isTold = status !== undefined || uses.length > 0 || part.links.length > 0 || below.length > 0;
    if (!isWhole && !isTold) return undefined;
    // Words must say their language; reasons and links have that of the tree.
    const needsLanguage = hasWords || (own !== language && (reason !== undefined || links.length > 0));
    part.made = withValues({
      // Whoever writes a file by hand makes ids of words, and they are published like any other.
      ...(isReference ? { node: key } : { id: say('id', 'line', idOf(key, taken)) }),
      status, reason, language: needsLanguage ? own : undefined, name, description,
      interlinkers: uses, links, children: below.map(({ made }) => made),
    });
    if (status !== undefined) part.count[status]++;
    if (hasWords) part.count.own++;
    return together([part, ...below], part.made);
  };

  const parts = tree.roots.map(reduced).filter((part) => part !== undefined);
  const { made, ...rest } = together(parts, undefined);
  return {
    ...rest, tree: { language, nodes: parts.map((part) => part.made) }, privateLinks, unknownUses: [...unknownUses], used: [...used],
    chosen,
  };
}

/**
 * @typedef {{ made: StoryNode, texts: Leaving[], links: Link[], unnamed: string[], count: Reduced['count'] }} Part
 * @param {Part[]} parts @param {StoryNode | undefined} made
 * @returns {Part}
 */
function together(parts, made) {
  const count = { steps: 0, done: 0, skipped: 0, own: 0 };
  for (const part of parts) for (const name of Object.keys(count)) count[name] += part.count[name];
  const all = (name) => parts.flatMap((part) => part[name]);
  return { made, texts: all('texts'), links: all('links'), unnamed: all('unnamed'), count };
}

/** Without what is absent or empty. @template {object} T @param {T} fields @returns {any} */
const withValues = (fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value.length > 0));

/** The key of an own node as the name of a step, or the nearest to it that no other has. @param {string} key @param {Set<string>} taken */
function idOf(key, taken) {
  if (SLUG.test(key)) return key;
  const stem = key.toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 90).replace(/-+$/u, '') || 'step';
  let id = stem;
  for (let number = 2; taken.has(id); number++) id = `${stem}-${number}`;
  taken.add(id);
  return id;
}

/** Ends of names that only one network knows. */
const PRIVATE_ENDS = /(?:^|\.)(?:localhost|local|lan|home|internal|intranet|corp|test|invalid|onion|home\.arpa)$/u;
const PRIVATE_NUMBERS = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2[0-9]|3[01])|100\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\./u;

/** Whether an address of the web leads where everybody may be, as far as the address says. @param {string} address */
export function isPublic(address) {
  if (!isWebAddress(address)) return false;
  const host = new URL(address).hostname.replace(/\.+$/u, '').toLowerCase();
  if (host.startsWith('[')) return /^\[[23]/u.test(host);
  if (/^[0-9.]+$/u.test(host)) return !PRIVATE_NUMBERS.test(host);
  return host.includes('.') && !PRIVATE_ENDS.test(host);
}

// --- The file ---

/** @param {StoryTree} tree @returns {string} `tree.yaml` */
export function writeTree({ language, nodes }) {
  const lines = [`language: ${plain(language)}`];
  /** @param {StoryNode[]} list @param {string} name @param {string} indent */
  const write = (list, name, indent) => {
    lines.push(`${indent}${name}:`);
    const inner = `${indent}    `;
    for (const node of list) {
      Object.entries(node).forEach(([field, value], index) => {
        const head = index === 0 ? `${indent}  - ` : inner;
        if (typeof value === 'string') {
          lines.push(`${head}${field}: ${plain(value, inner)}`);
        } else if (field === 'children') {
          write(/** @type {StoryNode[]} */ (value), field, inner);
        } else {
          lines.push(`${head}${field}:`);
          for (const item of value) {
            Object.entries(/** @type {Record<string, string>} */ (item)).forEach(([name, text], place) =>
              lines.push(`${inner}  ${place === 0 ? '- ' : '  '}${name}: ${plain(text, `${inner}    `)}`));
          }
        }
      });
    }
  };
  write(nodes, 'nodes', '');
  return `${lines.join('\n')}\n`;
}

/** A text; one that could be read as a number stands in quotes. @param {string} text @param {string} [indent] */
const plain = (text, indent = '') => (/^[0-9]/u.test(text) && !text.includes('\n') ? quotedScalar(text) : scalar(text, indent));

// --- The answers of the forms ---

/**
 * @param {{ process: Fields, organisation: Map<string, Fields> }} values
 * @param {{ language: string }} options
 */
function common({ process, organisation }, { language }) {
  const text = (name) => /** @type {string | undefined} */ (process.get(name));
  const owners = [...organisation.values()]
    .filter((fields) => fields.get('removed') !== 'true' && fields.get('slug'))
    .map((fields) => /** @type {string} */ (fields.get('slug')));
  const answers = { language, name: text('name'), summary: text('description'), schema: text('schema'), tags: process.get('tags') };
  /** @type {Leaving[]} */
  const texts = [];
  const take = (name, shape) => {
    if (text(name) !== undefined) texts.push({ path: name, text: text(name), shape });
    return text(name);
  };
  take('name', 'line');
  take('description', 'text');
  for (const tag of process.get('tags') ?? []) texts.push({ path: 'tags', text: tag, shape: 'line' });
  const joined = (names) => names.map((name) => take(name, 'markdown')).filter((one) => one !== undefined).join('\n\n') || undefined;
  return { answers, texts, owners: [...new Set(owners)], joined, take };
}

/**
 * What the form of a story is filled in with, besides the tree.
 *
 * @param {{ process: Fields, organisation: Map<string, Fields> }} values @param {Tree} tree
 * @param {{ language: string, today: string }} options
 */
export function storyAnswers(values, tree, { today, ...options }) {
  const { answers, texts, owners, joined, take } = common(values, options);
  // While there is something to do, the last day of the tree is only planned.
  const isOver = tree.status === 'done' || values.process.get('state') === 'done' || (tree.end ?? today) < today;
  return {
    answers: withValues({
      ...answers,
      text: joined(['challenges', 'idea']),
      objectives: take('aim', 'markdown'),
      owners,
      'governance-model': values.process.get('governance-model'),
      // A process may be written down long after it began.
      start: [values.process.get('start'), tree.start].filter(Boolean).sort()[0],
      end: isOver ? tree.end : undefined,
    }),
    texts,
  };
}

/**
 * What the form of a call is filled in with.
 *
 * @param {{ process: Fields, organisation: Map<string, Fields> }} values
 * @param {{ language: string, end?: string, roles?: string[], contact?: string }} options
 */
export function callAnswers(values, { end, roles, contact, ...options }) {
  const { answers, texts, owners, joined } = common(values, options);
  if (contact) texts.push({ path: 'contact', text: contact, shape: 'line' });
  return {
    answers: withValues({
      ...answers,
      text: joined(['aim', 'challenges', 'idea']),
      end, contact, roles,
      organisation: owners.length === 1 ? owners[0] : undefined,
    }),
    texts,
  };
}

/**
 * The slug of a call in what somebody wrote: the address of its page, or the slug.
 *
 * @param {string} written @returns {string | undefined}
 */
export function callOf(written) {
  const slug = /\/calls\/([^/?#]+)/u.exec(written)?.[1] ?? written.trim();
  return SLUG.test(slug) ? slug : undefined;
}
