/**
 * The head of the chart with the names of years, months and days, and the lines behind its rows. Placed by shares of the
 * width; a name that has no room is left out.
 *
 * @import { Cell, Range, Scale } from './workspace-timeline.js'
 */
import { element } from './page.js';
import { cellsOf, dayAt, partsOf, shareOf } from './workspace-timeline.js';
import { monthText, monthYearText } from './workspace-texts.js';

/** About how wide a letter is. */
const LETTER = 0.55;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/** @param {string} name @param {Record<string, string>} attributes @param {...(Node | string)} children */
export function shape(name, attributes, ...children) {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A share as SVG and CSS take it. @param {number} share */
export const percent = (share) => `${Math.round(share * 1e6) / 1e4}%`;

/**
 * @param {Range} range @param {Scale} scale
 * @param {{ width: number, today: number, className: string }} options `width`: of a day, in the size of letters
 */
export function axisOf(range, scale, { width, today, className }) {
  const { wide, narrow, names } = cellsOf(range, scale);
  const time = element('div', { className: 'ws-time' });
  const row = (cells, name, place) =>
    cells.map((cell) => {
      const made = element('div', { className: place });
      made.style.left = percent(shareOf(range, cell.from));
      made.style.width = percent(shareOf(range, cell.to + 1) - shareOf(range, cell.from));
      const room = (cell.to - cell.from + 1) * width - 0.4;
      const text = textsOf(cell, name).find((one) => one.length * LETTER <= room);
      if (text) made.append(element('span', {}, text));
      return made;
    });
  time.append(...row(wide, names.wide, 'wide'), ...row(narrow, names.narrow, 'narrow'));
  if (today >= range.first && today <= range.last) {
    const mark = element('div', { className: 'ws-now' });
    mark.style.left = percent(shareOf(range, today + 0.5));
    time.append(mark);
  }
  const made = element('div', { className: `ws-axis ${className}` }, element('div', { className: 'ws-corner' }), time);
  made.setAttribute('aria-hidden', 'true');
  return made;
}

/** What may stand in a cell, the longest first. @param {Cell} cell @param {'day' | 'month' | 'month-of-year' | 'year' | ''} name */
function textsOf({ from }, name) {
  const day = dayAt(from);
  if (name === 'year') return [String(partsOf(from).year)];
  if (name === 'day') return [String(Number(day.slice(8)))];
  const month = [monthText(day), String(Number(day.slice(5, 7)))];
  return name === 'month-of-year' ? [monthYearText(day), ...month] : name === 'month' ? month : [];
}

/** @param {Range} range @param {Scale} scale @param {{ today: number, className: string }} options */
export function gridOf(range, scale, { today, className }) {
  const { wide, narrow } = cellsOf(range, scale);
  const made = shape('svg', { class: `ws-lines ${className}`, 'aria-hidden': 'true' });
  if (scale === 'day') {
    for (let day = range.first + 5; day <= range.last; day += 7) {
      const width = percent(shareOf(range, range.first + 2));
      made.append(shape('rect', { class: 'rest', x: percent(shareOf(range, day)), y: '0', width, height: '100%' }));
    }
  }
  const line = (day, name) => {
    const x = percent(shareOf(range, day));
    made.append(shape('line', { class: name, x1: x, x2: x, y1: '0', y2: '100%' }));
  };
  for (const { from } of narrow) line(from, 'narrow');
  for (const { from } of wide) line(from, 'wide');
  if (today >= range.first && today <= range.last) line(today + 0.5, 'now');
  return made;
}
