/**
 * The form of a site without a service: "save as a file to send by mail". The archive holds the files of the entry,
 * as `interlink apply` takes them. Nothing is sent and nothing is stored; the reader's own mail program sends it.
 */
import { factsOf, treeOf, wordsOf } from './form-outline.js';

/** @type {HTMLFormElement | null} */
const form = document.querySelector('form.propose[data-kind]');
const note = document.getElementById('saved');

/** @type {(part: Element, css: string) => HTMLElement | null} */
const controlIn = (part, css) => part.querySelector(css);

/** A text as YAML 1.2 reads it: what JSON calls a string. @param {string} text */
const scalar = (text) => JSON.stringify(text);

/** A title as the name of a folder. @param {string} title */
const slugOf = (title) => title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '').slice(0, 60).replace(/-+$/u, '') || form.dataset.kind;

/** The vendored library is a classic script that puts itself on the window; it comes only when it is needed. */
function zipLibrary() {
  /** @type {any} */
  const known = globalThis;
  if (known.fflate) return known.fflate;
  return new Promise((resolve, reject) => {
    /** @type {HTMLScriptElement} */
    const own = document.querySelector('script[src*="/form-file.js"]');
    const script = document.createElement('script');
    script.src = new URL('vendor/fflate/fflate.js', own.src).href;
    script.addEventListener('load', () => resolve(known.fflate));
    script.addEventListener('error', reject);
    document.head.append(script);
  });
}

/** The answers at one place of the files, in the order of the form. @param {string} place */
function answers(place) {
  /** @type {NodeListOf<HTMLElement>} */
  const fields = form.querySelectorAll(`[data-place="${place}"]`);
  const data = new FormData(form);
  return [...fields].map(({ dataset: { field: name = '' } }) => {
    const values = data.getAll(name).filter((value) => typeof value === 'string').map((value) => value.trim());
    const isList = form.querySelector(`[name="${name}"]`)?.getAttribute('type') === 'checkbox';
    // A bare mailbox becomes an address, as the hint of the field says.
    const mailbox = (value) => (name === 'contact' && value.includes('@') && !value.includes(':') ? `mailto:${value}` : value);
    return { name, isList, values: values.filter((value) => value !== '').map(mailbox) };
  }).filter(({ values }) => values.length > 0);
}

/** @param {ReturnType<typeof answers>} fields */
const yaml = (fields) => fields.map(({ name, isList, values }) => (isList
  ? `${name}:\n${values.map((value) => `  - ${scalar(value)}\n`).join('')}`
  : `${name}: ${scalar(values[0].replace(/\r\n/gu, '\n'))}\n`)).join('');

async function save() {
  note.textContent = '';
  if (!form.reportValidity()) return;
  const data = new FormData(form);
  /** @type {NodeListOf<HTMLElement>} */
  const needed = form.querySelectorAll('[data-needed]');
  const open = [...needed].find(({ dataset: { field = '' } }) => !data.getAll(field).some((value) => String(value).trim() !== ''));
  if (open) {
    note.textContent = note.dataset.missing ?? '';
    controlIn(open, 'input, select, textarea')?.focus();
    return;
  }
  const { kind, folder } = form.dataset;
  const text = (name) => String(data.get(name) ?? '').trim().replace(/\r\n/gu, '\n');
  const { zipSync, strToU8 } = await zipLibrary();
  const language = text('language');
  const slug = slugOf(text('name'));
  const below = `content/${folder}/${slug}/`;
  let facts = `status: active\n${yaml(answers('facts'))}`;
  if (kind === 'problem') facts += `code: ${scalar(slug.replaceAll('-', '_').toUpperCase())}\n`;
  /** @type {Record<string, Uint8Array>} */
  const files = {};
  const [outline] = answers('outline');
  if (outline) {
    const tree = treeOf(outline.values[0], slugOf);
    if (!tree) {
      note.textContent = note.dataset.outline ?? '';
      controlIn(form, '[name="outline"]')?.focus();
      return;
    }
    facts += factsOf(tree);
    files[`${below}${language}.yaml`] = strToU8(wordsOf(tree, scalar));
  }
  const [steps] = answers('tree');
  if (steps) {
    // Whoever applies it reads all of it; here only what is no tree at all is told.
    if (!/^nodes:/mu.test(steps.values[0])) {
      note.textContent = note.dataset.tree ?? '';
      controlIn(form, '[name="tree"]')?.focus();
      return;
    }
    files[`${below}tree.yaml`] = strToU8(`${steps.values[0].replace(/\r\n/gu, '\n')}\n`);
  }
  const file = data.get('file');
  if (file instanceof File && file.name !== '') {
    const dot = file.name.lastIndexOf('.');
    const [title, ending] = dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ''];
    const name = slugOf(title) + ending.toLowerCase().replace(/[^.a-z0-9]/gu, '');
    facts += `files:\n  - path: ${scalar(`files/${name}`)}\n    language: ${scalar(language)}\n    title: ${scalar(title)}\n    accessibility: unknown\n`;
    files[`${below}files/${name}`] = new Uint8Array(await file.arrayBuffer());
  }
  files[`${below}${kind}.yaml`] = strToU8(facts);
  const body = answers('body').map(({ values }) => `\n${values[0].replace(/\r\n/gu, '\n')}\n`).join('');
  files[`${below}${language}.md`] = strToU8(`---\n${yaml(answers('words'))}---\n${body}`);
  const agreed = form.querySelector('label[for="agree"]')?.textContent ?? '';
  const by = data.has('show-name') ? text('contributor') : '';
  files['README.txt'] = strToU8(`\uFEFF${[note.dataset.readme, by, agreed].filter(Boolean).join('\r\n\r\n')}\r\n`);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([zipSync(files)], { type: 'application/zip' }));
  link.download = `${slug}.zip`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  note.textContent = note.dataset.done ?? '';
}

if (form && note) {
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save().catch(() => { note.textContent = note.dataset.failed ?? ''; });
  });
}
