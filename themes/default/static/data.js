/**
 * The one place where scripts read files of the site. From a server they are fetched. From a disk,
 * where a page may read no other file, each has a script beside it with the same bytes (see
 * generator/src/bundle.rs), and a folder does not answer with its `index.html`.
 */
const isOnDisk = globalThis.location?.protocol === 'file:';

/** The bytes of a file. @param {string | URL} address @returns {Promise<Uint8Array>} */
export async function bytesOf(address) {
  if (isOnDisk) return fromScript(new URL(address, location.href).href);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** What a JSON file holds. @param {string | URL} address */
export async function jsonOf(address) {
  return JSON.parse(new TextDecoder().decode(await bytesOf(address)));
}

/** The address of a page, which names its file where no server does. @param {string} address */
export function pageAddress(address) {
  return isOnDisk ? address.replace(/\/(?=$|[?#])/u, '/index.html') : address;
}

/**
 * An address that others can follow: on a disk one of the published site, or none where the site does not know where
 * it is published.
 *
 * @param {string} address as this page writes it
 * @param {string} page the address at which this page is published, or nothing
 * @returns {string | undefined}
 */
export function publishedAt(address, page) {
  if (!isOnDisk) return new URL(address, location.href).href;
  return page ? new URL(address, page).href.replace(/\/index\.html(?=$|[?#])/u, '/') : undefined;
}

/**
 * Notes a new state of the page in its address. From a disk the path cannot change without loading
 * the page that lies there, so that one is opened.
 *
 * @param {string} address
 * @returns {boolean} whether the page is still the same
 */
export function showInAddress(address) {
  const target = new URL(address, location.href);
  if (isOnDisk && target.pathname !== location.pathname) {
    location.assign(target);
    return false;
  }
  history.pushState(null, '', target);
  return true;
}

/** @param {string} address @returns {Promise<Uint8Array>} */
function fromScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${address}.js`;
    script.addEventListener('load', () => {
      // Set by the script that has just run; no other runs before this event.
      const { text, base64 } = globalThis.interlinkFile;
      script.remove();
      resolve(base64 === undefined ? new TextEncoder().encode(text) : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    });
    script.addEventListener('error', () => reject(new Error(`${address}.js cannot be loaded`)));
    document.head.append(script);
  });
}
