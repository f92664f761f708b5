import { Workbox } from 'workbox-window';
import { saveAndReload, writeNow } from '../storage/autosave.ts';
import { entryName, isRedeployed } from './redeploy.ts';
import { session } from '../storage/area.ts';
import { keys } from '../storage/keys.ts';
import { dismiss, notify } from '../store.ts';

/**
 * The page without a network: a service worker keeps it, and a newer one waits until the user wants it. Loaded after
 * everything else; where browsers have no service workers (http, private windows) the page is as it was without.
 */

const UPDATE_EVERY_MS = 60 * 60 * 1000;

/** How long requests under way may hold the change up: those of other tabs as well, which would miss their answers. */
const REQUESTS_WAIT_MS = 1000;

/** Long enough for the new worker to clear away what the old one kept. */
const CHANGE_WAIT_MS = 10_000;

const workers = navigator.serviceWorker;

const addresses = window.trustedTypes?.createPolicy('offline', {
  createScriptURL: (address) => (address === workerAddress() ? address : null),
});

const workerAddress = (): string => new URL('sw.js', document.baseURI).href;

let registration: ServiceWorkerRegistration | undefined;
let askedAt = 0;

/** Registers the worker and reports what it brings. Rejects when it cannot be registered: nothing else depends on it. */
export async function startOffline(): Promise<void> {
  let isControlled = workers.controller !== null;
  // What it names is the worker's own script: the browser asks the server and not its cache whether there is a newer one.
  const workbox = new Workbox(addresses?.createScriptURL?.(workerAddress()) ?? workerAddress(), {
    updateViaCache: 'none',
  });
  workbox.addEventListener('controlling', () => {
    if (isControlled) notify({ id: 'updateReady' });
    else keepWhatCameBefore();
    isControlled = true;
  });
  workbox.addEventListener('waiting', () => {
    if (workers.controller) notify({ id: 'updateReady' });
  });
  watchNetwork();
  registration = await workbox.register({ immediate: true });
  askedAt = Date.now();
  askForUpdates(workbox);
  if (await isBehindWorker()) followWorker();
}

/** Whether the worker changed while the page was on its way: the page is of the build before, and nothing waits any more. */
async function isBehindWorker(): Promise<boolean> {
  if (!workers.controller) return false;
  const page = await fetch('index.html');
  return page.ok && isRedeployed(await page.text(), entryName());
}

/** Who has just asked for the new version gets it; anybody else is asked. */
function followWorker(): void {
  if (isAskedFor()) saveAndReload();
  else notify({ id: 'updateReady' });
}

/** The next page in this tab is to be the new version. Asked once: a page that is behind again asks the user. */
function isAskedFor(): boolean {
  const mark = session.read(keys.newVersion);
  session.remove(keys.newVersion);
  return mark !== null && Date.now() - Number(mark) < MARK_HOLDS_MS;
}

const MARK_HOLDS_MS = 60_000;

function reloadLate(): void {
  session.write(keys.newVersion, String(Date.now()));
  saveAndReload();
}

/** When the page comes into view, at most once an hour. */
function askForUpdates(workbox: Workbox): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - askedAt < UPDATE_EVERY_MS) return;
    askedAt = Date.now();
    // Without a network it is asked again an hour later.
    workbox.update().catch(() => undefined);
  });
}

/** Changes to the version that waits, in every tab, and reloads this one. The draft is stored first, or nothing happens. */
export function takeUpdate(): void {
  if (!writeNow()) return;
  const waiting = registration?.waiting;
  // Another tab may have taken it already.
  if (!waiting) {
    saveAndReload();
    return;
  }
  // The browser changes workers when nothing is under way in the old one, for minutes perhaps.
  const hanging = setTimeout(() => registration?.active?.postMessage('endRequests'), REQUESTS_WAIT_MS);
  // It may not change even so: the page comes back with its draft, and the new version is offered again.
  const late = setTimeout(reloadLate, CHANGE_WAIT_MS);
  waiting.addEventListener('statechange', () => {
    if (waiting.state !== 'activated') return;
    clearTimeout(hanging);
    clearTimeout(late);
    saveAndReload();
  });
  waiting.postMessage('skipWaiting');
}

/** Data and presets that the first visit fetched before the worker ran: asked for again through it, so that it has them. */
function keepWhatCameBefore(): void {
  for (const { name } of performance.getEntriesByType('resource')) {
    if (/\/(catalog|presets)\/[^/]+$/.test(new URL(name).pathname)) fetch(name).catch(() => undefined);
  }
}

function watchNetwork(): void {
  const tell = () => {
    if (navigator.onLine) dismiss('offline');
    else if (workers.controller) notify({ id: 'offline' });
  };
  tell();
  addEventListener('offline', tell);
  addEventListener('online', tell);
}
