import { styled } from '@mui/material/styles';
import { SMALL, type Spacing, spacing } from './space.ts';

const tones = {
  plain: 'var(--ink)',
  quiet: 'var(--ink-2)',
  warning: 'var(--caution)',
  error: 'var(--error)',
} as const;

export type Tone = keyof typeof tones;

export const inkOf = (tone: Tone): string => tones[tone];

interface NoteProps extends Spacing {
  /** Quiet unless something is to be done. */
  readonly tone?: Tone;
  /** At the end of its row. */
  readonly atEnd?: boolean;
}

/** A paragraph of small text: what a part is for, what is missing, what went wrong. */
export const Note = styled('p')<NoteProps>((props) => ({
  ...spacing(props),
  color: tones[props.tone ?? 'quiet'],
  ...(props.atEnd && { marginLeft: 'auto' }),
  fontSize: SMALL,
  fontWeight: 400,
  maxWidth: '76ch',
  overflowWrap: 'anywhere',
}));
