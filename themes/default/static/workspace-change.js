/**
 * Changes to the tree: add, rename, move, skip, remove; and a process that has no tree yet.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 */
import { LIMITS } from './process-fields.js';
import { ProcessError, drawId } from './process.js';
import { nodesOfSchema } from './process-start.js';
import { addNode, moveNode, removeNode, skipNode } from './process-tree.js';
import { element, language, worded } from './page.js';
import { loadSource } from './workspace-catalogue.js';
import { closesCircle } from './workspace-next.js';
import {
  button,
  checkList,
  faultText,
  fieldId,
  folded,
  labelled,
  mark,
  section,
  textField,
} from './workspace-parts.js';
import { say } from './workspace-texts.js';

const LEVELS = ['phase', 'objective', 'task', 'task', 'task', 'task'];

/** @param {Workspace} workspace @param {TreeNode} node */
export function changeOf(workspace, node) {
  const { session, words, announce } = workspace;
  const name = words.name(node).text;
  const path = `node ${node.key}`;
  const siblings = (node.parent?.children ?? session.tree.roots).filter(({ isRemoved }) => !isRemoved);
  const at = siblings.indexOf(node);
  const move = (by) => {
    session.change(moveNode(session.document, node.key, by), { what: 'moved', node: node.key });
    announce(say(by < 0 ? 'moved-up' : 'moved-down', { name }));
    // At an end the other button goes on.
    const [one, other] = ['ws-move-up', 'ws-move-down'].map(
      (id) => /** @type {HTMLButtonElement} */ (document.getElementById(id)),
    );
    if (one?.disabled !== other?.disabled) (one.disabled ? other : one).focus();
  };
  const schemaName = words.schemaName(node.key);
  const own = /** @type {string | undefined} */ (node.fields.get('name'));
  return folded(
    say('change-title'),
    { id: 'ws-change', className: 'more ws-change' },
    textField(workspace, `${path} name`, {
      label: say('field-node-name'),
      hint: schemaName ? say('hint-rename', { name: schemaName.text }) : undefined,
      fallback: schemaName?.text,
    }),
    ...(own !== undefined && schemaName
      ? [
          element(
            'p',
            { className: 'row' },
            button(
              say('schema-name'),
              () => session.change([[`${path} name`, undefined]], { what: 'renamed', node: node.key }),
              { id: 'ws-schema-name' },
            ),
          ),
        ]
      : []),
    ...(node.isOwn || node.fields.get('description') !== undefined
      ? [textField(workspace, `${path} description`, { label: say('field-node-description'), rows: 3 })]
      : []),
    section(
      say('move-title'),
      { level: 'h4' },
      element(
        'p',
        { className: 'row' },
        button(`↑ ${say('move-up')}`, () => move(-1), { disabled: at <= 0, id: 'ws-move-up' }),
        button(`↓ ${say('move-down')}`, () => move(1), {
          disabled: at < 0 || at >= siblings.length - 1,
          id: 'ws-move-down',
        }),
      ),
    ),
    ...(node.depth < LIMITS.depth
      ? [section(say('add-below'), { level: 'h4' }, addForm(workspace, node.key, node.depth, 'below'))]
      : []),
    beforeField(workspace, node, siblings),
    ...(node.isSkipped ? [] : [section(say('skip-title'), { level: 'h4' }, skipForm(workspace, node))]),
    ...(node.isOwn
      ? [
          section(
            say('remove-title'),
            { level: 'h4' },
            element('p', { className: 'small quiet' }, say('remove-note')),
            element(
              'p',
              { className: 'row' },
              button(
                say('remove'),
                () => {
                  const to = node.parent?.key;
                  session.change(removeNode(node.key), {
                    what: 'removed',
                    node: node.key,
                    detail: name.slice(0, LIMITS.line),
                  });
                  workspace.go({ view: 'guide', process: session.card.id, node: to });
                  announce(say('node-removed', { name }));
                },
                { about: name, id: 'ws-remove-node' },
              ),
            ),
          ),
        ]
      : []),
  );
}

function skipForm(workspace, node) {
  const { session, announce, words } = workspace;
  const reason = element('textarea', { id: 'ws-skip-reason', rows: 2, maxLength: LIMITS.text });
  const form = element(
    'form',
    { noValidate: true },
    labelled(reason, { label: say('field-reason'), hint: say('hint-reason') }),
    element(
      'p',
      { className: 'row' },
      element('button', { className: 'btn alt', type: 'submit', id: 'ws-skip' }, say('skip-now')),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!reason.value.trim()) {
      mark(reason, say('reason-missing'));
      reason.focus();
      return;
    }
    session.change(skipNode(node.key, reason.value), { what: 'skipped', node: node.key });
    announce(say('skipped', { name: words.name(node).text }));
    document.getElementById('ws-node-title')?.focus();
  });
  return form;
}

/** What has to be done before: of those beside it, but none that waits for this one. */
function beforeField({ session, words }, node, siblings) {
  const others = siblings.filter((one) => one !== node);
  if (others.length === 0) return element('span', {});
  const own = /** @type {string[]} */ (node.fields.get('prerequisites') ?? []);
  const ofSchema = words.before(node).filter((key) => !own.includes(key));
  const path = `node ${node.key} prerequisites`;
  const choices = others.filter(({ key }) => !ofSchema.includes(key)).map((one) => ({ id: one.key, ...words.name(one) }));
  // Those of other places stay.
  const elsewhere = own.filter((key) => !others.some((one) => one.key === key));
  const list = checkList(fieldId(path), choices, own, (keys) => session.change([[path, [...elsewhere, ...keys]]]));
  for (const box of list.querySelectorAll('input')) {
    const other = session.tree.nodes.get(box.value);
    // One that was chosen can be taken out: copies that were merged may wait for each other.
    if (box.checked || !closesCircle(session.tree, node, other, words.before)) continue;
    box.disabled = true;
    box.nextElementSibling.append(
      element('span', { className: 'small quiet', lang: language }, ` – ${say('before-circle')}`),
    );
  }
  return folded(say('before-change'), { id: 'ws-before' }, list);
}

/**
 * A name and a button: something new comes last below a node.
 *
 * @param {Workspace} workspace @param {string | null} parent @param {number} depth of the parent @param {string} where
 */
function addForm(workspace, parent, depth, where) {
  const { session, announce } = workspace;
  const level = LEVELS[depth] ?? 'task';
  const name = element('input', { id: `ws-add-${where}`, maxLength: LIMITS.line, autocomplete: 'off' });
  const form = element(
    'form',
    { className: 'ws-add', noValidate: true, autocomplete: 'off' },
    labelled(name, { label: say(`new-${level}`) }),
    element(
      'p',
      { className: 'row' },
      element('button', { className: 'btn alt', type: 'submit', id: `ws-add-${where}-now` }, say('add')),
    ),
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = name.value.trim();
    mark(name, text ? '' : say('name-missing'));
    if (!text) {
      name.focus();
      return;
    }
    const key = drawId();
    try {
      session.change(
        addNode(session.document, {
          key,
          parent,
          name: text,
          language: /** @type {string} */ (session.value('language')) ?? language,
        }),
        { what: 'added', node: key },
      );
    } catch (error) {
      if (!(error instanceof ProcessError)) throw error;
      // A process with as many steps as one can have.
      mark(name, faultText(error.code, error.message));
      return;
    }
    await workspace.go({ view: 'guide', process: session.card.id, node: key });
    announce(say('node-added', { name: text }));
  });
  return form;
}

/** Below the tree of a phase: an objective or another phase more. @param {Workspace} workspace @param {TreeNode} phase */
export function addChild(workspace, phase) {
  return element(
    'div',
    { className: 'ws-more' },
    folded(
      say('add-objective'),
      { id: 'ws-add-objective', className: 'more small' },
      addForm(workspace, phase.key, 1, 'objective'),
    ),
    folded(say('add-phase'), { id: 'ws-add-phase', className: 'more small' }, addForm(workspace, null, 0, 'phase')),
  );
}

/** A process without a tree: take that of a schema, or begin by hand. @param {Workspace} workspace */
export function emptyTree(workspace) {
  const { session, catalogue, api, store, announce } = workspace;
  const failure = element('p', { className: 'msg', hidden: true, role: 'alert' });
  const take = async (slug) => {
    const schema = await loadSource(api, 'schemas', slug, store);
    failure.hidden = schema !== undefined;
    failure.textContent = say('start-failed');
    if (!schema) return;
    await workspace.loadSchemas([slug]);
    const changes = nodesOfSchema(schema).flatMap(({ key, parent, position }) => [
      [`node ${key}`, parent],
      [`node ${key} position`, position],
      [`node ${key} removed`, undefined],
    ]);
    session.change([['schema', slug], ...changes]);
    await workspace.go({ view: 'guide', process: session.card.id });
    announce(say('schema-taken'));
  };
  const row = ({ slug, name, summary }) =>
    element(
      'li',
      {},
      worded('b', name),
      ...(summary ? [worded('p', summary, { className: 'small' })] : []),
      element(
        'p',
        { className: 'row' },
        button(say('take-schema'), () => take(slug), { about: name.text, id: `ws-take-${slug}` }),
      ),
    );
  return [
    element('h2', { tabIndex: -1 }, say('view-guide')),
    element('p', { className: 'lead' }, say('tree-empty')),
    failure,
    ...(catalogue.schemas.length > 0
      ? [section(say('from-schema'), {}, element('ul', { className: 'ws-items' }, ...catalogue.schemas.map(row)))]
      : []),
    section(say('by-hand'), {}, addForm(workspace, null, 0, 'first')),
  ];
}
