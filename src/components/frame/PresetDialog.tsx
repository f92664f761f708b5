import Button from '@mui/material/Button';
import { useState } from 'react';
import { commands } from '../../state/commands.ts';
import { presetInUse } from '../../state/preset/presetInUse.ts';
import { stopUsing, stopWithoutSaving } from '../../state/preset/previewedPreset.ts';
import { useRuleset } from '../../state/store.ts';
import { Dialog } from '../common/Dialog.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';
import { PresetRuleList } from './PresetRuleList.tsx';

/** Everything that the preset in force sets, with its owners and reasons. */
export function PresetDialog() {
  const ruleset = useRuleset();
  const { preset } = ruleset;
  const [isUnsaved, setIsUnsaved] = useState(false);
  return (
    <Dialog
      title={
        <>
          Preset: <ForeignText text={preset?.title ?? 'none'} use="prose" />
        </>
      }
      size="sm"
      textLabel="Rules of the preset"
      asides={
        presetInUse !== undefined && (
          <Button onClick={() => setIsUnsaved(!stopUsing())}>Stop using preset</Button>
        )
      }
    >
      <Note tone="error" role="status">
        {isUnsaved && <NotSaved />}
      </Note>
      <p>
        These rules apply to every draft on this page, including restored, imported, and shared drafts.
        {preset?.help !== undefined && (
          <>
            {' '}
            <a href={preset.help} target="_blank" rel="noopener noreferrer">
              Help for <ForeignText text={preset.title} use="prose" />
            </a>
          </>
        )}
      </p>
      <PresetRuleList ruleset={ruleset} />
    </Dialog>
  );
}

/** Why the preset is still in use, and both ways on. */
const NotSaved = () => (
  <>
    Couldn’t save the set that you made with this preset in the browser, so the preset is still in use. Save
    the set as a file, then stop without saving.{' '}
    <InlineButton onClick={() => commands.saveWorkspace.run()}>Save draft as a file</InlineButton>{' '}
    <InlineButton onClick={stopWithoutSaving}>Stop without saving</InlineButton>
  </>
);
