import type { AppliedPolicies } from '../compose/appliedPolicies.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Undecided } from '../exact/answer.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import type { AccessRequest } from '../simulate/request.ts';

export type GuaranteeOwner =
  | { readonly kind: 'persona'; readonly persona: string }
  | { readonly kind: 'guardrail'; readonly guardrail: string }
  /** Of the organization, by its preset. */
  | { readonly kind: 'preset' }
  | { readonly kind: 'user' };

/** Why a guarantee is undecided: as of a comparison, or because the answer depends on how AWS reads an ARN with too few fields. */
export type GuaranteeUndecided = Undecided | { readonly reason: 'reading' };

/** Policies of one role, and who has it. */
export interface GuaranteedPolicies {
  readonly policies: AppliedPolicies;
  readonly principal: string;
  readonly catalog?: Catalog;
  /** What counts in a proof, where that is less than the policies say. */
  readonly counted?: PolicySet;
}

/** A request that is allowed although it must not be, and the policies that allow it. */
export interface Violation {
  readonly request: AccessRequest;
  readonly policies: AppliedPolicies;
}

/** What a guarantee is of one draft. Plain data, which a worker can post. */
export interface GuaranteeResult {
  readonly id: string;
  readonly sentence: string;
  readonly owner: GuaranteeOwner;
  /** Address of the page that describes it; none of a guarantee that the user or an organization wrote. */
  readonly source?: string;
  /** The answer for the role that is worst off. */
  readonly answer:
    | { readonly state: 'proven' }
    | { readonly state: 'violated'; readonly violation: Violation }
    | { readonly state: 'undecided'; readonly because: GuaranteeUndecided }
    /** The draft has no policy that it is about. */
    | { readonly state: 'noPolicy' };
  /** Ids of the personas that have the role which is violated or undecided, where there are several roles. */
  readonly role?: readonly string[];
}
