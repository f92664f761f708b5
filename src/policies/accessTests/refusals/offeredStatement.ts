import type { Finding } from '../../checks/check.ts';
import { typesMet } from '../../checks/beyondAccessAnalyzer/reach.ts';
import { checkPolicy } from '../../checks/checkPolicy.ts';
import { messageOf } from '../../checks/message.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import type { PolicyType } from '../../language/policyType.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { simulate } from '../../simulate/simulate.ts';
import type { FurtherResource } from './furtherResource.ts';
import { missingStatement, policyWith, typeOfLayer } from './missingStatement.ts';
import type { RefusalChange } from './refusalChange.ts';
import type { RefusalSubject } from './refusalSubject.ts';
import type { RefusalTrial, TrialResult } from './refusalTrial.ts';

/** The statement that would allow the call, in the kind of policy that refused it. */
export interface OfferedStatement {
  readonly statement: Statement;
  readonly type: PolicyType;
  /** Set where it can be added to a policy of the draft. */
  readonly change: RefusalChange | undefined;
  /** The policy of the resource must allow the call as well, and the draft doesn’t have it. */
  readonly needsOtherSide: boolean;
}

/** What the checks find in a policy that is to be added. */
export const findingsIn = (policy: PolicyDocument, type: PolicyType, { catalog }: RefusalTrial) =>
  checkPolicy(JSON.stringify(policy, null, 2), type, { catalog, placeholders: 'open' });

/** Whether a finding says that a policy is wrong, or unsafe. */
export const isGrave = ({ type }: Finding): boolean => type === 'ERROR' || type === 'SECURITY_WARNING';

/** Whether the policies that are here lack a statement for the call. */
export function isMissing({ subject, verdict }: TrialResult, { call }: RefusalTrial): boolean {
  const isAnswered = verdict === 'allowed' || verdict === 'unknown' || verdict === 'explicitDeny';
  const isOwnLayer = subject.layer === 'identity' || subject.document !== undefined;
  // Beside a statement with conditions, one without them would take them away.
  return call.explicit !== true && !(isAnswered && isOwnLayer);
}

interface Stated {
  readonly statement: OfferedStatement | undefined;
  readonly problems: readonly string[];
}

/** The bare statement, checked by itself and tried beside the policies that apply. */
export function offeredStatement(
  before: TrialResult,
  trial: RefusalTrial,
  further: readonly FurtherResource[],
): Stated {
  const { subject, request } = before;
  const { call, resources } = trial;
  if (!isMissing(before, trial)) return { statement: undefined, problems: [] };
  const named = { ...call, principal: call.principal ?? request.principal };
  const statement = missingStatement(named, resources);
  if (!statement) return { statement: undefined, problems: [] };
  const type = typeOfLayer(subject.layer, call.action);
  const problems = problemsOf(statement, type, trial);
  if (problems.length > 0 || isLacking(further, trial))
    return { statement: undefined, problems: [...new Set(problems)] };
  const outcome = outcomeBeside(statement, before, trial);
  if (outcome === 'denied') return { statement: undefined, problems: [] };
  const { document } = subject;
  const change: RefusalChange | undefined =
    document === undefined ? undefined : { kind: 'statement', document, statement };
  return { statement: { statement, type, change, needsOtherSide: outcome === 'otherSide' }, problems: [] };
}

/** What the checks find in the bare statement, but for what only the policies beside it tell. */
const problemsOf = (statement: Statement, type: PolicyType, trial: RefusalTrial): readonly string[] =>
  findingsIn(policyWith(statement), type, trial)
    .filter((one) => (isGrave(one) || one.type === 'WARNING') && one.code !== 'SPB_SECOND_RESOURCE_MISSING')
    .map(messageOf);

/** Whether a statement on the resources that are named allows no call: IAM authorizes it on further ones. */
function isLacking(further: readonly FurtherResource[], { call, resources, catalog }: RefusalTrial): boolean {
  const [facts] = matchedActions(catalog, call.action) ?? [];
  const named =
    facts &&
    typesMet(
      facts,
      resources.map((text) => ({ text })),
    );
  return further.some(({ type }) => !named?.has(type));
}

/** What comes of the call once the statement is in the policies of its layer. */
function outcomeBeside(
  statement: Statement,
  { subject, request, policies }: TrialResult,
  { catalog }: RefusalTrial,
): 'allowed' | 'otherSide' | 'denied' {
  const set = withStatement(policies?.set ?? { identity: [] }, subject, statement);
  const { verdict, lacking } = simulate(request, set, { missingKeys: 'unknown', catalog });
  if (verdict === 'allowed' || verdict === 'unknown') return 'allowed';
  return lacking.length > 0 && lacking.every(({ layer }) => layer === 'resource') ? 'otherSide' : 'denied';
}

function withStatement(set: PolicySet, { layer }: RefusalSubject, statement: Statement): PolicySet {
  const policy = policyWith(statement);
  switch (layer) {
    case 'identity':
      return { ...set, identity: [...set.identity, policy] };
    case 'resource':
      return {
        ...set,
        identity: [everything],
        resource: { ...policy, Statement: [...(set.resource?.Statement ?? []), statement] },
      };
    case 'vpcEndpoint':
      return { ...set, identity: [everything], vpcEndpoint: [...(set.vpcEndpoint ?? []), policy] };
    case 'permissionsBoundary':
      return {
        ...set,
        identity: [everything],
        permissionsBoundary: [...(set.permissionsBoundary ?? []), policy],
      };
    case 'session':
      return { ...set, identity: [everything], session: [policy] };
    default:
      return {
        ...set,
        identity: [everything],
        serviceControl: [[...(set.serviceControl?.[0] ?? []), policy]],
      };
  }
}

const everything: PolicyDocument = policyWith({ Effect: 'Allow', Action: '*', Resource: '*' });
