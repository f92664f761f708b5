import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import type { RefusalAnswer } from '../../policies/accessTests/refusals/answerRefusal.ts';
import { applyChange, type RefusalChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { viewsOf } from '../../state/derived/derived.ts';
import type { EvidenceQuestion } from '../../state/evidence/evidenceProtocol.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { AddRefusedTest } from './AddRefusedTest.tsx';
import { CurrentResult } from './CurrentResult.tsx';
import { type Further, FurtherFields, useFurther } from './FurtherResources.tsx';
import { MissingStatement } from './MissingStatement.tsx';
import { AddOtherRole } from './AddOtherRole.tsx';
import { RefusalOffers } from './RefusalOffers.tsx';
import { type CallSource, explicitDenyWords, offerLabel } from './refusalWords.ts';
import { WhereTheyPart } from './WhereTheyPart.tsx';

interface RoleAnswerProps {
  readonly source: CallSource;
  readonly call: RefusedCall;
  readonly resources: readonly string[];
  readonly persona: string;
  /** A role that was just added for this call. */
  readonly isNew?: boolean;
  /** Whether the message names this role. */
  readonly isNamed?: boolean;
  /** Another role was added for the call; where it can’t be shown next, none is offered. */
  onRoleAdded?(persona: string): void;
  onDone(): void;
}

/** The denied call simulated with a role's policies, how the result differs from the message, and what would allow the call. */
export function RoleAnswer({ resources, onDone, ...of }: RoleAnswerProps) {
  const { source, call, persona } = of;
  const further = useFurther(resources);
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const question = useMemo(
    (): EvidenceQuestion => ({
      place: `refusal ${persona} ${call.action} ${call.layer}`,
      kind: 'refusal',
      draft,
      call,
      resources: further.all,
      persona,
      preset: ruleset.preset,
    }),
    [draft, call, further.all, persona, ruleset],
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
      {shown?.kind === 'refusal' && <Answer {...of} answer={shown.answer} further={further} />}
      <AddRefusedTest source={source} call={call} persona={persona} onDone={onDone} />
    </div>
  );
}

interface AnswerProps extends Omit<RoleAnswerProps, 'resources' | 'onDone'> {
  readonly answer: RefusalAnswer;
  readonly further: Further;
}

/** The denied call that a change was made for here, and its role. */
type Changed = { readonly call: RefusedCall; readonly persona: string } | null;

const deploy = 'Deploy the changed policies, and then make the call again.';

/** What is left to do after a change that allows the call. */
const deployWords = {
  allowed: `Your change allows this call. ${deploy}`,
  unknown: `Your change allows this call if the request has the values that the policy requires. ${deploy}`,
} as const;

function Answer(props: AnswerProps) {
  const { source, call, answer, further, isNew = false } = props;
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const { subject, verdict, offers } = answer;
  const [changed, setChanged] = useState<Changed>(null);
  const isChanged = isNew || (changed?.call === call && changed.persona === subject.persona);
  const apply = (change: RefusalChange) => {
    edit((before) => applyChange(before, subject.persona, change, ruleset), offerLabel(change, ruleset));
    setChanged({ call, persona: subject.persona });
  };
  const missing = (
    <>
      <FurtherFields action={call.action} needed={answer.furtherResources} further={further} />
      <MissingStatement
        source={source}
        statement={answer.statement}
        problems={answer.noStatement}
        layer={subject.layer}
        title={viewsOf(draft).find(({ id, partOf }) => (partOf ?? id) === subject.document)?.title}
        onAdd={apply}
      />
    </>
  );
  const isElsewhere = subject.layer !== 'identity' && subject.document === undefined;
  return (
    <>
      <WhereTheyPart source={source} call={call} answer={answer} isElsewhere={isElsewhere} />
      {offers.length > 0 && (
        <RefusalOffers offers={offers} name="What allows this call, smallest change first" onApply={apply} />
      )}
      <CurrentResult {...props} />
      {isChanged && (verdict === 'allowed' || verdict === 'unknown') && <p>{deployWords[verdict]}</p>}
      {!isChanged && verdict === 'allowed' && !isElsewhere && answer.resources.length === 0 && (
        <p>The denial came from another policy or an older version of this one.</p>
      )}
      {call.explicit === true && <p>{explicitDenyWords(call.layer, call.policy)}</p>}
      {offers.length > 0 && (answer.statement || answer.furtherResources.length > 0) ? (
        <Disclosure label="Add a statement instead">{missing}</Disclosure>
      ) : (
        missing
      )}
      <NewRole {...props} />
    </>
  );
}

/** Also where something of the selected role would allow the call, unless AWS denied it to this role by name. */
function NewRole({ call, answer, further, isNamed = false, onRoleAdded }: AnswerProps) {
  const { subject, verdict, offers } = answer;
  const isForRole = subject.layer === 'identity' && verdict === 'implicitDeny' && call.explicit !== true;
  if (!onRoleAdded || !isForRole || (isNamed && offers.length > 0)) return null;
  const isInstead = offers.length > 0;
  return <AddOtherRole call={call} resources={further.all} isInstead={isInstead} onAdded={onRoleAdded} />;
}
