/**
 * A process on its way from the workspace to the form of a story or a call. It is kept for this tab only, in one place,
 * and goes when it was sent (status.js), when it is forgotten on the page of the form, or after a day. Nothing of it goes
 * to a server: the form sends what stands in its fields.
 *
 * @import { Names } from './process-names.js'
 * @typedef {{ kind: 'story' | 'call', at: number, process: string, back: string, answers: Record<string, string | string[]>,
 *             names: Names, fine: string[], sent?: boolean }} Handover  `process`: its name; `back`: the address it came
 *   from; `names`: those that may not be sent; `fine`: words that are no names; `sent`: it is on its way to the service
 */

/** status.js names it too. */
const PLACE = 'interlink-process';
/** How long it is kept, in milliseconds. */
const LONGEST = 24 * 60 * 60 * 1000;

/** @param {Handover} handover @returns {boolean} whether the browser keeps it */
export function handOver(handover) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(handover));
    return true;
  } catch {
    return false;
  }
}

/** What was handed over, if it is for this kind of form. @param {string} kind @returns {Handover | undefined} */
export function handedOver(kind) {
  try {
    const found = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    const isText = (value) => typeof value === 'string';
    const isTexts = (value) => Array.isArray(value) && value.every(isText);
    const isGood = found !== null && typeof found.at === 'number' && [found.kind, found.process, found.back].every(isText)
      && /^(?:https?|file):$/u.test(new URL(found.back, location.href).protocol) && isTexts(found.fine)
      && ['people', 'handles', 'teams'].every((name) => isTexts(found.names?.[name]))
      && Object.values(found.answers).every((value) => isText(value) || isTexts(value));
    const isNow = isGood && Math.abs(Date.now() - found.at) < LONGEST;
    if (found !== null && !isNow) forgetHandover();
    return isNow && found.kind === kind ? found : undefined;
  } catch {
    forgetHandover();
    return undefined;
  }
}

export function forgetHandover() {
  try {
    sessionStorage.removeItem(PLACE);
  } catch {
    // What may not be reached is not ours.
  }
}
