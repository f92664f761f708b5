import { matchedActions } from '../../catalog/lookup.ts';
import type { PolicyType } from '../../language/policyType.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import type { Draft } from '../../model/draft.ts';
import type { Verdict } from '../../simulate/decision.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import type { AppliedPolicies } from '../../compose/appliedPolicies.ts';
import { candidatesFor, type FoundChange, findRefusalChanges, openVariables } from './findRefusalChanges.ts';
import type { FurtherResource } from './furtherResource.ts';
import { furtherResources } from './furtherResources.ts';
import {
  findingsIn,
  isGrave,
  isMissing,
  type OfferedStatement,
  offeredStatement,
} from './offeredStatement.ts';
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
  const further = isMissing(before, trial) ? furtherResources(trial, before) : [];
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
    furtherResources: further,
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
