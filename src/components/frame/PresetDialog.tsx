import Button from '@mui/material/Button';
import { useState } from 'react';
import { commands } from '../../state/commands.ts';
import type { Preset } from '../../policies/library/preset.ts';
import { presetInUse, useHostPreset } from '../../state/preset/presetInUse.ts';
import { stopUsing, stopWithoutSaving } from '../../state/preset/previewedPreset.ts';
import { saveAndReload } from '../../state/storage/autosave.ts';
import { useRuleset } from '../../state/store.ts';
import { Dialog } from '../common/Dialog.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';
import { PresetRuleList } from './PresetRuleList.tsx';

/** Everything that the preset in force sets, with its owners and reasons; and the way back to the own set, where this is a copy of it. */
export function PresetDialog() {
  const ruleset = useRuleset();
  const { preset } = ruleset;
  const isHosts = useHostPreset(({ file }) => file !== undefined);
  const [isUnsaved, setIsUnsaved] = useState(false);
  return (
    <Dialog
      title={
        <>
          Preset: <ForeignText text={preset?.title ?? presetInUse ?? 'none'} use="prose" />
        </>
      }
      size="sm"
      textLabel="Rules of the preset"
      asides={
        presetInUse !== undefined && (
          <Button onClick={() => setIsUnsaved(!stopUsing())}>
            {isHosts ? 'Open your own set' : 'Stop using preset'}
          </Button>
        )
      }
      actions={
        !preset && (
          <Button variant="contained" onClick={saveAndReload}>
            Reload page
          </Button>
        )
      }
    >
      <Note tone="error" role="status">
        {isUnsaved && <NotSaved />}
      </Note>
      {isHosts && presetInUse !== undefined && (
        <Note tone="warning" mb={2}>
          The preset of your organization applies to everyone, also to your own set. This is the copy of your
          set that you made with <ForeignText text={presetInUse} />.
        </Note>
      )}
      {preset ? <Applies preset={preset} /> : <NotLoaded />}
      <PresetRuleList ruleset={ruleset} />
    </Dialog>
  );
}

const Applies = ({ preset: { title, help } }: { readonly preset: Preset }) => (
  <p>
    These rules apply to every draft on this page, including restored, imported, and shared drafts.
    {help !== undefined && (
      <>
        {' '}
        <a href={help} target="_blank" rel="noopener noreferrer">
          Help for <ForeignText text={title} use="prose" />
        </a>
      </>
    )}
  </p>
);

/** The notices say why; they can be dismissed. */
const NotLoaded = () => (
  <p>
    The preset that is used in this tab wasn’t loaded or has errors, so none of its rules apply. This is the
    copy of your set that you made with it. Reload the page to try again, or stop using the preset to open
    your own set.
  </p>
);

/** Why the copy is still open, and both ways on. */
const NotSaved = () => (
  <>
    Couldn’t save this copy of your set in the browser, so it’s still open. Save it as a file, then leave
    without saving.{' '}
    <InlineButton onClick={() => commands.saveWorkspace.run()}>Save draft as a file</InlineButton>{' '}
    <InlineButton onClick={stopWithoutSaving}>Leave without saving</InlineButton>
  </>
);
