import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  listEntries,
  member,
  namesPrincipals,
  organizationsPolicyKind,
  stringValue,
} from '../candidates.ts';
import type { FoundKind } from '../importReading.ts';
import { standardKey } from './documentKeys.ts';

/** What the objects around a document call it. */
export interface DescribedNames {
  /** Names from the objects above: `RoleName`, `PolicyName` and so on. */
  readonly given: ReadonlyMap<string, string>;
  /** ARNs of the policies that someone has as a permissions boundary. */
  readonly boundaries: ReadonlySet<string>;
  /** ARNs of what the text has itself. */
  readonly present: ReadonlySet<string>;
  /** The innermost object with a trust policy. */
  readonly role?: Node;
}

const naming = new Set([
  'UserName',
  'RoleName',
  'GroupName',
  'PolicyName',
  'Name',
  'Arn',
  'VersionId',
  'VpcEndpointId',
  'Type',
  'BucketName',
  'RepositoryName',
  'QueueUrl',
  'TopicArn',
  'KeyId',
  'SecretId',
  'FunctionName',
  'ResourceId',
  'ResourceName',
  'ModelPackageGroupName',
]);

/** The names of an object, with those above it. */
export function namesOf(
  node: Node,
  members: ReadonlyMap<string, Node>,
  above: DescribedNames,
): DescribedNames {
  const summary = member(node, 'PolicySummary');
  const metadata = members.has('apiVersion') ? members.get('metadata') : undefined;
  const properties = [metadata, summary, node].flatMap((one) =>
    one?.type === 'object' ? (one.children ?? []) : [],
  );
  const here = properties.flatMap(({ children: [key, value] = [] }): [string, string][] => {
    const [name, text] = [standardKey(String(key?.value)), stringValue(value)];
    return text !== undefined && naming.has(name) ? [[name, text]] : [];
  });
  const isRole = members.has('AssumeRolePolicyDocument') || members.has('assumeRolePolicyDocument');
  if (here.length === 0 && !isRole) return above;
  return { ...above, given: new Map([...above.given, ...here]), ...(isRole ? { role: node } : {}) };
}

/** The document under a key, described by the names around it. `title`: where these give none. */
export function describeDocument(
  key: string,
  kind: FoundKind | undefined,
  node: Node,
  names: DescribedNames,
  title: string | undefined,
): Candidate {
  const { given } = names;
  const owner = ownerOf(given);
  if (kind === 'trust' || isTrustOfCall(key, node, given))
    return {
      node,
      kind: 'trust',
      source: `trust policy${owner}`,
      ...titled(given.get('RoleName') ?? given.get('Name') ?? title, ' trust'),
      about: roleNotes(names),
    };
  const endpoint = given.get('VpcEndpointId');
  if (key === 'PolicyDocument' && endpoint)
    return { node, kind: 'vpc-endpoint', title: endpoint, source: `policy of VPC endpoint “${endpoint}”` };
  const name = given.get('PolicyName') ?? given.get('Name') ?? title;
  if (key === 'Document') return managed(node, name, names);
  if (kind === 'resource' && (key !== 'Policy' || namesPrincipals(node)))
    return { node, kind, source: 'policy of a resource', ...titled(resourceName(given) ?? title) };
  if (kind === 'service-control')
    return {
      node,
      ...titled(name),
      ...organizationsPolicyKind(given.get('Type'), `policy ${quoted(name)}of AWS Organizations`),
    };
  const source = `inline policy ${quoted(name)}`.trim() + owner;
  const stated = owner !== '' ? 'identity' : kind === 'resource' ? undefined : kind;
  return { node, ...(stated ? { kind: stated } : {}), ...titled(name), source };
}

/** `UpdateAssumeRolePolicy` calls it as the calls for inline policies do, which name the policy. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html */
const isTrustOfCall = (key: string, node: Node, given: ReadonlyMap<string, string>): boolean =>
  key === 'PolicyDocument' && given.has('RoleName') && !given.has('PolicyName') && namesPrincipals(node);

function managed(node: Node, name: string | undefined, { given, boundaries }: DescribedNames): Candidate {
  const version = given.get('VersionId');
  const source = `managed policy ${quoted(name)}${version ? `version ${version}` : ''}`.trim();
  const kind = boundaries.has(given.get('Arn') ?? '') ? 'permissions-boundary' : 'identity';
  return { node, kind, ...titled(name), source };
}

/** Names the boundary of a role, and its managed policies that are not in the text. */
function roleNotes({ role, present }: DescribedNames): NonNullable<Candidate['about']> {
  if (!role) return [];
  const boundary = member(role, 'PermissionsBoundary') ?? member(role, 'permissionsBoundary');
  const arn = member(boundary, 'PermissionsBoundaryArn') ?? member(boundary, 'permissionsBoundaryArn');
  const attached = member(role, 'AttachedManagedPolicies') ?? member(role, 'attachedManagedPolicies');
  const others = listEntries(attached).flatMap((entry) => {
    const node = member(entry, 'PolicyArn') ?? member(entry, 'policyArn');
    const detail = stringValue(node);
    return node && detail !== undefined && !present.has(detail)
      ? [{ code: 'attached' as const, detail, node }]
      : [];
  });
  const limit = stringValue(arn);
  return [
    ...(arn && limit !== undefined ? [{ code: 'boundary' as const, detail: limit, node: arn }] : []),
    ...others,
  ];
}

const resourceName = (given: ReadonlyMap<string, string>): string | undefined =>
  [
    'BucketName',
    'RepositoryName',
    'QueueUrl',
    'TopicArn',
    'KeyId',
    'SecretId',
    'FunctionName',
    'ModelPackageGroupName',
    'ResourceName',
    'ResourceId',
    'Name',
  ]
    .map((key) => given.get(key))
    .find((name) => name !== undefined);

const quoted = (name: string | undefined): string => (name === undefined ? '' : `“${name}” `);

const titled = (name: string | undefined, suffix = '') =>
  name === undefined ? {} : { title: `${name}${suffix}` };

function ownerOf(names: ReadonlyMap<string, string>): string {
  for (const [key, word] of owners) {
    const name = names.get(key);
    if (name !== undefined) return ` of ${word} “${name}”`;
  }
  return '';
}

const owners = [
  ['RoleName', 'role'],
  ['UserName', 'user'],
  ['GroupName', 'group'],
] as const;
