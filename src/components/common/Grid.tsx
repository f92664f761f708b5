import { styled } from '@mui/material/styles';
import { px, SMALL, type Space, type Spacing, spacing } from './space.ts';

interface GridProps extends Spacing {
  /** The width of each column, as CSS writes it. */
  readonly columns: string;
  /** Between columns. */
  readonly gap?: Space;
  /** One column where the window is narrower. A media query of the theme. */
  readonly fold?: string;
  readonly align?: 'start' | 'center';
  readonly line?: 'above';
  readonly small?: boolean;
  /** Drawn once it comes into sight; as high as this until then. In pixels. */
  readonly estimate?: number;
}

/** What belongs together side by side, in columns of set widths: a row of a list whose columns line up. */
export const Grid = styled('div')<GridProps>(({ columns, gap = 0, fold, estimate, ...props }) => ({
  display: 'grid',
  gridTemplateColumns: columns,
  gap: `0 ${px(gap)}px`,
  alignItems: props.align,
  ...spacing(props),
  ...(props.line && { borderTop: '1px solid var(--hairline)' }),
  ...(props.small && { fontSize: SMALL }),
  ...(estimate && { contentVisibility: 'auto', containIntrinsicSize: `auto ${estimate}px` }),
  ...(fold && { [fold]: { gridTemplateColumns: 'minmax(0, 1fr)' } }),
}));
