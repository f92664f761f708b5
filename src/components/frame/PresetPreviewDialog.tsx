import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import type { Preset } from '../../policies/library/preset.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { PresetPreview } from '../../policies/presets/previewPreset.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import {
  applyPreviewed,
  earlierSet,
  leavePreview,
  type NotUsed,
  type PreviewedPreset,
  usePreviewed,
} from '../../state/preset/previewedPreset.ts';
import type { EvidenceAnswer } from '../../state/evidence/evidenceProtocol.ts';
import { commands } from '../../state/commands.ts';
import { useStore } from '../../state/store.ts';
import { Dialog } from '../common/Dialog.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';
import { type Evidence, failureWords, useEvidence } from '../common/useEvidence.ts';
import { Warning } from '../common/Warning.tsx';
import { ChoosePreset } from './ChoosePreset.tsx';
import { PresetRuleList } from './PresetRuleList.tsx';
import { PreviewedAccess } from './PreviewedAccess.tsx';
import { PreviewedChanges } from './PreviewedChanges.tsx';

/** What a preset would change, before it is in force; first which one, where none is named. */
export function PresetPreviewDialog() {
  const previewed = usePreviewed((state) => state.previewed);
  return previewed ? <PreviewOf key={previewed.file ?? 'text'} {...previewed} /> : <ChoosePreset />;
}

const notUsedWords: Readonly<Record<NotUsed, string>> = {
  denied:
    'The browser blocks storage for this page, so the preset isn’t used: this set would be lost. Save the set as a file. Then use the preset in a new tab, and import the file there.',
  full: 'The storage for this site is full, so the preset isn’t used: there isn’t enough space for a copy of this set. Delete stored data, then try again.',
  notSaved:
    'Couldn’t save this set in the browser, so the preset isn’t used. The notice above the set says why and what to do. Save the set as a file to keep it.',
  noCopy:
    'Couldn’t keep the set that you made earlier with a preset, so the preset isn’t used. Delete stored data, then try again.',
};

function PreviewOf({ file, preset }: PreviewedPreset) {
  const evidence = usePreviewOf(preset);
  const preview = evidence.state === 'answered' ? previewIn(evidence.answer) : undefined;
  const ruleset = useMemo(() => rulesetOf(preset), [preset]);
  const [notUsed, setNotUsed] = useState<NotUsed>();
  return (
    <Dialog
      title={
        <>
          Preview of preset: <ForeignText text={preset.title} use="prose" />
        </>
      }
      size="md"
      textLabel="What the preset changes"
      onClose={leavePreview}
      actions={
        file !== undefined &&
        preview && (
          <Button variant="contained" onClick={() => setNotUsed(applyPreviewed(file, preview.draft))}>
            Use preset
          </Button>
        )
      }
    >
      <p>
        {file === undefined
          ? 'Preview only: this preset isn’t a file of this page. To use it, save it in the presets folder of the page, then open the page with #preset= and the name of the file.'
          : `This preset isn’t in use yet. If you use it, it applies in this tab${preview?.isEmpty === false ? ', to a copy of this set. Your own set stays as it is' : ''}.${earlierWords[earlierSet()]}`}
      </p>
      <Note tone="error" mt={2} role="status">
        {notUsed && (
          <>
            {notUsedWords[notUsed]}{' '}
            <InlineButton onClick={() => commands.saveWorkspace.run()}>Save draft as a file</InlineButton>
          </>
        )}
      </Note>
      {evidence.state === 'failed' && (
        <Warning>
          What this preset changes isn’t computed: {failureWords[evidence.failure]}.{' '}
          <InlineButton onClick={evidence.retry}>Try again</InlineButton>
        </Warning>
      )}
      {evidence.state === 'computing' && (
        <Note tone="plain" mt={2} role="status">
          Computing what this preset changes…
        </Note>
      )}
      {preview && <PreviewContent preview={preview} ruleset={ruleset} />}
      <Heading as="h3" look="dialog" mt={6}>
        All rules
      </Heading>
      <PresetRuleList ruleset={ruleset} />
    </Dialog>
  );
}

/** Computed by the worker, which composes the set twice. */
function usePreviewOf(previewed: Preset): Evidence<null> {
  const draft = useStore((state) => state.draft);
  const preset = useStore((state) => state.ruleset.preset);
  const question = useMemo(
    () => ({ place: 'preset', kind: 'presetPreview', draft, preset, previewed }) as const,
    [draft, preset, previewed],
  );
  return useEvidence(question, null);
}

const previewIn = (answer: EvidenceAnswer): PresetPreview | undefined =>
  answer.kind === 'presetPreview' ? answer.preview : undefined;

interface PreviewContentProps {
  readonly preview: PresetPreview;
  readonly ruleset: Ruleset;
}

const PreviewContent = ({ preview, ruleset }: PreviewContentProps) =>
  preview.isEmpty ? (
    <Note tone="plain" mt={2}>
      Nothing is selected yet, so there is no policy to compare. These are the rules that would apply.
    </Note>
  ) : (
    <>
      <PreviewedAccess preview={preview} ruleset={ruleset} />
      <PreviewedChanges preview={preview} ruleset={ruleset} />
    </>
  );

const earlierWords: Readonly<Record<ReturnType<typeof earlierSet>, string>> = {
  none: '',
  opens: ' The set that you made earlier with a preset opens.',
  kept: ' The set that you made earlier with a preset is kept in the stored data.',
};
