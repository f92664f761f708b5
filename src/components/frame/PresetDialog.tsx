import Button from '@mui/material/Button';
import { presetInUse } from '../../state/preset/presetInUse.ts';
import { stopUsing } from '../../state/preset/previewedPreset.ts';
import { useRuleset } from '../../state/store.ts';
import { Dialog } from '../common/Dialog.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { PresetRuleList } from './PresetRuleList.tsx';

/** Everything that the preset in force sets, with its owners and reasons. */
export function PresetDialog() {
  const ruleset = useRuleset();
  const { preset } = ruleset;
  return (
    <Dialog
      title={
        <>
          Preset: <ForeignText text={preset?.title ?? 'none'} use="prose" />
        </>
      }
      size="sm"
      textLabel="Rules of the preset"
      asides={presetInUse !== undefined && <Button onClick={stopUsing}>Stop using preset</Button>}
    >
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
