/**
 * The chart of the work plan: each phase is a group of rows, each row has a name and a bar from day to day. Bars are placed
 * by shares of the width, so the same rows fit a screen, a phone and a sheet of paper. A row is changed where it stands, and
 * has its bar when it comes near what is seen.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 * @import { Range, Scale } from './workspace-timeline.js'
 * @typedef {{ key: string, item: HTMLElement, label: HTMLElement, bar: SVGSVGElement, said: string, drawn: string }} Row  `said` by its
 *   words, `drawn` by its bar
 */
import { drawing, element, worded } from './page.js';
import { axisOf, gridOf, percent, shape } from './workspace-axis.js';
import { diamond, stateOf } from './workspace-guide.js';
import { whoText } from './workspace-labels.js';
import { isLate } from './workspace-next.js';
import { isPlainClick } from './workspace-parts.js';
import { addressOf } from './workspace-place.js';
import {
  WIDTHS,
  below,
  dayAt,
  daysOf,
  fittingScale,
  numberOf,
  partsOf,
  phasesOf,
  rangeOf,
  shareOf,
} from './workspace-timeline.js';
import { say, spanText, term } from './workspace-texts.js';

/** With so many rows those out of sight are not drawn. */
const MANY = 200;
/** How wide the part of a sheet of paper is that shows time, in the size of letters. */
const PAPER = 44;
/** Below this width a bar would not be seen; a diamond stands for it. */
const NARROW = 0.45;

/** @param {Workspace} workspace */
export function ganttOf(workspace) {
  const { session } = workspace;
  const canvas = element('div', { className: 'ws-canvas' });
  const box = element('div', { className: 'ws-gantt', tabIndex: 0, role: 'region' }, canvas);
  box.setAttribute('aria-label', say('plan-chart-box'));
  /** @type {Map<string, Row>} */
  const rows = new Map();
  /** Rows that are seen or nearly seen. @type {Set<Row>} */
  const near = new Set();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const row = rows.get(/** @type {HTMLElement} */ (target).dataset.key);
        if (!row) continue;
        if (isIntersecting) near.add(row);
        else near.delete(row);
        if (isIntersecting) drawBar(row);
      }
    },
    { root: box, rootMargin: '600px 0px' },
  );
  let structure = '';
  let drawnTime = '';
  /** @type {Range} */
  let range;
  /** @type {Scale} */
  let scale;
  let today = 0;

  const place = (key) => ({ view: 'guide', process: session.card.id, node: key });

  const build = () => {
    rows.clear();
    near.clear();
    watcher.disconnect();
    const head = [...canvas.querySelectorAll('.ws-axis, .ws-lines')];
    canvas.replaceChildren(...head, ...phasesOf(session.tree).map(groupOf));
    canvas.classList.toggle('ws-many', rows.size > MANY);
  };

  /** @param {TreeNode} root */
  const groupOf = (root) => {
    const list = element('ul', {}, ...below(root).map((node) => rowOf(node, 'li')));
    if (root.isLeaf) list.append(rowOf(root, 'li'));
    return root.isLeaf ? list : element('details', { open: true, className: 'ws-span' }, rowOf(root, 'summary'), list);
  };

  /** @param {TreeNode} node @param {'li' | 'summary'} name */
  const rowOf = (node, name) => {
    const label = element('div', { className: 'ws-label' });
    const bar = /** @type {SVGSVGElement} */ (shape('svg', { class: 'ws-bar', 'aria-hidden': 'true' }));
    const item = element(
      name,
      { className: `ws-line ws-depth${node.depth}${node.isLeaf ? '' : ' ws-parent'}` },
      label,
      bar,
    );
    item.dataset.key = node.key;
    rows.set(node.key, { key: node.key, item, label, bar, said: '', drawn: '' });
    watcher.observe(item);
    return item;
  };

  /** @param {Row} row @param {TreeNode} node */
  const fill = (row, node) => {
    const name = workspace.words.name(node);
    const days = daysOf(node);
    const isTurned = node.isLeaf && Boolean(days?.isTurned);
    const late = node.isLeaf && isLate(node, dayAt(today));
    const who = whoText(workspace, node);
    const when = spanText(node.start, node.end);
    const state = node.isLeaf ? term('task-status', node.status) : stateOf(node);
    const said = [name.text, name.lang, state, when, who, late].join('\n');
    if (near.has(row)) drawBar(row);
    if (row.said === said) return;
    row.said = said;
    const isGroup = row.item.localName === 'summary';
    (isGroup ? row.item.parentElement : row.item).hidden = days === undefined;
    if (!days) return;
    const words = worded(node.isLeaf || node.parent ? 'span' : 'b', name, { className: 'name' });
    row.label.replaceChildren(
      ...row.label.querySelectorAll('.node'),
      isGroup ? words : element('a', { href: addressOf(place(node.key)), className: 'ws-to' }, words),
      element('span', { className: 'ws-when small' }, [state, when, who].filter(Boolean).join(' · ')),
      ...(isTurned ? [warning(say('dates-turned'))] : late ? [warning(say('plan-is-late'))] : []),
    );
  };

  /** @param {Row} row */
  const drawBar = (row) => {
    const node = session.tree.nodes.get(row.key);
    const days = node && daysOf(node);
    if (!days) return;
    const name = workspace.words.name(node).text;
    const isBad = node.isLeaf && (days.isTurned || isLate(node, dayAt(today)));
    const drawn = [name, node.status, node.start, node.end, isBad, drawnTime].join('\n');
    if (row.drawn === drawn) return;
    row.drawn = drawn;
    row.label.querySelector('.node')?.remove();
    row.label.prepend(diamond(node));
    row.bar.setAttribute('class', `ws-bar ws-${node.status}${node.isLeaf ? '' : ' ws-sum'}${isBad ? ' ws-bad' : ''}`);
    row.bar.replaceChildren(...barOf(node, days, name, spanText(node.start, node.end)));
  };

  const warning = (text) =>
    element('span', { className: 'ws-warn small' }, drawing('alert', '', 20), element('span', {}, text));

  /** @param {TreeNode} node @param {NonNullable<ReturnType<typeof daysOf>>} days */
  const barOf = (node, days, name, when) => {
    const title = shape('title', {}, `${name}: ${when}`);
    // What has no room is cut off at the edge.
    const from = Math.max(days.from, range.first);
    const to = Math.min(days.to, range.last);
    if (to < from) return [title];
    const x = percent(shareOf(range, from));
    const share = shareOf(range, to + 1) - shareOf(range, from);
    if (!node.isLeaf) {
      return [
        title,
        shape('rect', { class: 'strand', x, y: '5', width: percent(share), height: '5' }),
        shape('svg', { x, y: '5' }, shape('path', { class: 'strand', d: 'M0 0h9L0 10z' })),
        shape(
          'svg',
          { x: percent(shareOf(range, to + 1)), y: '5' },
          shape('path', { class: 'strand', d: 'M0 0h-9L0 10z' }),
        ),
      ];
    }
    const isNarrow = (to - from + 1) * WIDTHS[scale] < NARROW;
    if (days.isPoint || isNarrow) {
      const middle = percent(shareOf(range, from) + shareOf(range, range.first + 0.5));
      const half = node.status === 'in-progress' ? [shape('path', { class: 'half', d: 'M0 2v16l-8-8z' })] : [];
      return [
        title,
        shape('svg', { x: middle, y: '0' }, shape('path', { class: 'body', d: 'm0 2 8 8-8 8-8-8z' }), ...half),
      ];
    }
    const half = percent(share / 2);
    return [
      title,
      shape('rect', { class: 'body', x, y: '3', width: percent(share), height: '14' }),
      ...(node.status === 'in-progress'
        ? [shape('rect', { class: 'half', x, y: '3', width: half, height: '14' })]
        : []),
    ];
  };

  /** The head and the lines behind the rows, for the screen and for paper. */
  const drawTime = () => {
    for (const old of canvas.querySelectorAll('.ws-axis, .ws-lines')) old.remove();
    const days = range.last - range.first + 1;
    const onPaper = fittingScale({ from: 0, to: days * 0.8 });
    canvas.style.setProperty('--ws-time', `${Math.round(days * WIDTHS[scale] * 10) / 10}rem`);
    canvas.prepend(
      axisOf(range, scale, { width: WIDTHS[scale], today, className: 'ws-on-screen' }),
      gridOf(range, scale, { today, className: 'ws-on-screen' }),
      axisOf(range, onPaper, { width: PAPER / days, today, className: 'ws-on-paper' }),
      gridOf(range, onPaper, { today, className: 'ws-on-paper' }),
    );
  };

  /** Where time begins in the box, and how much of it is seen. */
  const measure = () => {
    const label = canvas.querySelector('.ws-corner')?.getBoundingClientRect().width ?? 0;
    return { label, time: canvas.scrollWidth - label, seen: box.clientWidth - label };
  };

  /** @param {number} day @param {number} [share] where in the part that is seen */
  const scrollTo = (day, share = 0.25) => {
    const { time, seen } = measure();
    box.scrollLeft = shareOf(range, day) * time - seen * share;
  };

  canvas.addEventListener('click', (event) => {
    const target = /** @type {Element} */ (event.target);
    const row = target.closest('li');
    if (!row || !target.closest('a, .ws-bar > *') || !isPlainClick(event)) return;
    event.preventDefault();
    workspace.go(place(row.dataset.key));
  });
  // Whoever goes through the names by keyboard sees the bars too.
  canvas.addEventListener('focusin', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const node = session.tree.nodes.get(target.closest('li')?.dataset.key ?? '');
    const days = node && target.matches(':focus-visible') && daysOf(node);
    if (!days) return;
    const { time, seen } = measure();
    const [from, to] = [shareOf(range, days.from) * time, shareOf(range, days.to + 1) * time];
    const isSeen = from >= box.scrollLeft && Math.min(to, from + seen * 0.75) <= box.scrollLeft + seen;
    if (!isSeen) scrollTo(days.from, 0.1);
  });

  return {
    box,
    /** Also bars that are out of sight, for paper. */
    drawAll() {
      for (const row of rows.values()) drawBar(row);
    },
    end: () => watcher.disconnect(),
    /**
     * @param {import('./workspace-timeline.js').Cell} bounds @param {Scale} chosen @param {string} todayText
     * @returns {Range}
     */
    draw(bounds, chosen, todayText) {
      today = numberOf(todayText);
      const kept = range && scale !== chosen ? keptDay() : undefined;
      range = rangeOf(bounds, chosen, today);
      scale = chosen;
      const time = [range.first, range.last, chosen, today].join(' ');
      const isFirst = drawnTime === '';
      if (time !== drawnTime) {
        drawnTime = time;
        drawTime();
      }
      const found = phasesOf(session.tree)
        .map((root) => [root, ...below(root)].map(({ key }) => key).join(' '))
        .join('\n');
      if (found !== structure) {
        structure = found;
        build();
      }
      for (const [key, row] of rows) fill(row, session.tree.nodes.get(key));
      if (kept && kept.day >= range.first && kept.day <= range.last) scrollTo(kept.day, kept.at);
      else if (kept) scrollTo(startDay(bounds));
      else if (isFirst) requestAnimationFrame(() => scrollTo(startDay(bounds)));
      return range;
    },
  };

  /** What stays where it is when the scale changes: today if it is seen, else the middle. */
  function keptDay() {
    const { time, seen } = measure();
    const at = (shareOf(range, today) * time - box.scrollLeft) / seen;
    if (at >= 0 && at <= 1) return { day: today, at: Math.min(at, 0.5) };
    return { day: range.first + ((box.scrollLeft + seen / 2) / time) * (range.last - range.first + 1), at: 0.5 };
  }

  function startDay({ from, to }) {
    return today >= from && today <= to ? today : from - partsOf(from).weekday;
  }
}
