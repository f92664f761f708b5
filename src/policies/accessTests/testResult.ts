import type { ShortDecision } from '../simulate/decision.ts';
import type { AccessRequest } from '../simulate/request.ts';
import type { ProofPolicies } from './policySets.ts';
import type { Proof } from '../library/accessTests/proof.ts';
import type { Scenario } from '../library/accessTests/scenarios/scenario.ts';
import type { SkipReason } from './skipReasons.ts';

export type ProofOwner =
  | { readonly kind: 'persona'; readonly persona: string }
  | { readonly kind: 'guardrail'; readonly guardrail: string }
  | { readonly kind: 'user'; readonly persona: string };

export interface ProofRun {
  readonly owner: ProofOwner;
  readonly proof: Proof;
}

/**
 * The choice behind a failure. `oneRole`: with a role for each persona the call would be denied. `sharedRole`: it would be if the
 * persona's role were not given for other personas too.
 */
export type FailureCause = 'oneRole' | 'sharedRole';

export type SkippedTest = ProofRun & { readonly state: 'notAsked'; readonly why: SkipReason };

export type AnsweredTest = ProofRun & {
  /**
   * `holds`: the policies do what is expected; `fails`: they do not; `unknown`: what they do is undecided; `error`: the request
   * or a policy cannot be read.
   */
  readonly state: 'holds' | 'fails' | 'unknown' | 'error';
  readonly request: AccessRequest;
  readonly decision: ShortDecision;
  readonly policies: ProofPolicies;
  readonly cause?: FailureCause;
};

export type ProofResult = SkippedTest | AnsweredTest;

export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly steps: readonly ProofResult[];
  /**
   * The first call that is not allowed; where there is none, the first that is unknown; nothing when all that were
   * run are allowed.
   */
  readonly firstFailing: number | undefined;
}
