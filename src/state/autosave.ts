import type { Draft } from '../policies/draft.ts';
import { readDraft } from '../policies/readDraft.ts';
import { edit, type Notice, notify, type Pin, show, useStore } from './store.ts';

/** Keeps the draft in this browser. Broken or newer content is set aside, reported, and never stops the page. */

export const AUTOSAVE_KEY = 'policy-builder.draft';
export const SET_ASIDE_KEY = 'policy-builder.draft.set-aside';
const WRITE_DELAY_MS = 250;

interface Saved {
  readonly savedAt: string;
  readonly draft: Draft;
  readonly pins: readonly Pin[];
}

type SavedReading =
  | { readonly ok: true; readonly saved: Saved }
  | { readonly ok: false; readonly notice: Notice['id'] };

let written = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** Restores the last draft unless the address asks for an empty page (`#new`), then saves every change. */
export function startAutosave(fresh: boolean): void {
  const text = storage()?.getItem(AUTOSAVE_KEY) ?? null;
  if (text !== null && !fresh) restore(text);
  if (isEmpty(useStore.getState().draft)) show({ seek: 'first' });
  written = contentOf(useStore.getState());
  useStore.subscribe(scheduleWrite);
  addEventListener('pagehide', write);
  addEventListener('storage', takeFromOtherTab);
}

export function readSaved(text: string): SavedReading {
  const value = parse(text);
  if (!isRecord(value)) return { ok: false, notice: 'setAside' };
  const reading = readDraft(value['draft']);
  if (!reading.ok) return { ok: false, notice: reading.reason === 'newer' ? 'newerDraft' : 'setAside' };
  const savedAt = typeof value['savedAt'] === 'string' ? value['savedAt'] : '';
  return { ok: true, saved: { savedAt, draft: reading.draft, pins: readPins(value['pins']) } };
}

function restore(text: string): void {
  const reading = readSaved(text);
  if (!reading.ok) {
    storage()?.setItem(SET_ASIDE_KEY, text);
    notify({ id: reading.notice });
    return;
  }
  const { draft, pins, savedAt } = reading.saved;
  if (isEmpty(draft) && pins.length === 0) return;
  useStore.setState({ draft, pins });
  useStore.temporal.getState().clear();
  notify({ id: 'restored', time: describeTime(savedAt) });
}

/** Nobody and no limit is chosen: nothing would be lost. */
const isEmpty = ({ personas, limits }: Draft): boolean => personas.length === 0 && limits.chosen.length === 0;

function takeFromOtherTab(event: StorageEvent): void {
  if (event.key !== AUTOSAVE_KEY || event.newValue === null) return;
  const reading = readSaved(event.newValue);
  if (!reading.ok) return;
  const { draft, pins, savedAt } = reading.saved;
  written = contentOf({ draft, pins });
  if (contentOf(useStore.getState()) === written) return;
  edit(() => draft, 'Changed in another tab');
  useStore.setState({ pins });
  notify({ id: 'otherTab', time: describeTime(savedAt) });
}

function scheduleWrite(): void {
  clearTimeout(timer);
  timer = setTimeout(write, WRITE_DELAY_MS);
}

function write(): void {
  clearTimeout(timer);
  const { draft, pins } = useStore.getState();
  const content = contentOf({ draft, pins });
  if (content === written) return;
  try {
    storage()?.setItem(AUTOSAVE_KEY, JSON.stringify({ savedAt: new Date().toISOString(), draft, pins }));
    written = content;
  } catch {
    notify({ id: 'noAutosave' });
  }
}

function contentOf({ draft, pins }: Pick<Saved, 'draft' | 'pins'>): string {
  return JSON.stringify([draft, pins]);
}

function readPins(value: unknown): readonly Pin[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, 50).flatMap((entry: unknown) => {
    if (!isRecord(entry) || typeof entry['id'] !== 'string' || typeof entry['name'] !== 'string') return [];
    const reading = readDraft(entry['draft']);
    return reading.ok ? [{ id: entry['id'], name: entry['name'], draft: reading.draft }] : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
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
