import { styled } from '@mui/material/styles';
import { Fragment, memo, useState } from 'react';
import { levelName } from '../../policies/catalog/accessLevels.ts';
import type { MatrixRow as Entry, Matrix } from '../../policies/access/matrixCall.ts';
import { fontMono, withinNarrow } from '../common/theme.ts';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { MatrixCell, resourceName } from './MatrixCell.tsx';
import { MatrixRow, type OpenCell } from './MatrixRow.tsx';
import { Box } from '../common/Box.tsx';

const Table = styled('table')({
  borderCollapse: 'collapse',
  fontSize: 13,
  width: '100%',
  '& th, & td': { padding: '0 4px', borderTop: '1px solid var(--hairline)', textAlign: 'left' },
  '& thead th': { position: 'sticky', top: 0, zIndex: 1, padding: '6px 8px', background: 'var(--page)' },
  '& thead th:first-of-type': { paddingLeft: 16 },
  '& thead th[data-mark]': { width: 48, padding: '6px 4px', textAlign: 'center' },
  '& tbody th[scope="row"]': {
    width: 320,
    font: `12px/24px ${fontMono}`,
    paddingLeft: 16,
    overflowWrap: 'anywhere',
    [withinNarrow.table]: { width: 'auto' },
  },
  '& th[scope="rowgroup"]': { padding: '8px 16px 4px', color: 'var(--ink-2)', fontWeight: 600 },
});
const OnHead = styled('th')({
  paddingLeft: '16px !important',
  fontWeight: 500,
  color: 'var(--ink-2)',
  [withinNarrow.table]: { display: 'none' },
});
const Wide = styled('td')({
  background: 'var(--sunken)',
  padding: '8px 16px !important',
  '& > div': { maxWidth: 'calc(100cqw - 32px)' },
});

interface MatrixTableProps {
  readonly matrix: Matrix;
  readonly rows: readonly Entry[];
}

/** A row per action, by access level, a column per role. */
export const MatrixTable = memo(function MatrixTable({ matrix, rows }: MatrixTableProps) {
  const [open, setOpen] = useState<OpenCell | null>(null);
  const levels = [...new Set(rows.map(({ action }) => levelName(action.accessLevel)))];
  return (
    <Box
      rest
      scrolls
      style={{ minHeight: '7.5rem', containerType: 'inline-size' }}
      tabIndex={0}
      role="region"
      aria-label="Access by action and role"
    >
      <Table>
        <thead>
          <tr>
            <th scope="col">Action</th>
            {matrix.personas.map((persona) => (
              <th key={persona} scope="col" data-mark>
                <PersonaMark persona={persona} />
              </th>
            ))}
            <OnHead scope="col">Resource</OnHead>
          </tr>
        </thead>
        {levels.map((level) => (
          <Group
            key={level}
            level={level}
            matrix={matrix}
            rows={rows.filter(({ action }) => levelName(action.accessLevel) === level)}
            open={open}
            onOpen={setOpen}
          />
        ))}
      </Table>
    </Box>
  );
});

interface GroupProps extends MatrixTableProps {
  readonly level: string;
  readonly open: OpenCell | null;
  onOpen(cell: OpenCell | null): void;
}

/** The actions of one access level. A cell that is open has its explanation below its row. */
function Group({ level, matrix, rows, open, onOpen }: GroupProps) {
  const { personas } = matrix;
  const columns = personas.length + 2;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns}>
          {level}
        </th>
      </tr>
      {rows.map((row) => {
        const openPersona = open?.action === row.action.name ? open.persona : undefined;
        return (
          <Fragment key={row.action.name}>
            <MatrixRow
              name={row.action.name}
              resource={inWords(row.resources)}
              verdicts={row.verdicts.join(' ')}
              personas={personas.join(' ')}
              open={openPersona}
              onOpen={onOpen}
            />
            {openPersona !== undefined && (
              <tr>
                <Wide colSpan={columns}>
                  <MatrixCell key={openPersona} matrix={matrix} row={row} persona={openPersona} />
                </Wide>
              </tr>
            )}
          </Fragment>
        );
      })}
    </tbody>
  );
}

const MAX_NAMED = 2;

const inWords = (resources: readonly string[]): string =>
  resources.length > MAX_NAMED
    ? `${resources.length} resource types`
    : resources.map(resourceName).join(' and ');
