/**
 * A form that a reader has begun to fill in: whoever leaves it by a link, such as another language, is asked first,
 * because the answers do not come along, unless form-draft.js keeps them. Meanwhile the browser computes its proof of
 * work.
 */
import { proofFrom } from './proof.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.propose'));

/** Lines and texts that somebody typed, today or before. */
const TYPED = 'textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file])';

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
const holdsAnswer = (field) => field.value !== '';

// A form that came back with errors holds answers from the beginning.
let isFilledIn = document.getElementById('errors') !== null;
let isBegun = false;

form?.addEventListener('input', () => { isFilledIn = true; });
form?.addEventListener('submit', () => { isFilledIn = false; });
addEventListener('beforeunload', (event) => {
  // A browser asks nobody who has not touched the page, and complains of the attempt.
  if (form && isFilledIn && !('kept' in form.dataset) && navigator.userActivation?.hasBeenActive !== false) event.preventDefault();
});

async function addProof() {
  isBegun = true;
  const proof = await proofFrom(new URL('challenge', form.action));
  form.querySelector('[name=altcha]')?.remove();
  if (proof) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'altcha', value: proof }));
}

// Without a service the form goes nowhere.
if (form?.method === 'post') {
  // Readers who only look at an empty form compute nothing.
  if ([...form.querySelectorAll(TYPED)].some(holdsAnswer)) addProof();
  else form.addEventListener('input', addProof, { once: true });
  // A proof counts once, so whoever comes back to the form needs another.
  addEventListener('pageshow', (event) => { if (event.persisted && isBegun) addProof(); });
}
