import type { Possibility } from '../../policies/access/reach/reachable.ts';
import { possibilityWords } from '../../policies/access/reach/reachWords.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { MissingFields } from '../common/everyRequest/MissingFields.tsx';
import { useLabelOfPlaceholder } from '../common/everyRequest/labelOfPlaceholder.ts';
import { Explanation } from '../common/explain/Explanation.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note } from '../common/Note.tsx';
import type { AnswerSoFar } from './reachableRows.ts';

interface PossibilityLineProps {
  readonly answer: AnswerSoFar<Possibility>;
  /** Where the request is explained, among all that the page explains. */
  readonly of: string;
  /** What comes before the answer: `Through the VPC endpoint s3`. */
  readonly before?: string;
}

/** Whether a request is possible: one that is, that there is none, or why that is not decided. */
export function PossibilityLine({ answer, of, before = '' }: PossibilityLineProps) {
  const labelOf = useLabelOfPlaceholder();
  const start = before === '' ? '' : `${before}: `;
  if (answer === undefined) return <Note>{start}Checking every request…</Note>;
  if (answer === 'failed') return <Note tone="warning">{start}Couldn’t check every request.</Note>;
  if (answer.state === 'possible') {
    const { request, policies } = answer;
    return (
      <Disclosure
        late
        label={
          <Note as="span">
            {start}
            {possibilityWords(answer)} <ForeignText text={`${request.action} on ${request.resource.arn}`} />
          </Note>
        }
      >
        <Explanation of={of} request={request} policies={policies} />
      </Disclosure>
    );
  }
  const missing =
    answer.state === 'undecided' && answer.because.reason === 'missingValue' ? answer.because.names : [];
  return (
    <Note>
      {start}
      {possibilityWords(answer, labelOf)} <MissingFields names={missing} />
    </Note>
  );
}
