import type { ReviewedChange } from '../../policies/access/review/reviewPolicies.ts';
import { missingInChange } from '../../policies/access/review/missingInChange.ts';
import type { Witness } from '../../policies/access/review/newAccessExample.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { MissingFields } from '../common/everyRequest/MissingFields.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { verdictWords } from '../../policies/simulate/verdictWords.ts';
import { KEY_POLICY, NO_EXAMPLE, NO_EXAMPLE_YET } from './reviewWords.ts';
import { CodeText } from '../common/Code.tsx';

/** A request that is allowed now and was not, as it was simulated on both sides; or that none was found, which is no verdict. */
export function ExampleRequest({ details: { change, witness } }: { readonly details: ReviewedChange }) {
  if (witness) return <Found witness={witness} />;
  return change.kind === 'widens' ? <NotFound missing={missingInChange(change)} /> : null;
}

function NotFound({ missing }: { readonly missing: readonly string[] }) {
  if (missing.length === 0) return <Note>{NO_EXAMPLE}</Note>;
  return (
    <Note>
      {NO_EXAMPLE_YET} <MissingFields names={missing} />
    </Note>
  );
}

function Found({ witness: { request, before } }: { readonly witness: Witness }) {
  const { principal, action, resource, context } = request;
  const keys = Object.entries(context);
  return (
    <Disclosure
      late
      label={
        <span>
          Example: <ForeignText text={`${action} on ${resource.arn}`} />
        </span>
      }
    >
      <List look="facts" small mt={1} mb={1} as="dl">
        <dt>Principal</dt>
        <dd>
          <CodeText>
            <ForeignText text={principal} />
          </CodeText>
        </dd>
        <dt>Request context</dt>
        <dd>
          {keys.length === 0
            ? 'none'
            : keys.map(([key, value]) => (
                <div key={key}>
                  <CodeText>
                    <ForeignText text={`${key} = ${[value].flat().join(', ')}`} />
                  </CodeText>
                </div>
              ))}
        </dd>
        <dt>Before</dt>
        <dd>{before === undefined ? 'The role or policy didn’t exist' : verdictWords[before]}</dd>
        <dt>Now</dt>
        <dd>{verdictWords.allowed}</dd>
      </List>
      {action.startsWith('kms:') && <Note mb={1}>{KEY_POLICY}</Note>}
    </Disclosure>
  );
}
