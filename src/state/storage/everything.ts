import { forgetSavedTyping } from '../typing/keepTyped.ts';
import { type StorageArea, local, session } from './area.ts';
import { keys, OLD_KEYS, OLD_SCHEME } from './keys.ts';
import { listKeptAside } from './keptAside.ts';
import { describeTime } from './storedWork.ts';
import { forget } from './tab.ts';

/** Everything that this page, and no other copy of it on the host, has stored in the browser. */

export interface StoredItem {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly bytes: number;
  /** Of a draft that was kept aside. */
  readonly copy?: { readonly key: string; readonly text: string };
}

export async function listEverything(): Promise<readonly StoredItem[]> {
  return [
    ...draft('Draft', keys.draft),
    ...draft('Draft created with a trial preset', keys.tried),
    ...keptAside(),
    ...plain(session, 'Text being typed in this tab', keys.typed),
    ...plain(session, 'Marker for the page update', keys.newVersion),
    ...plain(local, 'Preference: wizard width', keys.buildWidth),
    ...plain(local, 'Preference: light or dark', keys.scheme),
    ...(await files()),
  ];
}

/** Whether an older version of the page has left something under names that all copies of the page on this host share. */
export const hasShared = (): boolean => local.keys().some(isShared);

const isShared = (key: string): boolean => key.startsWith(OLD_KEYS) || key === OLD_SCHEME;

/** Deletes it all. The draft stays on screen; it is stored again when it changes. `shared`: also what `hasShared` is about. */
export async function deleteEverything(shared: boolean): Promise<void> {
  const isOurs = (key: string) => key.startsWith(keys.all) || (shared && isShared(key));
  for (const area of [local, session]) for (const key of area.keys().filter(isOurs)) area.remove(key);
  forget();
  forgetSavedTyping();
  const registration = await ownRegistration();
  await registration?.unregister();
  for (const name of await ownCaches()) await caches.delete(name);
}

export const deleteCopy = (key: string): void => local.remove(key);

function draft(title: string, key: string): readonly StoredItem[] {
  const text = local.read(key);
  if (text === null) return [];
  const { savedAt, pins } = headOf(text);
  const snapshots = pins === 0 ? '' : `, with ${pins === 1 ? '1 snapshot' : `${pins} snapshots`}`;
  return [{ id: key, title, detail: `Saved ${describeTime(savedAt)}${snapshots}`, bytes: sizeOf(key, text) }];
}

function headOf(text: string): { readonly savedAt: string; readonly pins: number } {
  try {
    const value: { savedAt?: unknown; pins?: unknown } | null = JSON.parse(text);
    const { savedAt, pins } = value ?? {};
    return {
      savedAt: typeof savedAt === 'string' ? savedAt : '',
      pins: Array.isArray(pins) ? pins.length : 0,
    };
  } catch {
    return { savedAt: '', pins: 0 };
  }
}

/** Why a draft was kept aside, by the word in its name. */
const reasons: Readonly<Record<string, string>> = {
  unreadable: 'couldn’t be read',
  newer: 'created by a newer version of this page',
  preset: 'version before your organization’s rules changed it',
  replaced: 'replaced by another draft',
  'other-tab': 'changed in two tabs',
  'older-page': 'saved by an older version of this page',
};

const keptAside = (): readonly StoredItem[] =>
  listKeptAside(local, keys.keptAside).map(({ key, at, why, text }, index) => ({
    id: key,
    title: `Kept draft ${index + 1}`,
    detail: `${describeTime(at)}: ${reasons[why] ?? 'no longer in use'}`,
    bytes: sizeOf(key, text),
    copy: { key, text },
  }));

function plain(area: StorageArea, title: string, key: string): readonly StoredItem[] {
  const text = area.read(key);
  return text === null ? [] : [{ id: key, title, detail: '', bytes: sizeOf(key, text) }];
}

async function files(): Promise<readonly StoredItem[]> {
  const names = await ownCaches();
  const items = names.map(async (name): Promise<StoredItem> => {
    const answers = await (await caches.open(name)).matchAll();
    const sizes = await Promise.all(answers.map(async (answer) => (await answer.blob()).size));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return {
      id: name,
      title: titleOf(name),
      detail: `${answers.length} ${answers.length === 1 ? 'file' : 'files'}`,
      bytes,
    };
  });
  const registration = await ownRegistration();
  const worker = {
    id: 'worker',
    title: 'Service worker, which keeps the page for offline use',
    detail: '',
    bytes: 0,
  };
  return [...(await Promise.all(items)), ...(registration ? [worker] : [])];
}

function titleOf(cache: string): string {
  if (cache.startsWith('page')) return 'The page itself, for offline use';
  if (cache.startsWith('catalog')) return 'IAM data, for offline use';
  return 'Presets of your organization, for offline use';
}

/** Caches belong to the whole host; each name carries the path of its page. */
async function ownCaches(): Promise<readonly string[]> {
  const names = 'caches' in globalThis ? await caches.keys().catch(() => []) : [];
  return names.filter((name) => name.split(' ')[1] === keys.path);
}

async function ownRegistration(): Promise<ServiceWorkerRegistration | undefined> {
  const scope = new URL('.', document.baseURI).href;
  const found = await navigator.serviceWorker?.getRegistration(scope).catch(() => undefined);
  return found?.scope === scope ? found : undefined;
}

const sizeOf = (key: string, text: string): number => new Blob([key, text]).size;
