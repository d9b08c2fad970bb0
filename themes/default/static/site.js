/**
 * Small helps that every page has and can do without. Nothing is stored and nothing is fetched.
 */

/** Opens the folded task that the address names, so that a link to it shows it. */
function openTarget() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    // A stranger's percent signs: taken as they are.
  }
  const target = id && document.getElementById(id);
  const details = target && (target.closest('details') ?? target.querySelector(':scope > details'));
  if (details && !details.open) {
    details.open = true;
    target.scrollIntoView();
  }
}

addEventListener('hashchange', openTarget);
openTarget();

const languages = document.querySelector('.langs');
const own = languages?.querySelector('[aria-current]');

/** A path without the name that a folder answers with; on a disk addresses have it. @param {string} path */
const folderOf = (path) => path.replace(/index\.html$/u, '');

/**
 * A reader who changes the language keeps the filters, the order, the query and the place on the
 * page. Only on a page of the site at its own address, or above it as the catalogue moves: the
 * address of a private page of the contribution service must not travel.
 *
 * @param {Event} event
 */
function carryState(event) {
  const link = event.target.closest?.('a[hreflang]');
  const home = folderOf(document.querySelector('.brand')?.pathname ?? '');
  const isHere = own.pathname.startsWith(folderOf(location.pathname));
  if (!link || !location.pathname.startsWith(home) || !isHere) return;
  const base = home.slice(0, -`${own.hreflang}/`.length);
  link.pathname = `${base}${link.hreflang}/${location.pathname.slice(home.length)}`;
  link.search = location.search;
  link.hash = location.hash;
}

if (own) for (const type of ['pointerover', 'focusin', 'click']) languages.addEventListener(type, carryState);

// The summary of a form's mistakes takes the focus, so that a screen reader begins with it.
document.getElementById('errors')?.focus();
