import { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, type Strategy, type StrategyOptions } from 'workbox-strategies';
import { type Way, wayOf } from './wayOf.ts';

/**
 * Keeps the page for when there is no network. A newer one waits until the user asks for it, or until no tab shows the old
 * one any more: what runs is of one build.
 */

/** Written by the build on the file's first line: scripts/precache.mjs. */
interface Built {
  readonly precache: { url: string; revision: string | null; integrity: string }[];
  readonly catalog: string;
}

declare const self: ServiceWorkerGlobalScope & { readonly built: Built };

const scope = new URL(self.registration.scope);
const index = new URL('index.html', scope).href;
const controller = new PrecacheController({ cacheName: `page ${scope.pathname}` });
controller.addToCacheList(self.built.precache);

/** Caches belong to the whole host: each carries the path of its page, so that two pages never share or delete one. */
const catalogPrefix = `catalog ${scope.pathname} `;
const catalogCache = catalogPrefix + self.built.catalog;
const presetCache = `presets ${scope.pathname}`;

self.addEventListener('install', (event) => {
  event.waitUntil(controller.install(event));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([dropWhatNobodyNeeds(event), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  if (event.data === 'skipWaiting') void self.skipWaiting();
  if (event.data === 'endRequests') endRequests();
});

let underWay = new AbortController();

/** A newer worker does not take over while one of them has no answer. */
function endRequests(): void {
  underWay.abort();
  underWay = new AbortController();
}

const canBeEnded: NonNullable<StrategyOptions['plugins']>[number] = {
  requestWillFetch: async ({ request }) => new Request(request, { signal: underWay.signal }),
};

/** Other tabs may still show the build before: their parts go at the next change, when they are gone. */
async function dropWhatNobodyNeeds(event: ExtendableEvent): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length <= 1) await controller.activate(event);
  for (const name of await caches.keys())
    if (name.startsWith(catalogPrefix) && name !== catalogCache) await caches.delete(name);
}

/** The page waits three seconds for index and preset together, then goes on without rules: the last ones are better. */
const PRESET_WAIT_S = 1;

/** A preset that was withdrawn does not come back when the network is away. */
async function forgetWithdrawn(request: Request, { status }: Response): Promise<void> {
  if (status === 404 || status === 410) await (await caches.open(presetCache)).delete(request);
}

const answers: Readonly<Record<Exclude<Way, 'page' | 'kept'>, Strategy>> = {
  asset: new CacheFirst({ cacheName: controller.strategy.cacheName, plugins: [canBeEnded] }),
  catalog: new CacheFirst({ cacheName: catalogCache, plugins: [canBeEnded] }),
  preset: new NetworkFirst({
    cacheName: presetCache,
    networkTimeoutSeconds: PRESET_WAIT_S,
    plugins: [
      canBeEnded,
      {
        fetchDidSucceed: async ({ request, response }) => {
          await forgetWithdrawn(request, response);
          return response;
        },
      },
    ],
  }),
};

const keeps = (url: URL): boolean => controller.getCacheKeyForURL(url.href) !== undefined;

registerRoute(
  ({ url, request }) => wayOf({ url, mode: request.mode, cache: request.cache }, scope, keeps),
  (options) => {
    const { url, request } = options;
    const way = wayOf({ url, mode: request.mode, cache: request.cache }, scope, keeps);
    if (way === 'page') return controller.createHandlerBoundToURL(index)(options);
    if (way === 'kept') return controller.createHandlerBoundToURL(url.href)(options);
    return way ? answers[way].handle(options) : fetch(request);
  },
);
