import type { SummaryRow } from '../../policies/access/policySummary.ts';
import type { TestSummary } from '../../policies/accessTests/testSummary.ts';
import type { GuaranteeSummary } from '../../policies/guarantees/guaranteeSummary.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import type { Preset } from '../../policies/library/preset.ts';
import type { ManagedComparison } from '../../policies/managedPolicies/compareWithManaged.ts';
import type { ManagedActivities } from '../../policies/managedPolicies/managedActivities.ts';
import type { NeededActivity } from '../../policies/managedPolicies/neededActivities.ts';
import type { NeededForActions } from '../../policies/managedPolicies/neededForActions.ts';
import type { Draft } from '../../policies/model/draft.ts';

/** What the page asks about a managed policy, and what comes back. Plain data, both ways. */

/** What a managed policy allows, by activity of the library and by service. */
export interface ManagedQuestion {
  readonly kind: 'managed';
  readonly policy: PolicyDocument;
  readonly preset: Preset | null;
}

/** What becomes of a managed policy with the roles that activities make. */
export interface ReplacementQuestion {
  readonly kind: 'replacement';
  readonly policy: PolicyDocument;
  readonly needed: readonly NeededActivity[];
  /** Those of the draft. Missing ones are examples. */
  readonly values: Draft['variables'];
  readonly preset: Preset | null;
}

/** The activities that allow actions and the least beyond them. */
export interface NeededQuestion {
  readonly kind: 'needed';
  readonly actions: readonly string[];
  readonly preset: Preset | null;
}

export interface NeededAnswer {
  readonly kind: 'needed';
  readonly found: NeededForActions;
}

export interface ManagedAnswer {
  readonly kind: 'managed';
  readonly activities: ManagedActivities;
  readonly summary: readonly SummaryRow[];
}

export interface ReplacementAnswer {
  readonly kind: 'replacement';
  readonly tests: TestSummary;
  readonly guarantees: GuaranteeSummary;
  /** How many actions are compared so far. */
  readonly compared: number;
  /** Nothing as long as it is being computed. */
  readonly comparison?: ManagedComparison;
}
