import { countWithNoun } from '../../policies/language/counts.ts';
import { openedLabels } from './openedLabels.ts';
import { withoutIdentifiers } from '../../policies/share/withoutIdentifiers.ts';
import {
  addSnapshots,
  MAX_WORKSPACE_LENGTH,
  readWorkspace,
  type WorkspaceReading,
  writeWorkspace,
} from '../../policies/share/workspace.ts';
import { catalog } from '../catalog/loadedCatalog.ts';
import { saveFile } from '../storage/saveFile.ts';
import { notify, rulesetInForce, useStore } from '../store.ts';
import { settleTyped } from '../typing/settleTyped.ts';
import { marksLeftOut, movesAfter, shortDetail, replaceWithShared, whyNot } from './replaceDraft.ts';

/** Saves the draft with its snapshots; with placeholders, all of them are without identifiers. */
export async function saveWorkspace(placeholders: boolean): Promise<void> {
  settleTyped();
  const { draft, snapshots } = useStore.getState();
  const dataDate = await catalog().then(
    (loaded) => loaded.dataDate,
    () => '',
  );
  const all = [draft, ...snapshots.map((one) => one.draft)];
  const clean = (given: typeof draft) =>
    placeholders ? withoutIdentifiers(given, rulesetInForce(), all) : given;
  const saved = {
    draft: clean(draft),
    pins: snapshots.map((one, index) => ({
      id: one.id,
      name: placeholders ? `Snapshot ${index + 1}` : one.name,
      draft: clean(one.draft),
      ...(one.origin === 'import' && { origin: one.origin }),
    })),
    savedAt: new Date().toISOString(),
    dataDate,
  };
  const name = saved.draft.name.replace(/[^A-Za-z0-9._-]+/g, '-') || 'policies';
  saveFile(`${name}.workspace.json`, writeWorkspace(saved), 'application/json');
}

/** Opens a file that was saved so. Comes back with why not, or with nothing when it is open. */
export async function openWorkspaceFile(file: File): Promise<string | undefined> {
  if (file.size > MAX_WORKSPACE_LENGTH) return refusalOf({ ok: false, reason: 'tooLarge', detail: '' });
  try {
    return openWorkspace(readWorkspace(await file.text(), rulesetInForce()));
  } catch {
    return 'Couldn’t read the file. Try again. Your draft didn’t change.';
  }
}

/** The same for a file that was read already. */
export function openWorkspace(reading: WorkspaceReading): string | undefined {
  if (!reading.ok) return refusalOf(reading);
  const taken = replaceWithShared(reading.draft, openedLabels.file, 'file');
  if (taken.state === 'full' || taken.state === 'typing') return whyNot[taken.state];
  const { snapshots, leftOut } = addSnapshots(useStore.getState().snapshots, reading.pins);
  const added = snapshots.length - useStore.getState().snapshots.length;
  useStore.setState({ snapshots });
  const snapshot = taken.state === 'opened' ? taken.snapshot : undefined;
  notify({
    id: 'link',
    text: [
      taken.state === 'same' ? sameAsHere(taken) : opened(reading),
      added > 0 ? `${countWithNoun(added, 'snapshot', 'snapshots')} imported.` : '',
      lost(leftOut + reading.leftOut),
      snapshot ? 'Your own set is saved as a snapshot.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    ...movesAfter(taken),
  });
  return undefined;
}

const sameAsHere = ({ marks, leftOut }: { readonly marks: number; readonly leftOut: number }): string =>
  `The file contains the same draft as this page${
    marks + leftOut > 0
      ? `, with ${countWithNoun(marks + leftOut, 'group', 'groups')} marked as reviewed`
      : ''
  }.${marksLeftOut(leftOut)}`;

type Whole = Extract<WorkspaceReading, { readonly ok: true }>;

function opened({ savedAt, dataDate }: Whole): string {
  const date = new Date(savedAt);
  const when = Number.isNaN(date.getTime())
    ? ''
    : `, saved ${date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}`;
  return `Opened from a file${when}${dataDate === '' ? '' : `, created with IAM data ${dataDate}`}.`;
}

const lost = (number: number): string =>
  number === 0
    ? ''
    : `${countWithNoun(number, 'snapshot was', 'snapshots were')} not imported: unreadable, or above the maximum number.`;

type Refused = Extract<WorkspaceReading, { readonly ok: false }>;

const refusals: Readonly<Record<Refused['reason'], string>> = {
  foreign: 'This file isn’t a saved draft of this page.',
  newer: 'This file was saved by a newer version of this page. Reload the page to update it.',
  tooLarge: 'This file is too large for a saved draft.',
  invalid: 'This file doesn’t contain a valid draft',
};

function refusalOf({ reason, detail }: Refused): string {
  const more = reason === 'invalid' ? ` (${shortDetail(detail)}).` : '';
  return `${refusals[reason]}${more} Your draft didn’t change.`;
}
