/**
 * The file of a process: save it, bring in another copy, compare with the schema as it is now, start another process like
 * this one, and remove this one from the browser.
 *
 * @import { View } from './workspace.js'
 * @import { Workspace } from './workspace-parts.js'
 */
import { compareWithSchema, takeOver } from './process-compare.js';
import { startFromProcess } from './process-start.js';
import { element, language } from './page.js';
import { loadSource } from './workspace-catalogue.js';
import { Refusal, begin, broughtBy, broughtText, failureNote, problemsOf, readFile } from './workspace-open.js';
import { button, labelled, placeLink, section } from './workspace-parts.js';
import { FILE, canKeepFiles, saveProcess, savedText } from './workspace-save.js';
import { dayOf } from './workspace-session.js';
import { number, say } from './workspace-texts.js';

/** @type {View} */
export function showFile(workspace, container) {
  const { session } = workspace;
  const state = element('p', {});
  const tell = () => {
    const { handle } = session.card;
    state.textContent = savedText(session.card);
    again.hidden = !handle;
    // What was saved last may be a download; the file is still the same.
    again.textContent = say('save-again', { name: handle?.name ?? '' });
  };
  const again = button('', () => saveProcess(workspace), { className: 'btn', id: 'ws-save-again' });
  const choose = button(say('save-as'), () => saveProcess(workspace, { isNew: true }), {
    className: session.card.handle ? 'btn alt' : 'btn',
    id: 'ws-save-as',
  });
  const take = button(say('save-download'), () => saveProcess(workspace, { isDownload: true }), {
    className: canKeepFiles() ? 'btn alt' : 'btn',
    id: 'ws-download',
  });
  container.append(
    element('h2', { tabIndex: -1 }, say('view-file')),
    section(
      say('save-title'),
      {},
      state,
      element('p', { className: 'measure' }, say('save-note', { name: FILE })),
      element('p', { className: 'row mt1' }, again, ...(canKeepFiles() ? [choose] : []), take),
    ),
    merging(workspace),
    schema(workspace),
    clone(workspace),
    section(
      say('remove-process'),
      {},
      element(
        'p',
        { className: 'measure' },
        say('remove-where'),
        ' ',
        placeLink(workspace, { view: 'processes' }, {}, say('view-processes')),
      ),
    ),
  );
  tell();
  const stop = session.watch(tell);
  return { update() {}, leave: stop };
}

/** @param {Workspace} workspace */
function merging(workspace) {
  const { session } = workspace;
  const input = element('input', { type: 'file', id: 'ws-merge', accept: '.yaml,.yml,application/yaml,text/yaml' });
  const answer = element('div', { role: 'status', className: 'ws-answer' });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    input.value = '';
    if (!file) return;
    session.settle();
    answer.replaceChildren(element('p', {}, say('reading')));
    const found = await readFile(file).catch(() => undefined);
    if (!found?.document) {
      answer.replaceChildren(problemsOf(file, found));
      return;
    }
    if (found.document.id !== session.document.id) {
      answer.replaceChildren(
        element(
          'div',
          { className: 'notice' },
          element('p', {}, say('merge-other', { name: file.name })),
          element('p', {}, placeLink(workspace, { view: 'processes' }, {}, say('merge-open'))),
        ),
      );
      return;
    }
    const before = session.document;
    try {
      // Another tab may have taken over while the file was read.
      if (session.isReadOnly) throw new Refusal('open-elsewhere');
      await session.mergeWith(found.document);
      answer.replaceChildren(
        element('div', { className: 'notice' }, ...broughtText(workspace, broughtBy(before, session.document))),
      );
    } catch (error) {
      answer.replaceChildren(failureNote(error));
    }
  });
  return section(
    say('merge-title'),
    { id: 'ws-merging' },
    element('p', { className: 'measure' }, say('merge-note')),
    labelled(input, { label: say('merge-label'), hint: say('open-hint') }),
    answer,
  );
}

// --- The schema as it is now ---

/** @param {Workspace} workspace */
function schema(workspace) {
  const { session, catalogue, api, store } = workspace;
  const slug = /** @type {string | undefined} */ (session.value('schema'));
  if (!slug) return element('span', {});
  const name = catalogue.schemas.find((one) => one.slug === slug)?.name.text ?? slug;
  const answer = element('div', { role: 'status', className: 'ws-answer' });
  const look = async () => {
    answer.replaceChildren(element('p', {}, say('reading')));
    const json = await loadSource(api, 'schemas', slug, store);
    if (!json) answer.replaceChildren(element('p', {}, say('start-failed')));
    else {
      workspace.setSchema(json);
      answer.replaceChildren(...differences(workspace, json, look));
    }
  };
  return section(
    say('schema-title'),
    { id: 'ws-schema' },
    element('p', { className: 'measure' }, say('schema-note', { name })),
    element('p', { className: 'row' }, button(say('schema-compare'), look, { id: 'ws-compare' })),
    answer,
  );
}

/** @param {Workspace} workspace @param {any} json @param {() => Promise<void>} look */
function differences(workspace, json, look) {
  const { session } = workspace;
  const comparison = compareWithSchema(session.document, json);
  const count = comparison.added.length + comparison.retired.length + comparison.moved.length;
  if (count + comparison.elsewhere.length === 0) return [element('p', {}, say('schema-same'))];
  const nameOf = (key) => {
    const words = [language, ...(json.languages ?? [])]
      .map((one) => json.words?.[one]?.nodes?.[key.slice(key.indexOf('/') + 1)]?.name)
      .find(Boolean);
    return words ?? workspace.words.schemaName(key)?.text ?? key;
  };
  /** @type {Map<HTMLInputElement, [string, any]>} */
  const boxes = new Map();
  const list = (kind, title, isChosen) =>
    comparison[kind].length === 0
      ? []
      : [
          element(
            'fieldset',
            {},
            element('legend', {}, title),
            element(
              'ul',
              { className: 'ws-checks' },
              ...comparison[kind].map((item, index) => {
                const box = element('input', { type: 'checkbox', id: `ws-${kind}-${index}`, checked: isChosen(item) });
                boxes.set(box, [kind, item]);
                return element(
                  'li',
                  {},
                  box,
                  element(
                    'label',
                    { htmlFor: box.id },
                    nameOf(item.key),
                    ...[item.isTouched && say('schema-touched'), item.isNeeded && say('schema-needed')]
                      .filter(Boolean)
                      .map((text) => element('span', { className: 'small quiet' }, ` – ${text}`)),
                  ),
                );
              }),
            ),
          ),
        ];
  const act = async () => {
    const part = { added: [], retired: [], moved: [] };
    for (const [box, [kind, item]] of boxes) if (box.checked) part[kind].push(item);
    // What lies in a new node that is not wanted is not wanted either.
    const taken = new Set(part.added.map(({ key }) => key));
    const isNew = new Set(comparison.added.map(({ key }) => key));
    part.added = part.added.filter(({ parent }) => parent === null || !isNew.has(parent) || taken.has(parent));
    session.change(takeOver(session.document, part, say('schema-retired-reason')), { what: 'added', detail: json.slug });
    await look();
    workspace.announce(say('schema-taken-over'));
    document.getElementById('ws-compare')?.focus();
  };
  // Nothing to choose: where a node lies is written once.
  const elsewhere = comparison.elsewhere.map(({ key, parent }) =>
    element(
      'li',
      {},
      nameOf(key),
      element(
        'span',
        { className: 'small quiet' },
        ` – ${parent === null ? say('schema-at-top') : say('schema-below', { name: nameOf(parent) })}`,
      ),
    ),
  );
  return [
    // A story took only a part of its schema, so there what is missing is mostly not new.
    ...(count > 0
      ? [
          element('p', {}, say('schema-differs', { count: number(count) })),
          ...list('added', say('schema-added'), () => session.value('story') === undefined),
          ...list('retired', say('schema-retired'), ({ isTouched, isNeeded }) => !isTouched && !isNeeded),
          ...list('moved', say('schema-moved'), () => true),
          element(
            'p',
            { className: 'row mt1' },
            button(say('schema-take-over'), act, { className: 'btn', id: 'ws-take-over-schema' }),
          ),
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          element('h4', {}, say('schema-elsewhere')),
          element('p', { className: 'small quiet measure' }, say('schema-elsewhere-note')),
          element('ul', { className: 'prose', id: 'ws-elsewhere' }, ...elsewhere),
        ]
      : []),
  ];
}

/** Another process like this one. @param {Workspace} workspace */
function clone(workspace) {
  const { session } = workspace;
  const team = element('input', { type: 'checkbox', id: 'ws-clone-team' });
  const answer = element('div', { role: 'status', className: 'ws-answer' });
  const act = async () => {
    const name = say('copy-of', { name: /** @type {string} */ (session.value('name') ?? '') });
    try {
      await begin(workspace, startFromProcess(session.document, { name, date: dayOf(new Date()), team: team.checked }));
    } catch (error) {
      answer.replaceChildren(failureNote(error));
    }
  };
  return section(
    say('clone-title'),
    {},
    element('p', { className: 'measure' }, say('from-process-hint')),
    element('p', { className: 'ws-check' }, team, element('label', { htmlFor: team.id }, say('from-process-team'))),
    element('p', { className: 'row' }, button(say('clone-now'), act, { id: 'ws-clone' })),
    answer,
  );
}
