import {
  type Reaching,
  reachings,
  type ReachRow,
  type RoleReach,
} from '../../policies/access/reach/reachRow.ts';
import { reachingWords } from '../../policies/access/reach/reachWords.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { Stack } from '../common/Stack.tsx';
import { AnsweredLines } from './AnsweredLines.tsx';
import { RoleName } from './RoleName.tsx';

/** More roles than are read at once are folded. */
const MAX_OPEN = 8;

interface ServiceReach {
  readonly service: string;
  readonly roles: readonly { readonly role: RoleReach; readonly rows: readonly ReachRow[] }[];
}

/** The reach of all roles, service by service. What is folded is made when it is opened. */
export function ReachServices({ roles }: { readonly roles: readonly RoleReach[] }) {
  const services = byService(roles);
  return (
    <Stack px={4} py={1} gap={1}>
      <Heading>By service</Heading>
      {services.map(({ service, roles: those }) => (
        <Disclosure
          key={service}
          late
          label={
            <>
              <ForeignText text={service === '*' ? 'Every other service' : service} />: {summaryOf(those)}
            </>
          }
        >
          {those.map(({ role, rows }) => (
            <RoleRows key={role.id} role={role} rows={rows} folded={those.length > MAX_OPEN} />
          ))}
        </Disclosure>
      ))}
    </Stack>
  );
}

interface RoleRowsProps {
  readonly role: RoleReach;
  readonly rows: readonly ReachRow[];
  readonly folded: boolean;
}

/** What one role reaches of a service. */
function RoleRows({ role, rows, folded }: RoleRowsProps) {
  const list = <AnsweredLines lines={rows.map((row) => ({ role: role.id, row, only: [] }))} />;
  return (
    <Stack mb={2} px={2}>
      {folded ? (
        <Disclosure late label={<RoleName role={role} />}>
          {list}
        </Disclosure>
      ) : (
        <>
          <Heading as="h4" look="group">
            <RoleName role={role} />
          </Heading>
          {list}
        </>
      )}
    </Stack>
  );
}

function byService(roles: readonly RoleReach[]): readonly ServiceReach[] {
  const services = [...new Set(roles.flatMap(({ rows }) => rows.map(({ service }) => service)))].toSorted();
  return services.map((service) => ({
    service,
    roles: roles
      .map((role) => ({ role, rows: inOrder(role.rows.filter((row) => row.service === service)) }))
      .filter(({ rows }) => rows.length > 0),
  }));
}

const inOrder = (rows: readonly ReachRow[]): readonly ReachRow[] =>
  rows.toSorted((one, other) => reachings.indexOf(one.can) - reachings.indexOf(other.can));

/** Which kinds of access there are, and for how many roles. */
function summaryOf(those: ServiceReach['roles']): string {
  const kinds = new Set(those.flatMap(({ rows }) => rows.map(({ can }) => can)));
  const words = reachings.filter((can) => kinds.has(can)).map(titleOf);
  const count = those.length === 1 ? '1 role' : `${those.length} roles`;
  return `${words.join(', ')} (${count})`;
}

const titleOf = (can: Reaching): string => reachingWords[can].title.toLowerCase();
