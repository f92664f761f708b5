import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { readDraft } from './readDraft.ts';
import { snapshotLimits } from './snapshotNames.ts';

/** A snapshot: a state of the draft that the user saved to compare with or to restore. */
export interface Snapshot {
  readonly id: string;
  readonly name: string;
  readonly draft: Draft;
  /** `own`: the set that a shared one took the place of, until the user goes back to it. `sender`: came with a link to compare with. `import`: policies as they were imported. */
  readonly origin?: 'own' | 'sender' | 'import';
}

/** Stored or foreign points, each read as a draft is. One that cannot be read, or one too many, is left out. */
export function readSnapshots(value: unknown, ruleset: Ruleset): readonly Snapshot[] {
  if (!Array.isArray(value)) return [];
  const entries: readonly unknown[] = value.slice(0, snapshotLimits.snapshots);
  const snapshots = new Map<string, Snapshot>();
  for (const entry of entries) {
    const snapshot = readSnapshot(entry, ruleset);
    if (snapshot && !snapshots.has(snapshot.id)) snapshots.set(snapshot.id, snapshot);
  }
  return [...snapshots.values()];
}

function readSnapshot(entry: unknown, ruleset: Ruleset): Snapshot | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(entry));
  const [id, name, origin] = ['id', 'name', 'origin'].map((field) => fields.get(field));
  if (typeof id !== 'string' || typeof name !== 'string' || id.length > 200) return undefined;
  const reading = readDraft(fields.get('draft'), ruleset);
  if (!reading.ok) return undefined;
  const snapshot = { id, name: name.slice(0, snapshotLimits.name), draft: reading.draft };
  return origin === 'own' || origin === 'sender' || origin === 'import' ? { ...snapshot, origin } : snapshot;
}
