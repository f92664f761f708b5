import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { below, fontMono } from './theme.ts';
import { px, SMALL, type Space } from './space.ts';

interface TableProps {
  /** Below it the table scrolls sideways in its place instead of breaking words. In pixels. */
  readonly minWidth?: number;
  /** Above and below what is in a cell. */
  readonly py?: Space;
  /** On a phone each row is a block, each value after the name of its column, `data-column`: nothing scrolls sideways. */
  readonly stacks?: boolean;
  /** Names and what they are: without lines, smaller, and the values as in a policy. */
  readonly look?: 'rows' | 'facts';
}

const Scroll = styled('div')<{ readonly mb?: Space }>(({ mb = 0 }) => ({
  overflowX: 'auto',
  marginBottom: px(mb),
  paddingInline: 12,
  // Where the table goes on, its edge shows.
  border: '1px solid var(--hairline)',
  borderRadius: 4,
  '& thead tr > *': { borderTop: 'none' },
}));

const facts = {
  width: 'auto',
  fontSize: 12,
  '& th, & td': {
    padding: '2px 12px 2px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  // As wide as the longest part of a name: the values have the rest.
  '& th': { color: 'var(--ink-2)', fontWeight: 400, overflowWrap: 'break-word' },
  '& td': { fontFamily: fontMono },
} as const;

const stacked = {
  display: 'block',
  minWidth: 0,
  '& thead': { display: 'none' },
  '& tbody, & tr': { display: 'block' },
  '& tr': { padding: '8px 0', borderTop: '1px solid var(--hairline)' },
  '& tr:first-of-type': { borderTop: 'none' },
  '& tbody > tr > *': { display: 'flex', gap: 8, padding: '2px 0', borderTop: 'none' },
  '& td:empty': { display: 'none' },
  '& td::before': { content: 'attr(data-column)', flex: '0 0 96px', color: 'var(--ink-2)' },
} as const;

const rows = ({ py = 1, minWidth, stacks = false }: TableProps) =>
  ({
    width: '100%',
    minWidth,
    fontSize: SMALL,
    '& caption': { padding: '4px 0', textAlign: 'left', fontWeight: 600 },
    '& th, & td': {
      padding: `${px(py)}px 12px ${px(py)}px 0`,
      borderTop: '1px solid var(--hairline)',
      textAlign: 'left',
      verticalAlign: 'top',
    },
    '& thead th': { color: 'var(--ink-2)', fontWeight: 500 },
    '& tbody th': { fontWeight: 500 },
    '& [data-long="true"]': { overflowWrap: 'anywhere' },
    // As wide as the longest part of a name: with `anywhere` a column can be narrower, and the part broken.
    '& [data-long="parts"]': { overflowWrap: 'break-word' },
    ...(stacks && { [below.tablet]: stacked }),
  }) as const;

const Table = styled('table')<TableProps>((props) => ({
  borderCollapse: 'collapse',
  ...(props.look === 'facts' ? facts : rows(props)),
}));

interface DataTableProps extends TableProps {
  /** Of the area that scrolls sideways, which the keyboard reaches: it is needed with `minWidth`. */
  readonly label?: string;
  readonly mb?: Space;
  /** Drawn once it comes into sight; as high as this until then. In pixels; for tables with a label. */
  readonly estimate?: number;
  readonly children: ReactNode;
}

/** Rows of values under the names of their columns: `caption`, `thead` and `tbody` as in HTML, `th` with its `scope`. */
export function DataTable({ label, mb = 0, estimate, children, ...table }: DataTableProps) {
  if (label === undefined) return <Table {...table}>{children}</Table>;
  const style = estimate && {
    contentVisibility: 'auto' as const,
    containIntrinsicBlockSize: `auto ${estimate}px`,
  };
  return (
    <Scroll tabIndex={0} role="group" aria-label={label} mb={mb} {...(style && { style })}>
      <Table {...table}>{children}</Table>
    </Scroll>
  );
}
