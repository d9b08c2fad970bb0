/**
 * What the scripts of several pages need: texts of the interface, elements, signs, sizes. Texts of entries and of
 * addresses become text nodes only, never markup. Nothing is stored and nothing is fetched.
 *
 * @typedef {{ text: string, lang?: string | null }} Worded
 */

export const language = document.documentElement.lang || 'en';
export const numeral = new Intl.NumberFormat(language);

/**
 * The function that fills the places of a text of the interface: `{ name }` becomes the value of that name.
 *
 * @param {Record<string, string>} texts
 * @returns {(key: string, values?: Record<string, string>) => string}
 */
export const speaker = (texts) => (key, values = {}) =>
  (texts[key] ?? '').replace(/\{\s*(\w+)\s*\}/gu, (whole, name) => values[name] ?? whole);

/** The texts in a block of JSON of the page. @param {string} id @returns {Record<string, string>} */
export const textsIn = (id) => JSON.parse(document.getElementById(id).textContent);

/** @param {string} name @param {object} [properties] @param {...(Node | string)} children */
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** A text and, where it is another one, its language. @param {string} name @param {Worded} text @param {object} [properties] */
export function worded(name, text, properties = {}) {
  const made = element(name, properties, text.text);
  if (text.lang) made.lang = text.lang;
  return made;
}

/** A sign of the page: its symbol has the id `s-<sign>`. @param {string} sign @param {string} [className] @param {number} [size] */
export function drawing(sign, className = '', size = isLarge(sign) ? 24 : 16) {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('aria-hidden', 'true');
  if (className) svg.setAttribute('class', className);
  const use = document.createElementNS(namespace, 'use');
  use.setAttribute('href', `#s-${sign}`);
  svg.append(use);
  return svg;
}

/** Whether a sign says a nature: those of families are drawn small. @param {string} sign */
export const isNature = (sign) => /^(external-)?(software|knowledge)$/u.test(sign);
const isLarge = (sign) => isNature(sign) || sign === 'dia';

/** Longest piece of a stranger's address that is repeated on a page, and how many such pieces. */
const LONGEST_NAME = 40;
const MOST_NAMES = 5;

/** Pieces of an address in quotation marks. @param {ReturnType<typeof speaker>} say @param {string[]} names */
export function named(say, names) {
  const shown = names.slice(0, MOST_NAMES).map((name) => say('quote-open') + name.slice(0, LONGEST_NAME) + say('quote-close'));
  if (names.length > MOST_NAMES) shown.push('…');
  return shown.join(', ');
}

/** What is said of filters in an address that the page does not have. @param {ReturnType<typeof speaker>} say @param {string[]} names */
export const unknownFilters = (say, names) =>
  (names.length === 0 ? '' : say(names.length === 1 ? 'filter-unknown-named' : 'filters-unknown-named', { names: named(say, names) }));

/** How a part of an address is called. @param {string} key @param {string} value */
export const partOf = (key, value) => (value ? `${key}=${value}` : key);

/**
 * How large a file is, rounded as the pages round it (`file_size` in generator/src/messages.rs).
 *
 * @param {ReturnType<typeof speaker>} say has the texts `bytes`, `kilobytes` and `megabytes`
 * @param {number} bytes
 */
export function sizeOf(say, bytes) {
  const [key, number] = bytes < 1_000 ? ['bytes', bytes]
    : bytes < 1_000_000 ? ['kilobytes', Math.round(bytes / 1_000)]
      : ['megabytes', Math.round(bytes / 100_000) / 10];
  return say(key, { size: numeral.format(number) });
}

/** The same for several files. @param {{ size: number }[]} files */
export const sum = (files) => files.reduce((total, { size }) => total + size, 0);

/** Copies an address and says so. @param {string} address @param {HTMLElement} status @param {ReturnType<typeof speaker>} say */
export async function copyAddress(address, status, say) {
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = say('copied');
  } catch {
    status.textContent = say('copy-failed');
  }
}
