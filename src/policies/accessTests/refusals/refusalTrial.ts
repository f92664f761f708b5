import { deliver } from '../../compose/deliver.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { listOf } from '../../language/policy.ts';
import { coversAction } from '../../language/subsumes.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import type { Draft } from '../../model/draft.ts';
import type { Decision } from '../../simulate/decision.ts';
import { shownVerdict } from '../../simulate/otherReading.ts';
import { simulate } from '../../simulate/simulate.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import type { AppliedPolicies } from '../../compose/appliedPolicies.ts';
import { organizationContext } from '../organizationContext.ts';
import { accountOfArn, refusalRequest } from './refusalRequest.ts';
import type { RefusedCall } from './refusedCall.ts';
import { callerOfRefusal, type RefusalSubject, subjectOf, subjectPolicies } from './refusalSubject.ts';

/** What is asked: the same call on each of these resources, of a draft. */
export interface RefusalTrial {
  readonly call: RefusedCall;
  readonly resources: readonly string[];
  readonly persona: string;
  readonly ruleset: Ruleset;
  readonly catalog: Catalog;
}

/** A draft’s answer to a refused call. */
export interface TrialResult {
  readonly documents: readonly ComposedDocument[];
  readonly subject: RefusalSubject;
  readonly request: AccessRequest;
  /** Nothing where the draft has no policy of the kind that AWS names. */
  readonly policies: AppliedPolicies | undefined;
  /** On the resource with the worst verdict. */
  readonly decision: Decision | undefined;
  readonly verdict: Decision['verdict'] | undefined;
}

/** From best to worst. */
const VERDICTS: readonly Decision['verdict'][] = [
  'allowed',
  'unknown',
  'implicitDeny',
  'explicitDeny',
  'error',
];

/**
 * Asks a draft. What the message gives a value to (`open`) stays open while the draft has none: no example takes its place, so that
 * a call is never allowed or denied by a made-up Region or name. Other fields that are missing have examples.
 */
export function tryDraft(draft: Draft, trial: RefusalTrial, open: ReadonlySet<string> = NONE): TrialResult {
  return tryDocuments(documentsWithOpen(draft, trial.ruleset, open), trial);
}

/** The policies of a draft with examples in the fields that are missing, but for these variables. */
export function documentsWithOpen(
  draft: Draft,
  ruleset: Ruleset,
  open: ReadonlySet<string>,
): readonly ComposedDocument[] {
  const filled = fillExamples(draft, ruleset);
  const stillOpen = Object.entries(filled.variables).filter(
    ([id, values]) => !open.has(id) || values === draft.variables[id],
  );
  return deliver({ ...filled, variables: Object.fromEntries(stillOpen) }, ruleset).documents;
}

const NONE: ReadonlySet<string> = new Set();

function tryDocuments(documents: readonly ComposedDocument[], trial: RefusalTrial): TrialResult {
  const { call, persona, ruleset, catalog } = trial;
  const subject = subjectOf(call, persona, documents, ruleset);
  const caller = callerOfRefusal(call, persona, documents);
  const asked =
    trial.resources.length > 0 ? trial.resources : sampleResources(call, subject, trial, documents);
  const results = asked.map((resource) => {
    const request = inOrganization(refusalRequest(call, caller, resource), documents);
    const policies = subjectPolicies(subject, call, resource, documents, ruleset);
    const decision = policies && simulate(request, policies.set, { missingKeys: 'unknown', catalog });
    return { documents, subject, request, policies, decision, verdict: decision && shownVerdict(decision) };
  });
  const [worst] = results.toSorted((one, other) => rank(other) - rank(one));
  if (worst) return worst;
  const request = inOrganization(refusalRequest(call, caller, '*'), documents);
  const policies = subjectPolicies(subject, call, '*', documents, ruleset);
  return { documents, subject, request, policies, decision: undefined, verdict: undefined };
}

/** Where the ARN of a resource has no account, the account of the caller is assumed to be that of the set. */
export function inOrganization(
  request: AccessRequest,
  documents: readonly ComposedDocument[],
): AccessRequest {
  const { principal, resource, context } = request;
  const account = accountOfArn(resource.arn) ?? accountOfArn(principal);
  return { ...request, context: { ...organizationContext(documents, principal, account), ...context } };
}

/** Where the message names no resource, one of those that the policies themselves have for the action. */
function sampleResources(
  call: RefusedCall,
  subject: RefusalSubject,
  { ruleset }: RefusalTrial,
  documents: readonly ComposedDocument[],
): readonly string[] {
  const policies = subjectPolicies(subject, call, '*', documents, ruleset);
  return resourcesOf(call.action, policies)
    .slice(0, 1)
    .map((pattern) => (pattern === '*' ? pattern : pattern.replaceAll(/\*+|\?/g, 'x')));
}

/** On what the policies allow an action, as they write it. */
export function resourcesOf(action: string, policies: AppliedPolicies | undefined): readonly string[] {
  const documents = [...(policies?.set.identity ?? []), ...(policies?.set.vpcEndpoint ?? [])];
  const patterns = documents.flatMap(({ Statement }) =>
    Statement.filter(
      ({ Effect, Action }) => Effect === 'Allow' && listOf(Action).some((one) => coversAction(one, action)),
    ).flatMap(({ Resource }) => listOf(Resource)),
  );
  return [...new Set(patterns)];
}

const rank = ({ verdict }: Pick<TrialResult, 'verdict'>): number =>
  verdict === undefined ? VERDICTS.length : VERDICTS.indexOf(verdict);

/** Keys of the request on which the verdict depends. */
export const openKeys = ({ decision }: Pick<TrialResult, 'decision'>): readonly string[] => [
  ...new Set((decision?.dependsOn ?? []).map(({ key }) => key)),
];
