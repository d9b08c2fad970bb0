/**
 * Who is responsible for a phase, an objective or a task: people and teams of the process, or somebody new.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 */
import { LIMITS } from './process-fields.js';
import { drawId } from './process.js';
import { findByName } from './process-team.js';
import { element } from './page.js';
import { fieldId, folded, labelled, mark } from './workspace-parts.js';
import { everyOne, goneChoice, pickList, toTeam } from './workspace-people.js';
import { say } from './workspace-texts.js';

/** @param {Workspace} workspace @param {TreeNode} node */
export function responsibleFor(workspace, node) {
  const { session } = workspace;
  const path = `node ${node.key} responsible`;
  const chosen = /** @type {string[]} */ (node.fields.get('responsible') ?? []);
  const teams = everyOne(workspace, 'team').map(({ id, text }) => ({ id, text: say('team-named', { name: text }) }));
  const there = [...teams, ...everyOne(workspace, 'person')];
  const gone = chosen.filter((id) => !there.some((one) => one.id === id)).map((id) => goneChoice(workspace, id));
  const choices = [...there, ...gone];
  const take = (ids) => session.change([[path, ids]], { what: 'assigned', node: node.key });
  return element(
    'fieldset',
    { className: 'ws-who' },
    element('legend', {}, say('field-responsible')),
    ...(choices.length > 0
      ? [pickList(fieldId(path), choices, chosen, take, say('responsible-more'))]
      : [element('p', { className: 'small quiet' }, say('nobody-yet'))]),
    adding(workspace, node, chosen),
    ...toTeam(workspace),
  );
}

/** Somebody who is not in the process yet. */
function adding(workspace, node, chosen) {
  const { session } = workspace;
  const name = element('input', { id: 'ws-new-person', maxLength: LIMITS.line, autocomplete: 'off' });
  const add = (event) => {
    event.preventDefault();
    const text = name.value.trim();
    mark(name, text ? '' : say('name-missing'));
    if (!text) {
      name.focus();
      return;
    }
    const known = findByName(session.values.person, text);
    const id = known ?? drawId();
    session.change(
      [
        ...(known ? [] : [[`person ${id} name`, text]]),
        [`node ${node.key} responsible`, [...new Set([...chosen, id])]],
      ],
      { what: 'assigned', node: node.key },
    );
    workspace.announce(say('person-added', { name: text }));
  };
  const form = element(
    'form',
    { noValidate: true, autocomplete: 'off' },
    labelled(name, { label: say('field-person-name'), hint: say('hint-person-name') }),
    element(
      'p',
      { className: 'row' },
      element('button', { className: 'btn alt', type: 'submit', id: 'ws-add-person-now' }, say('add')),
    ),
  );
  form.addEventListener('submit', add);
  return folded(say('add-person'), { id: 'ws-add-person' }, form);
}
