/** The page of a contribution: moments in the reader's own time, and a button for the address, the only way back. */
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
