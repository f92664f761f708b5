import { mismatchSentence } from '../../policies/accessTests/refusals/mismatch.ts';
import { layerNames } from '../common/explain/words.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import type { RefusalAnswer } from '../../policies/accessTests/refusals/answerRefusal.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import type { CallSource } from './refusalWords.ts';

interface WhereTheyPartProps {
  readonly source: CallSource;
  readonly call: RefusedCall;
  readonly answer: RefusalAnswer;
  readonly isElsewhere: boolean;
}

/** Where the call and the policies part, and what the message or the set leaves open. */
export function WhereTheyPart({ source, call, answer, isElsewhere }: WhereTheyPartProps) {
  const { subject, mismatch } = answer;
  return (
    <>
      {mismatch && (
        <p>
          <ForeignText text={mismatchSentence(mismatch)} />
        </p>
      )}
      {isElsewhere && (
        <p>This policy set doesn’t contain the {layerNames[subject.layer]} that denied the call.</p>
      )}
      {answer.resources.length > 0 && (
        <p>
          The {source} has no resource. This role can call <ForeignText text={call.action} /> on{' '}
          <ForeignText text={answer.resources.join(', ')} />.
        </p>
      )}
    </>
  );
}
