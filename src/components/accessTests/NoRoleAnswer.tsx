import { useMemo } from 'react';
import Button from '@mui/material/Button';
import type { AnswerWithoutRole } from '../../policies/accessTests/refusals/answerWithoutRole.ts';
import type { RefusalChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import type { EvidenceQuestion } from '../../state/evidence/evidenceProtocol.ts';
import { goToChoice } from '../../state/derived/choicesBehind.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { type Further, FurtherFields, useFurther } from './FurtherResources.tsx';
import { MissingStatement } from './MissingStatement.tsx';
import { explicitDenyWords } from './refusalWords.ts';
import { RoleStarts } from './RoleStarts.tsx';

interface NoRoleAnswerProps {
  readonly call: RefusedCall;
  readonly resources: readonly string[];
  onDone(): void;
}

/** The answer while the draft has no role: what is missing, and where a set of policies with it would begin. */
export function NoRoleAnswer({ call, resources, onDone }: NoRoleAnswerProps) {
  const further = useFurther(resources);
  const evidence = useNewRoles(call, further.all);
  const shown = shownAnswer(evidence)?.answer;
  if (call.explicit === true) return <p>{explicitDenyWords(call.layer, call.policy)}</p>;
  if (evidence.state === 'failed') return <NewRolesFailed evidence={evidence} />;
  if (shown?.kind !== 'refusalStarts') return <p>Computing…</p>;
  return <Starts call={call} answer={shown.answer} further={further} onDone={onDone} />;
}

/** Asks which roles that the draft doesn’t have would be allowed to make a call. */
export function useNewRoles(call: RefusedCall, resources: readonly string[]) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const question = useMemo(
    (): EvidenceQuestion => ({
      place: `refusal ${call.action} ${call.layer}`,
      kind: 'refusal',
      draft,
      call,
      resources,
      persona: undefined,
      preset: ruleset.preset,
    }),
    [draft, call, resources, ruleset],
  );
  return useEvidence(question, null);
}

type Failed = Extract<ReturnType<typeof useNewRoles>, { readonly state: 'failed' }>;

export const NewRolesFailed = ({ evidence }: { readonly evidence: Failed }) => (
  <p role="alert">
    Unknown: {failureWords[evidence.failure]}. <Button onClick={evidence.retry}>Try again</Button>
  </p>
);

interface StartsProps {
  readonly call: RefusedCall;
  readonly answer: AnswerWithoutRole;
  readonly further: Further;
  onDone(): void;
}

function Starts({ call, answer, further, onDone }: StartsProps) {
  const ruleset = useRuleset();
  const { starts, statement, noStatement, furtherResources } = answer;
  const isElsewhere = call.layer !== undefined && call.layer !== 'identity';
  const goThere = (persona: string, change: RefusalChange) => {
    onDone();
    if (change.kind !== 'activity') return;
    const label = findPersona(persona, ruleset)?.title ?? persona;
    goToChoice({ label, step: 'what', choice: { persona, activity: change.activity } });
  };
  return (
    <>
      <FurtherFields action={call.action} needed={furtherResources} further={further} />
      <MissingStatement
        source="message"
        statement={statement}
        problems={noStatement}
        layer={call.layer ?? 'identity'}
        title={undefined}
      />
      {!isElsewhere && (
        <p role="status">
          {starts.length === 0
            ? 'No activity allows this call with the values in the message. Add the statement to the policy of the role.'
            : 'To build a role that allows it, select one of these:'}
        </p>
      )}
      <RoleStarts starts={starts} labelOf={(title) => `Start with “${title}”`} onStarted={goThere} />
    </>
  );
}
