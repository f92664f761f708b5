import type { Catalog } from '../catalog/catalog.ts';
import type { Answer, Undecided } from '../exact/answer.ts';
import { inBothReadings } from '../exact/compareExact.ts';
import { compareLayers } from '../exact/layers/compareLayers.ts';
import { accessRequestOf } from '../exact/layers/replayInLayers.ts';
import { POLICY_VERSION, type PolicyDocument } from '../language/policy.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import { denialsOf, grantsAndDenies, isOfResource, limitedTo, outsideAccount } from './askedPolicies.ts';
import { withConsent } from '../exact/layers/withConsent.ts';
import { widestPolicyOf, type PlacedSubject } from './widestPolicy.ts';
import { allowedAnyway } from './beyondLayers.ts';
import type { GuaranteedPolicies, GuaranteeResult, Violation } from './guaranteeResult.ts';
import { nameOfField, openArnNames, withOpenArns } from './wholeArns.ts';
import { relevantPolicies } from './relevantPolicies.ts';
import { underResourceControl } from './underResourceControl.ts';
import { violationOf } from './violation.ts';

export type GuaranteeAnswer = GuaranteeResult['answer'];

/** Whether a statement is true of every request that policies decide. The worst answer where it is several. */
export const answerSubjects = (
  subjects: readonly PlacedSubject[],
  policies: GuaranteedPolicies,
): GuaranteeAnswer =>
  worstOf(
    subjects.map((subject) =>
      underResourceControl(subject, policies, (counted) => answerSubject(subject, counted)),
    ),
  );

const ORDER: readonly GuaranteeAnswer['state'][] = ['violated', 'undecided', 'proven', 'noPolicy'];

/** The answer that says the most against a guarantee. */
export const worstOf = (answers: readonly GuaranteeAnswer[]): GuaranteeAnswer =>
  answers.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))[0] ?? {
    state: 'noPolicy',
  };

/**
 * What is proven with fewer Denies, or without what only narrows, is proven. Otherwise a request counts that all layers together
 * allow; where none of those that were found is, the layers are compared.
 */
function answerSubject(asked: PlacedSubject, guaranteed: GuaranteedPolicies): GuaranteeAnswer {
  const allowed = undeniableRequest(asked, guaranteed);
  if (allowed) return { state: 'violated', violation: allowed };
  const relevant = relevantPolicies(guaranteed.counted ?? guaranteed.policies.set, asked);
  if (!relevant) return { state: 'proven' };
  const { nearest, all, subject } = relevant;
  // Names of actions are for examples: a proof needs none.
  const prove = comparison(subject);
  if (areDeniedAnyway(subject, nearest, prove) || isProven(prove(grantsAndDenies(nearest))))
    return { state: 'proven' };
  const compare = comparison(subject, guaranteed.catalog);
  const answer = compare(grantsAndDenies(all));
  if (answer.kind !== 'some' || answer.otherReading) return stateOf(answer);
  const { principal, policies } = guaranteed;
  const real = compare([...grantsAndDenies(all), outsideAccount(principal)]);
  const witnesses = [real, answer].flatMap((one) => (one.kind === 'some' ? [one.witness] : []));
  const whole = { ...policies, set: withConsent(policies.set, asked.actions, principal) };
  const violation = violationOf(witnesses, whole, principal);
  if (violation) return { state: 'violated', violation };
  const open = openArnNames([...grantsAndDenies(all), widestPolicyOf(subject)]);
  if (open.length > 0) return { state: 'undecided', because: { reason: 'missingValue', names: open } };
  return isOfResource(policies.set) ? NOT_REPLAYED : inLayers(subject, { ...guaranteed, policies: whole });
}

/** A request for one of the named calls that no policy of an account can deny. */
function undeniableRequest(
  asked: PlacedSubject,
  { policies, principal }: GuaranteedPolicies,
): Violation | undefined {
  const calls = allowedAnyway(asked.actions, principal);
  if (calls.length === 0 || isOfResource(policies.set) || policies.set.vpcEndpoint) return undefined;
  const everyone = { Effect: 'Allow', Action: calls, Resource: '*' } as const;
  const answer = comparison({ ...asked, actions: calls })([
    { Version: POLICY_VERSION, Statement: [everyone] },
  ]);
  return answer.kind === 'some' ? violationOf([answer.witness], policies, principal) : undefined;
}

/** Whether the nearest Denies alone make the statement true, whatever else is allowed: what guardrails do, and the fastest to see. */
function areDeniedAnyway(
  { actions }: PlacedSubject,
  nearest: PolicySet,
  compare: (documents: readonly PolicyDocument[]) => Answer,
): boolean {
  const denials = grantsAndDenies(nearest)
    .map(denialsOf)
    .filter(({ Statement }) => Statement.length > 0);
  if (denials.length === 0) return false;
  const anything = { Effect: 'Allow', Action: actions, Resource: '*' } as const;
  return isProven(compare([{ Version: POLICY_VERSION, Statement: [anything] }, ...denials]));
}

const NOT_REPLAYED: GuaranteeAnswer = { state: 'undecided', because: { reason: 'notReplayed' } };

const isProven = ({ kind, otherReading }: Answer): boolean => kind === 'none' && otherReading === undefined;

function stateOf(answer: Answer): GuaranteeAnswer {
  if (answer.kind === 'undecided') return { state: 'undecided', because: named(answer.because) };
  return answer.otherReading ? { state: 'undecided', because: { reason: 'reading' } } : { state: 'proven' };
}

/** Fields of a missing ARN are one value. */
const named = (because: Undecided): Undecided =>
  because.reason === 'missingValue'
    ? { reason: 'missingValue', names: [...new Set(because.names.map(nameOfField))] }
    : because;

/** What documents allow beyond what the statement lets them. */
function comparison(subject: PlacedSubject, catalog?: Catalog) {
  const envelope = [withOpenArns(widestPolicyOf(subject))];
  return (documents: readonly PolicyDocument[]): Answer =>
    inBothReadings(documents.map(withOpenArns), envelope, catalog ? { catalog } : {});
}

/** All layers combined as the simulator combines them. */
function inLayers(
  subject: PlacedSubject,
  { policies, principal, catalog }: GuaranteedPolicies,
): GuaranteeAnswer {
  const set: PolicySet = policies.set;
  const callers = set.vpcEndpoint ? {} : { principals: [principal] };
  const options = { ...(catalog ? { catalog } : {}), ...callers };
  const { newAccess } = compareLayers(limitedTo(set, widestPolicyOf(subject)), set, options);
  if (newAccess.kind !== 'some' || newAccess.otherReading) return stateOf(newAccess);
  return { state: 'violated', violation: { request: accessRequestOf(newAccess.witness), policies } };
}
