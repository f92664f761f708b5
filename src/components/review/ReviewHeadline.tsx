import { useMemo } from 'react';
import type { AccessComparison } from '../../policies/access/everyRequest/accessDifference.ts';
import type { RoleComparison, RoleDifference } from '../../policies/access/everyRequest/compareRoles.ts';
import { comparisonSum, rolesSum, shortSum } from '../../policies/access/everyRequest/comparisonSum.ts';
import { headlineMark, undecidedWords } from '../../policies/access/everyRequest/everyRequestWords.ts';
import { openSimulation, type RoleSets } from '../../state/review/simulation.ts';
import type { Pair } from '../../state/derived/reportInput.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { AccessHeadline, headlineColor } from '../common/everyRequest/AccessHeadline.tsx';
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
  const lines = useMemo(() => [...comparisonSum(everyRequest), ...rolesSum(roles)], [everyRequest, roles]);
  const known = everyRequest.filter((one) => one !== undefined).length;
  if (everyRequest.length === 0) return null;
  return (
    <Stack as="section" mt={3} gap={1} aria-label="Access for every request">
      {known < everyRequest.length ? (
        <BeingComputed role="status">
          Comparing every request: {known} of {everyRequest.length} policies…
        </BeingComputed>
      ) : (
        lines.map((line) => (
          <b key={line.text} data-tone={line.tone} style={{ color: headlineColor(line) }}>
            <span aria-hidden="true">{headlineMark(line)} </span>
            {line.text}
          </b>
        ))
      )}
      <Disclosure late label="Requests by policy">
        <List look="rows" small py={1}>
          {pairs.map((pair, place) => (
            <OfPolicy key={pair.id} pair={pair} comparison={everyRequest[place]} />
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

interface OfPolicyProps {
  readonly pair: Pair;
  readonly comparison: AccessComparison | undefined;
}

function OfPolicy({ pair, comparison }: OfPolicyProps) {
  const { kind, before, after, title } = pair;
  const policies = useMemo(() => ({ kind, before, after }), [kind, before, after]);
  const sum = comparison && shortSum(comparison);
  const line = (
    <span>
      <ForeignText text={title} use="prose" />:{' '}
      <b style={{ color: sum && headlineColor(sum) }}>{sum ? sum.text : 'comparing…'}</b>
    </span>
  );
  if (!comparison || sum?.tone === 'proven') return <li>{line}</li>;
  return (
    <li>
      <Disclosure late label={line}>
        <AccessHeadline comparison={comparison} pair={policies} />
      </Disclosure>
    </li>
  );
}

interface OfRoleProps {
  readonly title: string;
  readonly role: RoleComparison;
  readonly sets: RoleSets;
}

/** A role with its boundary and the service control policies, beside what its permissions policies say alone. */
const OfRole = ({ title, role: { newAccess, removedAccess }, sets }: OfRoleProps) => (
  <li>
    <ForeignText text={title} use="prose" />, with its boundary and service control policies:
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
  if (difference.state === 'none') return <div>No {name}. Proven for every request.</div>;
  if (difference.state === 'undecided')
    return (
      <div>
        <ForeignText text={`Undecided: ${name}. ${undecidedWords(difference.because)}`} use="prose" />
      </div>
    );
  const { request } = difference;
  return (
    <div>
      There is {name}: <ForeignText text={`${request.action} on ${request.resource.arn}`} />{' '}
      <InlineButton
        aria-label={`Simulate ${request.action}`}
        onClick={() => openSimulation({ against: sets, request })}
      >
        Simulate
      </InlineButton>
    </div>
  );
}
