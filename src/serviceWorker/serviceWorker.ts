import { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkFirst, type Strategy, type StrategyOptions } from 'workbox-strategies';
import { answerProblem } from './answerProblem.ts';
import { dropBadAnswers, dropOtherContent } from './caches.ts';
import { type AnswerKind, answerKindOf } from './answerKindOf.ts';

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
const pageCache = `page ${scope.pathname}`;
const controller = new PrecacheController({ cacheName: pageCache });
controller.addToCacheList(self.built.precache);

/** Caches belong to the whole host: each carries the path of its page, so that two pages never share or delete one. */
const catalogPrefix = `catalog ${scope.pathname} `;
const catalogCache = catalogPrefix + self.built.catalog;
const presetCache = `presets ${scope.pathname}`;

self.addEventListener('install', (event) => {
  event.waitUntil(install(event));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([cleanUp(event), self.clients.claim()]));
});

/** All files of the build with the content that it has, or nothing: then the version before stays. */
async function install(event: ExtendableEvent): Promise<void> {
  const cache = await caches.open(controller.strategy.cacheName);
  // What is there already is not fetched again: names of assets are those of their content.
  await dropOtherContent(cache, self.built.precache, scope);
  const files = eachOf(self.built.precache);
  const keepNext = async () => {
    for (const file of files) await keep(file, event);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: FILES_AT_ONCE }, keepNext));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** Without HTTP/2, browsers have six connections to a server: two of them stay with the page. */
const FILES_AT_ONCE = 4;

/** Ends for all loops over it as soon as one of them fails. */
function* eachOf<T>(list: readonly T[]): Generator<T> {
  yield* list;
}

/** As `PrecacheController.install` does, which takes one file after the other. */
async function keep(
  { url, revision, integrity }: Built['precache'][number],
  event: ExtendableEvent,
): Promise<void> {
  const address = new URL(url, scope).href;
  const cacheKey = controller.getCacheKeyForURL(address) ?? address;
  const fetchWith = async (cache: RequestCache) => {
    const request = new Request(address, { integrity, cache, credentials: 'same-origin' });
    await Promise.all(controller.strategy.handleAll({ event, request, params: { cacheKey } }));
  };
  if (revision !== null) return fetchWith('reload');
  // The browser's own cache may hold a wrong answer, for a year even: the server is asked once past it.
  return fetchWith('default').catch(() => fetchWith('reload'));
}

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
async function cleanUp(event: ExtendableEvent): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.length <= 1) await controller.activate(event);
  for (const name of await caches.keys())
    if (name.startsWith(catalogPrefix) && name !== catalogCache) await caches.delete(name);
  for (const name of [catalogCache, presetCache]) await dropBadAnswers(await caches.open(name), scope);
}

/** The page waits three seconds for index and preset together, then goes on without rules: the last ones are better. */
const PRESET_WAIT_S = 1;

type CachePlugin = NonNullable<StrategyOptions['plugins']>[number];

const pathOf = ({ url }: Request): string => new URL(url).pathname.slice(scope.pathname.length);

/**
 * An answer and what is wrong with it. A wrong one may come from the browser's own cache, where `immutable` holds it: the server is
 * asked once more, past that cache, and what it says then counts.
 */
async function judged(
  request: Request,
  first: Response,
): Promise<{ readonly response: Response; readonly problem: string | undefined }> {
  const problem = await answerProblem(pathOf(request), request.url, first);
  const isPastCache = request.cache === 'reload' || request.cache === 'no-store';
  if (problem === undefined || first.status !== 200 || isPastCache) return { response: first, problem };
  const response = await fetch(new Request(request, { cache: 'reload' })).catch(() => undefined);
  if (!response) return { response: first, problem };
  return { response, problem: await answerProblem(pathOf(request), request.url, response) };
}

/** An answer that is not what is at the address is as good as none. One that says that there is nothing goes to the page. */
const refusesBadAnswers: CachePlugin = {
  fetchDidSucceed: async ({ request, response: first }) => {
    const { response, problem } = await judged(request, first);
    if (response.status !== 200 && response.status !== 0) return response;
    if (problem !== undefined) throw new Error(`${request.url}: ${problem}`);
    return response;
  },
};

/** Tells the page that the server did answer, and why the last good file is given instead. */
const KEPT_BECAUSE = 'x-kept-because';

/** The last good preset stays in force whatever answers in the server's place. One that was withdrawn does not come back. */
const keepsLastGoodPreset: CachePlugin = {
  fetchDidSucceed: async ({ request, response: first, state }) => {
    const { response, problem } = await judged(request, first);
    const { status } = response;
    if ((status === 404 || status === 410) && (await isOurServer())) {
      await (await caches.open(presetCache)).delete(request);
      return response;
    }
    if (problem === undefined) return response;
    if (state) state['problem'] = problem;
    const isKept = await (await caches.open(presetCache)).match(request);
    if (isKept || status !== 200) throw new Error(`${request.url}: ${problem}`);
    return response;
  },
  cacheWillUpdate: async ({ response, state }) =>
    response.status === 200 && state?.['problem'] === undefined ? response : null,
  cachedResponseWillBeUsed: async ({ cachedResponse, state }) => {
    const problem: unknown = state?.['problem'];
    if (!cachedResponse || typeof problem !== 'string') return cachedResponse;
    const headers = new Headers(cachedResponse.headers);
    headers.set(KEPT_BECAUSE, encodeURIComponent(problem));
    return new Response(cachedResponse.body, { headers });
  },
};

/** A sign-in page may answer with any status: only a server that has the page's own files says what is not there. */
async function isOurServer(): Promise<boolean> {
  const path = 'manifest.json';
  const address = new URL(path, scope).href;
  const answer = await fetch(address, { cache: 'no-store', signal: underWay.signal }).catch(() => undefined);
  return answer !== undefined && (await answerProblem(path, address, answer)) === undefined;
}

const answers: Readonly<Record<Exclude<AnswerKind, 'page' | 'kept'>, Strategy>> = {
  asset: new CacheFirst({
    cacheName: controller.strategy.cacheName,
    plugins: [canBeEnded, refusesBadAnswers],
  }),
  catalog: new CacheFirst({ cacheName: catalogCache, plugins: [canBeEnded, refusesBadAnswers] }),
  preset: new NetworkFirst({
    cacheName: presetCache,
    networkTimeoutSeconds: PRESET_WAIT_S,
    plugins: [canBeEnded, keepsLastGoodPreset],
  }),
};

type Options = Parameters<ReturnType<PrecacheController['createHandlerBoundToURL']>>[0];

/** A file of the build as it was kept. Where the browser has dropped it, the server's if it is the same; else whatever the server has. */
async function ofBuild(address: string, options: Options): Promise<Response> {
  const cacheKey = controller.getCacheKeyForURL(address) ?? address;
  const integrity = controller.getIntegrityForCacheKey(cacheKey);
  // One signal for both: what has been ended is not asked for again.
  const { signal } = underWay;
  const askWith = (cache: RequestCache) =>
    controller.strategy.handle({
      event: options.event,
      request: new Request(address, { cache, signal }),
      params: { cacheKey, ...(integrity === undefined ? {} : { integrity }) },
    });
  try {
    return await askWith('default').catch(() => askWith('reload'));
  } catch {
    return fetch(options.request);
  }
}

const keeps = (url: URL): boolean => controller.getCacheKeyForURL(url.href) !== undefined;

registerRoute(
  ({ url, request }) => answerKindOf({ url, mode: request.mode, cache: request.cache }, scope, keeps),
  async (options) => {
    const { url, request } = options;
    // The user has deleted everything that is stored: nothing is kept again before the page is opened anew.
    if (!(await caches.has(pageCache))) return fetch(request);
    const way = answerKindOf({ url, mode: request.mode, cache: request.cache }, scope, keeps);
    if (way === 'page') return ofBuild(index, options);
    if (way === 'kept') return ofBuild(url.href, options);
    return way ? answers[way].handle(options) : fetch(request);
  },
);
