// A seeded source of random numbers and of edit histories, so that a failing test can be run again.
import { newProcess, copyOf, merge, setFields, addActivity } from '../../../themes/default/static/process.js';
import { between } from '../../../themes/default/static/process-positions.js';

/** mulberry32: a number from 0 to 1 each time. @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const pick = (random, items) => items[Math.floor(random() * items.length)];

/** Texts that each break another careless writer or reader. */
export const TEXTS = [
  'a', 'Plan', 'null', 'NO', '~', 'true', '1.0', '2026-01-01', '- a', 'a: b', '# a', 'a #b', ' a', 'a ', 'a  b', '"', '\'', '\\',
  '&a', '*a', '!a', '%a', '@a', '`a', '{a}', '[a]', 'Ķekava', 'e\u0301', 'Ю', '日本', '😀', '\ufffd', '\ue000', '\u{10ffff}', '=1+1', '\u0007',
  'a\u0085b', 'a\u2028b', '\ufeffa', 'a\ufffeb', 'x'.repeat(400), '?', '-', '---', '...', '>', '|', 'a,b', 'O\'Neil', 'L’Aquila',
];
const LONG = [
  ...TEXTS, 'a\nb', 'a\n\nb', '\na', 'a\n', '\n', ' a\nb', '\n a\nb', 'a\n b', 'a \nb', 'a\n  \nb', 'a\r\nb', 'a\rb', '# a\n# b', '---\na',
  'a\tb\nc', 'é\n😀', 'a: b\n- c\n', '\n\n  a\n b',
];

const NODES = ['default/engage', 'default/design', 'own-a', 'own-b'];

/** A random change of some fields. */
export function randomChanges(random, document) {
  const text = () => (random() < 0.15 ? undefined : pick(random, TEXTS));
  const changes = [];
  const count = 1 + Math.floor(random() * 3);
  for (let index = 0; index < count; index++) {
    const node = pick(random, [...document.places.keys()]);
    const path = node === undefined ? 'name' : pick(random, [
      'name', 'aim', 'tags', 'state', 'person anna name', 'person anna teams', 'team core name', 'organisation o note',
      `node ${node} status`, `node ${node} notes`, `node ${node} removed`, `node ${node} start`, `node ${node} position`,
      `node ${node} use u1 version`, `node ${node} resource r1 title`, `node ${node} claim c1 person`, `node ${node} responsible`,
    ]);
    const field = path.split(' ').at(-1);
    const values = {
      aim: () => pick(random, LONG), notes: () => pick(random, LONG), note: () => pick(random, LONG),
      tags: () => [text() ?? 'x', text() ?? 'y'].slice(0, 1 + Math.floor(random() * 2)),
      teams: () => ['core', 'b'].slice(0, 1 + Math.floor(random() * 2)), responsible: () => ['anna'],
      state: () => pick(random, ['in-progress', 'done', undefined]), status: () => pick(random, ['awaiting', 'in-progress', 'done', undefined]),
      removed: () => pick(random, ['true', undefined]), start: () => pick(random, ['2026-01-01', '2026-02-28', undefined]),
      position: () => between(pick(random, [undefined, 'A', 'V']), undefined), person: () => pick(random, ['anna', 'b']),
    };
    changes.push([path, (values[field] ?? text)()]);
  }
  return changes;
}

/** Some copies of one process after edits and merges in a random order. @param {number} seed */
export function randomCopies(seed, steps = 12) {
  const random = randomOf(seed);
  const start = newProcess({ id: '00112233445566778899aabbccddeeff', replica: 'aaaaaaaa', name: 'P' });
  setFields(start, 'aaaaaaaa', NODES.slice(0, 2).flatMap((key, index) => [[`node ${key}`], [`node ${key} position`, 'AV'[index]]]));
  const copies = [start, copyOf(start), copyOf(start)];
  const replicas = ['aaaaaaaa', 'bbbbbbbb', 'cccccccc'];
  for (let step = 0; step < steps; step++) {
    const at = Math.floor(random() * copies.length);
    if (random() < 0.25) {
      copies[at] = merge(copies[at], pick(random, copies));
    } else if (random() < 0.15) {
      const key = pick(random, NODES.slice(2));
      if (!copies[at].places.has(key)) setFields(copies[at], replicas[at], [[`node ${key}`, 'default/engage'], [`node ${key} position`, 'V']]);
    } else {
      setFields(copies[at], replicas[at], randomChanges(random, copies[at]));
      if (random() < 0.2) addActivity(copies[at], `x${seed}-${step}`, { date: '2026-01-01', what: 'status', detail: pick(random, TEXTS) });
    }
  }
  return copies;
}

/** A process with many tasks, each with a bit of everything. @param {number} tasks */
export function largeProcess(tasks) {
  const document = newProcess({ id: '00112233445566778899aabbccddeeff', replica: 'aaaaaaaa', name: 'Large' });
  const changes = Array.from({ length: tasks }, (_, index) => {
    const node = `node n${index}`;
    return [
      [node, index < 20 ? null : `n${index % 20}`], [`${node} position`, `V${(index % 9) + 1}`],
      [`${node} name`, `Task ${index}: what is to be done`], [`${node} description`, 'Two lines\nof words, é'],
      [`${node} status`, 'done'], [`${node} notes`, 'Noted: something'], [`${node} start`, '2026-01-01'],
      [`${node} use u interlinker`, 'canvas'], [`${node} resource r title`, 'Title'], [`${node} responsible`, ['a', 'b']],
      [`${node} claim c person`, 'a'], [`${node} complexity`, 'high'], [`${node} closed`, 'true'],
    ];
  });
  setFields(document, 'aaaaaaaa', changes.flat());
  return document;
}
