import { styled } from '@mui/material/styles';
import { findPersona } from '../../policies/library/ruleset.ts';
import { useRuleset } from '../../state/store.ts';
import { fontMono } from './theme.ts';
import { personaColor } from './colors.ts';

const Mark = styled('span')({
  display: 'inline-block',
  flexShrink: 0,
  minWidth: 24,
  padding: '0 3px',
  border: '1px solid currentColor',
  borderRadius: 2,
  fontFamily: fontMono,
  fontSize: 12,
  fontWeight: 600,
  lineHeight: '16px',
  textAlign: 'center',
});

/** The letters beside every line that a persona needs. The title is its accessible name. */
export function PersonaMark({ persona }: { readonly persona: string }) {
  const ruleset = useRuleset();
  const found = findPersona(persona, ruleset);
  return (
    <Mark style={{ color: personaColor(persona) }} title={found?.title ?? persona}>
      {found?.mark ?? '??'}
    </Mark>
  );
}
