import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import type { RefusalAnswer } from '../../policies/accessTests/refusals/answerRefusal.ts';
import { applyChange, type RefusalChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { viewsOf } from '../../state/derived/derived.ts';
import type { EvidenceQuestion } from '../../state/evidence/evidenceProtocol.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { AddRefusedTest } from './AddRefusedTest.tsx';
import { MissingStatement } from './MissingStatement.tsx';
import { RefusalOffers } from './RefusalOffers.tsx';
import { type CallSource, explicitDenyWords, offerLabel } from './refusalWords.ts';
import { WhereTheyPart } from './WhereTheyPart.tsx';

interface RoleAnswerProps {
  readonly source: CallSource;
  readonly call: RefusedCall;
  readonly resources: readonly string[];
  readonly persona: string;
  onDone(): void;
}

/** The denied call simulated with a role's policies, how the result differs from the message, and what would allow the call. */
export function RoleAnswer({ source, call, resources, persona, onDone }: RoleAnswerProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const question = useMemo(
    (): EvidenceQuestion => ({
      place: `refusal ${persona} ${call.action} ${call.layer}`,
      kind: 'refusal',
      draft,
      call,
      resources,
      persona,
      preset: ruleset.preset,
    }),
    [draft, call, resources, persona, ruleset],
  );
  const evidence = useEvidence(question, null);
  const shown = shownAnswer(evidence)?.answer;
  return (
    <div aria-busy={evidence.state === 'computing'}>
      {evidence.state === 'failed' && (
        <p role="alert">
          Unknown: {failureWords[evidence.failure]}. <Button onClick={evidence.retry}>Try again</Button>
        </p>
      )}
      {!shown && evidence.state === 'computing' && <p>Computing…</p>}
      {shown?.kind === 'refusal' && <Answer source={source} call={call} answer={shown.answer} />}
      <AddRefusedTest source={source} call={call} persona={persona} onDone={onDone} />
    </div>
  );
}

interface AnswerProps {
  readonly source: CallSource;
  readonly call: RefusedCall;
  readonly answer: RefusalAnswer;
}

/** The denied call that a change was made for here, and its role. */
type Changed = { readonly call: RefusedCall; readonly persona: string } | null;

const deployWords =
  'Your change allows this call. Deploy the changed policies, and then make the call again.';

function Answer({ source, call, answer }: AnswerProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const { subject, verdict, offers } = answer;
  const [changed, setChanged] = useState<Changed>(null);
  const isChanged = changed?.call === call && changed.persona === subject.persona;
  const apply = (change: RefusalChange) => {
    edit((before) => applyChange(before, subject.persona, change, ruleset), offerLabel(change, ruleset));
    setChanged({ call, persona: subject.persona });
  };
  const missing = (
    <MissingStatement
      source={source}
      statement={answer.statement}
      problems={answer.noStatement}
      layer={subject.layer}
      title={viewsOf(draft).find(({ id, partOf }) => (partOf ?? id) === subject.document)?.title}
      onAdd={apply}
    />
  );
  const isElsewhere = subject.layer !== 'identity' && subject.document === undefined;
  return (
    <>
      <WhereTheyPart source={source} call={call} answer={answer} isElsewhere={isElsewhere} />
      {offers.length > 0 && (
        <RefusalOffers offers={offers} name="What allows this call, smallest change first" onApply={apply} />
      )}
      <CurrentResult source={source} call={call} answer={answer} />
      {verdict === 'allowed' && !isElsewhere && answer.resources.length === 0 && (
        <p>
          {isChanged ? deployWords : 'The denial came from another policy or an older version of this one.'}
        </p>
      )}
      {call.explicit === true && <p>{explicitDenyWords(call.layer, call.policy)}</p>}
      {offers.length > 0 && answer.statement ? (
        <Disclosure label="Add a statement instead">{missing}</Disclosure>
      ) : (
        missing
      )}
    </>
  );
}

function CurrentResult({ source, call, answer }: AnswerProps) {
  const { subject, verdict, filledVerdict, policies } = answer;
  if (!policies || !verdict) return null;
  return (
    <>
      <p>
        {verdict === filledVerdict
          ? 'Result with the current policies:'
          : `Result with the values in the ${source}:`}
      </p>
      <Explanation
        of={`refusal ${subject.persona} ${call.action} ${call.resource}`}
        request={answer.request}
        policies={policies}
        missingKeys="unknown"
      />
    </>
  );
}
