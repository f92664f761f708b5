import type { Activity } from './activities/activity.ts';
import type { Draft, Limits } from '../model/draft.ts';
import type { Persona } from './personas/persona.ts';
import type { Proof } from './accessTests/proof.ts';
import type { Variable } from './variables/variable.ts';
import type { Preset } from './preset.ts';

/**
 * The one place that knows which preset holds. It is set before the first draft is read and not again on a page; tests set
 * it back to none. What a preset means is made by `putInForce`, which loads only where there is one.
 */

type ProofsByOwner = Readonly<Record<string, readonly Proof[]>>;

/** What a preset makes of drafts and of what the registries hold. Each takes ours and gives what holds. */
export interface Rules {
  readonly preset: Preset | null;
  readonly startingValues: Draft['variables'];
  /** What of the delivery of limits is no choice any more. */
  readonly delivery: Partial<Omit<Limits, 'chosen'>>;
  enforce(draft: Draft): Draft;
  personas(ours: readonly Persona[]): readonly Persona[];
  activities(ours: readonly Activity[]): readonly Activity[];
  variables(ours: readonly Variable[]): readonly Variable[];
  proofs(ours: ProofsByOwner): ProofsByOwner;
}

const same = <Value>(value: Value): Value => value;

export const noRules: Rules = {
  preset: null,
  startingValues: {},
  delivery: {},
  enforce: same,
  personas: same,
  activities: same,
  variables: same,
  proofs: same,
};

let rules = noRules;

const refreshers: ((rules: Rules) => void)[] = [];

/** The rules that hold now; without a preset they change nothing. */
export const rulesInForce = (): Rules => rules;

/** Calls with the rules that hold now, and again whenever others come into force. For what is made once from registries. */
export function whenRulesChange(refresh: (rules: Rules) => void): void {
  refreshers.push(refresh);
  refresh(rules);
}

export function setRules(next: Rules): void {
  rules = next;
  for (const refresh of refreshers) refresh(next);
}
