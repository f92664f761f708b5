import { selectedPersonas } from '../draft/selection.ts';
import { arnsOfRole } from '../model/composedDocument.ts';
import { isFurtherRole } from '../draft/roleInstances.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { personasBeside } from '../compose/personasBeside.ts';
import type { ShortDecision } from '../simulate/decision.ts';
import { shownVerdict } from '../simulate/otherReading.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { findVariable } from '../library/ruleset.ts';
import { fillText, type PlaceholderValues } from '../compose/fillPlaceholders.ts';
import {
  endpointPolicies,
  guardrailPolicies,
  openToEveryone,
  resourceControlPolicies,
  resourcePolicies,
  type AppliedPolicies,
  roleDocuments,
  rolePolicies,
  trustPolicies,
  withResourceControl,
} from '../compose/appliedPolicies.ts';
import type { AccessTest } from '../library/accessTests/accessTest.ts';
import type { AnsweredTest, TestRun, TestResult } from './testResult.ts';
import { isAssuming, otherSideOf } from './otherSide.ts';
import { isOnMissingRole, skipReasonOfPersona } from './skipReasons.ts';
import { contextOfTest, isElsewhere, otherAccountOf } from './usualContext.ts';
import { preparePolicies, type PreparedTestPolicies, type TestContext } from './testContext.ts';

type PersonaTest = TestRun & { readonly owner: { readonly persona: string } };

/** A test of a persona's role, run or skipped. */
export function runPersonaTest(test: PersonaTest, context: TestContext): TestResult {
  const result = runOnEachRole(test, context);
  if (result.state !== 'fails') return result;
  if (test.proof.expect === 'allowed')
    return isCausedByMissingRole(test, context) ? { ...result, cause: 'missingRole' } : result;
  if (isCausedByOneRole(test, context)) return { ...result, cause: 'oneRole' };
  return isCausedBySharing(test, context) ? { ...result, cause: 'sharedRole' } : result;
}

/** Whether a call on a role is denied only because the draft neither creates nor names that role. */
const isCausedByMissingRole = (test: PersonaTest, context: TestContext): boolean =>
  isOnMissingRole(test.proof, context.draft, context.ruleset) &&
  runOnEachRole(test, context.withRoles()).state === 'holds';

/** Runs the test for every role of the persona, each with the policies of all personas that have the role. */
function runOnEachRole(
  test: PersonaTest,
  context: TestContext,
  roles = personasBesideIn(context, test.owner.persona),
): TestResult {
  const { proof, owner } = test;
  const values = context.valuesFor(owner.persona);
  const why = skipReasonOfPersona(proof, owner.persona, context.draft, values, context.ruleset);
  if (why !== undefined) return { ...test, state: 'notAsked', why };
  const caller = callerOf(proof, owner.persona, context);
  const answers = roles.flatMap((personas) => {
    const policies = policiesFor(proof, owner.persona, personas, context);
    return policies ? [resultOf(test, policies, caller, context.draft, values)] : [];
  });
  return worstResult(answers) ?? { ...test, state: 'notAsked', why: 'noDocument' };
}

const WORST: readonly AnsweredTest['state'][] = ['fails', 'error', 'unknown', 'holds'];

/** A test passes where it passes on every role. */
const worstResult = (answers: readonly AnsweredTest[]): AnsweredTest | undefined =>
  answers.toSorted((one, other) => WORST.indexOf(one.state) - WORST.indexOf(other.state))[0];

function personasBesideIn(
  { documents, personasByRole: beside }: TestContext,
  persona: string,
): readonly (readonly string[])[] {
  const roles = beside.get(persona) ?? personasBeside(documents, persona);
  beside.set(persona, roles);
  return roles;
}

/** Whether a call that must be denied is allowed only because one role for everything is selected. */
function isCausedByOneRole(test: PersonaTest, context: TestContext): boolean {
  return (
    context.draft.layout === 'merged' && runOnEachRole(test, context.withOneRoleEach()).state === 'holds'
  );
}

/** Whether it is allowed only because the role that is given for the persona is that of other personas too. */
function isCausedBySharing(test: PersonaTest, context: TestContext): boolean {
  const { persona } = test.owner;
  const isShared = personasBesideIn(context, persona).some((personas) => personas.length > 1);
  const alone = context.documents.find(
    ({ role, personas }) => role !== undefined && personas.includes(persona),
  )?.personas ?? [persona];
  return isShared && runOnEachRole(test, context, [alone]).state === 'holds';
}

function policiesFor(
  test: AccessTest,
  persona: string,
  personas: readonly string[],
  context: TestContext,
): PreparedTestPolicies | undefined {
  const holders = test.trust ? personas : holdersOf(personas, context);
  // Personas that share their documents share the prepared policies.
  const documents = roleDocuments(context.documents, holders).map(({ id }) => id);
  const whose = test.trust ? [...personas, test.trust] : documents;
  const isOfRole = isAssuming(test.action) || test.action.startsWith('kms:');
  const key = [
    ...whose,
    test.endpoint,
    test.registry,
    test.otherAccount,
    isElsewhere(test, context.valuesFor(persona)),
    test.attachedTo,
    isOfRole && test.resource,
  ].join(' ');
  if (context.policiesByKey.has(key)) return context.policiesByKey.get(key);
  const found = policiesOf(test, persona, holders, context);
  const preparedPolicies = found && preparePolicies(found);
  context.policiesByKey.set(key, preparedPolicies);
  return preparedPolicies;
}

/** One role for everything has what the others give it, also for a persona that gives it nothing. */
function holdersOf(
  personas: readonly string[],
  { draft, documents, ruleset }: TestContext,
): readonly string[] {
  if (draft.layout !== 'merged' || roleDocuments(documents, personas).length > 0) return personas;
  const other = selectedPersonas(draft, ruleset).find(({ id }) => roleDocuments(documents, [id]).length > 0);
  return other ? [other.id] : personas;
}

/** A role without any permission is tested as well: nothing is allowed then. */
function policiesOf(
  test: AccessTest,
  persona: string,
  holders: readonly string[],
  { draft, documents, valuesFor, ruleset }: TestContext,
): AppliedPolicies | undefined {
  const values = valuesFor(persona);
  const otherSide = otherSideOfTest(test, values, documents);
  const controlled = (found: AppliedPolicies | undefined) =>
    found && (isElsewhere(test, values) ? found : withResourceControl(found, documents));
  if (test.trust) return controlled(trustPolicies(documents, holders));
  if (test.endpoint) return controlled(endpointPolicies(documents, test.endpoint, otherSide));
  if (test.attachedTo) return controlled(resourcePolicies(documents, test.attachedTo));
  const isRole = selectedPersonas(draft, ruleset).some(
    ({ id, kind }) => id === persona && kind === 'identity',
  );
  return isRole ? controlled(rolePolicies(documents, holders, otherSide)) : undefined;
}

/** The policy of what a call is about, where one has to agree. */
const otherSideOfTest = (
  { action, resource, registry, otherAccount }: AccessTest,
  values: PlaceholderValues,
  documents: readonly ComposedDocument[],
): Partial<PolicySet> =>
  otherAccount
    ? { resource: openToEveryone }
    : otherSideOf(
        {
          action,
          resource: fillText(resource, values),
          account: fillText('<ACCOUNT_ID>', values),
          isPublic: registry === 'public',
        },
        documents,
      );

/** A test of a guardrail, with a caller who may do everything else. */
export function runGuardrailTest(test: TestRun, context: TestContext): TestResult {
  const policies = policiesOfGuardrail(test.proof, context);
  if (!policies) return { ...test, state: 'notAsked', why: 'noDocument' };
  const { caller = anybody } = test.proof;
  const result = resultOf(test, policies, caller, context.draft, context.valuesFor(ANYBODY));
  const isNotApplicable =
    result.state === 'fails' && test.proof.expect === 'allowed' && result.decision.verdict === 'implicitDeny';
  return isNotApplicable ? { ...test, state: 'notAsked', why: 'noCall' } : result;
}

/** The policies with the guardrails for callers, or the resource control policies; prepared once. */
function policiesOfGuardrail(
  { resourceControl }: AccessTest,
  { documents, draft, policiesByKey }: TestContext,
): PreparedTestPolicies | undefined {
  const key = resourceControl ? 'resource control' : 'limits';
  if (policiesByKey.has(key)) return policiesByKey.get(key);
  const found = resourceControl
    ? resourceControlPolicies(documents)
    : guardrailPolicies(documents, draft.limits.delivery === 'conditions');
  const prepared = found && preparePolicies(found);
  policiesByKey.set(key, prepared);
  return prepared;
}

/** No role of a draft: it has the shared values. */
const ANYBODY = 'anybody';
const anybody = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Anybody';

function callerOf(
  { caller }: AccessTest,
  persona: string,
  { draft, ruleset, documents }: TestContext,
): string {
  if (isFurtherRole(draft, persona) && caller === undefined) {
    const document = documents.find(({ role, personas }) => role !== undefined && personas.includes(persona));
    const [arn] = arnsOfRole(document?.role);
    if (arn !== undefined) return arn;
  }
  const role = selectedPersonas(draft, ruleset).find(({ id }) => id === persona)?.roleVariable;
  const [placeholder] = role ? (findVariable(role, ruleset)?.placeholders ?? []) : [];
  return caller ?? (placeholder ? `<${placeholder}>` : `arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${persona}`);
}

function resultOf(
  test: TestRun,
  { policies, prepared: all }: PreparedTestPolicies,
  caller: string,
  draft: Draft,
  values: PlaceholderValues,
): AnsweredTest {
  const { proof } = test;
  const principal = fillText(caller, values);
  const request: AccessRequest = {
    principal,
    action: proof.action,
    resource: { arn: fillText(proof.resource, values), ...otherAccountOf(proof, values) },
    context: contextOfTest(proof, principal, draft, values),
  };
  const decision = all.verdict(request);
  return { ...test, state: stateOf(decision, proof.expect), request, decision, policies };
}

function stateOf(decision: ShortDecision, expect: AccessTest['expect']): AnsweredTest['state'] {
  const verdict = shownVerdict(decision);
  if (verdict === 'error' || verdict === 'unknown') return verdict;
  return (verdict === 'allowed') === (expect === 'allowed') ? 'holds' : 'fails';
}
