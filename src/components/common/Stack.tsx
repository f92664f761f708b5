import { styled } from '@mui/material/styles';
import { besideWords } from './theme.ts';
import { px, type Space, type Spacing, spacing, SMALL } from './space.ts';

export interface StackProps extends Spacing {
  /** Side by side, as many as fit, then below; without it one below the other. */
  readonly row?: boolean;
  /** A row that stays one. */
  readonly nowrap?: boolean;
  /** A row within a line of text. */
  readonly inline?: boolean;
  /** In columns of this width at least, as many as fit. In pixels. */
  readonly columns?: number;
  readonly gap?: Space;
  /** Between the lines of a row that wraps; `gap` without it. */
  readonly rowGap?: Space;
  readonly align?: 'start' | 'center' | 'baseline' | 'stretch';
  readonly justify?: 'start' | 'end' | 'space-between';
  /** As high as what it is in. */
  readonly tall?: boolean;
  readonly small?: boolean;
  /** Its text buttons begin where other texts do, also at the start of a line. */
  readonly flush?: boolean;
}

/** For primitives that are laid out as well. */
export const stackLook = (props: StackProps) => {
  const { inline, row = inline, nowrap = inline, columns, gap = 0, rowGap = gap } = props;
  return {
    display: columns ? 'grid' : inline ? 'inline-flex' : 'flex',
    gridTemplateColumns: columns ? `repeat(auto-fill, minmax(min(100%, ${columns}px), 1fr))` : undefined,
    flexDirection: row ? 'row' : 'column',
    flexWrap: row && !nowrap ? 'wrap' : 'nowrap',
    alignItems: props.align ?? (row ? 'center' : undefined),
    justifyContent: props.justify,
    gap: `${px(rowGap)}px ${px(gap)}px`,
    ...spacing(props),
    height: props.tall ? '100%' : undefined,
    fontSize: props.small ? SMALL : undefined,
    ...(props.flush && { '& > .MuiButton-text': { marginLeft: besideWords } }),
  } as const;
};

/** Lays out what is in it, in a row or a column, at distances of the scale. With `as` it is any element. */
export const Stack = styled('div')<StackProps>(stackLook);
