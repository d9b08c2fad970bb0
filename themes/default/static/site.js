/**
 * Small helps that pages can do without. Nothing is stored and nothing is fetched.
 */

/** Opens the folded task that the address names, so that a link to it shows it. */
function openTarget() {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  const details = target && (target.closest('details') ?? target.querySelector(':scope > details'));
  if (details && !details.open) {
    details.open = true;
    target.scrollIntoView();
  }
}

addEventListener('hashchange', openTarget);
openTarget();

// The summary of a form's mistakes takes the focus, so that a screen reader begins with it.
document.getElementById('errors')?.focus();
