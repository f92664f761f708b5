import { listOf, type PolicyDocument, type Statement } from '../language/policy.ts';
import type { FoundKind } from './importReading.ts';

/** What a policy is by its statements, by the name of its file and folders, and by the words directly in front of it. */
export function likelyKind({ Statement }: PolicyDocument, fileName: string, before = ''): FoundKind {
  const byName = kindOfName(fileName);
  const named = Statement.some(
    ({ Principal, NotPrincipal }) => Principal !== undefined || NotPrincipal !== undefined,
  );
  if (named) return byName && ofPrincipals.has(byName) ? byName : kindWithPrincipals(Statement, before);
  if (byName && !ofPrincipals.has(byName)) return byName;
  return deniesAcrossAccounts(Statement) ? 'service-control' : 'identity';
}

/** The kinds whose policies name principals. */
const ofPrincipals: ReadonlySet<FoundKind> = new Set<FoundKind>([
  'trust',
  'resource',
  'resource-control',
  'vpc-endpoint',
]);

const names: readonly (readonly [words: RegExp, kind: FoundKind])[] = [
  [/(?:^|[^a-z])rcps?(?:[^a-z]|$)|resource[-_ ]?control/i, 'resource-control'],
  [/(?:^|[^a-z])scps?(?:[^a-z]|$)|service[-_ ]?control/i, 'service-control'],
  [/boundar(?:y|ies)/i, 'permissions-boundary'],
  [/(?:^|[^a-z])(?:vpce|vpc[-_ ]?endpoints?|endpoint[-_ ]?polic(?:y|ies))(?:[^a-z]|$)/i, 'vpc-endpoint'],
  [/trust|assume[-_ ]?role/i, 'trust'],
  [/(?:bucket|key|queue|topic|resource|repository)[-_ ]?polic(?:y|ies)/i, 'resource'],
];

/** The kind that a file, or else the folder it is in, is called after. */
function kindOfName(path: string): FoundKind | undefined {
  const parts = path.split(/[\\/]/).toReversed();
  return parts
    .flatMap((part) => names.find(([words]) => words.test(part))?.[1] ?? [])
    .find((kind) => kind !== undefined);
}

function kindWithPrincipals(statements: readonly Statement[], before: string): FoundKind {
  const takesRole = statements.every(
    ({ Action, Resource }) =>
      Resource === undefined && listOf(Action).some((action) => /^sts:/i.test(action)),
  );
  if (takesRole) return 'trust';
  if (!statements.every(isForEveryone) || OF_RESOURCE.test(before)) return 'resource';
  if (!statements.every(({ Effect }) => Effect === 'Deny')) return 'vpc-endpoint';
  return statements.every(({ Resource }) => listOf(Resource).includes('*')) ? 'resource-control' : 'resource';
}

/** `bucketPolicy: |`, `aws s3api put-bucket-policy … --policy '`: not further in front than a line or two. */
const OF_RESOURCE =
  /(?:bucket|key|queue|topic|repository|secret|registry|resource)[-_ ]?policy[^{}]{0,200}$/i;

/** The policy of an endpoint, or of an organization's resources, names everyone; that of one resource mostly someone. */
const isForEveryone = ({ Principal }: Statement): boolean =>
  Principal === '*' || (typeof Principal === 'object' && listOf(Principal.AWS).includes('*'));

/**
 * Denials of what is in any account, as service control policies have them. One about the caller's own user or its second factor is
 * mostly a person's.
 */
const deniesAcrossAccounts = (statements: readonly Statement[]): boolean =>
  statements.length > 0 &&
  statements.every(({ Effect, Resource }) => Effect === 'Deny' && listOf(Resource).every(isInAnyAccount)) &&
  !/"aws:MultiFactorAuth|\$\{aws:/i.test(JSON.stringify(statements));

const isInAnyAccount = (resource: string): boolean =>
  resource === '*' || /^arn:[^:]*:[^:]*:[^:]*:\*:|^arn:[^:]*:s3:::\*/.test(resource);

/** What names principals may belong to any resource; what only denies may be anyone's. */
export const isKindUncertain = ({ Statement }: PolicyDocument, kind: FoundKind): boolean =>
  kind !== 'trust' && (kind !== 'identity' || Statement.every(({ Effect }) => Effect === 'Deny'));
