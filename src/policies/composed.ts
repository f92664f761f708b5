import type { Stance } from './activities/activity.ts';
import type { DocumentKind, PolicyDocument } from './document.ts';

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
  readonly policy: PolicyDocument;
  /** One entry per statement of `policy`, in the same order. */
  readonly provenance: readonly StatementProvenance[];
}
