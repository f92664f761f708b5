import type { Draft } from '../policies/draft.ts';
import { rulesInForce } from '../policies/presets/inForce.ts';
import type { Saved, SavedReading } from './readSaved.ts';
import { edit, notify, show, useStore } from './store.ts';

/** Keeps the draft in this browser. Broken or newer content is set aside, reported, and never stops the page. */

const AUTOSAVE_KEY = 'policy-builder.draft';
export const SET_ASIDE_KEY = 'policy-builder.draft.set-aside';
export const NEW_PAGE = '#new';
/** Asks for a preset that is not in use: what is made under its rules is kept apart from the own draft. */
const TRIED = '#preset=';

/** Where this page keeps its draft. */
export const autosaveKey = (): string =>
  location.hash.startsWith(TRIED) ? `${AUTOSAVE_KEY}.tried` : AUTOSAVE_KEY;

let key = AUTOSAVE_KEY;
const WRITE_DELAY_MS = 250;

let saves = false;
let written = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Restores the last draft unless the address asks for an empty page (`#new`), then saves every change. Where the part that reads
 * drafts does not load, nothing is saved either: the stored draft stays as it is.
 */
export async function startAutosave(fresh: boolean): Promise<void> {
  key = autosaveKey();
  const text = storage()?.getItem(key) ?? null;
  try {
    if (text !== null && !fresh) restore(text, (await import('./readSaved.ts')).readSaved(text));
  } catch {
    notify({ id: 'partMissing' });
    return;
  }
  if (isEmpty(useStore.getState().draft)) show({ seek: 'first' });
  written = contentOf(useStore.getState());
  saves = true;
  useStore.subscribe(scheduleWrite);
  addEventListener('pagehide', writeNow);
  addEventListener('storage', (event) => void takeFromOtherTab(event));
}

function restore(text: string, reading: SavedReading): void {
  if (!reading.ok) {
    storage()?.setItem(SET_ASIDE_KEY, text);
    notify({ id: reading.notice });
    return;
  }
  const { draft, pins, savedAt } = reading.saved;
  if (isEmpty(draft) && pins.length === 0) return;
  useStore.setState({ draft, pins });
  useStore.temporal.getState().clear();
  const time = describeTime(savedAt);
  if (rulesInForce().enforce(draft) === draft) return notify({ id: 'restored', time });
  storage()?.setItem(SET_ASIDE_KEY, text);
  notify({ id: 'restoredUnderPreset', time });
}

/** Nobody and no limit is chosen but what is always on: nothing would be lost. */
export function isEmpty({ personas, limits, edits }: Draft): boolean {
  if (Object.keys(edits).length > 0) return false;
  const required = rulesInForce().preset?.requiredGuardrails ?? [];
  const isRequired = (id: string) => required.some(({ guardrail }) => guardrail === id);
  return personas.length === 0 && limits.chosen.every(({ guardrail }) => isRequired(guardrail));
}

async function takeFromOtherTab(event: StorageEvent): Promise<void> {
  if (event.key !== key || event.newValue === null) return;
  const reading = await import('./readSaved.ts').then(
    ({ readSaved }) => readSaved(event.newValue ?? ''),
    () => undefined,
  );
  if (!reading?.ok) return;
  const { draft, pins, savedAt } = reading.saved;
  written = contentOf({ draft, pins });
  if (contentOf(useStore.getState()) === written) return;
  edit(() => draft, 'Changed in another tab');
  useStore.setState({ pins });
  notify({ id: 'otherTab', time: describeTime(savedAt) });
}

function scheduleWrite(): void {
  clearTimeout(timer);
  timer = setTimeout(writeNow, WRITE_DELAY_MS);
}

/**
 * Stores the draft at once. False when it cannot be kept, which the page then says. A page that could not read what is stored
 * never writes over it; an empty one has nothing to lose.
 */
export function writeNow(): boolean {
  clearTimeout(timer);
  const { draft, pins } = useStore.getState();
  if (!saves) {
    const isKept = isEmpty(draft) && pins.length === 0;
    if (!isKept) notify({ id: 'noAutosave' });
    return isKept;
  }
  const content = contentOf({ draft, pins });
  if (content === written) return true;
  const store = storage();
  try {
    store?.setItem(key, JSON.stringify({ savedAt: new Date().toISOString(), draft, pins }));
    if (!store) return false;
    written = content;
    stopAskingForNew();
    return true;
  } catch {
    notify({ id: 'noAutosave' });
    return false;
  }
}

/** Reloads the page with its draft; stays when that cannot be kept, which the page then says. */
export function reloadKept(): void {
  if (writeNow()) location.reload();
}

/** What was made on the empty page is there after a reload: the address asks for an empty page only until then. */
function stopAskingForNew(): void {
  if (location.hash === NEW_PAGE) history.replaceState(null, '', location.pathname + location.search);
}

function contentOf({ draft, pins }: Pick<Saved, 'draft' | 'pins'>): string {
  return JSON.stringify([draft, pins]);
}

/** Storage can be forbidden altogether, and then even touching it throws. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    notify({ id: 'noAutosave' });
    return undefined;
  }
}

function describeTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return 'at an unknown time';
  return date.toLocaleString(undefined, { weekday: 'long', hour: '2-digit', minute: '2-digit' });
}
