import type { Stance } from './activities/activity.ts';
import type { DocumentKind, PolicyDocument } from './document.ts';

/** The choice of a persona that asks for an action. */
export interface Source {
  readonly persona: string;
  readonly activity: string;
  readonly stance: Stance;
  /** Sid of the statement template within the activity. */
  readonly template: string;
}

export interface StatementProvenance {
  /** Every source of the statement, in registry order, without repeats. */
  readonly sources: readonly Source[];
  /** Action as printed → the sources that need it; one that was dropped as covered counts for what covers it. */
  readonly actions: Readonly<Record<string, readonly Source[]>>;
}

export interface ComposedDocument {
  /** `merged`, or the persona's id. Stable while other choices change. */
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  /** Ids of the personas whose choices the document holds, in registry order. */
  readonly personas: readonly string[];
  readonly policy: PolicyDocument;
  /** One entry per statement of `policy`, in the same order. */
  readonly provenance: readonly StatementProvenance[];
}
