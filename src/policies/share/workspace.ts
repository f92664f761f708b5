import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { readDraft } from './readDraft.ts';
import { freeSnapshotId, snapshotLimits, uniqueSnapshotName } from './snapshotNames.ts';
import { type Snapshot, readSnapshots } from './snapshots.ts';
import { isSameDraft } from '../model/sameDraft.ts';
import { storedDraft } from '../model/storedDraft.ts';

/** A draft with its snapshots, as a file stores it. */
export interface Workspace {
  readonly draft: Draft;
  /** By the key that the file has for them. */
  readonly pins: readonly Snapshot[];
  /** When it was saved, ISO 8601; empty if the file does not say. */
  readonly savedAt: string;
  /** Day of the IAM data, `2026-08-20`; empty if it was not loaded. */
  readonly dataDate: string;
}

export type WorkspaceReading =
  /** `leftOut`: snapshots that could not be read, or were too many. */
  | ({ readonly ok: true; readonly leftOut: number } & Workspace)
  | {
      readonly ok: false;
      readonly reason: 'foreign' | 'newer' | 'tooLarge' | 'invalid';
      readonly detail: string;
    };

const FORMAT = 'policy-builder-workspace';
const VERSION = 1;

/** Fifty points with every persona have a tenth of it. In UTF-16 units. */
export const MAX_WORKSPACE_LENGTH = 20_000_000;

/** Whether a file is one that `writeWorkspace` made, by how it begins. What is in it is not read. */
export const looksLikeWorkspace = (start: string): boolean =>
  /^\uFEFF?\s*\{\s*"format":\s*"policy-builder-workspace"/.test(start);

export function writeWorkspace({ draft, pins: snapshots, savedAt, dataDate }: Workspace): string {
  const stored = {
    draft: storedDraft(draft),
    pins: snapshots.map((snapshot) => ({ ...snapshot, draft: storedDraft(snapshot.draft) })),
  };
  return `${JSON.stringify({ format: FORMAT, version: VERSION, savedAt, dataDate, ...stored }, null, 2)}\n`;
}

/**
 * A workspace from the text of a file. `foreign`: something else, a policy say; the same file may be asked elsewhere. Copied
 * field by field; never throws, whatever the file holds.
 */
export function readWorkspace(text: string, ruleset: Ruleset): WorkspaceReading {
  if (text.length > MAX_WORKSPACE_LENGTH) return refused('tooLarge', `${text.length} characters`);
  const value = parse(text);
  if (typeof value !== 'object' || value === null) return refused('foreign', 'not JSON with names');
  const fields = new Map<string, unknown>(Object.entries(value));
  if (fields.get('format') !== FORMAT) return refused('foreign', 'no workspace');
  const version = fields.get('version');
  if (typeof version !== 'number') return refused('invalid', 'version: not a number');
  if (version > VERSION) return refused('newer', `workspace version ${version}`);
  if (version !== VERSION) return refused('invalid', 'version: never existed');
  const reading = readDraft(fields.get('draft'), ruleset);
  if (!reading.ok) return refused(reading.reason, reading.detail);
  const listed = fields.get('pins') ?? [];
  const snapshots = readSnapshots(listed, ruleset);
  const leftOut = Array.isArray(listed) ? listed.length - snapshots.length : 0;
  return {
    ok: true,
    draft: reading.draft,
    // Which of them is the reader's own set, a file cannot say.
    pins: snapshots.map(({ origin, ...rest }) => (origin === 'import' ? { ...rest, origin } : rest)),
    leftOut,
    savedAt: shortText(fields.get('savedAt')),
    dataDate: shortText(fields.get('dataDate')),
  };
}

const refused = (
  reason: Extract<WorkspaceReading, { readonly ok: false }>['reason'],
  detail: string,
): WorkspaceReading => ({ ok: false, reason, detail });

const shortText = (value: unknown): string =>
  typeof value === 'string' && /^[\w:.+-]{0,40}$/.test(value) ? value : '';

function parse(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}

/**
 * Adds the snapshots of a workspace to the existing ones, under new ids and names that are not in use, up to the limit. One that
 * exists with the same name and the same draft is not added again.
 */
export function addSnapshots(
  existing: readonly Snapshot[],
  added: readonly Snapshot[],
): { readonly snapshots: readonly Snapshot[]; readonly leftOut: number } {
  const snapshots = [...existing];
  const isThere = ({ name, draft }: Snapshot) =>
    existing.some((one) => isNameOf(one.name, name) && isSameDraft(one.draft, draft));
  const wanted = added.filter((one) => !isThere(one));
  for (const one of wanted.slice(0, Math.max(0, snapshotLimits.snapshots - existing.length)))
    snapshots.push({
      ...one,
      id: freeSnapshotId(snapshots),
      name: uniqueSnapshotName(one.name, snapshots),
    });
  return { snapshots, leftOut: existing.length + wanted.length - snapshots.length };
}

/** Also where it was numbered when it was added. */
const isNameOf = (existing: string, added: string): boolean =>
  existing === added || (existing.startsWith(`${added} (`) && /\(\d+\)$/.test(existing));
