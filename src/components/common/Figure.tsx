import { styled } from '@mui/material/styles';

const tones = {
  quiet: 'var(--ink-2)',
  faint: 'var(--ink-3)',
  passed: 'var(--allow)',
  caution: 'var(--caution)',
  error: 'var(--error)',
} as const;

export type FigureTone = keyof typeof tones;

/** A number beside the mark or the bar that it belongs to. */
export const Figure = styled('span')<{ readonly tone?: FigureTone }>(({ tone = 'quiet' }) => ({
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 600,
  color: tones[tone],
}));
