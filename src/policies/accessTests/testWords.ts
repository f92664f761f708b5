import { placeholderNames } from '../language/placeholder.ts';
import { findGuardrail } from '../library/guardrails/index.ts';
import { findActivity, findPersona, type Ruleset, variableOfPlaceholder } from '../library/ruleset.ts';
import type { Verdict } from '../simulate/decision.ts';
import { dependsOnReading } from '../simulate/verdictWords.ts';
import { findTrustForm } from '../library/trust/index.ts';
import type { AnsweredTest, FailureCause, TestOwner, ScenarioResult, SkippedTest } from './testResult.ts';
import type { SkipReason } from './skipReasons.ts';

/** Whose a test is. */
export function ownerInWords(owner: TestOwner, ruleset: Ruleset): string {
  if (owner.kind === 'guardrail') {
    const found = findGuardrail(owner.guardrail);
    return found ? `${found.number} ${found.title}` : owner.guardrail;
  }
  const persona = findPersona(owner.persona, ruleset)?.title ?? owner.persona;
  return owner.kind === 'user' ? `Added for ${persona}` : persona;
}

/** Why a test was skipped, and what makes it run. Steps are those of the page. */
export interface SkipWords {
  readonly reason: string;
  readonly next: string;
}

const activityWords = ({ activity, persona }: SkipNames): SkipWords => ({
  reason: `“${activity}” isn’t selected`,
  next: `To run this test, select it for ${persona} in step 2.`,
});

const skipWords: Readonly<Record<SkipReason, (names: SkipNames) => SkipWords>> = {
  persona: ({ persona }) => ({
    reason: `${persona} isn’t selected`,
    next: 'Select it in step 1.',
  }),
  activity: activityWords,
  optionalActivity: activityWords,
  option: () => ({
    reason: 'it applies to a different option value',
    next: 'The test for the selected value runs instead.',
  }),
  endpoint: ({ activity }) => ({
    reason: `the endpoint “${activity}” isn’t selected`,
    next: 'To run this test, select the endpoint in step 2.',
  }),
  trust: ({ trust }) => ({
    reason: 'the role is assumed by another principal',
    next: `To run this test, select “${trust}” in step 5.`,
  }),
  wholeBucket: ({ prefix }) => ({
    reason: `no prefix is entered in “${prefix}”, so the policy covers the whole bucket`,
    next: `To run this test, enter a prefix in “${prefix}” in step 3, for example bucket/team-a.`,
  }),
  region: ({ value }) => ({
    reason: `the Region has no value for “${value}”`,
    next: `To run this test, enter one in “${value}” in step 3.`,
  }),
  noDocument: () => ({
    reason: 'the draft has no such policy',
    next: 'Select an activity in step 2 that generates the policy.',
  }),
  noCall: () => ({
    reason: 'no selected activity makes this call, so the guardrail has no effect',
    next: 'To run this test, select an activity in step 2 that makes the call.',
  }),
};

type SkipNames = Readonly<Record<'persona' | 'activity' | 'trust' | 'prefix' | 'value', string>>;

/** The sentences on a test that was skipped. */
export function skipInWords({ why, proof, owner }: SkippedTest, ruleset: Ruleset): SkipWords {
  const { activity = '', trust = '', prefix = '', ofRegion = '' } = proof;
  const persona = owner.kind === 'guardrail' ? '' : owner.persona;
  const labelOf = (placeholder: string) => labelOfPlaceholder(placeholder, ruleset);
  return skipWords[why]({
    persona: findPersona(persona, ruleset)?.title ?? persona,
    activity: findActivity(activity, ruleset)?.title ?? activity,
    trust: findTrustForm(trust)?.title ?? trust,
    prefix: labelOf(prefix),
    value: labelOf(ofRegion),
  });
}

/** Both sentences in one line. */
export function skipLine(skipped: SkippedTest, ruleset: Ruleset): string {
  const { reason, next } = skipInWords(skipped, ruleset);
  return `${reason}. ${next}`;
}

const labelOfPlaceholder = (placeholder: string, ruleset: Ruleset): string =>
  variableOfPlaceholder(placeholder, ruleset)?.label ?? placeholder;

const causeWords: Readonly<Record<FailureCause, (role: string) => string>> = {
  oneRole: () =>
    'You selected one role for everything, so this role has the permissions of all personas. With one policy per role, this call is denied.',
  sharedRole: () =>
    'Other personas use the same role, so it has the permissions of all of them. With a separate role, this call is denied. Enter a different role in step 3.',
  missingRole: (role) =>
    `“${role}” isn’t selected, and no valid ARN of an existing role is entered. Select it in step 1, or enter the ARN in step 3.`,
};

/** The choice behind a failure; nothing where the policy itself is. */
export const causeInWords = ({ cause, proof }: AnsweredTest, ruleset: Ruleset): string | undefined =>
  cause && causeWords[cause](labelOfPlaceholder(placeholderNames(proof.resource)[0] ?? '', ruleset));

const verdictNames: Readonly<Record<Verdict, string>> = {
  allowed: 'allowed',
  explicitDeny: 'explicit deny',
  implicitDeny: 'implicit deny',
  unknown: 'unknown',
  error: 'can’t be read',
};

const stateNames: Readonly<Record<AnsweredTest['state'], string>> = {
  holds: 'passed',
  fails: 'failed',
  unknown: 'unknown',
  error: 'failed',
};

/** `Expected deny: passed (implicit deny)`. */
export function answerInWords({ proof, state, decision }: AnsweredTest): string {
  const expected = proof.expect === 'allowed' ? 'allow' : 'deny';
  const result =
    state === 'unknown' && decision.otherReading
      ? dependsOnReading(decision.otherReading)
      : verdictNames[decision.verdict];
  return `Expected ${expected}: ${stateNames[state]} (${result})`;
}

/** How far a scenario gets. */
export function scenarioInWords({ steps, firstFailing, scenario }: ScenarioResult): string {
  if (firstFailing !== undefined && steps[firstFailing]?.state === 'unknown')
    return `unknown from call ${firstFailing + 1}, “${scenario.steps[firstFailing]?.proof.title}”`;
  if (firstFailing !== undefined)
    return `fails at call ${firstFailing + 1} of ${steps.length}, “${scenario.steps[firstFailing]?.proof.title}”`;
  const allowed = steps.filter(({ state }) => state === 'holds').length;
  if (allowed === steps.length) return `all ${steps.length} calls allowed`;
  if (steps.every((step) => step.state === 'notAsked' && step.why === 'persona'))
    return 'skipped, because none of its roles is selected';
  return allowed === 0
    ? `all ${steps.length} calls skipped`
    : `${allowed} of ${steps.length} calls allowed, ${steps.length - allowed} skipped`;
}
