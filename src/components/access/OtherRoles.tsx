import { useMemo } from 'react';
import type { RoleReach } from '../../policies/access/reach/reachRow.ts';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { PossibilityLine } from './PossibilityLine.tsx';
import { useReachable } from './reachableRows.ts';
import { RoleName } from './RoleName.tsx';

interface OtherRolesProps {
  readonly roles: readonly RoleReach[];
  readonly query: string;
}

const NO_ROWS: readonly never[] = [];

/** Of the roles that no result is about: that none of their requests is about what is sought, or the one that is. */
export function OtherRoles({ roles, query }: OtherRolesProps) {
  const names = roles.map(({ id }) => id).join('\n');
  const ids = useMemo(() => names.split('\n').filter(Boolean), [names]);
  const { roles: answers } = useReachable(NO_ROWS, ids, query);
  return (
    <Stack as="section">
      <Heading>Roles without results</Heading>
      <List>
        {roles.map((role, at) => (
          <Stack as="li" key={role.id} py={1} small>
            <Note as="span" tone="plain">
              <RoleName role={role} />
            </Note>
            <PossibilityLine answer={answers(at)} of={`reach ${role.id}`} />
          </Stack>
        ))}
      </List>
    </Stack>
  );
}
