import type { PolicyType } from '../language/policyType.ts';
import type { Node } from 'jsonc-parser';
import type { Catalog } from '../catalog/catalog.ts';
import type { Path, TextRange } from '../language/policy.ts';
import type { PassableRoles } from '../model/rolesInAccount.ts';
import type { CheckedStatement } from './checkedStatement.ts';

export const findingTypes = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'] as const;

/** The four finding types of Access Analyzer, most severe first. */
export type FindingType = (typeof findingTypes)[number];

export interface Place {
  readonly path: Path;
  readonly range: TextRange;
}

export interface Finding extends Place {
  /** Access Analyzer's issue code; codes that begin with `SPB_` are of checks that Access Analyzer does not have. */
  readonly code: string;
  readonly type: FindingType;
  /** What fills the gaps of the rule's sentence. */
  readonly values: Readonly<Record<string, string>>;
  /** Further places of the same finding. */
  readonly also: readonly Place[];
}

/** A policy as text, or as data that is printed before it is checked. */
export interface Example {
  readonly policy: unknown;
  readonly type?: PolicyType;
  readonly resourceType?: string;
  /** The day of the check, where the rule depends on it. */
  readonly today?: string;
  /** The roles of the draft, where the rule is about them. */
  readonly roles?: PassableRoles;
}

/** One issue code: what it means, and a policy on either side of it. Both are executed as tests. */
export interface Rule {
  readonly code: string;
  readonly type: FindingType;
  /** What is wrong, with gaps such as `{action}`. */
  readonly message: string;
  /** Why it matters, and what to do. */
  readonly advice: string;
  readonly invalid: Example;
  readonly valid: Example;
  /** The source of an `SPB_` rule; Access Analyzer's are described on its reference page. */
  readonly source?: string;
}

/** A tight family of rules with the code that finds them. */
export interface Check {
  readonly rules: readonly Rule[];
  run(context: CheckContext): void;
}

export interface CheckOptions {
  /** Services that are not loaded there are reported as not checked. */
  readonly catalog: Catalog;
  /** CloudFormation's name of what a resource policy is attached to: `AWS::S3::Bucket`. */
  readonly resourceType?: string;
  /** `open`: placeholders such as `<ACCOUNT_ID>` are missing values, and are not reported as errors. */
  readonly placeholders?: 'text' | 'open';
  /** The day of the check, `2026-09-26`; without it the age of the catalog's data is not judged. */
  readonly today?: string;
  /** The roles of the policy's draft; without them, the check of passed roles does not run. */
  readonly roles?: PassableRoles;
}

export type Report = (
  rule: Rule,
  at: Node | Place,
  values?: Finding['values'],
  also?: readonly (Node | Place)[],
) => void;

export interface CheckContext {
  readonly text: string;
  readonly type: PolicyType;
  readonly resourceType: string | undefined;
  readonly catalog: Catalog;
  readonly placeholders: 'text' | 'open';
  readonly today: string | undefined;
  readonly roles: PassableRoles | undefined;
  readonly root: Node;
  /** Elements of the policy by name; a lone statement is in `statements` all the same. */
  readonly elements: ReadonlyMap<string, Element>;
  readonly version: string | undefined;
  readonly statements: readonly CheckedStatement[];
  readonly report: Report;
  /** Notes that nothing can be said of a service, since its data is not loaded. */
  notChecked(service: string, at: Node): void;
}

export interface Element {
  readonly key: Node;
  readonly value: Node;
}

/** The class of policies that name a principal. */
export const isResourceLike = (type: PolicyType): boolean => type === 'resource' || type === 'vpc-endpoint';
