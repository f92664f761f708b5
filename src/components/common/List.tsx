import { styled } from '@mui/material/styles';
import { px, type Spacing, type Space, SMALL, spacing } from './space.ts';

interface ListProps extends Omit<Spacing, 'py'> {
  /** Without marks; with bullets; rows with a line above each; or, as a `dl`, terms with what they stand for beside them. */
  readonly look?: 'plain' | 'bullets' | 'rows' | 'facts';
  /** Above and below what is in a row. */
  readonly py?: Space;
  readonly small?: boolean;
}

const looks = {
  plain: () => ({ listStyle: 'none' }),
  bullets: () => ({ paddingLeft: 20 }),
  rows: ({ py = 1.5 }: ListProps) => ({
    listStyle: 'none',
    '& > li': {
      padding: `${px(py)}px 0`,
      borderTop: '1px solid var(--hairline)',
      overflowWrap: 'anywhere' as const,
    },
  }),
  facts: () => ({
    display: 'grid',
    // Long terms wrap, so that what they stand for stays in sight.
    gridTemplateColumns: 'fit-content(70%) minmax(min-content, 1fr)',
    gap: '2px 12px',
    '& dt': { color: 'var(--ink-2)' },
    '& dd': { margin: 0, overflowWrap: 'anywhere' as const },
  }),
};

/** A list of `li`: `ul`, or `ol` with `as` where their order counts. */
export const List = styled('ul')<ListProps>((props) => ({
  ...spacing({ ...props, py: 0 }),
  ...looks[props.look ?? 'plain'](props),
  ...(props.small && { fontSize: SMALL }),
}));
