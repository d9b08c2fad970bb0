/**
 * The page of a contribution: moments in the reader's own time, and a button for the address, the only way back. The
 * draft of a form that was sent from this tab is deleted, and so is what the form had of a process.
 */
import { language } from './page.js';

const shown = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
for (const moment of document.querySelectorAll('time[datetime]')) {
  moment.textContent = shown.format(new Date(moment.dateTime));
}

const button = /** @type {HTMLButtonElement | null} */ (document.getElementById('copy'));
const told = document.getElementById('copied');
if (button) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      told.textContent = button.dataset.done;
    } catch {
      told.textContent = button.dataset.failed;
    }
  });
}

/** The names are those of form-draft.js and process-handover.js. */
function forgetDraft() {
  try {
    const draft = sessionStorage.getItem('interlink-sending');
    sessionStorage.removeItem('interlink-sending');
    // Only the service leads here by a redirect, once it has taken what was sent; a bookmark does not.
    const [arrival] = performance.getEntriesByType('navigation');
    if (!(arrival?.redirectCount > 0)) return;
    if (draft?.startsWith('interlink-draft:')) localStorage.removeItem(draft);
    if (JSON.parse(sessionStorage.getItem('interlink-process') ?? '{}').sent) sessionStorage.removeItem('interlink-process');
  } catch {
    // A browser that lets nothing be kept has no draft.
  }
}

forgetDraft();
