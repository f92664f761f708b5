import { ALL_CALLERS } from '../exact/layers/callers.ts';
import { compareLayers } from '../exact/layers/compareLayers.ts';
import { accessRequestOf } from '../exact/layers/replayInLayers.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { hasResourceControl, withoutResourceControl } from '../simulate/policySet.ts';
import { isTrust } from './askedPolicies.ts';
import type { GuaranteedPolicies, GuaranteeResult } from './guaranteeResult.ts';
import { type PlacedSubject, widestPolicyOf } from './widestPolicy.ts';

type Answer = GuaranteeResult['answer'];

/**
 * The answer for the trust policy of a role, beside the resource control policies that apply to the role. What is proven without them
 * is proven; otherwise every request for the role is compared, of every kind of caller: they don’t apply to service-linked roles.
 */
export function underResourceControl(
  subject: PlacedSubject,
  guaranteed: GuaranteedPolicies,
  answerOf: (counted: GuaranteedPolicies) => Answer,
): Answer {
  const { set } = guaranteed.policies;
  if (!isTrust(set) || !hasResourceControl(set)) return answerOf(guaranteed);
  const alone = answerOf({ ...guaranteed, counted: withoutResourceControl(set) });
  if (alone.state === 'proven') return alone;
  const answer = ofEveryCaller(subject, guaranteed);
  return answer.state === alone.state ? alone : answer;
}

/** Who can assume a role in the widest case is compared as if it were the policy of an endpoint: that limits everyone. */
function ofEveryCaller(subject: PlacedSubject, { policies, principal, catalog }: GuaranteedPolicies): Answer {
  const { set } = policies;
  const { newAccess } = compareLayers({ ...set, vpcEndpoint: [forEveryone(widestPolicyOf(subject))] }, set, {
    ...(catalog ? { catalog } : {}),
    callers: ALL_CALLERS,
    among: [{ resources: [principal] }],
  });
  if (newAccess.kind === 'undecided') return { state: 'undecided', because: newAccess.because };
  if (newAccess.otherReading) return { state: 'undecided', because: { reason: 'reading' } };
  if (newAccess.kind === 'none') return { state: 'proven' };
  return { state: 'violated', violation: { request: accessRequestOf(newAccess.witness), policies } };
}

const forEveryone = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  Statement: document.Statement.map((one) => ({ Principal: '*', ...one })),
});
