// Looks for personal data as the forms of the site do and prints what is found, for the test personal_data_parity.rs.
// Usage: node personal_data_parity.mjs <copy of personal-data.js> <name of the function> <file with the texts and the roles>
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const [script, name, asked] = process.argv.slice(2);
const find = (await import(pathToFileURL(script).href))[name];
const { texts, roles } = JSON.parse(await readFile(asked, 'utf8'));
const known = new Set(roles);
const answers = texts.map((text) => find(text, known).map(({ start, end, kind }) => [start, end, kind]));
process.stdout.write(JSON.stringify(answers));
