// Asks the browser's search the queries of a file and prints what it finds, for the test search_parity.rs.
// Usage: node search_parity.mjs <copy of search-index.js, data.js beside it> <folder of the export> <digest> <file of queries>
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [script, folder, digest, queries] = process.argv.slice(2);
const { open } = await import(pathToFileURL(script).href);
const read = async (address) => new Uint8Array(await readFile(address));
const index = await open(`${folder}/data/`, digest, { read });

const answers = [];
for (const query of JSON.parse(await readFile(queries, 'utf8'))) {
  const { results, total, complete, corrections } = await index.search(query, { limit: 20 });
  const hits = results.map(({ rank, score, kind, slug, title, url, language }) => {
    return [rank, score, kind, slug, title, url, language];
  });
  answers.push({ total, complete, corrections: corrections.map(({ word, instead }) => [word, ...instead]), hits });
}
process.stdout.write(JSON.stringify(answers));
