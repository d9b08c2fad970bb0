/**
 * The words of the workspace: texts of the interface and terms of vocabularies, which stand in the page; days and moments
 * as the language writes them.
 */
import { language, numeral, speaker, textsIn } from './page.js';

export const say = speaker(textsIn('workspace-texts'));

/** @type {Record<string, Record<string, { name: string, description?: string }>>} */
const terms = JSON.parse(document.getElementById('workspace-terms').textContent);

/**
 * The name of a term, or its id where the site does not have it.
 *
 * @param {string} vocabulary @param {string | undefined} id
 */
export const term = (vocabulary, id) => terms[vocabulary]?.[id ?? '']?.name ?? id ?? '';

/** The terms of a vocabulary in their order. @param {string} vocabulary */
export const termsOf = (vocabulary) => Object.entries(terms[vocabulary] ?? {}).map(([id, words]) => ({ id, ...words }));

// Plain English would mean American dates; this is a European catalogue.
const locale = language === 'en' ? 'en-GB' : language;
const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
const monthYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const list = new Intl.ListFormat(locale);
const collator = new Intl.Collator(locale);

/** Days that were written out before: a large plan has each of them many times. @type {Map<string, string>} */
const days = new Map();

/** A day written as year-month-day. @param {string} written */
export function dayText(written) {
  let text = days.get(written);
  if (text === undefined) {
    text = day.format(new Date(`${written}T00:00:00Z`));
    days.set(written, text);
  }
  return text;
}

/** The month of a day, and the month with its year. @param {string} written */
export const monthText = (written) => month.format(new Date(`${written}T00:00:00Z`));

/** @param {string} written */
export const monthYearText = (written) => monthYear.format(new Date(`${written}T00:00:00Z`));

/** A moment written as an ISO text. @param {string} written */
export const momentText = (written) => moment.format(new Date(written));

/** @param {Iterable<string>} items */
export const listText = (items) => list.format(items);

export const number = (count) => numeral.format(count);

/** The order of the alphabet of the page. @param {string} one @param {string} other */
export const byName = (one, other) => collator.compare(one, other);

/** From a day to a day, or the one that is there. @param {string | undefined} start @param {string | undefined} end */
export function spanText(start, end) {
  if (start && end)
    return start === end ? dayText(start) : say('from-to', { start: dayText(start), end: dayText(end) });
  if (start) return say('from', { start: dayText(start) });
  return end ? say('until', { end: dayText(end) }) : '';
}

/** A text as somebody who looks for it types it: without marks and capitals. @param {string} text */
export const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
