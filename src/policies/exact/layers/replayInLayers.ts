import type { AccessRequest } from '../../simulate/request.ts';
import { prepare } from '../../simulate/prepare.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { holdsForPlaceholders } from '../decide/witness.ts';
import { type AccessQuestion, statementAbout } from '../isAccessPossible.ts';
import type { ExactRequest } from '../replay/replay.ts';
import type { LayersQuestion } from './layersQuestion.ts';

/** A request that was found, as `simulate` takes it. */
export const accessRequestOf = ({
  principal = 'arn:aws:iam::111122223333:role/example',
  action,
  resource,
  resourceAccount,
  context,
}: ExactRequest): AccessRequest => ({
  principal,
  action,
  resource: { arn: resource, ...(resourceAccount === undefined ? {} : { accountId: resourceAccount }) },
  context,
});

/** Whether `simulate` allows a request after, and does not before, whatever placeholders stand for. */
export function isReplayedInLayers(
  { after, before, questions = [], options }: LayersQuestion,
  witness: ExactRequest,
): boolean {
  return holdsForPlaceholders({ after, before, questions, witness }, (replaced) => {
    const request = accessRequestOf(replaced.witness);
    const isAllowed = (set: PolicySet): boolean | undefined => allowedBy(set, request, options);
    return (
      isAllowed(replaced.after) === true &&
      (replaced.before === undefined || isAllowed(replaced.before) === false) &&
      replaced.questions.every((question) => isAsked(question, replaced.witness, options))
    );
  });
}

/** Nothing where the simulator does not take the request. */
function allowedBy(
  set: PolicySet,
  request: AccessRequest,
  { catalog, reading }: LayersQuestion['options'],
): boolean | undefined {
  const { verdict, otherReading } = prepare(set).verdict(request, catalog ? { catalog } : {});
  const counts = reading === 'plain' ? (otherReading?.verdict ?? verdict) : verdict;
  return counts === 'error' || counts === 'unknown' ? undefined : counts === 'allowed';
}

/** Whether a request is one of those asked about: as if a policy allowed these alone. */
function isAsked(
  question: AccessQuestion,
  witness: ExactRequest,
  options: LayersQuestion['options'],
): boolean {
  const asked = statementAbout(question, 'Allow');
  const request = accessRequestOf({ ...witness, principal: SERVICE });
  const document = { Version: '2012-10-17', Statement: [{ ...asked, Principal: '*' }] } as const;
  return allowedBy({ identity: [], resource: document }, request, options) === true;
}

/** A caller that no rule but the policy of the resource is for. */
const SERVICE = 'example.amazonaws.com';
