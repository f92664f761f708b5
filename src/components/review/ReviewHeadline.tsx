import { useMemo } from 'react';
import type { RoleComparison, RoleDifference } from '../../policies/access/everyRequest/compareRoles.ts';
import { rolesSummary } from '../../policies/access/everyRequest/comparisonSummary.ts';
import { openWords } from '../../policies/access/everyRequest/everyRequestWords.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import { openSimulation, type RoleSets } from '../../state/review/simulation.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { useLabelOfPlaceholder } from '../common/everyRequest/labelOfPlaceholder.ts';
import { PolicyHeadline, SumOfPolicies } from '../common/everyRequest/PolicyHeadline.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { List } from '../common/List.tsx';
import { Stack } from '../common/Stack.tsx';
import type { Review } from './useReview.ts';

/** What the whole change does to access, for every request: first in one sentence, then policy by policy. */
export function ReviewHeadline({
  review: { everyRequest, roles, pairs, setsOf },
}: {
  readonly review: Review;
}) {
  const sumOfRoles = useMemo(() => rolesSummary(roles), [roles]);
  if (everyRequest.length === 0) return null;
  return (
    <Stack as="section" mt={3} gap={1} aria-label="Access for every request">
      <SumOfPolicies comparisons={everyRequest} more={sumOfRoles} />
      <Disclosure late label="Requests by policy">
        <List look="rows" small py={1}>
          {pairs.map((pair, place) => (
            <PolicyHeadline key={pair.id} title={pair.title} pair={pair} comparison={everyRequest[place]} />
          ))}
          {roles.map(
            (role, place) =>
              role && (
                <OfRole
                  key={pairs[place]?.id}
                  title={pairs[place]?.role ?? ''}
                  role={role}
                  sets={setsOf(place)}
                />
              ),
          )}
        </List>
      </Disclosure>
    </Stack>
  );
}

interface OfRoleProps {
  readonly title: string;
  readonly role: RoleComparison;
  readonly sets: RoleSets;
}

/** A role with its boundary and the policies of the organization, beside what its permissions policies say alone. */
const OfRole = ({ title, role: { newAccess, removedAccess }, sets }: OfRoleProps) => (
  <li>
    <ForeignText text={title} use="prose" />, with its boundary, service control policies, and resource
    control policies:
    <RoleDirection name="new access" difference={newAccess} sets={sets} />
    <RoleDirection name="removed access" difference={removedAccess} sets={sets} />
  </li>
);

interface RoleDirectionProps {
  readonly name: string;
  readonly difference: RoleDifference;
  readonly sets: RoleSets;
}

function RoleDirection({ name, difference, sets }: RoleDirectionProps) {
  const labelOf = useLabelOfPlaceholder();
  if (difference.state === 'none') return <div>No {name}. Proven for every request.</div>;
  if (difference.state === 'undecided')
    return (
      <div>
        <ForeignText text={`Undecided: ${name}. ${openWords(difference.because, labelOf)}`} use="prose" />
      </div>
    );
  const { request, resource } = difference;
  return (
    <div>
      There is {name}: <ForeignText text={`${request.action} on ${request.resource.arn}`} />{' '}
      <InlineButton
        aria-label={`Simulate ${request.action}`}
        onClick={() => openSimulation({ against: besidePolicy(sets, resource), request })}
      >
        Simulate
      </InlineButton>
    </div>
  );
}

/** The policies of both sides beside that of the key or role that a request is for. */
function besidePolicy({ kind, before, after }: RoleSets, resource: PolicyDocument | undefined): RoleSets {
  if (!resource) return { kind, before, after };
  return { kind, before: before && { ...before, resource }, after: after && { ...after, resource } };
}
