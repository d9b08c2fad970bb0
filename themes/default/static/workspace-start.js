/**
 * The view without an open process: the processes that this browser has, the start of a new one (from a schema, a story,
 * another process, or empty), and opening a file. At its end everything that is kept here: to take along, or to erase.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { View } from './workspace.js'
 * @import { Card } from './workspace-store.js'
 */
import { startEmpty, startFromProcess, startFromSchema, startFromStory } from './process-start.js';
import { element, language, worded } from './page.js';
import { loadSource } from './workspace-catalogue.js';
import { everything } from './workspace-everything.js';
import { whileHeld } from './workspace-lock.js';
import { Refusal, begin, failureNote, failureText, openFile } from './workspace-open.js';
import { bar, button, folded, labelled, noted, placeLink, redraw } from './workspace-parts.js';
import { canKeepFiles, savedText } from './workspace-save.js';
import { dayOf } from './workspace-session.js';
import { momentText, number, say } from './workspace-texts.js';

/** How many stories are shown before the rest is folded. */
const FEW = 4;

/** @type {View} */
export function showProcesses(workspace, container) {
  const own = element('div', {});
  const rest = element('div', {});
  /** @type {Card[]} */
  let cards = [];
  const form = startForm(workspace, () => cards);
  const draw = async () => {
    let failure;
    cards = await workspace.store.list().catch((error) => {
      failure = error;
      return [];
    });
    redraw(own, () => {
      // An empty list would say that they are lost.
      if (failure) return [failureNote(failure)];
      return cards.length > 0 ? [ownProcesses(workspace, cards, draw)] : [];
    });
    redraw(rest, () => (cards.length > 0 ? [everything(workspace, cards, draw)] : []));
    form.offerProcesses(cards);
  };
  container.append(own, form.section, fileForm(workspace), rest);
  draw();
  return { update: draw };
}

/** @param {import('./workspace-parts.js').Workspace} workspace @param {Card[]} cards @param {() => Promise<void>} draw */
function ownProcesses(workspace, cards, draw) {
  const row = (card) => {
    const place = { view: 'guide', process: card.id };
    const name = card.name || say('no-name');
    const state = savedText(card);
    const confirm = element('div', {});
    return element(
      'li',
      {},
      element(
        'div',
        { className: 'full' },
        element('h3', {}, placeLink(workspace, place, {}, name)),
        ...(card.progress === undefined
          ? []
          : [
              element(
                'p',
                { className: 'ws-progress' },
                bar(card.progress, say('progress')),
                element('span', { className: 'num' }, say('percent', { count: number(card.progress) })),
              ),
            ]),
        element('p', { className: 'small quiet' }, say('changed', { moment: momentText(card.changed) }), ' ', state),
        element(
          'p',
          { className: 'row ws-tools' },
          button(say('remove-process'), () => ask(confirm, card, name), { about: name, id: `ws-remove-${card.id}` }),
        ),
        confirm,
      ),
    );
  };
  const ask = (place, card, name) => {
    const no = button(say('keep'), () => {
      place.replaceChildren();
      document.getElementById(`ws-remove-${card.id}`)?.focus();
    });
    const yes = button(
      say('remove-now'),
      async () => {
        const { store } = workspace;
        const remove = () => store.remove(card.id);
        try {
          // A tab that works on it ends that first: its next edit would be one of nothing.
          await (store.isLasting ? whileHeld(card.id, remove) : remove());
          workspace.announce(say('process-removed', { name }));
        } catch (error) {
          workspace.announce(failureText(error));
        }
        await draw();
        /** @type {HTMLElement} */ (document.querySelector('#ws-view h2'))?.focus();
      },
      { className: 'btn' },
    );
    place.replaceChildren(
      element(
        'div',
        { className: 'notice' },
        element('p', {}, card.saved && !card.unsaved ? say('remove-saved', { name }) : say('remove-unsaved', { name })),
        element('p', { className: 'row' }, no, yes),
      ),
    );
    no.focus();
  };
  return element(
    'section',
    { className: 'sec' },
    element('header', {}, title(say('own-processes'))),
    element('ul', { className: 'rows plain' }, ...cards.map(row)),
  );
}

const title = (text) => element('h2', { tabIndex: -1 }, text);

// --- A new one ---

/** @param {Workspace} workspace @param {() => Card[]} cards */
function startForm(workspace, cards) {
  const { catalogue, place } = workspace;
  const name = element('input', { id: 'ws-new-name', maxLength: 400, autocomplete: 'off' });
  const failure = element('p', { className: 'msg', hidden: true, role: 'alert' });
  const team = element('input', { type: 'checkbox', id: 'ws-new-team' });
  const processes = element('div', {});
  const choice = (id, label, summary, isChosen) => {
    const input = element('input', {
      type: 'radio',
      name: 'source',
      id: `ws-from-${id.replace(':', '-')}`,
      value: id,
      checked: isChosen,
    });
    return element(
      'li',
      {},
      input,
      element(
        'div',
        {},
        noted('label', label, { htmlFor: input.id }),
        ...(summary ? [worded('p', summary, { className: 'small quiet' })] : []),
      ),
    );
  };
  const wanted = place.story ? `story:${place.story}` : place.schema ? `schema:${place.schema}` : undefined;
  const first = wanted ?? (catalogue.schemas.length > 0 ? `schema:${catalogue.schemas[0].slug}` : 'empty');
  const schemas = catalogue.schemas.map(({ slug, name: text, summary }) =>
    choice(`schema:${slug}`, text, summary, first === `schema:${slug}`),
  );
  const stories = catalogue.stories.map(({ slug, name: text, summary }) =>
    choice(`story:${slug}`, text, summary, first === `story:${slug}`),
  );
  const list = (items) => element('ul', { className: 'ws-choices' }, ...items);
  const group = (legend, hint, ...children) =>
    element(
      'fieldset',
      { className: 'ws-group' },
      element('legend', {}, legend),
      ...(hint ? [element('p', { className: 'small quiet' }, hint)] : []),
      ...children,
    );
  const submit = element('button', { className: 'btn', type: 'submit' }, say('start-now'));
  const form = element(
    'form',
    { className: 'ws-start', noValidate: true, autocomplete: 'off' },
    labelled(name, { label: say('field-name'), hint: say('new-name-hint') }),
    ...(schemas.length > 0 ? [group(say('from-schema'), say('from-schema-hint'), list(schemas))] : []),
    ...(stories.length > 0
      ? [
          group(
            say('from-story'),
            say('from-story-hint'),
            list(stories.slice(0, FEW)),
            ...(stories.length > FEW
              ? [
                  folded(
                    say('more-stories', { count: number(stories.length - FEW) }),
                    {
                      id: 'ws-more-stories',
                      open: catalogue.stories.findIndex(({ slug }) => slug === place.story) >= FEW,
                    },
                    list(stories.slice(FEW)),
                  ),
                ]
              : []),
          ),
        ]
      : []),
    processes,
    group(
      say('from-nothing'),
      undefined,
      list([choice('empty', { text: say('from-nothing-label') }, { text: say('from-nothing-hint') }, first === 'empty')]),
    ),
    failure,
    element(
      'p',
      { className: 'ws-send' },
      submit,
      element(
        'span',
        { className: 'small quiet' },
        workspace.store.isLasting || workspace.canLast ? say('start-note') : say('start-note-memory'),
      ),
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    failure.hidden = true;
    submit.disabled = true;
    try {
      const source = String(new FormData(form).get('source') ?? 'empty');
      const start = { name: name.value.trim() || undefined, language, date: dayOf(new Date()) };
      await begin(workspace, await make(workspace, source, start, team.checked));
    } catch (error) {
      failure.textContent = failureText(error);
      failure.hidden = false;
    } finally {
      submit.disabled = false;
    }
  });
  return {
    section: element('section', { className: 'sec' }, element('header', {}, title(say('start-title'))), form),
    /** @param {Card[]} known */
    offerProcesses(known) {
      const chosen = new FormData(form).get('source');
      processes.replaceChildren(
        ...(known.length === 0
          ? []
          : [
              group(
                say('from-process'),
                say('from-process-hint'),
                list(
                  known.map((card) =>
                    choice(
                      `process:${card.id}`,
                      { text: card.name || say('no-name') },
                      undefined,
                      chosen === `process:${card.id}`,
                    ),
                  ),
                ),
                element(
                  'p',
                  { className: 'ws-check' },
                  team,
                  element('label', { htmlFor: team.id }, say('from-process-team')),
                ),
              ),
            ]),
      );
    },
  };
}

/** @param {Workspace} workspace @param {string} source @param {any} start @param {boolean} withTeam */
async function make(workspace, source, start, withTeam) {
  const [kind, slug] = source.split(':');
  if (kind === 'schema' || kind === 'story') {
    const json = await loadSource(workspace.api, kind === 'schema' ? 'schemas' : 'stories', slug, workspace.store);
    if (!json) throw new Refusal('start-failed');
    return kind === 'schema' ? startFromSchema(json, start) : startFromStory(json, start);
  }
  if (kind === 'process') {
    const found = await workspace.store.load(slug);
    if (!found) throw new Refusal('process-gone');
    return startFromProcess(found.document, {
      ...start,
      name: start.name ?? say('copy-of', { name: found.card.name }),
      team: withTeam,
    });
  }
  return startEmpty({ ...start, name: start.name ?? say('no-name') });
}

// --- A file ---

/** @param {Workspace} workspace */
function fileForm(workspace) {
  const input = element('input', { type: 'file', id: 'ws-open', accept: '.yaml,.yml,application/yaml,text/yaml' });
  const answer = element('div', { role: 'status' });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (file) await openFile(workspace, file, answer);
    input.value = '';
  });
  const choose = async () => {
    try {
      const [handle] = await globalThis.showOpenFilePicker({
        id: 'interlink',
        types: [{ description: say('file-type'), accept: { 'application/yaml': ['.yaml', '.yml'] } }],
      });
      // The file itself: what is saved later goes back into it.
      await openFile(workspace, await handle.getFile(), answer, { handle });
    } catch (error) {
      if (error?.name !== 'AbortError') answer.replaceChildren(element('p', {}, say('file-unreadable')));
    }
  };
  const canChoose = canKeepFiles() && typeof globalThis.showOpenFilePicker === 'function';
  return element(
    'section',
    { className: 'sec' },
    element('header', {}, title(say('open-title'))),
    ...(canChoose
      ? [
          element('p', { className: 'hint small' }, say('open-hint')),
          element('p', { className: 'row mt1' }, button(say('open-choose'), choose, { id: 'ws-open' })),
        ]
      : [labelled(input, { label: say('open-label'), hint: say('open-hint') })]),
    answer,
  );
}
