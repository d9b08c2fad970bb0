/**
 * What came of a node: links and notes of the team, and a form to add one.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 */
import { LIMITS, fieldOf, faultOf, normalValue } from './process-fields.js';
import { addResource } from './process-tree.js';
import { element } from './page.js';
import { button, fieldId, folded, labelled, mark, section, textField } from './workspace-parts.js';
import { say } from './workspace-texts.js';

/** @param {Workspace} workspace @param {TreeNode} node */
export function resourcesOf(workspace, node) {
  const list = [...node.resource].filter(([, fields]) => fields.get('removed') !== 'true' && fields.get('title'));
  return section(
    say('resources-title'),
    { id: 'ws-resources' },
    ...(list.length > 0
      ? [element('ul', { className: 'ws-items' }, ...list.map(([id, fields]) => resource(workspace, node, id, fields)))]
      : [element('p', { className: 'small quiet' }, say('resources-none'))]),
    adding(workspace, node),
  );
}

/** The link or the note itself. @param {import('./process.js').Fields} fields */
export function resourceLink(fields) {
  const title = /** @type {string} */ (fields.get('title') ?? fields.get('address') ?? '');
  const address = /** @type {string | undefined} */ (fields.get('address'));
  if (!address) return element('b', {}, title);
  return element(
    'a',
    { href: address, target: '_blank', rel: 'noopener noreferrer' },
    title,
    element('span', { className: 'hide' }, ` ${say('new-window')}`),
  );
}

function resource(workspace, node, id, fields) {
  const { session } = workspace;
  const path = `node ${node.key} resource ${id}`;
  const title = /** @type {string} */ (fields.get('title'));
  const address = addressField(fieldId(`${path} address`), /** @type {string} */ (fields.get('address') ?? ''));
  address.control.addEventListener('change', () => {
    if (address.check())
      session.change([
        [`${path} address`, address.control.value.trim()],
        [`${path} kind`, address.control.value.trim() ? 'link' : 'note'],
      ]);
  });
  return element(
    'li',
    {},
    element('p', {}, resourceLink(fields)),
    ...(fields.get('note')
      ? [element('p', { className: 'small typed' }, /** @type {string} */ (fields.get('note')))]
      : []),
    folded(
      say('edit'),
      { id: `ws-resource-${id}`, className: 'more small' },
      textField(workspace, `${path} title`, { label: say('field-title') }),
      address.field,
      textField(workspace, `${path} note`, { label: say('field-note'), rows: 2 }),
      element(
        'p',
        { className: 'row' },
        button(
          say('remove'),
          () => {
            session.change([[`${path} removed`, 'true']]);
            workspace.announce(say('item-removed', { name: title }));
          },
          { about: title, id: `ws-resource-remove-${id}` },
        ),
      ),
    ),
  );
}

/** A field for an address of the web. @param {string} id @param {string} value */
function addressField(id, value) {
  const control = element('input', {
    id,
    type: 'url',
    value,
    maxLength: LIMITS.address,
    autocomplete: 'off',
    inputMode: 'url',
  });
  const field = labelled(control, { label: say('field-address'), hint: say('hint-address') });
  const check = () => {
    const given = normalValue(fieldOf('resource', 'address'), control.value.trim());
    const isGood = given === undefined || faultOf(fieldOf('resource', 'address'), given) === undefined;
    mark(control, isGood ? '' : say('fault-bad-address'));
    return isGood;
  };
  return { control, field, check };
}

function adding(workspace, node) {
  const { session } = workspace;
  const title = element('input', { id: 'ws-new-title', maxLength: LIMITS.line, autocomplete: 'off' });
  const address = addressField('ws-new-address', '');
  const note = element('textarea', { id: 'ws-new-note', rows: 2, maxLength: LIMITS.text });
  const form = element(
    'form',
    { noValidate: true, autocomplete: 'off' },
    labelled(title, { label: say('field-title'), hint: say('hint-title') }),
    address.field,
    labelled(note, { label: say('field-note') }),
    element(
      'p',
      { className: 'row' },
      element('button', { className: 'btn alt', type: 'submit', id: 'ws-new-resource' }, say('add')),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = { title: title.value.trim(), address: address.control.value.trim(), note: note.value.trim() };
    mark(title, given.title ? '' : say('title-missing'));
    if (!address.check()) address.control.focus();
    if (!given.title) title.focus();
    if (!given.title || !address.check()) return;
    const kind = given.address ? 'link' : 'note';
    session.change(addResource(session.document, node.key, { ...given, kind }), {
      what: 'resource',
      node: node.key,
      detail: given.title,
    });
    workspace.announce(say('resource-added', { name: given.title }));
    document.getElementById('ws-add-resource-open')?.focus();
  });
  return folded(say('add-resource'), { id: 'ws-add-resource' }, form);
}
