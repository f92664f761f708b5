import type { Node } from 'jsonc-parser';
import type { DocumentKind } from '../../language/policy.ts';
import {
  organizationsPolicyKind,
  listEntries,
  type Candidate,
  isDocument,
  member,
  membersOf,
  stringValue,
} from '../candidates.ts';

/**
 * Single documents, lists of them, and what the AWS CLI prints: `get-policy-version`, `get-role-policy`, `get-role`,
 * `get-account-authorization-details`, `describe-vpc-endpoints`, `describe-policy` of AWS Organizations and their like.
 * Sources: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html,
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Policy.html
 */
export function findInOutput(root: Node): readonly Candidate[] {
  return visit(root, { names: new Map(), boundaries: boundaryArns(root) });
}

interface Context {
  /** Names from the objects above: `RoleName`, `PolicyName` and so on. */
  readonly names: ReadonlyMap<string, string>;
  /** ARNs of the policies that someone has as a permissions boundary. */
  readonly boundaries: ReadonlySet<string>;
}

const naming = [
  'UserName',
  'RoleName',
  'GroupName',
  'PolicyName',
  'Name',
  'Arn',
  'VersionId',
  'VpcEndpointId',
  'Type',
];

/** Keys whose value is a document, as an object or a string, and what kind that is. */
const documentKeys: ReadonlyMap<string, DocumentKind | 'resource' | undefined> = new Map<
  string,
  DocumentKind | 'resource' | undefined
>([
  ['AssumeRolePolicyDocument', 'trust'],
  ['PolicyDocument', undefined],
  ['Document', undefined],
  ['Content', 'service-control'],
  ['Policy', 'resource'],
]);

/** The roles of instance profiles stand in the list of roles, too. */
const repeated = new Set(['InstanceProfileList']);

function visit(node: Node, context: Context): readonly Candidate[] {
  if (node.type === 'array') return listEntries(node).flatMap((entry) => visit(entry, context));
  if (node.type !== 'object') return [];
  if (isDocument(node)) return [{ node, source: 'policy document' }];
  const members = membersOf(node);
  const summary = membersOf(members.get('PolicySummary'));
  const inner = { ...context, names: namesOf(members, namesOf(summary, context.names)) };
  return [...members].flatMap(([key, value]) => {
    if (repeated.has(key)) return [];
    if (key === 'PolicyVersionList')
      return listEntries(value)
        .filter(isDefault)
        .flatMap((one) => visit(one, inner));
    return documentKeys.has(key) && holdsDocument(value)
      ? [describe(key, value, inner)]
      : visit(value, inner);
  });
}

/** What is in a list of lists for the second time, and versions that another one replaced: these are not imported. */
export function skippedDocuments(root: Node): readonly Node[] {
  const found: Node[] = [];
  const search = (node: Node): void => {
    for (const [key, value] of membersOf(node)) {
      if (repeated.has(key)) found.push(value);
      else if (key === 'PolicyVersionList')
        found.push(...listEntries(value).filter((one) => !isDefault(one)));
      else search(value);
    }
    listEntries(node).forEach(search);
  };
  search(root);
  return found;
}

const holdsDocument = (node: Node): boolean =>
  node.type === 'string' ? /^\s*(?:\{|%7B)/i.test(String(node.value)) : isDocument(node);

const isDefault = (version: Node): boolean => member(version, 'IsDefaultVersion')?.value === true;

function namesOf(members: ReadonlyMap<string, Node>, above: ReadonlyMap<string, string>) {
  const namesHere = naming.flatMap((key): [string, string][] => {
    const text = stringValue(members.get(key));
    return text === undefined ? [] : [[key, text]];
  });
  return namesHere.length === 0 ? above : new Map([...above, ...namesHere]);
}

function describe(key: string, node: Node, { names, boundaries }: Context): Candidate {
  const owner = ownerOf(names);
  if (key === 'AssumeRolePolicyDocument')
    return {
      node,
      kind: 'trust',
      source: `trust policy${owner}`,
      ...titled(names.get('RoleName'), ' trust'),
    };
  const endpoint = names.get('VpcEndpointId');
  if (key === 'PolicyDocument' && endpoint)
    return { node, kind: 'vpc-endpoint', title: endpoint, source: `policy of VPC endpoint “${endpoint}”` };
  const name = names.get('PolicyName') ?? names.get('Name');
  if (key === 'Document') return managed(node, name, names, boundaries);
  const kind = documentKeys.get(key);
  if (kind === 'resource') return { node, kind, source: 'policy of a resource' };
  if (kind === 'service-control')
    return {
      node,
      ...titled(name),
      ...organizationsPolicyKind(names.get('Type'), `policy ${quoted(name)}of AWS Organizations`),
    };
  return { node, ...titled(name), source: `inline policy ${quoted(name)}`.trim() + owner };
}

function managed(
  node: Node,
  name: string | undefined,
  names: ReadonlyMap<string, string>,
  boundaries: ReadonlySet<string>,
): Candidate {
  const version = names.get('VersionId');
  const source = `managed policy ${quoted(name)}${version ? `version ${version}` : ''}`.trim();
  const kind = boundaries.has(names.get('Arn') ?? '') ? ({ kind: 'permissions-boundary' } as const) : {};
  return { node, ...kind, ...titled(name), source };
}

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

function boundaryArns(root: Node): ReadonlySet<string> {
  const found = new Set<string>();
  const search = (node: Node): void => {
    const arn = stringValue(member(node, 'PermissionsBoundaryArn'));
    if (arn !== undefined) found.add(arn);
    const below = node.type === 'object' ? membersOf(node).values() : listEntries(node);
    for (const child of below) if (child.children) search(child);
  };
  search(root);
  return found;
}
