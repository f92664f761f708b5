import type { DocumentKind, PolicyDocument } from '../../language/policy.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' } as const;

/** What AWS attaches to every account of an organization; its other policies are attached beside it. */
const fullAccess: PolicyDocument = { Version: '2012-10-17', Statement: [everything] };

/** What holds where there is no document of a kind: nothing is granted, and nothing is limited. */
export function withoutDocument(kind: DocumentKind): readonly PolicyDocument[] {
  if (kind === 'identity' || kind === 'trust' || kind === 'resource') return [];
  if (kind === 'vpc-endpoint') return [{ ...fullAccess, Statement: [{ ...everything, Principal: '*' }] }];
  return [fullAccess];
}

const ofOrganization: ReadonlySet<DocumentKind> = new Set(['service-control', 'resource-control']);

/** The policies of a kind that decide together: these, and what is always attached beside them. */
export const effectivePolicies = (
  kind: DocumentKind,
  documents: readonly Pick<ComposedDocument, 'policy'>[],
): readonly PolicyDocument[] =>
  documents.length === 0
    ? withoutDocument(kind)
    : [...(ofOrganization.has(kind) ? [fullAccess] : []), ...documents.map(({ policy }) => policy)];
