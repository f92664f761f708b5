import { styled } from '@mui/material/styles';
import { control } from './control.ts';
import { fontMono } from './theme.ts';
import { px, type Space } from './space.ts';

export interface ControlProps {
  /** As wide as what it is in. */
  readonly wide?: boolean;
  /** In a row: takes what the others leave, and has this width at least before the row wraps. In pixels. */
  readonly grow?: number;
  /** For what is written in a policy, such as names and ARNs. */
  readonly mono?: boolean;
  readonly mt?: Space;
  readonly mb?: Space;
}

/** How a field looks, whatever element it is. */
export const controlLook = ({ wide, grow, mono, mt = 0, mb = 0 }: ControlProps) => ({
  ...control,
  maxWidth: '100%',
  margin: `${px(mt)}px 0 ${px(mb)}px`,
  ...(wide && { width: '100%' }),
  ...(grow !== undefined && { flex: `1 1 ${grow}px` }),
  ...(mono && { font: `13px/20px ${fontMono}` }),
  '&:hover': { borderColor: 'var(--ink-2)' },
  '&:focus-visible': { outlineOffset: -1, borderColor: 'var(--accent)' },
  '&[aria-invalid="true"]': { borderColor: 'var(--error)' },
  // What does not fit ends in an ellipsis, so that no one takes a part for the whole.
  '&:placeholder-shown': { textOverflow: 'ellipsis' },
  '&::placeholder': { color: 'var(--ink-3)', opacity: 1 },
});

/** One line of text. Its label, help and error are those of a `Field`, or it has an `aria-label`. */
export const Input = styled('input')<ControlProps>(controlLook);

interface TextAreaProps extends ControlProps {
  /** Height at first, in pixels. The reader can change it. */
  readonly tall: number;
}

/** Several lines of text. */
export const TextArea = styled('textarea')<TextAreaProps>((props) => ({
  ...controlLook({ wide: true, ...props }),
  display: 'block',
  padding: 8,
  resize: 'vertical',
  height: props.tall,
  '@media (pointer: coarse)': { height: props.tall, fontSize: 16 },
}));
