import type { PolicyType } from '../../policies/language/policyType.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { Fix } from '../../policies/fixes/fix.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';
import type { PassableRoles } from '../../policies/model/rolesInAccount.ts';

/** What the page and its checking worker say to each other. */

/** A text to check: a document of the draft, or any policy with what it is attached to. */
export interface CheckedText {
  readonly key: string;
  readonly text: string;
  readonly as:
    | { readonly kind: DocumentKind; readonly roles: PassableRoles }
    | { readonly type: PolicyType; readonly resourceType?: string };
}

export interface CheckQuestion {
  readonly text: CheckedText;
  /** Address of the folder with the catalog, with its slash: a worker's own address says nothing about it. */
  readonly catalog: string;
}

export interface CheckResult {
  readonly key: string;
  readonly findings: readonly DescribedFinding[];
  /** Findings beyond those that are worth sending; the worst are sent. */
  readonly more: number;
}

/** Not the last one while data of services is still loading. */
export interface CheckAnswer {
  readonly result: CheckResult;
  /** Number of rules that were applied. */
  readonly rules: number;
}

/** What a policy was checked as. */
export interface CheckedAs {
  readonly type?: PolicyType;
  readonly resourceType?: string;
}

/** Asks for the fixes of one finding of a text. */
export interface FixesQuestion {
  readonly text: string;
  readonly finding: DescribedFinding;
  readonly as: CheckedAs;
  /** As in `CheckQuestion`. */
  readonly catalog: string;
}

export interface FixesAnswer {
  readonly fixes: readonly Fix[];
}
