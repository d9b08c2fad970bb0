/**
 * What the workspace knows of the site: its schemas, stories, needs and Interlinkers (`data.json`), and of the schemas
 * that the open process follows their tree and words. What a process needs is kept beside it in the browser, so that it
 * can be read without the network too.
 *
 * @import { Store } from './workspace-store.js'
 * @import { TreeNode } from './process-tree.js'
 * @import { Recommender } from './workspace-recommend.js'
 * @typedef {{ text: string, lang?: string | null, note?: string | null }} Text
 * @typedef {{ url: string, title: string, lang?: string, language?: string, format: string, size: number }} File
 * @typedef {{ slug: string, name: Text, summary?: Text, url: string, schema?: string }} Source
 * @typedef {{ slug: string, name: Text, url: string, sign: string }} Problem
 * @typedef {{ slug: string, name: Text, summary?: Text, url: string, nature: string, kind: string, problems: string[],
 *             languages: number, version?: string, files: File[], address?: string }} Interlinker
 * @typedef {{ schemas: Source[], stories: Source[], problems: Map<string, Problem>, interlinkers: Map<string, Interlinker>,
 *             recommender: Recommender, isMissing: boolean }} Catalogue
 */
import { jsonOf } from './data.js';
import { language } from './page.js';
import { recommenderOf } from './workspace-recommend.js';

/** @param {any} json @returns {Catalogue} */
function catalogueOf(json, isMissing = false) {
  const bySlug = (items) => new Map((items ?? []).map((item) => [item.slug, item]));
  return {
    schemas: json.schemas ?? [],
    stories: json.stories ?? [],
    problems: bySlug(json.problems),
    interlinkers: bySlug(json.interlinkers),
    recommender: recommenderOf(json.interlinkers ?? []),
    isMissing,
  };
}

/** @param {string} address of data.json @param {Store} [store] @returns {Promise<Catalogue>} */
export async function loadCatalogue(address, store) {
  const json = await newestOf(`catalogue:${language}`, address, store, store?.isLasting);
  return json ? catalogueOf(json) : catalogueOf({}, true);
}

/**
 * Keeps what a process needs of the site, so that it can be read without the network.
 *
 * @param {string} address @param {Store} store
 */
export async function keepCatalogue(address, store) {
  await newestOf(`catalogue:${language}`, address, store, true);
}

/**
 * A file of the site as it is now, else as it was kept.
 *
 * @param {string} name @param {string} address @param {Store} [store] @param {boolean} [keeps] whether it may be kept
 */
async function newestOf(name, address, store, keeps = false) {
  try {
    const json = await jsonOf(new URL(address, location.href));
    if (keeps) store?.keepSource(name, json).catch(() => {});
    return json;
  } catch {
    return store?.source(name).catch(() => undefined);
  }
}

/**
 * A schema or a story as `api/v1/` tells it.
 *
 * @param {string} api @param {'schemas' | 'stories'} kind @param {string} slug @param {Store} [store]
 */
export const loadSource = (api, kind, slug, store) =>
  newestOf(`${kind}/${slug}`, `${api}${kind}/${encodeURIComponent(slug)}.json`, store, store?.isLasting);

/**
 * The organisations of the catalogue, by name; none where they cannot be had.
 *
 * @param {string} api @param {Store} [store] @returns {Promise<{ slug: string, name: string }[]>}
 */
export function organisationsOf(api, store) {
  organisations ??= newestOf('organisations', `${api}organisations.json`, store, store?.isLasting).then((json) =>
    (json?.entries ?? [])
      .filter(({ status }) => status === 'active')
      .map(({ slug, name }) => ({ slug, name: name[language] ?? Object.values(name)[0] ?? slug })),
  );
  return organisations;
}

/** @type {Promise<{ slug: string, name: string }[]> | undefined} */
let organisations;

/** The schemas that nodes of a process were taken from. @param {Iterable<string>} keys of nodes */
export const schemasOf = (keys) => [
  ...new Set([...keys].filter((key) => key.includes('/')).map((key) => key.slice(0, key.indexOf('/')))),
];

/**
 * What schemas say of their nodes, in the language of the page where they have it.
 *
 * @param {Map<string, any>} schemas by slug @param {string | undefined} own the language that the team writes in
 */
export function wordsOfSchemas(schemas, own) {
  /** @type {Map<string, { node: any, slug: string, name?: Text, description?: Text }>} */
  const known = new Map();
  for (const [slug, schema] of schemas) {
    if (!schema) continue;
    const languages = [language, ...(schema.languages ?? Object.keys(schema.words ?? {}))];
    const add = (nodes) => {
      for (const node of nodes ?? []) {
        // Field by field the first language that has it, as the site does it.
        const of = (field) => {
          const found = languages.find((one) => schema.words?.[one]?.nodes?.[node.id]?.[field]);
          return (
            found && { text: schema.words[found].nodes[node.id][field], lang: found === language ? undefined : found }
          );
        };
        known.set(`${slug}/${node.id}`, { node, name: of('name'), description: of('description'), slug });
        add(node.objectives ?? node.tasks ?? node.children);
      }
    };
    add(schema.facts?.phases);
  }

  /**
   * The team's own word, in its language, before that of the schema.
   *
   * @param {TreeNode} node @param {'name' | 'description'} field
   */
  const word = (node, field) => {
    const text = node.fields.get(field);
    const lang = node.fields.get('language') ?? own;
    if (text !== undefined) return { text, lang: lang && lang !== language ? lang : undefined };
    return known.get(node.key)?.[field];
  };
  const ids = (node, name) => (known.get(node.key)?.node[name] ?? []).map((id) => `${known.get(node.key).slug}/${id}`);

  return {
    /** @param {TreeNode} node @returns {Text} */
    name: (node) => word(node, 'name') ?? { text: node.key.slice(node.key.indexOf('/') + 1) },
    /** @param {TreeNode} node @returns {Text | undefined} */
    description: (node) => word(node, 'description'),
    /** What the schema itself says in a language. @param {string} key @param {string} lang */
    schemaWords: (key, lang) =>
      /** @type {{ name?: string, description?: string } | undefined} */ (
        schemas.get(known.get(key)?.slug)?.words?.[lang]?.nodes?.[known.get(key).node.id]
      ),
    /** The words of the schema alone. @param {string} key @returns {Text | undefined} */
    schemaName: (key) => known.get(key)?.name,
    /** @param {TreeNode} node @returns {string[]} */
    schemaProblems: (node) => known.get(node.key)?.node.problems ?? [],
    /** Those of the schema and those that the team added. @param {TreeNode} node @returns {string[]} */
    problems: (node) => [
      ...new Set([...(known.get(node.key)?.node.problems ?? []), ...(node.fields.get('problems') ?? [])]),
    ],
    /** Keys of what comes before. @param {TreeNode} node @returns {string[]} */
    before: (node) => [...new Set([...ids(node, 'prerequisites'), ...(node.fields.get('prerequisites') ?? [])])],
    /** Whether a schema could be had. @param {string} slug */
    hasSchema: (slug) => Boolean(schemas.get(slug)),
    /** @param {TreeNode} node */
    isRetired: (node) => Boolean(known.get(node.key)?.node.retired),
    /** Whether the schema of a node could not be had. @param {TreeNode} node */
    isUnknown: (node) => !node.isOwn && !known.has(node.key),
  };
}

/** @typedef {ReturnType<typeof wordsOfSchemas>} Words */
