import type { Possibility } from '../../policies/access/reach/reachable.ts';
import { possibilityWords } from '../../policies/access/reach/reachWords.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { MissingFields } from '../common/everyRequest/MissingFields.tsx';
import { useLabelOfPlaceholder } from '../common/everyRequest/labelOfPlaceholder.ts';
import { Explanation } from '../common/explain/Explanation.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note } from '../common/Note.tsx';
import type { Told } from './reachableRows.ts';

interface PossibilityLineProps {
  readonly told: Told<Possibility>;
  /** Where the request is explained, among all that the page explains. */
  readonly of: string;
  /** What comes before the answer: `Through the VPC endpoint s3`. */
  readonly before?: string;
}

/** Whether a request is possible: one that is, that there is none, or why that is not decided. */
export function PossibilityLine({ told, of, before = '' }: PossibilityLineProps) {
  const labelOf = useLabelOfPlaceholder();
  const start = before === '' ? '' : `${before}: `;
  if (told === undefined) return <Note>{start}Checking every request…</Note>;
  if (told === 'failed') return <Note tone="warning">{start}Couldn’t check every request.</Note>;
  if (told.state === 'possible') {
    const { request, policies } = told;
    return (
      <Disclosure
        late
        label={
          <Note as="span">
            {start}
            {possibilityWords(told)} <ForeignText text={`${request.action} on ${request.resource.arn}`} />
          </Note>
        }
      >
        <Explanation of={of} request={request} policies={policies} />
      </Disclosure>
    );
  }
  const missing =
    told.state === 'undecided' && told.because.reason === 'missingValue' ? told.because.names : [];
  return (
    <Note>
      {start}
      {possibilityWords(told, labelOf)} <MissingFields names={missing} />
    </Note>
  );
}
