import { compose } from '../compose/compose.ts';
import { fillValues } from '../compose/exampleValues.ts';
import { isLikeTheRest } from '../draft/roleInstances.ts';
import { computeOnce } from '../language/computeOnce.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { prepare } from '../simulate/prepare.ts';
import type { PreparedPolicySet } from '../simulate/preparedPolicySet.ts';
import { type PlaceholderValues, placeholderValues } from '../compose/fillPlaceholders.ts';
import type { AppliedPolicies } from '../compose/appliedPolicies.ts';
import { strangerAccount } from './strangers.ts';

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
  /** An account that none of the values of a role names. */
  strangerFor(role: string): string;
  /** Policies by what decides them, prepared once. */
  readonly policiesByKey: Map<string, PreparedTestPolicies | undefined>;
  /** Persona → whose policies each of its roles has. */
  readonly personasByRole: Map<string, readonly (readonly string[])[]>;
  /** The same choices with a role for each persona. */
  withOneRoleEach(): TestContext;
  /** The same choices with examples of the roles that are missing. */
  withRoles(): TestContext;
}

/** `documents` are those of the draft. */
export function testContext(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): TestContext {
  const shared = placeholderValues(draft, ruleset);
  const valuesByRole = new Map<string, PlaceholderValues>();
  const valuesFor = (role: string): PlaceholderValues => {
    const values =
      valuesByRole.get(role) ??
      (isLikeTheRest(draft, role) ? shared : placeholderValues(draft, ruleset, role));
    valuesByRole.set(role, values);
    return values;
  };
  // Most roles have the shared values.
  const strangers = new Map<PlaceholderValues, string>();
  return {
    draft,
    documents,
    ruleset,
    valuesFor,
    strangerFor: (role) => {
      const values = valuesFor(role);
      const stranger = strangers.get(values) ?? strangerAccount(values);
      strangers.set(values, stranger);
      return stranger;
    },
    policiesByKey: new Map(),
    personasByRole: new Map(),
    withOneRoleEach: computeOnce(() => contextOf({ ...draft, layout: 'perPersona' }, ruleset)),
    withRoles: computeOnce(() => contextOf(fillValues(draft, ruleset), ruleset)),
  };
}

const contextOf = (draft: Draft, ruleset: Ruleset): TestContext =>
  testContext(draft, compose(draft, ruleset), ruleset);
