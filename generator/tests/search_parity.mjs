// Asks the browser's search the queries of a file and prints what it finds, for the test search_parity.rs.
// Usage: node search_parity.mjs <copy of search-index.js, data.js beside it> <folder of the export> <digest> <file that says what is asked>
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [script, folder, digest, asked] = process.argv.slice(2);
const { open } = await import(pathToFileURL(script).href);
const read = async (address) => new Uint8Array(await readFile(address));
const index = await open(`${folder}/data/`, digest, { read });

const answers = [];
const { queries, limit, chosen } = JSON.parse(await readFile(asked, 'utf8'));
for (const query of queries) {
  const options = { limit, chosen: new Map(chosen.map(([facet, values]) => [facet, new Set(values)])) };
  const { results, total, complete, corrections, expansions } = await index.search(query, options);
  const hits = results.map(({ rank, score, kind, slug, title, url, language }) => {
    return [rank, score, kind, slug, title, url, language];
  });
  answers.push({
    total,
    complete,
    corrections: corrections.map(({ word, instead }) => [word, ...instead]),
    expansions: expansions.map(({ word, also }) => [word, ...also]),
    hits,
  });
}
process.stdout.write(JSON.stringify(answers));
