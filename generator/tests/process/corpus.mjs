// Writes down beside each file of tests/fixtures/processes/ what reading it gives, for both implementations.
// Usage: node corpus.mjs [--write]; without it, says which are not as they are written down, and fails.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readProcess, writeProcess } from '../../../themes/default/static/process-file.js';
import { stateOf } from '../../../themes/default/static/process.js';

const folder = new URL('../../../tests/fixtures/processes/', import.meta.url);

/** What is written down beside a file. @param {Uint8Array} bytes */
export function expectation(bytes) {
  const { document, problems } = readProcess(bytes);
  if (document) return { canonical: writeProcess(document), state: stateOf(document) };
  return { problems: problems.map(({ line, column, code, message }) => ({ line, column, code, message })) };
}

/** @param {'good' | 'bad'} kind @returns {{ name: string, bytes: Uint8Array, beside: URL }[]} */
export function corpus(kind) {
  return readdirSync(new URL(`${kind}/`, folder)).filter((name) => name.endsWith('.yaml')).sort().map((name) => ({
    name: `${kind}/${name}`,
    bytes: readFileSync(new URL(`${kind}/${name}`, folder)),
    beside: new URL(`${kind}/${name.replace(/yaml$/u, 'json')}`, folder),
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, bytes, beside } of [...corpus('good'), ...corpus('bad')]) {
    const text = `${JSON.stringify(expectation(bytes), null, 2)}\n`;
    if (process.argv.includes('--write')) {
      writeFileSync(beside, text);
    } else if (readFileSync(beside, 'utf8') !== text) {
      console.error(`${name} is not read as its .json says`);
      process.exitCode = 1;
    }
  }
}
