/**
 * The IAM policy language as plain data, in AWS's words.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */

export type Effect = 'Allow' | 'Deny';

/** The grammar lets a single value stand without its array. */
export type OneOrMany = string | readonly string[];

export type Principal =
  | '*'
  | {
      readonly AWS?: OneOrMany;
      readonly Service?: OneOrMany;
      readonly Federated?: OneOrMany;
      readonly CanonicalUser?: OneOrMany;
    };

/** Operator → condition key → values. All operators and keys must hold; of several values, one. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;

export interface Statement {
  readonly Sid?: string;
  readonly Effect: Effect;
  readonly Principal?: Principal;
  readonly NotPrincipal?: Principal;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: ConditionBlock;
}

export interface PolicyDocument {
  readonly Version?: string;
  readonly Id?: string;
  readonly Statement: readonly Statement[];
}

export type DocumentKind =
  | 'identity'
  | 'permissions-boundary'
  | 'service-control'
  | 'resource-control'
  | 'trust'
  | 'vpc-endpoint'
  | 'resource';

/** Version that every composed document carries; policy variables are literal text without it. */
export const POLICY_VERSION = '2012-10-17';

/** A managed policy may have 6,144 characters; this is far above anything that IAM takes. In UTF-16 units. */
export const MAX_TEXT_LENGTH = 2_000_000;

declare const brand: unique symbol;

/** UTF-16 offset into a document's text, 0-based. Lines and columns belong to the editor's adapter. */
export type Offset = number & { readonly [brand]: 'Offset' };

const isOffset = (value: number): value is Offset => Number.isInteger(value) && value >= 0;

export const toOffset = (value: number): Offset => {
  if (!isOffset(value)) throw new RangeError(`not an offset: ${value}`);
  return value;
};

export interface TextRange {
  readonly offset: Offset;
  readonly length: number;
}

/** The place of a value in a document: `['Statement', 0, 'Action', 2]`. */
export type Path = readonly (string | number)[];

/** The values of a grammar field that may be absent, single or a list, always as a list. */
export function listOf(value: OneOrMany | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
