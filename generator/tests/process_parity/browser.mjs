// Reads, writes and merges process files as the workspace does, for the test process_parity.
// Usage: node browser.mjs <folder of the modules> <file with {texts: […], pairs: [[index, index], …]}>
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [folder, asked] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${folder}/${name}`).href);
const { merge, stateOf } = await load('process.js');
const { readProcess, writeProcess } = await load('process-file.js');
const { texts, pairs } = JSON.parse(await readFile(asked, 'utf8'));

const answer = (document) => ({ canonical: writeProcess(document), state: stateOf(document) });
const read = texts.map((text) => readProcess(text));
const answers = read.map(({ document, problems }) => (document ? answer(document)
  : { problems: problems.map(({ line, column, code, message }) => ({ line, column, code, message })) }));
const merged = pairs.map(([one, other]) => {
  const [mine, theirs] = [read[one].document, read[other].document];
  if (!mine || !theirs) return null;
  try {
    return answer(merge(mine, theirs));
  } catch (error) {
    return { error: error.code };
  }
});
// Characters that this version of Unicode does not know: a newer one may call them letters.
const unassigned = [];
for (let point = 0; point <= 0x10ffff; point++) {
  if (/\p{Cn}/u.test(String.fromCodePoint(point))) unassigned.push(point);
}
process.stdout.write(JSON.stringify({ answers, merged, unassigned }));
