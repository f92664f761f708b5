import { create } from 'zustand';
import type { Draft } from '../../policies/model/draft.ts';
import { storedDraft } from '../../policies/model/storedDraft.ts';
import { loadComposing } from '../derived/composing.ts';
import { local } from '../storage/area.ts';
import { writeNow } from '../storage/autosave.ts';
import { draftPlace } from '../storage/draftPlace.ts';
import { keepAside } from '../storage/keptAside.ts';
import { keys } from '../storage/keys.ts';
import { useSaving } from '../storage/saving.ts';
import { nextStamp, noStamp } from '../storage/stamp.ts';
import { hasNothing } from '../storage/storedWork.ts';
import { leavePreset, namePreset } from '../share/address.ts';
import { notify, show, useStore } from '../store.ts';
import { forPreview, type NamedPreset, readNamedPreset } from './applyPreset.ts';
import { readPresetFile } from './presetFile.ts';
import { presetInAddress, presetInUse, useHostPreset } from './presetInUse.ts';

/** A preset to be previewed. Only a file on the host can be used. */
export type PreviewedPreset = Pick<NamedPreset, 'preset'> & Partial<Pick<NamedPreset, 'file'>>;

/** A preset that is read and not in force: what it would change is shown, and then it is used or left. */
export const usePreviewed = create<{ readonly previewed: PreviewedPreset | null }>()(() => ({
  previewed: null,
}));

const WAIT_MS = 3000;

/** Previews the preset that the address names, unless another is in force. What is wrong becomes a notice. */
export async function previewNamed(hash: string): Promise<void> {
  const file = presetInAddress(hash);
  if (file === undefined || file === presetInUse) return;
  const { preset } = useStore.getState().ruleset;
  if (preset !== null) return keepInForce(file, preset.title);
  const previewed = await readPreviewed(file);
  if (previewed) showPreview(previewed);
}

/** Says why it isn’t previewed, and what can be done. A reload of the page still has the preset that is in force. */
function keepInForce(file: string, title: string): void {
  nameInUse();
  const { file: hosts } = useHostPreset.getState();
  if (hosts === file) return;
  const text =
    hosts === undefined
      ? `${title} is in use in this tab, so presets/${file} isn’t previewed. To preview it, open its link in a new tab, or stop using ${title} first.`
      : `${title} applies to everyone who opens this page, so presets/${file} can’t be previewed.`;
  notify({ id: 'otherPresetInForce', text });
}

/** Names the preset that this tab uses in the address, and no other. */
const nameInUse = (): void => (presetInUse === undefined ? leavePreset() : namePreset(presetInUse));

/** Shows what a preset would change. */
export function showPreview(previewed: PreviewedPreset): void {
  usePreviewed.setState({ previewed });
  show({ dialog: 'presetPreview' });
}

/** Reads a preset to be previewed; where there is none, a notice says why. */
export async function readPreviewed(file: string): Promise<NamedPreset | undefined> {
  const signal = AbortSignal.timeout(WAIT_MS);
  const index = await readPresetFile('index.json', signal, forPreview.kept).catch(() => undefined);
  const read = index === undefined ? undefined : readNamedPreset(index, file, signal, forPreview);
  const [previewed] = await Promise.all([read, loadComposing()]);
  const isUnread = index === undefined || signal.aborted;
  if (isUnread && !previewed) notify({ id: forPreview.missing(false), text: `presets/${file}` });
  return previewed;
}

/** Why a preset could not be used: the set or its copy cannot be saved, or an earlier set made under a preset cannot be kept. */
export type NotUsed = 'denied' | 'full' | 'notSaved' | 'noCopy';

/**
 * Loads the page anew with the preset in force and the set as it was previewed. The own set stays stored as it is; a set that was made under a
 * preset before is kept aside. Without a set the earlier one opens.
 */
export function applyPreviewed(file: string, previewed: Draft): NotUsed | undefined {
  if (!writeNow()) return isDenied() ? 'denied' : 'notSaved';
  if (!hasNothing()) {
    const earlier = local.read(keys.tried);
    if (earlier !== null && !keepAside(draftPlace, earlier, 'replaced')) return 'noCopy';
    const result = local.write(keys.tried, textOf(file, previewed));
    if (result !== 'written') return result;
  }
  namePreset(file);
  location.reload();
  return undefined;
}

function isDenied(): boolean {
  const { saving } = useSaving.getState();
  return saving.state === 'notSaved' && saving.why === 'denied';
}

function textOf(preset: string, previewed: Draft): string {
  const pins = useStore.getState().snapshots.map((one) => ({ ...one, draft: storedDraft(one.draft) }));
  const stamp = nextStamp(noStamp, noStamp, draftPlace.tab, draftPlace.now());
  return JSON.stringify({ ...stamp, preset, draft: storedDraft(previewed), pins });
}

/** What becomes of a set that was made under a preset before, once another is used. */
export function earlierSet(): 'none' | 'opens' | 'kept' {
  if (local.read(keys.tried) === null) return 'none';
  return hasNothing() ? 'opens' : 'kept';
}

/** Closes the preview. The preset is not in force, and a reload does not ask again. */
export function leavePreview(): void {
  usePreviewed.setState({ previewed: null });
  if (presetInAddress(location.hash) !== undefined) nameInUse();
  show({ dialog: null });
}

/**
 * Loads the page anew with the own set and without the preset. What was made under it stays stored; where it cannot be, nothing happens and
 * the answer is false.
 */
export function stopUsing(): boolean {
  if (!writeNow()) return false;
  stopWithoutSaving();
  return true;
}

/** The same, once it is known that what was made since is lost. */
export function stopWithoutSaving(): void {
  leavePreset();
  location.reload();
}
