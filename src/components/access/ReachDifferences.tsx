import type { AnsweredDifference } from '../../policies/access/reach/reachDifferences.ts';
import type { ReachRow, RoleReach } from '../../policies/access/reach/reachRow.ts';
import { reachingWords } from '../../policies/access/reach/reachWords.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { List } from '../common/List.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { ReachedResource } from './ReachedResource.tsx';
import { RoleName } from './RoleName.tsx';
import { WayTo } from './WayTo.tsx';

const MAX_SHOWN = 8;
const MAX_RESOURCES = 3;

interface ReachDifferencesProps {
  readonly roles: readonly RoleReach[];
  readonly differences: readonly AnsweredDifference[];
}

/** What only one of the roles reaches. */
export function ReachDifferences({ roles, differences }: ReachDifferencesProps) {
  const number = roles.filter(({ personas }) => personas.length > 0).length;
  if (number < 2) return null;
  const [shown, more] = [differences.slice(0, MAX_SHOWN), differences.slice(MAX_SHOWN)];
  const list = (some: readonly AnsweredDifference[]) => (
    <List>
      {some.map((one) => (
        <Difference key={`${one.role} ${one.can} ${one.service}`} difference={one} roles={roles} />
      ))}
    </List>
  );
  return (
    <Stack px={4} py={1} gap={1}>
      <Heading>Differences between roles</Heading>
      {roles.some(({ errors }) => errors.length > 0) && (
        <Note>Roles aren’t compared, because a policy can’t be read.</Note>
      )}
      {differences.length === 0 && roles.every(({ errors }) => errors.length === 0) && (
        <Note>No resource is reached by only one of the {number} roles.</Note>
      )}
      {list(shown)}
      {more.length > 0 && (
        <Disclosure
          late
          label={`Show ${more.length} more ${more.length === 1 ? 'difference' : 'differences'}`}
        >
          {list(more)}
        </Disclosure>
      )}
    </Stack>
  );
}

interface DifferenceProps {
  readonly difference: AnsweredDifference;
  readonly roles: readonly RoleReach[];
}

function Difference({ difference: { role: id, can, service, rows, undecided }, roles }: DifferenceProps) {
  const role = roles.find((one) => one.id === id);
  const each = distinct(rows);
  const [shown, more] = [each.slice(0, MAX_RESOURCES), each.slice(MAX_RESOURCES)];
  return (
    <Stack as="li" py={1} small>
      <span>
        {rows.length > 0 ? 'Only' : 'Undecided whether only'} {role && <RoleName role={role} />}{' '}
        {reachingWords[can].verb} <ForeignText text={service} />:
      </span>
      <ReachedResourceList rows={shown} />
      {more.length > 0 && (
        <Disclosure late label={`Show ${more.length} more ${more.length === 1 ? 'resource' : 'resources'}`}>
          <ReachedResourceList rows={more} />
        </Disclosure>
      )}
      {undecided.length > 0 && (
        <>
          {rows.length > 0 && <Note>Undecided:</Note>}
          <ReachedResourceList rows={distinct(undecided)} />
        </>
      )}
    </Stack>
  );
}

const ReachedResourceList = ({ rows }: { readonly rows: readonly ReachRow[] }) => (
  <Stack as="ul" px={4} style={{ margin: 0, overflowWrap: 'anywhere' }}>
    {rows.map((row, index) => (
      <li key={index}>
        <ReachedResource row={row} /> <WayTo row={row} />
      </li>
    ))}
  </Stack>
);

/** Each resource once. */
const distinct = (rows: readonly ReachRow[]): readonly ReachRow[] => [
  ...new Map(rows.map((row) => [`${row.namesNone} ${JSON.stringify(row.resource)}`, row])).values(),
];
