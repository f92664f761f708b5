import { useMemo, useState } from 'react';
import { decidingAlone } from '../../policies/access/everyRequest/decidingAlone.ts';
import { withDefaultPolicy } from '../../policies/access/everyRequest/withDefaultPolicy.ts';
import { withExampleAccount } from '../../policies/access/withExampleAccount.ts';
import { allowEverything, type AppliedPolicies } from '../../policies/compose/appliedPolicies.ts';
import type { PolicySet } from '../../policies/simulate/policySet.ts';
import type { AccessRequest } from '../../policies/simulate/request.ts';
import { type Entered, RequestFields } from './RequestFields.tsx';
import { type Simulation, useSimulation } from '../../state/review/simulation.ts';
import { contextAsText, contextFromText } from '../common/contextText.ts';
import { Dialog } from '../common/Dialog.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

/** A request against the policies before and after a change, to be changed and tried. */
export function SimulationDialog() {
  const shown = useSimulation((state) => state.shown);
  return (
    <Dialog title="Simulate a request" size="lg">
      {shown && <Simulated {...shown} />}
    </Dialog>
  );
}

function Simulated({ against, request: start }: Simulation) {
  const [entered, setEntered] = useState(() => enteredOf(start));
  const { request, before, after } = useMemo(
    () => simulatedWith(entered, start, against),
    [entered, start, against],
  );
  return (
    <>
      <RequestFields entered={entered} onSet={(change) => setEntered({ ...entered, ...change })} />
      <Stack columns={320} gap={4} rowGap={4} mt={2}>
        <Verdict title="Before" of="simulation before" request={request} policies={before} />
        <Verdict title="Now" of="simulation after" request={request} policies={after} />
      </Stack>
      <Note mt={3}>
        {against.kind === 'role'
          ? 'All policies of the role decide here: permissions, boundary, and service control policies.'
          : 'Only these policies decide here. A guardrail in another policy can still deny the request.'}{' '}
        Missing account ID, partition, and Region are replaced with examples.
      </Note>
    </>
  );
}

const enteredOf = ({ principal, action, resource, context }: AccessRequest): Entered => ({
  principal,
  action,
  arn: resource.arn,
  context: contextAsText(
    Object.fromEntries(Object.entries(context).map(([key, values]) => [key, [values].flat()])),
  ),
});

/** The request that is simulated on both sides. While the context cannot be read, it has the one that it started with. */
function simulatedWith(
  { principal, action, arn, context }: Entered,
  start: AccessRequest,
  against: Simulation['against'],
) {
  const read = contextFromText(context);
  const request: AccessRequest = {
    principal,
    action,
    resource: { ...start.resource, arn },
    context: read.ok
      ? Object.fromEntries(
          Object.entries(read.context).map(([key, values]) => [
            key,
            values.length === 1 ? (values[0] ?? '') : values,
          ]),
        )
      : start.context,
  };
  const { before, after } = setsOf(against, request);
  return { request, before: before && namedBy(before), after: after && namedBy(after) };
}

function setsOf(
  against: Simulation['against'],
  request: AccessRequest,
): Partial<Record<'before' | 'after', PolicySet | undefined>> {
  if (against.kind === 'role') return withExampleAccount(against);
  const { kind } = against;
  const { before, after } = withExampleAccount(withDefaultPolicy(against));
  return { before: decidingAlone(kind, before, request), after: decidingAlone(kind, after, request) };
}

/** Statements have their own names, but for those of what is assumed. */
const namedBy = (set: PolicySet): AppliedPolicies => ({
  set,
  documents: set.identity[0] === allowEverything ? { identity: [undefined] } : {},
});

interface VerdictProps {
  readonly title: string;
  readonly of: string;
  readonly request: AccessRequest;
  readonly policies: AppliedPolicies | undefined;
}

const Verdict = ({ title, of, request, policies }: VerdictProps) => (
  <section aria-label={title}>
    <Heading look="group" mb={1}>
      {title}
    </Heading>
    {policies ? (
      <Explanation of={of} request={request} policies={policies} />
    ) : (
      <Note>There was no policy, so nothing was allowed.</Note>
    )}
  </section>
);
