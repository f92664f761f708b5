import { compose } from '../compose/compose.ts';
import { isLikeTheRest } from '../draft/roleInstances.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { prepare } from '../simulate/prepare.ts';
import type { PreparedPolicySet } from '../simulate/preparedPolicySet.ts';
import { type PlaceholderValues, placeholderValues } from '../compose/fillPlaceholders.ts';
import type { AppliedPolicies } from '../compose/appliedPolicies.ts';

/** Policies as a result names them, and as the simulator takes them. */
export interface PreparedTestPolicies {
  readonly policies: AppliedPolicies;
  readonly prepared: PreparedPolicySet;
}

export const preparePolicies = (policies: AppliedPolicies): PreparedTestPolicies => ({
  policies,
  prepared: prepare(policies.set),
});

/** What the tests of one draft have in common. */
export interface TestContext {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
  readonly ruleset: Ruleset;
  /** The values of a role: those given for it, and the shared ones. */
  valuesFor(role: string): PlaceholderValues;
  /** Policies by what decides them, prepared once. */
  readonly policiesByKey: Map<string, PreparedTestPolicies | undefined>;
  /** Persona → whose policies each of its roles has. */
  readonly personasByRole: Map<string, readonly (readonly string[])[]>;
  /** The same choices with a role for each persona. */
  withOneRoleEach(): TestContext;
}

/** `documents` are those of the draft. */
export function testContext(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): TestContext {
  let oneRoleEach: TestContext | undefined;
  const shared = placeholderValues(draft, ruleset);
  const valuesByRole = new Map<string, PlaceholderValues>();
  return {
    draft,
    documents,
    ruleset,
    valuesFor: (role) => {
      const values =
        valuesByRole.get(role) ??
        (isLikeTheRest(draft, role) ? shared : placeholderValues(draft, ruleset, role));
      valuesByRole.set(role, values);
      return values;
    },
    policiesByKey: new Map(),
    personasByRole: new Map(),
    withOneRoleEach: () => {
      const other: Draft = { ...draft, layout: 'perPersona' };
      oneRoleEach ??= testContext(other, compose(other, ruleset), ruleset);
      return oneRoleEach;
    },
  };
}
