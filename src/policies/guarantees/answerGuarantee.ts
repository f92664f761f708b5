import { defaultKeyPolicy, type ProofPolicies } from '../accessTests/policySets.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Answer } from '../exact/answer.ts';
import { inBothReadings } from '../exact/compareExact.ts';
import type { ExactRequest } from '../exact/replay/replay.ts';
import { POLICY_VERSION, type PolicyDocument } from '../language/policy.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { simulate } from '../simulate/simulate.ts';
import { envelopeOf, type PlacedSubject } from './envelope.ts';
import type { GuaranteeResult, Violation } from './guaranteeResult.ts';
import { relevantPolicies } from './relevantPolicies.ts';

export type GuaranteeAnswer = GuaranteeResult['answer'];

/** Policies of one role, and who has it. */
export interface GuaranteedPolicies {
  readonly policies: ProofPolicies;
  readonly principal: string;
  readonly catalog?: Catalog;
}

/** Whether a statement is true of every request that policies decide. The worst answer where it is several. */
export const answerSubjects = (
  subjects: readonly PlacedSubject[],
  policies: GuaranteedPolicies,
): GuaranteeAnswer => worstOf(subjects.map((subject) => answerSubject(subject, policies)));

const ORDER: readonly GuaranteeAnswer['state'][] = ['violated', 'undecided', 'proven', 'noPolicy'];

/** The answer that says the most against a guarantee. */
export const worstOf = (answers: readonly GuaranteeAnswer[]): GuaranteeAnswer =>
  answers.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))[0] ?? {
    state: 'noPolicy',
  };

function answerSubject(asked: PlacedSubject, guaranteed: GuaranteedPolicies): GuaranteeAnswer {
  const { policies, catalog } = guaranteed;
  const relevant = relevantPolicies(allowedDocuments(policies.set), asked);
  if (!relevant) return { state: 'proven' };
  const envelope = [envelopeOf(relevant.subject)];
  const compare = (documents: readonly PolicyDocument[]) =>
    inBothReadings(documents, envelope, catalog ? { catalog } : {});
  const near = compare(relevant.nearest);
  const isAnswer = isProven(near) || sizeOf(relevant.nearest) === sizeOf(relevant.documents);
  const answer = isAnswer ? near : compare(relevant.documents);
  if (answer.kind === 'undecided') return { state: 'undecided', because: answer.because };
  if (answer.otherReading) return { state: 'undecided', because: { reason: 'reading' } };
  if (answer.kind === 'none') return { state: 'proven' };
  const real = compare([...relevant.documents, notOfAccount(guaranteed)]);
  const violation = shownBy(
    real.kind === 'some' ? [real.witness, answer.witness] : [answer.witness],
    guaranteed,
  );
  return violation
    ? { state: 'violated', violation }
    : { state: 'undecided', because: { reason: 'notReplayed' } };
}

const isProven = ({ kind, otherReading }: Answer): boolean => kind === 'none' && otherReading === undefined;

const sizeOf = (documents: readonly PolicyDocument[]): number =>
  documents.reduce((size, { Statement }) => size + Statement.length, 0);

/** Every text is a resource for the question, and so is one of another account. An example is better with one that the role's account can have. */
function notOfAccount({ principal }: GuaranteedPolicies): PolicyDocument {
  const [, partition = '*', , , account = '*'] = principal.split(':');
  const own = [`arn:${partition}:*:*:${account}:*`, `arn:${partition}:*:::*`];
  return { Version: POLICY_VERSION, Statement: [{ Effect: 'Deny', Action: '*', NotResource: own }] };
}

/**
 * The first request that the simulator allows too. The question leaves out what only narrows, such as what a boundary allows: a
 * request that one stops shows nothing. What a call is about is in the caller's account, and has AWS's default policy where it
 * needs one.
 */
function shownBy(witnesses: readonly ExactRequest[], guaranteed: GuaranteedPolicies): Violation | undefined {
  return witnesses
    .flatMap((witness) => violationsOf(witness, guaranteed))
    .find(({ request, policies }) => simulate(request, policies.set).verdict === 'allowed');
}

function violationsOf(witness: ExactRequest, guaranteed: GuaranteedPolicies): readonly Violation[] {
  const { policies, principal: caller } = guaranteed;
  const { action, resource, context } = witness;
  if (isTrust(policies.set)) return assumptionsOf(witness, guaranteed);
  const request: AccessRequest = {
    principal: witness.principal ?? caller,
    action,
    resource: { arn: resource },
    context,
  };
  const [, partition = '', , , account = ''] = request.principal.split(':');
  const inAccount: AccessRequest = {
    ...request,
    resource: { arn: resource, ...(account ? { accountId: account } : {}) },
  };
  const isKey = /^kms:/i.test(action) && !policies.set.resource;
  const set = isKey ? { ...policies.set, resource: defaultKeyPolicy(partition, account) } : policies.set;
  return [
    { request, policies },
    { request: inAccount, policies: { ...policies, set } },
  ];
}

/** Every text is a principal for the question: where that is none, someone else in the account shows the same. */
function assumptionsOf(
  { principal = '', action, context }: ExactRequest,
  { policies, principal: role }: GuaranteedPolicies,
): readonly Violation[] {
  const someone = role.replace(/:role\/.*$/, ':user/example');
  return [principal, someone].map((caller) => ({
    request: { principal: caller, action, resource: { arn: role }, context },
    policies,
  }));
}

/**
 * What grants access, and every Deny. More is allowed by these than by all layers together, so that what they never allow is never
 * allowed.
 */
function allowedDocuments(set: PolicySet): readonly PolicyDocument[] {
  const {
    identity,
    permissionsBoundary = [],
    serviceControl = [],
    session = [],
    resource,
    vpcEndpoint,
  } = set;
  const grants = vpcEndpoint ?? (isTrust(set) && resource ? [resource] : identity);
  return [...grants, ...[...permissionsBoundary, ...serviceControl.flat(), ...session].map(denialsOf)];
}

/** A trust policy decides alone who can assume a role: its statements name no resource. */
const isTrust = ({ resource }: PolicySet): boolean =>
  resource?.Statement.every(
    ({ Resource, NotResource }) => Resource === undefined && NotResource === undefined,
  ) === true;

const denialsOf = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  Statement: document.Statement.filter(({ Effect }) => Effect === 'Deny'),
});
