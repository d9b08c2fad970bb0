/**
 * What the page of an entry can do with a script: pictures open in place, texts are copied, the
 * address is handed to the programs of the device. Without it every picture is a link to itself and
 * every text can be selected. Nothing is stored and nothing is fetched but the pictures.
 */
import { publishedAt } from './data.js';
import { element } from './page.js';

/** The links around the pictures, in their order. @type {HTMLAnchorElement[]} */
const links = [...document.querySelectorAll('#gallery a')];

/** The gallery: one dialog that shows one picture at a time. */
function gallery() {
  const words = document.getElementById('gallery').dataset;
  const place = element('p', { className: 'num', ariaLive: 'polite' });
  const picture = element('img', { alt: '' });
  const scroll = element('div', { className: 'scroll', tabIndex: 0 }, picture);
  scroll.setAttribute('role', 'group');
  scroll.setAttribute('aria-label', words.label);
  const caption = element('figcaption', { className: 'small' });
  const button = (label) => element('button', { className: 'btn alt', type: 'button' }, label);
  const previous = button(words.previous);
  const next = button(words.next);
  const size = button(words.larger);
  const close = button(words.close);
  const dialog = element('dialog', { className: 'viewer' },
    element('div', { className: 'row' }, place, size, close),
    element('figure', {}, scroll, caption),
    element('div', { className: 'row' }, previous, next));
  dialog.setAttribute('aria-label', words.label);
  document.body.append(dialog);
  let at = 0;

  function zoom(isLarge) {
    scroll.classList.toggle('large', isLarge);
    size.textContent = isLarge ? words.smaller : words.larger;
  }

  function show(index) {
    at = (index + links.length) % links.length;
    const small = links[at].querySelector('img');
    picture.src = links[at].href;
    picture.alt = small.alt;
    picture.lang = caption.lang = small.lang;
    for (const side of ['width', 'height']) {
      const stated = small.getAttribute(side);
      if (stated) picture.setAttribute(side, stated);
      else picture.removeAttribute(side);
    }
    caption.textContent = small.alt;
    place.textContent = words.place.replace('{number}', String(at + 1)).replace('{total}', String(links.length));
    zoom(false);
    scroll.scrollTo(0, 0);
  }

  previous.hidden = next.hidden = links.length < 2;
  previous.addEventListener('click', () => show(at - 1));
  next.addEventListener('click', () => show(at + 1));
  size.addEventListener('click', () => zoom(!scroll.classList.contains('large')));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => links[at].focus());
  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    // In a picture that is larger than its frame the arrows move the picture.
    if (!step || links.length < 2 || (event.target === scroll && scroll.classList.contains('large'))) return;
    event.preventDefault();
    show(at + step);
  });
  links.forEach((link, index) => link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(index);
    dialog.showModal();
    close.focus();
  }));
}

/** Copies the text of an element; where the browser does not let us, it is selected instead. */
async function copy(button) {
  const text = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = button.dataset.done;
    button.addEventListener('blur', () => { button.textContent = label; }, { once: true });
  } catch {
    getSelection().selectAllChildren(text);
  }
}

if (links.length > 0 && 'HTMLDialogElement' in window) gallery();
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => copy(button));
}
for (const button of document.querySelectorAll('[data-share]')) {
  // On a disk, the address at which the page is published.
  const address = publishedAt('', document.getElementById('address')?.textContent ?? '');
  button.hidden = typeof navigator.share !== 'function' || !address;
  button.addEventListener('click', () => {
    // The reader may think better of it, which is no failure.
    navigator.share({ title: button.dataset.share, url: address }).catch(() => {});
  });
}
