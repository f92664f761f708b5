import type { Draft } from '../../policies/model/draft.ts';
import { readDraft } from '../../policies/share/readDraft.ts';
import { readSnapshots } from '../../policies/share/snapshots.ts';
import { rulesetInForce } from '../store.ts';
import type { Snapshot } from '../../policies/share/snapshots.ts';

/** What this browser keeps. Reading it needs the schemas, which a first visit does without. */

export interface Saved {
  readonly savedAt: string;
  readonly draft: Draft;
  readonly snapshots: readonly Snapshot[];
  /** Snapshots that could not be read. */
  readonly leftOut: number;
}

export type SavedReading =
  | { readonly ok: true; readonly saved: Saved }
  | { readonly ok: false; readonly why: 'unreadable' | 'newer' };

/** Reads a text that `autosave.ts` stored, whatever became of it. Never throws. */
export function readSaved(text: string): SavedReading {
  const value = parse(text);
  if (!isRecord(value)) return { ok: false, why: 'unreadable' };
  const reading = readDraft(value['draft'], rulesetInForce());
  if (!reading.ok) return { ok: false, why: reading.reason === 'newer' ? 'newer' : 'unreadable' };
  const savedAt = typeof value['savedAt'] === 'string' ? value['savedAt'] : '';
  const listed = value['pins'] ?? [];
  const snapshots = readSnapshots(listed, rulesetInForce());
  const leftOut = Array.isArray(listed) ? listed.length - snapshots.length : 1;
  return { ok: true, saved: { savedAt, draft: reading.draft, snapshots, leftOut } };
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
