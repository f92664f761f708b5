// Put in the place of sw.js when the page leaves this address: browsers drop what they kept of it on their next visit.
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(retire()));
// A browser may end a worker in the middle of it, and never activates it again: the next request goes on with it.
self.addEventListener('fetch', (event) => event.waitUntil(retire()));

async function retire() {
  const { pathname } = new URL(self.registration.scope);
  for (const name of await caches.keys()) if (name.split(' ')[1] === pathname) await caches.delete(name);
  await self.registration.unregister();
}
