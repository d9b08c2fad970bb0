/**
 * A form that a reader has begun to fill in: whoever leaves it by a link, such as another language, is asked first,
 * because the answers do not come along. Nothing is stored.
 */
const form = /** @type {HTMLFormElement} */ (document.querySelector('form.propose'));

// A form that came back with errors holds answers from the beginning.
let isFilledIn = document.getElementById('errors') !== null;

form?.addEventListener('input', () => { isFilledIn = true; });
form?.addEventListener('submit', () => { isFilledIn = false; });
addEventListener('beforeunload', (event) => {
  // A browser asks nobody who has not touched the page, and complains of the attempt.
  if (form && isFilledIn && navigator.userActivation?.hasBeenActive !== false) event.preventDefault();
});
