import { styled } from '@mui/material/styles';
import type { AccessRequest } from '../../../policies/simulate/request.ts';
import { below, fontMono } from '../../../theme.ts';
import { ForeignText } from '../ForeignText.tsx';

const Table = styled('table')({
  borderCollapse: 'collapse',
  fontSize: 12,
  '& th, & td': {
    padding: '2px 12px 2px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 400,
    overflowWrap: 'anywhere',
  },
  '& th': { color: 'var(--ink-2)', whiteSpace: 'nowrap' },
  '& td': { fontFamily: fontMono },
  [below.tablet]: { '& th': { whiteSpace: 'normal' } },
});

/** Everything that was asked. */
export function RequestTable({ request }: { readonly request: AccessRequest }) {
  const rows = [
    ['Caller', request.principal],
    ['Action', request.action],
    ['Resource', request.resource.arn],
    ...Object.entries(request.context).map(
      ([key, value]) => [key, [value].flat().join(', ') || 'missing'] as const,
    ),
  ];
  return (
    <Table>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">
              <ForeignText text={name} />
            </th>
            <td>
              <ForeignText text={value} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
