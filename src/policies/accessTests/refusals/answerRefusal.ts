import type { Finding } from '../../checks/check.ts';
import { checkPolicy } from '../../checks/checkPolicy.ts';
import { messageOf } from '../../checks/message.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import type { PolicyType } from '../../language/policyType.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import type { Draft } from '../../model/draft.ts';
import type { Verdict } from '../../simulate/decision.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { simulate } from '../../simulate/simulate.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import type { AppliedPolicies } from '../../compose/appliedPolicies.ts';
import { candidatesFor, type FoundChange, findRefusalChanges, openVariables } from './findRefusalChanges.ts';
import type { FurtherResource } from './furtherResource.ts';
import { furtherResources } from './furtherResources.ts';
import { missingStatement, policyWith, typeOfLayer } from './missingStatement.ts';
import { type Mismatch, mismatchOf } from './mismatch.ts';
import { applyChange, type RefusalChange } from './refusalChange.ts';
import type { RefusalSubject } from './refusalSubject.ts';
import { openKeys, type RefusalTrial, resourcesOf, type TrialResult, tryDraft } from './refusalTrial.ts';

/** A change that allows the refused call: simulated, and without a new finding of the checks. */
export interface RefusalOffer {
  readonly change: RefusalChange;
  /** Condition keys that the call must carry as the policies require; empty where it is allowed whatever it carries. */
  readonly openKeys: readonly string[];
}

/** The statement that would allow the call, in the kind of policy that refused it. */
export interface OfferedStatement {
  readonly statement: Statement;
  readonly type: PolicyType;
  /** Set where it can be added to a policy of the draft. */
  readonly change: RefusalChange | undefined;
  /** The policy of the resource must allow the call as well, and the draft doesn’t have it. */
  readonly needsOtherSide: boolean;
}

export interface RefusalAnswer {
  readonly subject: RefusalSubject;
  readonly request: AccessRequest;
  readonly policies: AppliedPolicies | undefined;
  /** What the draft’s policies say; nothing where it has none of the kind that AWS names. */
  readonly verdict: Verdict | undefined;
  /** The same once the message’s values are in the fields that are empty. */
  readonly filledVerdict: Verdict | undefined;
  /** Condition keys of the call that it depends on. */
  readonly openKeys: readonly string[];
  readonly mismatch: Mismatch | undefined;
  /** Where the message names no resource: on what the policies allow the action. */
  readonly resources: readonly string[];
  /** The smallest change first. */
  readonly offers: readonly RefusalOffer[];
  readonly statement: OfferedStatement | undefined;
  /** Why no statement is offered. */
  readonly noStatement: readonly string[];
  /** What else the call is authorized on: only a statement for all of it allows the call. */
  readonly furtherResources: readonly FurtherResource[];
}

/**
 * What a draft says of a call that AWS denied, how that differs from the message, and what would allow the call, the smallest change first. Everything
 * that is offered was simulated with the call, and passes the checks.
 */
export function answerRefusal(draft: Draft, asked: RefusalTrial): RefusalAnswer {
  const trial = { ...asked, resources: askedResources(asked) };
  const candidates = candidatesFor(draft, trial, tryDraft(draft, trial));
  const open = openVariables(candidates);
  const before = tryDraft(draft, trial, open);
  const fills = candidates.filter(({ how }) => how === 'fill');
  const { persona } = before.subject;
  const withValues = (values: RefusalChangeValues) =>
    tryDraft(applyChange(draft, persona, { kind: 'values', values }, trial.ruleset), trial, open);
  const filled = withValues(fills);
  // Where a condition decides, a further value would reach beyond what the policies are limited to.
  const usable = before.verdict === 'unknown' ? fills : candidates;
  const found = isToBeChanged(before, trial) ? findRefusalChanges(draft, trial, before, usable) : [];
  const offers = found.filter((one) => raisesNothing(one, before, trial));
  const further = furtherResources(trial, before);
  const { statement, problems } = offeredStatement(before, trial, further);
  const isAsked = trial.resources.length > 0;
  return {
    subject: before.subject,
    // With the values of the message: what they would be compared with is not made up.
    request: filled.request,
    policies: filled.policies,
    verdict: before.verdict,
    filledVerdict: filled.verdict,
    openKeys: openKeys(filled),
    mismatch: isAsked
      ? mismatchOf(withValues(fills.filter(({ variable }) => PLACE.has(variable))))
      : undefined,
    resources: isAsked ? [] : resourcesOf(trial.call.action, before.policies),
    offers: offers.map(({ change, openKeys: keys }) => ({ change, openKeys: keys })),
    statement,
    noStatement: problems,
    furtherResources: before.verdict === 'implicitDeny' ? further : [],
  };
}

type RefusalChangeValues = Extract<RefusalChange, { readonly kind: 'values' }>['values'];

/** Where a call is made is no choice: the values that it lacks are listed with those of the message. */
const PLACE = new Set(['partition', 'region', 'accountId']);

/** Also where another layer refused: the identity policies must allow the call as well. */
function isToBeChanged({ subject, verdict }: TrialResult, { call, resources }: RefusalTrial): boolean {
  if (call.explicit === true || verdict === 'allowed' || verdict === 'explicitDeny') return false;
  if (verdict === undefined && resources.length > 0) return false;
  return subject.kind === 'identity' || subject.document !== undefined;
}

/** IAM compares an action without resource-level permissions with `*`, whatever the message names. */
function askedResources({ call, resources, catalog }: RefusalTrial): readonly string[] {
  const [facts] = matchedActions(catalog, call.action) ?? [];
  return facts?.resourceTypes.length === 0 ? ['*'] : resources;
}

const typeOfDocument = ({ kind }: ComposedDocument): PolicyType => {
  if (kind === 'service-control') return 'scp';
  if (kind === 'resource-control') return 'rcp';
  return kind === 'permissions-boundary' ? 'identity' : kind;
};

const findingsIn = (policy: PolicyDocument, type: PolicyType, { catalog }: RefusalTrial) =>
  checkPolicy(JSON.stringify(policy, null, 2), type, { catalog, placeholders: 'open' });

const isGrave = ({ type }: Finding): boolean => type === 'ERROR' || type === 'SECURITY_WARNING';

/** Whether the changed documents raise only what they raised before. */
function raisesNothing({ result }: FoundChange, before: TrialResult, trial: RefusalTrial): boolean {
  const texts = new Set(before.documents.map(({ policy }) => JSON.stringify(policy)));
  const changed = result.documents.filter(({ policy }) => !texts.has(JSON.stringify(policy)));
  const codesOf = (documents: readonly ComposedDocument[]) =>
    documents.flatMap((document) =>
      findingsIn(document.policy, typeOfDocument(document), trial)
        .filter(isGrave)
        .map(({ code }) => `${document.id} ${code}`),
    );
  const codesBefore = new Set(
    codesOf(before.documents.filter(({ id }) => changed.some((one) => one.id === id))),
  );
  return codesOf(changed).every((code) => codesBefore.has(code));
}

interface Stated {
  readonly statement: OfferedStatement | undefined;
  readonly problems: readonly string[];
}

/** The bare statement, checked by itself and tried beside the policies that apply. */
function offeredStatement(
  before: TrialResult,
  trial: RefusalTrial,
  further: readonly FurtherResource[],
): Stated {
  const { subject, request } = before;
  const { call, resources } = trial;
  const isAnswered =
    before.verdict === 'allowed' || before.verdict === 'unknown' || before.verdict === 'explicitDeny';
  const isOwnLayer = subject.layer === 'identity' || subject.document !== undefined;
  // Beside a statement with conditions, one without them would take them away.
  if (call.explicit === true || (isAnswered && isOwnLayer)) return { statement: undefined, problems: [] };
  const named = { ...call, principal: call.principal ?? request.principal };
  const statement = missingStatement(named, resources);
  if (!statement) return { statement: undefined, problems: [] };
  const type = typeOfLayer(subject.layer, call.action);
  const findings = findingsIn(policyWith(statement), type, trial);
  const problems = findings
    .filter((one) => isGrave(one) || one.type === 'WARNING')
    // What the role’s other statements allow need not be in this one.
    .filter(({ code }) => code !== SECOND_RESOURCE || further.length > 0)
    .map(problemOf);
  if (problems.length > 0) return { statement: undefined, problems: [...new Set(problems)] };
  const outcome = outcomeBeside(statement, before, trial);
  if (outcome === 'denied') return { statement: undefined, problems: [] };
  const { document } = subject;
  const change: RefusalChange | undefined =
    document === undefined ? undefined : { kind: 'statement', document, statement };
  return { statement: { statement, type, change, needsOtherSide: outcome === 'otherSide' }, problems: [] };
}

const SECOND_RESOURCE = 'SPB_SECOND_RESOURCE_MISSING';

/** What a finding on the bare statement means: of a policy that it speaks of there is none yet. */
const problemOf = ({ code, values }: Finding): string =>
  code === SECOND_RESOURCE
    ? `IAM authorizes ${values['action']} on ${values['types']}, and AWS named only ${values['allowed']}. Allow the action on each of them.`
    : messageOf({ code, values });

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
