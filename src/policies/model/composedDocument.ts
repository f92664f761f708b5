import type { Stance } from './stance.ts';
import type { DocumentKind, PolicyDocument } from '../language/policy.ts';
import type { PlacedValue } from '../language/ranges.ts';

/** The choice that asks for an action: a persona's activity, a guardrail, a trust form, or the ceiling of a boundary. */
export type Source = ActivitySource | GuardrailSource | TrustSource | CeilingSource;

export interface ActivitySource {
  readonly kind: 'activity';
  readonly persona: string;
  readonly activity: string;
  readonly stance: Stance;
  /** Sid of the statement template within the activity. */
  readonly template: string;
}

export interface GuardrailSource {
  readonly kind: 'guardrail';
  readonly guardrail: string;
  readonly template: string;
}

export interface TrustSource {
  readonly kind: 'trust';
  readonly persona: string;
  readonly form: string;
  readonly template: string;
}

/** What a permissions boundary lets through so that the identity policies have an effect at all. */
export interface CeilingSource {
  readonly kind: 'ceiling';
  readonly template: string;
}

export interface StatementProvenance {
  /** Every source of the statement, in registry order, without repeats. */
  readonly sources: readonly Source[];
  /** Action as printed → the sources that need it; one that was dropped as covered counts for what covers it. */
  readonly actions: Readonly<Record<string, readonly Source[]>>;
  /** What hand edits know the statement by; absent on the halves of one that was divided. */
  readonly key?: string;
  /** What hand edits of version 0.1 know it by, where that is another key. */
  readonly former?: string;
  /** Set where a person wrote the statement or the space before it. */
  readonly written?: WrittenStatement;
}

/** What a person wrote of a statement, word for word. */
export interface WrittenStatement {
  /** The statement itself; absent where it is as generated. */
  readonly text?: string;
  /** Where the statement's values are, counted from the start of the text. */
  readonly places?: readonly PlacedValue[];
  /** The text between it and what comes before it. */
  readonly lead?: string;
}

/** What a person wrote around the statements of a document, word for word; absent where it is as printed. */
export interface WrittenEnvelope {
  /** Up to the first statement, without the space before that. */
  readonly head: string;
  /** Behind the last statement. */
  readonly tail: string;
  /** Where the policy and its elements are in the head and, right behind it, the tail; the list of statements around that place. */
  readonly places?: readonly PlacedValue[];
}

/** A role that an export creates, that exists already, or that AWS makes. */
export type DocumentRole =
  | {
      readonly state: 'created';
      readonly name: string;
      /** As in every policy that passes or trusts the role; an account that is not given is a placeholder. */
      readonly arn: string;
      /** ARNs that it was given as: one role cannot be several that exist. */
      readonly arns?: readonly string[];
    }
  | {
      readonly state: 'exists';
      /** Those that policies can be attached to from the account of the draft. */
      readonly arns: readonly string[];
      /** Those of other accounts. */
      readonly elsewhere: readonly string[];
    }
  /** IAM Identity Center makes it of a permission set, under a name that nobody can know before. */
  | { readonly state: 'permissionSet' }
  /** It is said to exist, but its ARN is none. */
  | { readonly state: 'unknown' };

/** The ARNs that a role has, or will have. */
export function arnsOfRole(role: DocumentRole | undefined): readonly string[] {
  if (role?.state === 'created') return [role.arn];
  return role?.state === 'exists' ? [...role.arns, ...role.elsewhere] : [];
}

/** A resource that exists and whose policy a document is. */
export interface AttachedResource {
  readonly type: 'modelPackageGroup' | 'bucket' | 'key' | 'repository';
  /** Its name or ARN; a missing value is a placeholder. */
  readonly name: string;
}

export interface ComposedDocument {
  /** `merged`, the persona's id, or either with what the document is for. Stable while other choices change. */
  readonly id: string;
  readonly title: string;
  /** Set on a part of a document that was split: the id of the whole. */
  readonly partOf?: string;
  readonly kind: DocumentKind;
  /** Ids of the personas whose choices the document holds, in registry order. */
  readonly personas: readonly string[];
  /** On permissions and trust policies: the role that they are for. Absent where there is none. */
  readonly role?: DocumentRole;
  /** On policies of resources. */
  readonly resource?: AttachedResource;
  readonly policy: PolicyDocument;
  /** One entry per statement of `policy`, in the same order. */
  readonly provenance: readonly StatementProvenance[];
  readonly envelope?: WrittenEnvelope;
}

/** Whether two policies are attached to two resources: what one allows on the one, the other doesn't. A missing name is no other one. */
export const areOfTwoResources = (
  { resource: one }: Pick<ComposedDocument, 'resource'>,
  { resource: other }: Pick<ComposedDocument, 'resource'>,
): boolean =>
  one !== undefined && other !== undefined && one.name !== other.name && !/[<>]/.test(one.name + other.name);
