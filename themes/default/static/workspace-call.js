/**
 * A call for collaborators: its last day, whom it looks for and where to answer are asked here, the rest comes from the
 * process. Once it is published, the process remembers its page.
 *
 * @import { Workspace } from './workspace-parts.js'
 */
import { pageAddress } from './data.js';
import { element } from './page.js';
import { isDay } from './process-fields.js';
import { callAnswers, callOf } from './process-publish.js';
import { button, checkList, labelled, mark, section } from './workspace-parts.js';
import { choicesOf, choose, findingList, findings, goButton, languageOf } from './workspace-publish-parts.js';
import { dayOf } from './workspace-session.js';
import { say, termsOf } from './workspace-texts.js';

/** @param {Workspace} workspace */
export function callSection(workspace) {
  const { call } = choicesOf(workspace);
  const keep = (fields) => choose(workspace, { call: { ...choicesOf(workspace).call, ...fields } });
  const end = element('input', { type: 'date', id: 'ws-call-end', value: call.end ?? '', max: '2999-12-31' });
  end.addEventListener('change', () => keep({ end: end.value }));
  const contact = element('input', {
    id: 'ws-call-contact',
    value: call.contact ?? '',
    maxLength: 200,
    autocomplete: 'off',
  });
  contact.addEventListener('change', () => keep({ contact: contact.value.trim() }));
  const roles = termsOf('role').map(({ id, name }) => ({ id, text: name }));
  const answers = callAnswers(workspace.session.values, { language: languageOf(workspace), ...call });
  const found = findings(workspace, answers.texts);

  const make = () => {
    const isSoon = isDay(end.value) && end.value >= dayOf(new Date());
    mark(end, isSoon ? '' : say('call-end-missing'));
    mark(contact, contact.value.trim() ? '' : say('call-contact-missing'));
    const wrong = [end, contact].find((one) => one.getAttribute('aria-invalid') === 'true');
    wrong?.focus();
    return wrong ? undefined : { answers: answers.answers, findings: found };
  };

  return [
    section(
      say('call-title'),
      { id: 'ws-call' },
      element('p', { className: 'measure' }, say('call-lead')),
      labelled(end, { label: say('call-end'), hint: say('call-end-hint') }),
      ...(roles.length > 0
        ? [
            element(
              'fieldset',
              { className: 'ws-field' },
              element('legend', {}, say('call-roles')),
              checkList('ws-call-role', roles, call.roles ?? [], (ids) => keep({ roles: ids })),
            ),
          ]
        : []),
      labelled(contact, { label: say('call-contact'), hint: say('call-contact-hint') }),
      ...(found.length > 0 ? findingList(workspace, found, 'ws-call') : []),
      goButton(workspace, 'call', 'ws-call', say('call-go'), make),
      known(workspace),
    ),
  ];
}

/** The page of the call, once there is one. @param {Workspace} workspace */
function known(workspace) {
  const { session, home } = workspace;
  const slug = /** @type {string | undefined} */ (session.value('call'));
  if (slug) {
    return element(
      'p',
      { className: 'row', id: 'ws-call-known' },
      element('a', { href: pageAddress(`${home}calls/${slug}/`) }, say('call-page', { name: slug })),
      button(say('call-forget'), () => session.change([['call', undefined]]), { id: 'ws-call-forget' }),
    );
  }
  const field = element('input', { id: 'ws-call-address', autocomplete: 'off', maxLength: 400 });
  const form = element(
    'form',
    { noValidate: true, autocomplete: 'off' },
    labelled(field, { label: say('call-address'), hint: say('call-address-hint') }),
    element(
      'p',
      { className: 'row' },
      element('button', { className: 'btn alt', type: 'submit', id: 'ws-call-note' }, say('call-note')),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const found = callOf(field.value);
    mark(field, found ? '' : say('call-address-bad'));
    if (!found) {
      field.focus();
      return;
    }
    session.change([['call', found]], { what: 'published', detail: found });
    workspace.announce(say('call-noted'));
  });
  return form;
}
