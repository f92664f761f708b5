import { styled } from '@mui/material/styles';
import { entryOf, type LinkedKind } from '../../policies/library/preset.ts';
import { useRuleset } from '../../state/store.ts';

const Link = styled('a')({
  display: 'inline-block',
  margin: '0 0 4px 24px',
  fontSize: 13,
  lineHeight: '24px',
  color: 'var(--accent)',
});

/** The organisation's own page about a choice, opened when the user asks for it. */
export function WikiLink({ kind, id }: { readonly kind: LinkedKind; readonly id: string }) {
  const { preset } = useRuleset();
  const href = entryOf(preset?.links?.[kind], id);
  return href === undefined ? null : (
    <Link href={href} target="_blank" rel="noopener noreferrer">
      About this at {preset?.title}
      <span className="visually-hidden"> (opens another page)</span>
    </Link>
  );
}
