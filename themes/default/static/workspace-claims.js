/**
 * Contributions to a task: who claims what part in its results, the level and the points that follow, and the end of the
 * task, with which the points are awarded. Only where the process has rewards switched on.
 *
 * @import { Workspace } from './workspace-parts.js'
 * @import { TreeNode } from './process-tree.js'
 * @import { Fields } from './process.js'
 * @import { Share, TaskPoints } from './process-points.js'
 */
import { LIMITS, ORGANISATION_TYPES } from './process-fields.js';
import { LEVELS, awardPoints, pointsOfTask, setLevel, takeBackPoints } from './process-points.js';
import { drawId } from './process.js';
import { typeOfPerson } from './process-team.js';
import { itemOf } from './process-tree.js';
import { element } from './page.js';
import { whoName } from './workspace-labels.js';
import { button, fieldId, folded, labelled, mark, section, selectField, textField } from './workspace-parts.js';
import { everyOne, myself, personField, toTeam } from './workspace-people.js';
import { resourceLink } from './workspace-resources.js';
import { byName, number, say, term } from './workspace-texts.js';

/** @param {Workspace} workspace @param {TreeNode} node @returns {Node[]} */
export function claimsOf(workspace, node) {
  const { session } = workspace;
  const claims = [...node.claim].filter(([, fields]) => fields.get('removed') !== 'true' && fields.get('person'));
  const points = pointsOfTask(node);
  const { isClosed, shares } = points;
  const hasRewards = session.value('rewards') !== undefined;
  if (!isClosed && !(hasRewards && (node.isLeaf || claims.length > 0))) return [];
  const rows = claims.map(([id, fields]) => claim(workspace, node, id, fields, isClosed));
  return [
    section(
      say('claims-title'),
      { id: 'ws-claims' },
      ...(claims.length > 0
        ? [element('ul', { className: 'ws-items' }, ...rows)]
        : [element('p', { className: 'small quiet' }, say('claims-none'))]),
      ...(isClosed ? [] : [adding(workspace, node)]),
      ...(shares.length > 0
        ? [section(say('shares-title'), { level: 'h4' }, ...sharesOf(workspace, node, shares, isClosed))]
        : []),
      ...(shares.length > 0 || isClosed ? award(workspace, node, points) : []),
    ),
  ];
}

/** The results of a task that are there. @param {TreeNode} node @returns {[id: string, fields: Fields][]} */
const resultsOf = (node) =>
  [...node.resource].filter(([, fields]) => fields.get('removed') !== 'true' && fields.get('title'));

/** @param {Workspace} workspace @param {TreeNode} node @param {string} id @param {Fields} fields @param {boolean} isClosed */
function claim(workspace, node, id, fields, isClosed) {
  const { session, announce } = workspace;
  const path = `node ${node.key} claim ${id}`;
  const title = /** @type {string} */ (fields.get('title') ?? say('kind-claim'));
  const who = whoName(workspace, /** @type {string} */ (fields.get('person')));
  const role = /** @type {string | undefined} */ (fields.get('role'));
  const result = resultsOf(node).find(([one]) => one === fields.get('resource'));
  const set = (field) => (value) => session.change([[`${path} ${field}`, value]]);
  const remove = () => {
    session.settle();
    session.change([[`${path} removed`, 'true']]);
    announce(say('item-removed', { name: title }));
    document.getElementById('ws-add-claim-open')?.focus();
  };
  return element(
    'li',
    {},
    element('p', {}, element('b', {}, title)),
    element('p', { className: 'small' }, [who, ...(role ? [term('organisation-type', role)] : [])].join(' · ')),
    ...(result ? [element('p', { className: 'small quiet' }, say('claim-of'), ' ', resourceLink(result[1]))] : []),
    ...(fields.get('description')
      ? [element('p', { className: 'small typed' }, /** @type {string} */ (fields.get('description')))]
      : []),
    ...(isClosed
      ? []
      : [
          folded(
            element('span', {}, say('edit'), element('span', { className: 'hide' }, `: ${title}, ${who}`)),
            { id: `ws-claim-${id}`, className: 'more small' },
            textField(workspace, `${path} title`, { label: say('field-claim-title') }),
            personOf(workspace, fieldId(`${path} person`), /** @type {string} */ (fields.get('person')), (value) => {
              if (value) set('person')(value);
            }),
            resultField(node, fieldId(`${path} resource`), fields.get('resource'), set('resource')),
            roleField(fieldId(`${path} role`), role, set('role')),
            textField(workspace, `${path} description`, { label: say('field-description'), rows: 2 }),
            element(
              'p',
              { className: 'row' },
              button(say('remove'), remove, { about: `${title}, ${who}`, id: `ws-claim-remove-${id}` }),
            ),
          ),
        ]),
  );
}

const personOf = (workspace, id, chosen, take) =>
  personField(workspace, id, chosen, take, { label: say('field-claim-person'), none: say('pick-one') });

/** @param {TreeNode} node @param {string} id @param {any} chosen @param {(value: string) => void} [take] */
function resultField(node, id, chosen, take) {
  const results = resultsOf(node).map(([value, fields]) => ({
    value,
    text: /** @type {string} */ (fields.get('title')),
  }));
  return selectField(id, chosen, [{ value: '', text: say('claim-of-none') }, ...results], take, {
    label: say('field-claim-resource'),
  });
}

/** @param {string} id @param {string | undefined} chosen @param {(value: string) => void} [take] */
function roleField(id, chosen, take) {
  const roles = ORGANISATION_TYPES.map((value) => ({ value, text: term('organisation-type', value) }));
  return selectField(id, chosen, [{ value: '', text: say('not-set') }, ...roles], take, {
    label: say('field-claim-role'),
    hint: say('hint-claim-role'),
  });
}

/** @param {Workspace} workspace @param {TreeNode} node */
function adding(workspace, node) {
  const { session, announce } = workspace;
  if (everyOne(workspace, 'person').length === 0) {
    return element(
      'div',
      { className: 'empty small' },
      element('p', {}, say('claims-no-people')),
      ...toTeam(workspace),
    );
  }
  const me = myself(session);
  const roleFor = (person) => (person && typeOfPerson(session.values, person)) ?? '';
  const title = element('input', { id: 'ws-claim-title', maxLength: LIMITS.line, autocomplete: 'off' });
  const description = element('textarea', { id: 'ws-claim-description', rows: 2, maxLength: LIMITS.text });
  const role = roleField('ws-claim-role', roleFor(me));
  // In what role somebody takes part is known from their teams.
  const person = personOf(workspace, 'ws-claim-person', me, (id) => {
    role.querySelector('select').value = roleFor(id);
  });
  const results = resultsOf(node);
  const result = results.length > 0 ? resultField(node, 'ws-claim-resource', results[0][0]) : undefined;
  const form = element(
    'form',
    { noValidate: true, autocomplete: 'off' },
    person,
    labelled(title, { label: say('field-claim-title'), hint: say('hint-claim-title') }),
    ...(result ? [result] : []),
    role,
    labelled(description, { label: say('field-description') }),
    element(
      'p',
      { className: 'row' },
      element('button', { className: 'btn alt', type: 'submit', id: 'ws-claim-add' }, say('add')),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const who = person.querySelector('select');
    const given = title.value.trim();
    mark(who, who.value ? '' : say('person-missing'));
    mark(title, given ? '' : say('claim-title-missing'));
    (who.value ? title : who).focus();
    if (!given || !who.value) return;
    const fields = {
      person: who.value,
      title: given,
      description: description.value.trim(),
      role: role.querySelector('select').value,
      resource: result?.querySelector('select').value,
    };
    const name = whoName(workspace, who.value);
    session.change(itemOf(`node ${node.key} claim ${drawId()}`, fields), {
      what: 'claim',
      node: node.key,
      detail: given,
    });
    announce(say('claim-added', { name, title: given }));
    document.getElementById('ws-add-claim-open')?.focus();
  });
  return folded(say('claim-new'), { id: 'ws-add-claim' }, form);
}

// --- Levels, points, the end of the task ---

/** @param {Workspace} workspace @param {TreeNode} node @param {Share[]} shares @param {boolean} isClosed */
function sharesOf(workspace, node, shares, isClosed) {
  const { session } = workspace;
  const named = shares
    .map((share) => ({ ...share, name: whoName(workspace, share.person) }))
    .sort((one, other) => byName(one.name, other.name));
  const row = ({ person, name, claims, percent, level, isSetByHand, points }) => {
    const facts = [
      say('share', { count: number(claims), percent: number(percent) }),
      ...(level === undefined ? [] : [say('share-level', { level: say(`level-${level}`) })]),
      say('share-points', { count: number(points) }),
    ];
    const choices = () => [
      { value: '', text: say('level-by-share', { level: say(`level-${levelOfShare(node, person)}`) }) },
      ...LEVELS.map((value) => ({ value, text: say(`level-${value}`) })),
    ];
    return element(
      'li',
      {},
      element('p', {}, element('b', {}, name), ' ', element('span', { className: 'small num' }, facts.join(' · '))),
      ...(isClosed
        ? []
        : [
            selectField(
              `ws-level-${person}`,
              isSetByHand ? String(level) : '',
              choices(),
              (value) => session.change(setLevel(node, person, value)),
              { label: say('field-level-of', { name }) },
            ),
          ]),
    );
  };
  return [element('ul', { className: 'ws-items ws-shares' }, ...named.map(row))];
}

/** The level that would follow if nobody had set one. @param {TreeNode} node @param {string} person */
function levelOfShare(node, person) {
  const claim = new Map(
    [...node.claim].map(([id, fields]) => [id, new Map([...fields].filter(([name]) => name !== 'level'))]),
  );
  return pointsOfTask({ ...node, claim }).shares.find((share) => share.person === person).level;
}

/** @param {Workspace} workspace @param {TreeNode} node @param {TaskPoints} points */
function award(workspace, node, { isClosed, complexity, late }) {
  const { session, announce, words } = workspace;
  const { text } = words.name(node);
  const close = () => {
    session.change(awardPoints(node), { what: 'awarded', node: node.key });
    announce(say('awarded', { name: text }));
    document.getElementById('ws-take-back')?.focus();
  };
  const takeBack = () => {
    session.change(takeBackPoints(node));
    announce(say('taken-back', { name: text }));
    document.getElementById('ws-award')?.focus();
  };
  if (isClosed) {
    return [
      element(
        'div',
        { className: 'notice ws-awarded' },
        element('p', {}, element('b', {}, say('is-awarded'))),
        element('p', { className: 'small' }, say('is-awarded-note')),
        ...(late > 0 ? [element('p', { className: 'small' }, say('is-awarded-late', { count: number(late) }))] : []),
        element('p', { className: 'row' }, button(say('take-back'), takeBack, { id: 'ws-take-back' })),
      ),
    ];
  }
  return [
    element('p', { className: 'small quiet mt1' }, complexity > 0 ? say('award-note') : say('award-nothing')),
    element('p', { className: 'row mt1' }, button(say('award'), close, { id: 'ws-award', className: 'btn' })),
  ];
}
