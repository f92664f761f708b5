import { styled } from '@mui/material/styles';
import { presetInUse } from '../../state/preset/presetInUse.ts';
import { show, useRuleset } from '../../state/store.ts';
import { useVisibleString } from '../common/characters.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Icon } from '../common/Icon.tsx';
import { below } from '../common/theme.ts';

const Badge = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  flex: '0 1 auto',
  minWidth: 32,
  maxWidth: 240,
  minHeight: 32,
  padding: '0 8px',
  border: '1px solid var(--edge)',
  borderRadius: 4,
  background: 'transparent',
  color: 'var(--ink)',
  font: 'inherit',
  fontSize: 13,
  cursor: 'pointer',
  '&:hover': { background: 'var(--sunken)' },
  '& > img': { width: 18, height: 18, objectFit: 'contain' },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  [below.tablet]: { '& > span': { display: 'none' } },
  '@media (pointer: coarse)': { minHeight: 44, minWidth: 44, justifyContent: 'center' },
});

/** Whose rules apply on this page. Opens what they are. A preset that is used in this tab and did not load has none. */
export function PresetBadge() {
  const { preset } = useRuleset();
  const file = presetInUse ?? '';
  const visible = useVisibleString(file);
  const [title, shown] = preset
    ? [preset.title, preset.title]
    : [`${file} (not loaded)`, `${visible(file)} (not loaded)`];
  return (
    <Badge aria-label={`Preset: ${shown}`} aria-haspopup="dialog" onClick={() => show({ dialog: 'preset' })}>
      {preset?.logo !== undefined && <img src={`presets/${preset.logo}`} alt="" />}
      <span>
        Preset: <ForeignText text={title} use="prose" />
      </span>
      <Icon name={preset ? 'lock' : 'warning'} />
    </Badge>
  );
}
