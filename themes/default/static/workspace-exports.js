/**
 * The work plan for other programs and for paper: days for a calendar, a table for a spreadsheet, the print of the page.
 *
 * @import { Workspace } from './workspace-parts.js'
 */
import { calendarOf, tableOf } from './process-exports.js';
import { COMPLEXITIES, STATUSES } from './process-fields.js';
import { element } from './page.js';
import { button, download, section } from './workspace-parts.js';
import { hasDates, tasksOf } from './workspace-timeline.js';
import { say, term } from './workspace-texts.js';

/** The names of the files say nothing of the process. */
const CALENDAR = 'work-plan.ics';
const TABLE = 'work-plan.csv';

/** Spreadsheets take a file without this mark for one in an old encoding, and spoil its letters. */
const UTF_8 = '\ufeff';

/** @param {Workspace} workspace */
export function exportsOf(workspace) {
  const { session, announce } = workspace;
  const nameOf = (key) => workspace.words.name(session.tree.nodes.get(key)).text;
  const give = (content, name, type) => {
    download(content, name, type);
    announce(say('saved-download', { name }));
  };
  const calendar = () => {
    session.settle();
    if (tasksOf(session.tree).some(hasDates)) {
      give(calendarOf(session.document, { now: new Date(), nameOf }), CALENDAR, 'text/calendar;charset=utf-8');
    } else {
      announce(say('plan-no-dates'));
    }
  };
  const table = () => {
    session.settle();
    give(UTF_8 + tableOf(session.document, { nameOf, words }), TABLE, 'text/csv;charset=utf-8');
  };
  const item = (made, hint) => element('li', {}, made, element('span', { className: 'small quiet' }, hint));
  return section(
    say('plan-exports'),
    { id: 'ws-plan-exports' },
    element(
      'ul',
      { className: 'ws-plan-exports' },
      item(button(say('plan-calendar'), calendar, { id: 'ws-plan-calendar' }), say('plan-calendar-hint')),
      item(button(say('plan-table'), table, { id: 'ws-plan-csv' }), say('plan-table-hint')),
      item(
        button(say('plan-print'), () => print(), { id: 'ws-plan-print' }),
        say('plan-print-hint'),
      ),
    ),
  );
}

/** Columns, statuses and complexities in the words of the page. @param {string} word */
function words(word) {
  if (STATUSES.includes(word) || word === 'skipped') return term('task-status', word);
  if (COMPLEXITIES.includes(word)) return say(`complexity-${word}`);
  return (
    say(`plan-csv-${word}`) ||
    say(`level-${word}`) ||
    say(`field-node-${word}`) ||
    say(`field-${word}`) ||
    say(word) ||
    word
  );
}
