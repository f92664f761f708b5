import type { AccessRequest } from '../../../policies/simulate/request.ts';
import { ForeignText } from '../ForeignText.tsx';
import { DataTable } from '../DataTable.tsx';

/** Everything that was asked. */
export function RequestTable({ request }: { readonly request: AccessRequest }) {
  const rows = [
    ['Principal', request.principal],
    ['Action', request.action],
    ['Resource', request.resource.arn],
    ...Object.entries(request.context).map(
      ([key, value]) => [key, [value].flat().join(', ') || 'missing'] as const,
    ),
  ];
  return (
    <DataTable look="facts">
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
    </DataTable>
  );
}
