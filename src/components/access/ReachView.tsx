import Button from '@mui/material/Button';
import { useDeferredValue, useMemo } from 'react';
import { problemsOf } from '../../state/derived/derived.ts';
import type { ReachAnswer } from '../../state/evidence/evidenceProtocol.ts';
import { postedDraft } from '../../state/evidence/postedDraft.ts';
import { show, useRuleset, useStore } from '../../state/store.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { Heading } from '../common/Heading.tsx';
import { Input } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { ReachedDraft } from './reachableRows.ts';
import { ReachDifferences } from './ReachDifferences.tsx';
import { ReachFound } from './ReachFound.tsx';
import { ReachServices } from './ReachServices.tsx';

/** What each role can read, write to, administer and pass, computed anew after every change. */
export function ReachView() {
  const ruleset = useRuleset();
  const draft = useDeferredValue(useStore((state) => state.draft));
  const question = useMemo(() => {
    return { place: 'reach', kind: 'reach', drafted: postedDraft(draft), preset: ruleset.preset } as const;
  }, [draft, ruleset]);
  const evidence = useEvidence(question, question);
  const shown = shownAnswer(evidence);
  const answer = shown?.answer;
  if (evidence.state === 'failed')
    return (
      <Note px={4} py={1} role="alert">
        {failureInWords(evidence.failure)} <Button onClick={evidence.retry}>Try again</Button>
      </Note>
    );
  if (!shown || answer?.kind !== 'reach')
    return (
      <Note px={4} py={1} aria-busy>
        Computing what each role can reach…
      </Note>
    );
  return (
    <ReachedDraft value={shown.about}>
      <Reached
        answer={answer}
        isOld={evidence.state === 'computing'}
        hasMissing={problemsOf(draft).length > 0}
      />
    </ReachedDraft>
  );
}

const failureInWords = (failure: WorkerFailure): string =>
  failure === 'noData'
    ? 'Couldn’t load the actions of AWS services.'
    : `Couldn’t compute what each role can reach: ${failureWords[failure]}.`;

interface ReachedProps {
  readonly answer: ReachAnswer;
  readonly isOld: boolean;
  readonly hasMissing: boolean;
}

function Reached({ answer: { roles, differences }, isOld, hasMissing }: ReachedProps) {
  const query = useStore((state) => state.screen.reachQuery);
  const sought = useDeferredValue(query);
  if (roles.length === 0)
    return (
      <Note px={4} py={1}>
        No role is selected. Select a persona that has a role in step 1, or import an identity policy.
      </Note>
    );
  return (
    <section aria-label="Reach" aria-busy={isOld}>
      <Toolbar gap={3} py={1.5}>
        <ReachSearch query={query} />
        {isOld && <BeingComputed>Computing… Showing the previous results.</BeingComputed>}
      </Toolbar>
      {sought.trim() === '' ? (
        <>
          <Unreadable roles={roles} />
          <ReachDifferences roles={roles} differences={differences} />
          <ReachServices roles={roles} />
        </>
      ) : (
        <ReachFound roles={roles} query={sought} />
      )}
      <Note px={4} py={1}>
        Computed for every request from the policies of this set: permissions policies, permissions boundary,
        service control policies, resource control policies, and VPC endpoint policies. Resource-based
        policies and other policies that are attached to the roles aren’t included.
        {hasMissing &&
          ' Missing values are shown as placeholders; a missing account ID, partition, and Region are replaced with examples.'}
      </Note>
    </section>
  );
}

const ReachSearch = ({ query }: { readonly query: string }) => (
  <Input
    grow={200}
    style={{ maxWidth: 420 }}
    type="search"
    aria-label="Find a bucket, key, role, action, or service"
    placeholder="Find a bucket, key, role, action, or service"
    value={query}
    maxLength={2048}
    spellCheck={false}
    onChange={(event) => show({ reachQuery: event.target.value })}
  />
);

/** Roles of which nothing is said, since a policy of theirs cannot be read. */
function Unreadable({ roles }: Pick<ReachAnswer, 'roles'>) {
  const unread = roles.filter(({ errors }) => errors.length > 0);
  if (unread.length === 0) return null;
  return (
    <Stack px={4} py={1}>
      <Heading as="h3">Not computed</Heading>
      {unread.map(({ id, title, errors }) => (
        <Note key={id} tone="warning">
          {title}: {errors.join('; ')}. Correct the policy to see what this role can reach.
        </Note>
      ))}
    </Stack>
  );
}
