import type { SummaryRow } from '../../policies/access/policySummary.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { goToStatement } from '../../state/derived/choicesBehind.ts';
import { DataTable } from '../common/DataTable.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Stack } from '../common/Stack.tsx';

interface SummaryTableProps {
  readonly rows: readonly SummaryRow[];
  readonly document: PrintedDocument;
}

/** By effect and service: which access levels, on what, under which conditions, and in which statements. */
export function SummaryTable({ rows, document }: SummaryTableProps) {
  return (
    <DataTable label="Summary by service" minWidth={560} stacks mb={2}>
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
            <td data-column="Access level">{row.access}</td>
            <td data-long="parts" data-column="Resource">
              <ForeignText text={row.resource} />
            </td>
            <td data-long="parts" data-column="Condition">
              <ForeignText text={row.condition} />
            </td>
            <td style={{ minWidth: '8.5em' }} data-column="Statements">
              <Stack as="span" row flush>
                {row.statements.map((index) => (
                  <InlineButton
                    key={index}
                    onClick={() => goToStatement(document, index)}
                    aria-label={`Statement ${index + 1}`}
                  >
                    {index + 1}
                  </InlineButton>
                ))}
              </Stack>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
