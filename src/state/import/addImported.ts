import type { Draft } from '../../policies/model/draft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import type { DocumentEdits } from '../../policies/model/documentEdits.ts';
import {
  addImportedPolicies,
  unusedImportIds,
  type PolicyToImport,
  importedPolicyEdits,
} from '../../policies/handEdits/importedPolicies.ts';
import { canStoreEdits } from '../../policies/handEdits/readEdits.ts';
import { prepareImportedDocument } from '../derived/derived.ts';
import { inSlices } from '../workers/inSlices.ts';
import { edit, saveSnapshot, rulesetInForce, show, useStore } from '../store.ts';

/** Policies from elsewhere become documents of the draft, and the point that Changes compares with. */

export type AcceptedPolicy = PolicyToImport & {
  /** Its text as it came, where it was edited since: Compare starts from it. */
  readonly before?: string;
};

export interface ImportedPolicies {
  /** Ids of the documents, in the order of the policies. */
  readonly ids: readonly string[];
  /** Titles of those that a draft cannot keep: with one of them it could not be read again. */
  readonly tooLarge: readonly string[];
  /** Whether Changes compares with them now: there is room for so many snapshots only. */
  readonly snapshotSaved: boolean;
}

export interface ImportOptions {
  /** Gives up: nothing is imported. */
  readonly signal?: AbortSignal;
  /** How many of the policies are read. */
  onProgress?(read: number): void;
}

/**
 * One step of the history, read in slices so that the page stays quick. `time` is the local time of day, written out, for the name of
 * the baseline. Nothing comes back, and nothing has changed, when it was given up.
 */
export async function importPolicies(
  policies: readonly AcceptedPolicy[],
  time: string,
  options: ImportOptions = {},
): Promise<ImportedPolicies | undefined> {
  const { draft } = useStore.getState();
  const ids = [...unusedImportIds(draft, policies.length)];
  const read = await inSlices(policies, (policy) => readImported(policy, ids, draft), options);
  if (!read) return undefined;
  const documents = read.flatMap(({ edits }) => edits ?? []);
  const tooLarge = read.flatMap(({ title, edits }) => (edits ? [] : [title]));
  if (documents.length === 0) return { ids: [], tooLarge, snapshotSaved: true };
  const before = read.flatMap(({ edits, before: older }) => (edits ? [older ?? edits] : []));
  return { ...addToDraft(documents, before, time), tooLarge };
}

interface ReadPolicy {
  readonly title: string;
  /** Absent where a draft cannot keep it. */
  readonly edits: DocumentEdits | undefined;
  /** As it came. */
  readonly before?: DocumentEdits | undefined;
}

/** Reads a policy, and takes the first of the ids for it. */
function readImported(policy: AcceptedPolicy, ids: string[], draft: Draft): ReadPolicy {
  const edits = importedPolicyEdits(policy);
  if (!edits || !canStoreEdits(edits)) return { title: policy.title, edits: undefined };
  prepareImportedDocument(ids.shift() ?? '', edits, draft);
  const { title, kind, text, before } = policy;
  if (before === undefined || before === text) return { title, edits };
  const older = importedPolicyEdits({ title, kind, text: before });
  return { title, edits, before: older && canStoreEdits(older) ? older : undefined };
}

function addToDraft(
  documents: readonly DocumentEdits[],
  before: readonly DocumentEdits[],
  time: string,
): Omit<ImportedPolicies, 'tooLarge'> {
  const { draft, ids } = addImportedPolicies(useStore.getState().draft, documents);
  const count = ids.length === 1 ? 'policy' : `${ids.length} policies`;
  edit(() => draft, `Imported ${count}`);
  const { snapshots } = useStore.getState();
  const asTheyCame = Object.fromEntries(
    ids.flatMap((id, index) => (before[index] ? [[id, before[index]]] : [])),
  );
  saveSnapshot(
    `imported ${count}, ${time}`,
    onlyDocuments({ ...draft, edits: { ...draft.edits, ...asTheyCame } }, ids),
    'import',
  );
  const [documentId = null] = ids;
  show({ documentId, view: 'policy', half: 'policy', preview: null });
  return { ids, snapshotSaved: useStore.getState().snapshots !== snapshots };
}

function onlyDocuments({ name, edits }: Draft, ids: readonly string[]): Draft {
  const entries = ids.flatMap((id) => {
    const edit = edits[id];
    return edit ? [[id, edit] as const] : [];
  });
  return createDraft({ name, edits: Object.fromEntries(entries) }, rulesetInForce());
}
