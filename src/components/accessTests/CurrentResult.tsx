import type { RefusalAnswer } from '../../policies/accessTests/refusals/answerRefusal.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { Explanation } from '../common/explain/Explanation.tsx';
import type { CallSource } from './refusalWords.ts';

interface CurrentResultProps {
  readonly source: CallSource;
  readonly call: RefusedCall;
  readonly answer: RefusalAnswer;
}

/** What the policies of the role say of a denied call, with the reasons. */
export function CurrentResult({ source, call, answer }: CurrentResultProps) {
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
