import type { Ruleset } from '../library/ruleset.ts';
import { compose } from './compose.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { mergeDocument } from './mergeDocument.ts';
import type { Draft } from '../model/draft.ts';
import { isImported } from '../model/documentEdits.ts';
import type { AttributedStatement } from './merge/mergeStatements.ts';

/** Id of the combined view. No document that is delivered has it. */
export const COMBINED = 'combined';

/**
 * What all roles of a draft may do together, as one merged policy: to read, to compare and to copy. It is attached to nothing, so
 * quotas and findings do not apply to it. Hand edits are part of it; documents that no choice makes are not. Nothing while there
 * are fewer than two roles with permissions.
 */
export function combinedView(draft: Draft, ruleset: Ruleset): ComposedDocument | undefined {
  return combined(compose(draft, ruleset));
}

/** As `combinedView`, of documents that were composed before. */
export function combined(documents: readonly ComposedDocument[]): ComposedDocument | undefined {
  const outline = combinedOutline(documents);
  return outline && combineRoles(outline);
}

export interface CombinedOutline {
  readonly head: Pick<ComposedDocument, 'id' | 'title' | 'kind' | 'personas'>;
  /** The permissions policies that are merged. */
  readonly roles: readonly ComposedDocument[];
}

export const combineRoles = ({ head, roles }: CombinedOutline): ComposedDocument =>
  mergeDocument({ ...head, statements: roles.flatMap(statementsOf) });

/** What the combined view is of, before anything is merged; nothing where there is none. */
export function combinedOutline(documents: readonly ComposedDocument[]): CombinedOutline | undefined {
  const roles = documents.filter((document) => document.kind === 'identity' && !isImported(document));
  if (roles.length < 2) return undefined;
  const personas = roles.flatMap((role) => role.personas);
  return { head: { id: COMBINED, title: 'All roles (combined)', kind: 'identity', personas }, roles };
}

const attributedStatements = new WeakMap<ComposedDocument, readonly AttributedStatement[]>();

/** The same objects for the same document, so that merging can keep what it knows about them. */
function statementsOf(document: ComposedDocument): readonly AttributedStatement[] {
  const ready = attributedStatements.get(document);
  if (ready) return ready;
  const statements = document.policy.Statement.map(({ Sid, ...statement }, index): AttributedStatement => {
    const { sources = [], actions = {} } = document.provenance[index] ?? {};
    return { statement, name: { template: sidOf(Sid), row: 0 }, sources, actions };
  });
  attributedStatements.set(document, statements);
  return statements;
}

const sidOf = (sid: string | undefined): string => sid?.replace(/[^0-9A-Za-z]/g, '') || 'Statement';
