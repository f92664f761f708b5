import type { ComposedDocument } from './composed.ts';
import { type DocumentKind, POLICY_VERSION } from './document.ts';
import { mergeSourced, type SourcedStatement } from './merge.ts';

/** A document before its statements are merged. */
export interface DocumentPlan {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly personas: readonly string[];
  readonly statements: readonly SourcedStatement[];
}

export function documentOf({ id, title, kind, personas, statements }: DocumentPlan): ComposedDocument {
  const merged = mergeSourced(statements);
  return {
    id,
    title,
    kind,
    personas,
    policy: { Version: POLICY_VERSION, Statement: merged.map(({ statement }) => statement) },
    provenance: merged.map(({ provenance }) => provenance),
  };
}
