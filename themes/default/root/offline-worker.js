/**
 * Answers from what a reader has kept, where the network does not. It is registered by the button of
 * the page `/{lang}/offline/` and by nothing else (`offline.js`), and it keeps nothing itself: with
 * a network every page comes from there and is as new as the site.
 *
 * The caches are named after the path of the site, since several sites can share a host.
 */
const site = new URL(self.registration.scope).pathname;
const prefix = `interlink ${site} `;

addEventListener('install', () => self.skipWaiting());
addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = request.method === 'GET' && request.url.startsWith(self.registration.scope);
  if (isOurs) event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const address = new URL(request.url);
    const kept = await find(address.pathname);
    if (kept) return kept;
    const instead = request.mode === 'navigate' ? await notKept(address.pathname) : undefined;
    if (instead) return instead;
    throw error;
  }
}

/** A file from one of the caches; what an address asks for is the business of scripts. @param {string} path */
async function find(path) {
  for (const name of await caches.keys()) {
    const kept = name.startsWith(prefix) ? await (await caches.open(name)).match(path) : undefined;
    if (kept) return kept;
  }
  return undefined;
}

/** The page that says that a page was not kept, in the language of its address or in one that was. @param {string} path */
async function notKept(path) {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const languages = [path.slice(site.length).split('/')[0], ...names.map((name) => name.slice(prefix.length))];
  for (const language of languages) {
    const page = await find(`${site}${language}/offline/not-kept/`);
    if (page) return new Response(page.body, { status: 503, headers: page.headers });
  }
  return undefined;
}
