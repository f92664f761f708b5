import type { ShortDecision } from '../simulate/decision.ts';
import type { AccessRequest } from '../simulate/request.ts';
import type { AppliedPolicies } from '../compose/appliedPolicies.ts';
import type { AccessTest } from '../library/accessTests/accessTest.ts';
import type { Scenario } from '../library/accessTests/scenarios/scenario.ts';
import type { SkipReason } from './skipReasons.ts';

export type TestOwner =
  | { readonly kind: 'persona'; readonly persona: string }
  | { readonly kind: 'guardrail'; readonly guardrail: string }
  | { readonly kind: 'user'; readonly persona: string };

export interface TestRun {
  readonly owner: TestOwner;
  readonly proof: AccessTest;
}

/**
 * The choice behind a failure. `oneRole`: with a role for each persona the call would be denied. `sharedRole`: it would be if the
 * persona's role were not given for other personas too. `missingRole`: the call is on a role that is neither created nor given, and
 * would be allowed if it were.
 */
export type FailureCause = 'oneRole' | 'sharedRole' | 'missingRole';

export type SkippedTest = TestRun & { readonly state: 'notAsked'; readonly why: SkipReason };

export type AnsweredTest = TestRun & {
  /**
   * `holds`: the policies do what is expected; `fails`: they do not; `unknown`: what they do is undecided; `error`: the request
   * or a policy cannot be read.
   */
  readonly state: 'holds' | 'fails' | 'unknown' | 'error';
  readonly request: AccessRequest;
  readonly decision: ShortDecision;
  readonly policies: AppliedPolicies;
  readonly cause?: FailureCause;
};

export type TestResult = SkippedTest | AnsweredTest;

export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly steps: readonly TestResult[];
  /**
   * The first call that is not allowed; where there is none, the first that is unknown; nothing when all that were
   * run are allowed.
   */
  readonly firstFailing: number | undefined;
}
