/**
 * What of a process becomes public: as a story, whose tree is reduced by an allow-list (process-publish.js), or as a call
 * for collaborators (workspace-call.js). What could tell who somebody is, is told with its place and has to be mended
 * first. Nothing leaves here: the form of the site is filled in, and shows once more all that it would send.
 *
 * @import { View } from './workspace.js'
 * @import { Workspace } from './workspace-parts.js'
 */
import { element, sizeOf, worded } from './page.js';
import { findingsOfTree } from './process-findings.js';
import { reduceTree, storyAnswers, writeTree } from './process-publish.js';
import { callSection } from './workspace-call.js';
import { nodeLink } from './workspace-labels.js';
import { button, checkList, download, fieldId, firstOf, foldedLater, redraw, section } from './workspace-parts.js';
import { choicesOf, choose, findingList, findings, goButton, languageOf, refuse, whenChosen } from './workspace-publish-parts.js';
import { dayOf } from './workspace-session.js';
import { listText, number, say } from './workspace-texts.js';
import { markUsed } from './workspace-uses.js';

/** @type {View} */
export function showPublish(workspace, container) {
  const draw = () => [
    element('h2', { tabIndex: -1 }, say('view-publish')),
    element('p', { className: 'lead stack' }, say('publish-lead')),
    ...storySection(workspace),
    ...callSection(workspace),
  ];
  const drawNow = () => redraw(container, draw);
  whenChosen(drawNow);
  drawNow();
  return {
    update: ({ isTyped }) => {
      if (!isTyped) drawNow();
    },
    leave: () => whenChosen(() => {}),
  };
}

/** @param {Workspace} workspace */
function storyOf(workspace) {
  const { session, words, catalogue } = workspace;
  const { leftOut, isWhole } = choicesOf(workspace);
  const language = languageOf(workspace);
  const reduced = reduceTree(session.tree, {
    language,
    schemaWords: words.schemaWords,
    isKnown: (node) => !words.isUnknown(node) || isOutOfReach(workspace, node.key.slice(0, node.key.indexOf('/'))),
    // Without the catalogue nobody knows; the service looks again.
    interlinkers: catalogue.isMissing ? undefined : catalogue.interlinkers,
    leftOut: new Set(leftOut),
    isWhole,
  });
  const file = reduced.tree.nodes.length > 0 ? writeTree(reduced.tree) : '';
  const { answers, texts } = storyAnswers(session.values, session.tree, { language, today: dayOf(new Date()) });
  return {
    ...reduced,
    file,
    answers: { ...answers, ...(file ? { tree: file } : {}) },
    findings: [
      ...findings(workspace, [...texts, ...reduced.texts]),
      ...(file ? findingsOfTree(reduced, file) : []),
    ],
  };
}

/** Whether a schema is probably there and could only not be read now. @param {Workspace} workspace @param {string} slug */
const isOutOfReach = ({ words, catalogue }, slug) =>
  !words.hasSchema(slug) && (catalogue.isMissing || catalogue.schemas.some((schema) => schema.slug === slug));

/** @param {Workspace} workspace */
function storySection(workspace) {
  const story = storyOf(workspace);
  const { count, used, chosen, privateLinks, unknownUses } = story;
  const { catalogue } = workspace;
  const item = (...children) => element('li', {}, ...children);
  const names = used.map((slug) => catalogue.interlinkers.get(slug)?.name.text ?? slug);
  const takes = [
    say('publish-takes-steps', {
      count: number(count.steps),
      done: number(count.done),
      skipped: number(count.skipped),
    }),
    ...(count.own > 0 ? [say('publish-takes-own', { count: number(count.own) })] : []),
    names.length > 0
      ? say('publish-takes-used', { names: listText(names) })
      : chosen.length > 0
        ? say('publish-takes-chosen', { count: number(chosen.length) })
        : say('publish-takes-unused'),
    say('publish-takes-texts'),
  ];
  const notes = [
    ...(privateLinks > 0 ? [say('publish-links-private', { count: number(privateLinks) })] : []),
    ...(unknownUses.length > 0 ? [say('publish-unknown-used', { names: listText(unknownUses) })] : []),
  ];
  return [
    section(
      say('publish-story-title'),
      { id: 'ws-publish-story' },
      element('p', { className: 'measure' }, say('publish-story-lead')),
      element('h4', { tabIndex: -1, id: 'ws-publish-takes-title' }, say('publish-takes')),
      element('ul', { className: 'prose', id: 'ws-publish-takes' }, ...takes.map((text) => item(text))),
      ...notes.map((text) => element('p', { className: 'small quiet' }, text)),
      ...chosenList(workspace, chosen),
      wholeBox(workspace),
      ...linkList(workspace, story.links),
      element('h4', {}, say('publish-never')),
      element('p', { className: 'measure' }, say('publish-never-list')),
      ...findingList(workspace, story.findings, 'ws-publish'),
      goButton(workspace, 'story', 'ws-publish', say('publish-go'), () => story),
      ...(story.file
        ? [
            foldedLater(say('publish-tree'), { id: 'ws-publish-tree' }, () => [
              element('p', { className: 'small quiet' }, sizeOf(say, new TextEncoder().encode(story.file).length)),
              element('pre', { className: 'ws-file', tabIndex: 0 }, story.file),
              element(
                'p',
                { className: 'row' },
                button(say('publish-tree-download'), () => saveTree(workspace, story), { id: 'ws-publish-download' }),
              ),
            ]),
          ]
        : []),
    ),
  ];
}

/** The file for who has no way to the form but the mail; not while there is something to mend. */
function saveTree(workspace, story) {
  if (story.findings.length > 0) refuse(workspace, 'ws-publish');
  else download(story.file, 'tree.yaml', 'text/yaml');
}

/**
 * Only what was used is told, and it is easily forgotten to say so: that can be done here.
 *
 * @param {Workspace} workspace @param {import('./process-publish.js').Reduced['chosen']} chosen
 */
function chosenList(workspace, chosen) {
  if (chosen.length === 0) return [];
  const row = ({ node, id, interlinker }) => {
    const name = workspace.catalogue.interlinkers.get(interlinker)?.name ?? { text: interlinker };
    const use = () => {
      const at = chosen.findIndex((one) => one.node === node && one.id === id);
      markUsed(workspace, node, id, interlinker);
      // The button is gone: the next one goes on, or what the story takes along now.
      const rest = document.querySelectorAll('#ws-publish-chosen button');
      const next = rest[Math.min(at, rest.length - 1)] ?? document.getElementById('ws-publish-takes-title');
      /** @type {HTMLElement} */ (next)?.focus();
    };
    return element(
      'li',
      {},
      element('p', {}, worded('b', name)),
      element('p', { className: 'small quiet' }, say('in-task'), ' ', nodeLink(workspace, node)),
      element(
        'p',
        { className: 'row' },
        button(say('publish-mark-used'), use, {
          about: name.text,
          className: 'btn alt ws-small',
          id: `${fieldId(`node ${node} use ${id}`)}-used`,
        }),
      ),
    );
  };
  return [
    element('h4', {}, say('publish-chosen')),
    element('div', { id: 'ws-publish-chosen' }, ...firstOf(chosen, row, { name: 'chosen', none: '' })),
  ];
}

/** @param {Workspace} workspace */
function wholeBox(workspace) {
  const box = element('input', {
    type: 'checkbox',
    id: 'ws-publish-whole',
    checked: choicesOf(workspace).isWhole,
  });
  box.setAttribute('aria-describedby', 'ws-publish-whole-hint');
  box.addEventListener('change', () => choose(workspace, { isWhole: box.checked }));
  return element(
    'div',
    { className: 'ws-check' },
    box,
    element(
      'div',
      {},
      element('label', { htmlFor: box.id }, say('publish-whole')),
      element('p', { className: 'small quiet', id: 'ws-publish-whole-hint' }, say('publish-whole-hint')),
    ),
  );
}

/** @param {Workspace} workspace @param {import('./process-publish.js').Link[]} links */
function linkList(workspace, links) {
  if (links.length === 0) return [];
  const id = ({ path }) => path.split(' ').slice(1).join('-').replace(/[^A-Za-z0-9]+/gu, '-');
  const chosen = links.filter(({ isTaken }) => isTaken);
  const list = checkList(
    'ws-publish-link',
    links.map((link) => ({ id: id(link), text: `${link.title} – ${link.address}` })),
    chosen.map(id),
    (ids) => choose(workspace, { leftOut: links.filter((link) => !ids.includes(id(link))).map(({ path }) => path) }),
  );
  return [
    element('h4', {}, say('publish-links')),
    element('p', { className: 'small quiet measure' }, say('publish-links-hint')),
    list,
  ];
}
