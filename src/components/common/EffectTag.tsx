import { styled } from '@mui/material/styles';
import type { Effect } from '../../policies/language/policy.ts';

const Tag = styled('span')({
  display: 'inline-block',
  padding: '0 6px',
  border: '1px solid var(--allow)',
  borderRadius: 2,
  color: 'var(--allow)',
  fontSize: 12,
  lineHeight: '18px',
  fontWeight: 600,
  whiteSpace: 'nowrap',
  '&[data-effect="Deny"]': { borderColor: 'var(--ink)', background: 'var(--ink)', color: 'var(--surface)' },
});

/** Allow outlined, Deny solid: different without color. A Deny is not red, since red means wrong. */
export function EffectTag({ effect }: { readonly effect: Effect }) {
  return (
    <Tag data-effect={effect}>
      {effect === 'Deny' && <span aria-hidden="true">⊘ </span>}
      {effect}
    </Tag>
  );
}
