import { type DocumentKind, listOf, type PolicyDocument } from '../language/policy.ts';

export function likelyKind({ Statement }: PolicyDocument): DocumentKind {
  const named = Statement.filter(
    ({ Principal, NotPrincipal }) => Principal !== undefined || NotPrincipal !== undefined,
  );
  if (named.length === 0) return 'identity';
  const takesRole = Statement.every(
    ({ Action, Resource }) =>
      Resource === undefined && listOf(Action).some((action) => /^sts:/i.test(action)),
  );
  return takesRole ? 'trust' : 'vpc-endpoint';
}

/** What names principals may belong to any resource; what only denies is more often a service control policy. */
export const isKindUncertain = ({ Statement }: PolicyDocument, kind: DocumentKind): boolean =>
  kind === 'vpc-endpoint' || (kind === 'identity' && Statement.every(({ Effect }) => Effect === 'Deny'));
