import type { AttachedResource, ComposedDocument, DocumentRole } from '../model/composedDocument.ts';
import { type DocumentKind, POLICY_VERSION } from '../language/policy.ts';
import { RecentResults } from './recentResults.ts';
import { mergeAttributed, type AttributedStatement } from './merge/mergeStatements.ts';

/** A document before its statements are merged. */
export interface UnmergedDocument {
  readonly id: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly personas: readonly string[];
  readonly role?: DocumentRole;
  readonly resource?: AttachedResource;
  readonly statements: readonly AttributedStatement[];
}

interface MergedPlan {
  readonly plan: UnmergedDocument;
  readonly document: ComposedDocument;
}

const recentDocuments = new Map<string, RecentResults<MergedPlan>>();

/** Merges the statements of a plan. A plan with the same statements as one of the last of its id gives the same document. */
export function mergeDocument(plan: UnmergedDocument): ComposedDocument {
  const recent = recentDocuments.get(plan.id) ?? new RecentResults<MergedPlan>();
  recentDocuments.set(plan.id, recent);
  return recent.get(
    (last) => isSame(last.plan, plan),
    () => ({ plan, document: merged(plan) }),
  ).document;
}

const isSame = (one: UnmergedDocument, other: UnmergedDocument): boolean =>
  one.title === other.title &&
  one.kind === other.kind &&
  one.personas.join() === other.personas.join() &&
  JSON.stringify([one.role, one.resource]) === JSON.stringify([other.role, other.resource]) &&
  one.statements.length === other.statements.length &&
  one.statements.every((entry, index) => entry === other.statements[index]);

function merged({
  id,
  title,
  kind,
  personas,
  role,
  resource,
  statements,
}: UnmergedDocument): ComposedDocument {
  const all = mergeAttributed(statements);
  return {
    id,
    title,
    kind,
    personas,
    ...(role ? { role } : {}),
    ...(resource ? { resource } : {}),
    policy: { Version: POLICY_VERSION, Statement: all.map(({ statement }) => statement) },
    provenance: all.map(({ statement: { Sid }, provenance }) => ({ ...provenance, key: Sid ?? '' })),
  };
}
