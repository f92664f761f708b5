import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { SummaryRow } from '../../policies/access/policySummary.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { goToStatement } from '../../state/derived/choicesBehind.ts';
import { ForeignText } from '../common/ForeignText.tsx';

const Wrap = styled('div')({ overflowX: 'auto', marginBottom: 8 });
const Table = styled('table')({
  width: '100%',
  minWidth: 560,
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th, & td': {
    padding: '4px 12px 4px 0',
    borderTop: '1px solid var(--hairline)',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  '& thead th': { color: 'var(--ink-2)', fontWeight: 500 },
  '& tbody th': { fontWeight: 500, overflowWrap: 'normal', maxWidth: 160 },
});
const Small = styled(Button)({
  minHeight: 24,
  minWidth: 24,
  padding: '0 4px',
  '@media (pointer: coarse)': { minHeight: 44, minWidth: 44 },
});

interface SummaryTableProps {
  readonly rows: readonly SummaryRow[];
  readonly document: PrintedDocument;
}

/** By effect and service: which access levels, on what, under which conditions, and in which statements. */
export function SummaryTable({ rows, document }: SummaryTableProps) {
  return (
    <Wrap tabIndex={0} role="group" aria-label="Summary by service">
      <Table>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Access level</th>
            <th scope="col">Resource</th>
            <th scope="col">Condition</th>
            <th scope="col">Statements</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.effect} ${row.service}`}>
              <th scope="row">
                {row.effect === 'Deny' && '⊘ Deny '}
                <ForeignText text={row.service} />
              </th>
              <td>{row.access}</td>
              <td>
                <ForeignText text={row.resource} />
              </td>
              <td>
                <ForeignText text={row.condition} />
              </td>
              <td>
                {row.statements.map((index) => (
                  <Small
                    key={index}
                    onClick={() => goToStatement(document, index)}
                    aria-label={`Statement ${index + 1}`}
                  >
                    {index + 1}
                  </Small>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Wrap>
  );
}
