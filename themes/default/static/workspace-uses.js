/**
 * Interlinkers at a node: which are recommended and why, and the register of those that were chosen or used. Taking a
 * file or opening an address enters the Interlinker into the register by itself.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 * @import { Interlinker } from './workspace-catalogue.js'
 * @import { Recommended } from './workspace-recommend.js'
 */
import { addUse } from './process-tree.js';
import { drawing, element, language, sizeOf, worded } from './page.js';
import { pageAddress } from './data.js';
import { needsOf } from './workspace-needs.js';
import { button, fieldId, folded, labelled, noted, section, selectField, textField, why } from './workspace-parts.js';
import { recommendedFor } from './workspace-recommend.js';
import { dayOf } from './workspace-session.js';
import { dayText, listText, number, plain, say } from './workspace-texts.js';

const FEW = 3;
const MOST_FOUND = 6;

/** @param {Workspace} workspace @param {TreeNode} node */
export function usesOf(workspace, node) {
  const { catalogue, words } = workspace;
  const list = recommendedFor(catalogue.recommender, node, words.problems).filter(({ slug }) =>
    catalogue.interlinkers.has(slug),
  );
  const row = (found) => recommendation(workspace, node, found);
  const rest = list.slice(FEW);
  const hasNeed =
    words.problems(node).length > 0 || (node.parent && words.problems(node.parent).length > 0) || !node.isLeaf;
  return section(
    say('uses-title'),
    { id: 'ws-uses' },
    ...register(workspace, node),
    needsOf(workspace, node),
    ...(list.length > 0
      ? [
          element('h4', {}, say('recommended')),
          element('ul', { className: 'recs' }, ...list.slice(0, FEW).map(row)),
          ...(rest.length > 0
            ? [
                folded(
                  say('recommended-more', { count: number(rest.length) }),
                  { id: 'ws-more-recommended' },
                  element('ul', { className: 'recs' }, ...rest.map(row)),
                ),
              ]
            : []),
        ]
      : [element('p', { className: 'empty small' }, say(hasNeed ? 'recommended-none' : 'recommended-no-need'))]),
    another(workspace, node),
  );
}

/** The entry of the register that a node has for an Interlinker. @param {TreeNode} node @param {string} slug */
const useOf = (node, slug) =>
  [...node.use].find(([, fields]) => fields.get('interlinker') === slug && fields.get('removed') !== 'true');

/**
 * Enters an Interlinker into the register, or says of one that is there that it is used now.
 *
 * @param {Workspace} workspace @param {TreeNode} node @param {Interlinker} item @param {'chosen' | 'used'} status
 */
function enter(workspace, node, item, status) {
  const { session } = workspace;
  const known = useOf(node, item.slug);
  if (!known) {
    session.change(
      addUse(session.document, node.key, {
        interlinker: item.slug,
        version: item.version,
        status,
        date: status === 'used' ? dayOf(new Date()) : undefined,
      }),
      { what: status === 'used' ? 'used' : 'chose', node: node.key, detail: item.slug },
    );
    workspace.announce(say(status === 'used' ? 'use-used' : 'use-chosen', { name: item.name.text }));
  } else if (status === 'used' && known[1].get('status') !== 'used') markUsed(workspace, node.key, known[0], item.slug);
}

/**
 * Says of an entry of the register that it is used now: the same as a new one, so that a task that was waiting has begun.
 *
 * @param {Workspace} workspace @param {string} node @param {string} id @param {string} slug of the Interlinker
 */
export function markUsed(workspace, node, id, slug) {
  const { session, catalogue } = workspace;
  const item = catalogue.interlinkers.get(slug);
  session.change(
    addUse(session.document, node, {
      id,
      interlinker: slug,
      // Without the catalogue the version that was noted stays.
      ...(item ? { version: item.version } : {}),
      date: dayOf(new Date()),
    }),
    { what: 'used', node, detail: slug },
  );
  workspace.announce(say('use-used', { name: item?.name.text ?? slug }));
}

/** @param {Workspace} workspace @param {TreeNode} node @param {Recommended} found */
function recommendation(workspace, node, found) {
  const item = workspace.catalogue.interlinkers.get(found.slug);
  return element(
    'li',
    {},
    drawing(item.nature, 'sign'),
    element(
      'div',
      {},
      element(
        'p',
        {},
        noted('a', { ...item.name, note: undefined }, { href: pageAddress(item.url) }),
        ...(item.name.note ? [' ', element('span', { className: 'in' }, item.name.note)] : []),
        ' ',
        element('span', { className: 'kind' }, item.kind),
      ),
      ...(item.summary ? [worded('p', item.summary, { className: 'small' })] : []),
      reason(workspace, found),
      actions(workspace, node, item, 'recommended'),
    ),
  );
}

/** @param {Workspace} workspace @param {Recommended} found */
function reason({ catalogue }, { own, inherited }) {
  const { recommender, problems } = catalogue;
  const name = (slug) => problems.get(slug)?.name.text ?? slug;
  const needs = [...own, ...inherited];
  const sign = problems.get(needs[0])?.sign ?? 'find';
  const count = recommender.solving(needs[0]).length;
  return why(
    sign,
    `${say('why-answers')} `,
    element('b', {}, listText(needs.map(name))),
    '. ',
    own.length > 0 ? say('why-own') : say('why-inherited'),
    ' ',
    say('why-rare', { count: number(count), total: number(recommender.total) }),
  );
}

/**
 * What can be done with an Interlinker here.
 *
 * @param {Workspace} workspace @param {TreeNode} node @param {Interlinker} item
 * @param {'recommended' | 'register' | 'other'} where one Interlinker may stand in several lists
 */
function actions(workspace, node, item, where) {
  const { session } = workspace;
  const known = useOf(node, item.slug);
  const status = known?.[1].get('status') ?? 'used';
  const isOff = session.isReadOnly;
  const files = [...item.files].sort((one, other) => Number(other.lang === language) - Number(one.lang === language));
  const link = (file) => {
    const made = element(
      'a',
      { href: file.url, download: '' },
      say('take-file', { title: file.title, format: file.format, size: sizeOf(say, file.size) }),
    );
    if (file.lang && file.lang !== language) made.append(` (${file.language ?? file.lang})`);
    made.addEventListener('click', () => {
      if (!isOff) enter(workspace, node, item, 'used');
    });
    return made;
  };
  const parts = [];
  if (known && where !== 'register') parts.push(element('span', { className: 'ws-state' }, say(`use-${status}-state`)));
  if (!known)
    parts.push(
      button(say('choose'), () => enter(workspace, node, item, 'chosen'), {
        about: item.name.text,
        id: `ws-${where}-choose-${item.slug}`,
      }),
    );
  if (item.address) {
    const open = element(
      'a',
      { href: item.address, target: '_blank', rel: 'noopener noreferrer' },
      say('open-address'),
      element('span', { className: 'hide' }, ` ${item.name.text} ${say('new-window')}`),
    );
    open.addEventListener('click', () => {
      if (!isOff) enter(workspace, node, item, 'used');
    });
    parts.push(open);
  }
  if (files.length > 0) parts.push(link(files[0]));
  const more =
    files.length > 1
      ? [
          folded(
            say('other-files', { count: number(files.length - 1) }),
            { id: `ws-${where}-files-${item.slug}`, className: 'more small' },
            element('ul', {}, ...files.slice(1).map((file) => element('li', {}, link(file)))),
          ),
        ]
      : [];
  return element(
    'div',
    { className: 'ws-actions' },
    ...(parts.length > 0 ? [element('p', { className: 'row' }, ...parts)] : []),
    ...more,
  );
}

// --- The register of use ---

/** @param {Workspace} workspace @param {TreeNode} node */
function register(workspace, node) {
  const uses = [...node.use].filter(([, fields]) => fields.get('removed') !== 'true' && fields.get('interlinker'));
  if (uses.length === 0) return [];
  return [
    element('h4', {}, say('register-title')),
    element('ul', { className: 'ws-items' }, ...uses.map(([id, fields]) => registered(workspace, node, id, fields))),
  ];
}

/**
 * @param {Workspace} workspace @param {TreeNode} node @param {string} id @param {import('./process.js').Fields} fields
 */
function registered(workspace, node, id, fields) {
  const { session, catalogue } = workspace;
  const slug = /** @type {string} */ (fields.get('interlinker'));
  const item = catalogue.interlinkers.get(slug);
  const name = item?.name ?? { text: slug };
  const path = `node ${node.key} use ${id}`;
  const version = fields.get('version');
  const date = fields.get('date');
  const facts = [
    say(`use-${fields.get('status') ?? 'used'}-state`),
    ...(date ? [dayText(/** @type {string} */ (date))] : []),
    ...(version ? [say('version', { version: /** @type {string} */ (version) })] : []),
  ];
  const status = selectField(
    fieldId(`${path} status`),
    /** @type {string} */ (fields.get('status') ?? 'used'),
    ['chosen', 'used'].map((value) => ({ value, text: say(`use-${value}-state`) })),
    (value) => {
      if (item) {
        if (value === 'used') enter(workspace, node, item, 'used');
        else
          session.change([
            [`${path} status`, value],
            [`${path} date`, undefined],
          ]);
      } else session.change([[`${path} status`, value]]);
    },
    { label: say('field-use-status') },
  );
  return element(
    'li',
    {},
    element(
      'p',
      {},
      item ? worded('a', name, { href: pageAddress(item.url) }) : worded('b', name),
      element('span', { className: 'small quiet' }, ` ${facts.join(' · ')}`),
    ),
    ...(item
      ? [actions(workspace, node, item, 'register')]
      : [element('p', { className: 'small quiet' }, say('use-unknown'))]),
    folded(
      say('edit'),
      { id: `ws-use-${id}`, className: 'more small' },
      status,
      textField(workspace, `${path} version`, { label: say('field-version') }),
      textField(workspace, `${path} note`, { label: say('field-note'), hint: say('hint-use-note'), rows: 2 }),
      element(
        'p',
        { className: 'row' },
        button(
          say('remove'),
          () => {
            session.change([[`${path} removed`, 'true']]);
            workspace.announce(say('item-removed', { name: name.text }));
          },
          { about: name.text, id: `ws-use-remove-${id}` },
        ),
      ),
    ),
  );
}

// --- Any other of the catalogue ---


/** @param {Workspace} workspace @param {TreeNode} node */
function another(workspace, node) {
  const { catalogue } = workspace;
  const field = element('input', { type: 'search', id: 'ws-another', autocomplete: 'off', maxLength: 200 });
  const list = element('ul', { className: 'recs' });
  const status = element('p', { className: 'small quiet', role: 'status' });
  field.addEventListener('input', () => {
    const words = plain(field.value).split(/\s+/u).filter(Boolean);
    const found =
      words.length === 0
        ? []
        : [...catalogue.interlinkers.values()]
            .filter(({ name, summary }) =>
              words.every((word) => plain(`${name.text} ${summary?.text ?? ''}`).includes(word)),
            )
            .slice(0, MOST_FOUND);
    list.replaceChildren(
      ...found.map((item) =>
        element(
          'li',
          {},
          drawing(item.nature, 'sign'),
          element(
            'div',
            {},
            element(
              'p',
              {},
              worded('a', item.name, { href: pageAddress(item.url) }),
              ' ',
              element('span', { className: 'kind' }, item.kind),
            ),
            actions(workspace, node, item, 'other'),
          ),
        ),
      ),
    );
    status.textContent =
      words.length === 0 ? '' : found.length > 0 ? say('found', { count: number(found.length) }) : say('found-none');
  });
  return folded(
    say('another'),
    { id: 'ws-another-open' },
    labelled(field, { label: say('another-label') }),
    status,
    list,
  );
}
