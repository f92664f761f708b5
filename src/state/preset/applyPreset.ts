import type { Draft } from '../../policies/model/draft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { enforcement, enforcePreset } from '../../policies/presets/enforce.ts';
import type { EnforcedChange } from '../../policies/presets/enforcedChange.ts';
import type { Preset } from '../../policies/library/preset.ts';
import { type PresetProblem, problemLine } from '../../policies/presets/problems.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { isPresetFile, readPreset, readPresetIndex } from '../../policies/presets/readPreset.ts';
import { setDraftNormalizer, draftHistory, notify, useStore } from '../store.ts';
import { changeLine } from './changeLines.ts';
import { readPresetFile } from './presetFile.ts';
import { useHostPreset } from './presetInUse.ts';

/** Reads the preset that the host has for everyone, or the one that the user chose, and puts it in force as a whole or not at all. */
export async function applyPreset(
  index: string,
  chosen: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const named = await readNamedPreset(index, chosen, signal, forUse);
  if (!named || signal.aborted) return;
  if (named.isHosts) useHostPreset.setState({ file: named.file });
  enforceFromNow(named.preset);
}

/** What is said of a file that did not come, or not from the server. */
export interface FileNotices {
  missing(isHosts: boolean): 'presetUnreachable' | 'presetInUseUnreachable' | 'previewUnreachable';
  readonly kept: 'presetKept' | 'previewKept';
}

const forUse: FileNotices = {
  missing: (isHosts) => (isHosts ? 'presetUnreachable' : 'presetInUseUnreachable'),
  kept: 'presetKept',
};

export const forPreview: FileNotices = { missing: () => 'previewUnreachable', kept: 'previewKept' };

export interface NamedPreset {
  readonly file: string;
  readonly preset: Preset;
  /** The host has it for everyone. */
  readonly isHosts: boolean;
}

/** The preset that the host has for everyone, else this one. Without a word only where there is none; what is wrong becomes a notice. */
export async function readNamedPreset(
  index: string,
  named: string | undefined,
  signal: AbortSignal,
  { missing, kept }: FileNotices,
): Promise<NamedPreset | undefined> {
  const reading = readPresetIndex('index.json', index);
  if (!reading.ok) return notifyInvalid(reading.problems);
  const file = reading.use ?? named;
  if (file === undefined) return undefined;
  if (!isPresetFile(file)) {
    const rule = 'must be the name of a JSON file in the folder presets, such as example.json';
    return notifyInvalid([{ file: 'address', field: '#preset', rule }]);
  }
  const text = await readPresetFile(file, signal, kept).catch(() => undefined);
  if (signal.aborted) return undefined;
  if (text === undefined) {
    notify({ id: missing(file === reading.use), text: `presets/${file}` });
    return undefined;
  }
  const read = readPreset(file, text);
  return read.ok
    ? { file, preset: read.preset, isHosts: file === reading.use }
    : notifyInvalid(read.problems);
}

function enforceFromNow(preset: Preset): void {
  const ruleset = rulesetOf(preset);
  setDraftNormalizer((draft) => {
    const { draft: enforcedDraft, changes } = enforcement(draft, ruleset);
    const reported = missed(draft, changes);
    // A name follows while it is typed.
    if (reported.some(({ kind }) => kind !== 'name'))
      queueMicrotask(() =>
        notifyChanged(
          preset.title,
          reported.map((change) => changeLine(change, ruleset)),
        ),
      );
    return enforcedDraft;
  });
  useStore.setState({
    ruleset,
    enforce: (draft) => enforcePreset(draft, ruleset),
    draft: createDraft({}, ruleset),
  });
  draftHistory().clear();
}

/** Where nobody has chosen anything yet, it is no change that limits are on from the start and how names begin. */
function missed({ personas, limits }: Draft, changes: readonly EnforcedChange[]): readonly EnforcedChange[] {
  if (personas.length > 0 || limits.chosen.length > 0) return changes;
  return changes.filter(({ kind }) => kind === 'value' || kind === 'edit');
}

function notifyChanged(title: string, details: readonly string[]): void {
  const selections = details.length === 1 ? '1 selection' : `${details.length} selections`;
  notify({
    id: 'presetChanged',
    text: `The rules of ${title} changed ${selections} of this draft.`,
    details,
  });
}

const isNotApplied = (what: string): string =>
  `Couldn’t apply the preset: ${what}. Its rules don’t apply on this page.`;

/** Says what is wrong with a preset: the first of it in the sentence, all of it below. */
export function notifyInvalid(problems: readonly PresetProblem[], words = isNotApplied): undefined {
  const lines = problems.map(problemLine);
  const [first = ''] = lines;
  const more = lines.length > 1 ? ` and ${lines.length - 1} more` : '';
  notify({
    id: 'presetInvalid',
    text: words(`${first}${more}`),
    ...(lines.length > 1 ? { details: lines } : {}),
  });
  return undefined;
}
