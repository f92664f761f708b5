import type { Draft } from '../policies/draft.ts';
import { readDraft } from '../policies/readDraft.ts';
import { readPins } from '../policies/share/pins.ts';
import type { Pin } from './store.ts';

/** What this browser keeps. Reading it needs the schemas, which a first visit does without. */

export interface Saved {
  readonly savedAt: string;
  readonly draft: Draft;
  readonly pins: readonly Pin[];
}

export type SavedReading =
  | { readonly ok: true; readonly saved: Saved }
  | { readonly ok: false; readonly notice: 'setAside' | 'newerDraft' };

export function readSaved(text: string): SavedReading {
  const value = parse(text);
  if (!isRecord(value)) return { ok: false, notice: 'setAside' };
  const reading = readDraft(value['draft']);
  if (!reading.ok) return { ok: false, notice: reading.reason === 'newer' ? 'newerDraft' : 'setAside' };
  const savedAt = typeof value['savedAt'] === 'string' ? value['savedAt'] : '';
  return { ok: true, saved: { savedAt, draft: reading.draft, pins: readPins(value['pins']) } };
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
