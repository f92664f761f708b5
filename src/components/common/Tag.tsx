import { styled } from '@mui/material/styles';

/** A state in a word or two, framed, behind the name of what has it. `caution`: it needs a look. */
export const Tag = styled('span')<{ readonly tone?: 'quiet' | 'caution' }>(({ tone = 'quiet' }) => ({
  marginLeft: 8,
  padding: '0 4px',
  border: tone === 'caution' ? '1px dashed var(--caution)' : '1px solid var(--hairline)',
  borderRadius: 2,
  color: tone === 'caution' ? 'var(--caution)' : 'var(--ink-2)',
  fontSize: 12,
  fontWeight: 400,
  whiteSpace: 'nowrap',
}));
