import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  type CandidateSearch,
  type Choices,
  isDocument,
  isDocumentText,
  joinCandidates,
  listEntries,
  member,
  membersOf,
  namesPrincipals,
  noCandidates,
  organizationsPolicyKind,
  stringValue,
} from '../candidates.ts';
import type { FoundKind } from '../importReading.ts';
import { type Branch, branchesOf, branchesOfEntries } from './branches.ts';
import { calledFunction } from './functionCalls.ts';
import { permissionDocument } from './functionPermission.ts';
import { attachments, boundaryIds, ownOrGlobal, roleNotes, withAttached, withBoundary } from './roleNotes.ts';
import { connector, connectorsOf, samCandidates, isOfSam } from './samPolicies.ts';
import { isStatementList, statementsCandidate } from './statementsOnly.ts';
import { isReference, unreadInTemplate } from './unreadInTemplate.ts';

/**
 * CloudFormation templates: the resources that hold policies.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_IAM.html
 */
export const isTemplate = (root: Node): boolean => resourcesOf(root) !== undefined;

/** The resources of a template, or of a piece of one that begins with them. */
export function resourcesOf(root: Node): Node | undefined {
  const resources = member(root, 'Resources');
  if (hasResource(resources)) return resources;
  return hasResource(root) ? root : undefined;
}

const hasResource = (node: Node | undefined): boolean =>
  [...membersOf(node).values()].some((resource) => {
    const type = stringValue(member(resource, 'Type'));
    return type !== undefined && node?.type === 'object' && /^[\w-]+::/.test(type);
  });

/** What the documents of a type are, by the property that holds them. */
type Properties = Readonly<Record<string, FoundKind | undefined>>;

const identity: Properties = { PolicyDocument: 'identity' };

/** Types that hold policies of IAM and Organizations, and of endpoints. Any other document that names principals is a resource's. */
const properties: Readonly<Record<string, Properties>> = {
  'AWS::IAM::ManagedPolicy': identity,
  'AWS::IAM::Policy': identity,
  'AWS::IAM::RolePolicy': identity,
  'AWS::IAM::UserPolicy': identity,
  'AWS::IAM::GroupPolicy': identity,
  'AWS::IAM::Role': { AssumeRolePolicyDocument: 'trust' },
  'AWS::IAM::User': {},
  'AWS::IAM::Group': {},
  'AWS::SSO::PermissionSet': { InlinePolicy: 'identity' },
  'AWS::EC2::VPCEndpoint': { PolicyDocument: 'vpc-endpoint' },
  'AWS::Organizations::Policy': { Content: 'service-control' },
};

/** Properties of other types that hold a document, also where a function makes it. */
const documentProperty = /(?:Policy(?:Document|Text)?|PolicyBody)$/;

export function findInTemplate(root: Node): CandidateSearch {
  const resources = membersOf(resourcesOf(root));
  const boundaries = boundaryIds(resources);
  return joinCandidates(
    [...resources].flatMap(([id, resource]) => [
      inLoop(id, resource),
      ...branchesOf(member(resource, 'Properties')).map((branch) =>
        underCondition(
          resource,
          ofResource({
            id,
            resource,
            branch,
            isBoundary: boundaries.has(id),
            resources,
            globals: member(root, 'Globals'),
          }),
        ),
      ),
      connectorsOf(resource, id),
    ]),
  );
}

/**
 * Resources that a loop makes: which ones, only the transform knows.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html
 */
function inLoop(id: string, loop: Node): CandidateSearch {
  if (!/^Fn::ForEach::/.test(id) || documentsWithin(loop, new Map()).length === 0) return noCandidates;
  return {
    ...noCandidates,
    unreadPlaces: [{ node: loop, code: 'notComputed', detail: 'Fn::ForEach', name: `${id} in the template` }],
  };
}

/** What a resource holds is there only if the condition of the resource is met. */
function underCondition(resource: Node, found: CandidateSearch): CandidateSearch {
  const node = member(resource, 'Condition');
  const detail = stringValue(node);
  if (!node || detail === undefined) return found;
  const condition = { code: 'onlyIf' as const, detail, node };
  return {
    ...found,
    candidates: found.candidates.map((one) => ({ ...one, about: [condition, ...(one.about ?? [])] })),
  };
}

interface ResourceIn {
  readonly id: string;
  readonly resource: Node;
  readonly branch: Branch;
  readonly isBoundary: boolean;
  readonly resources: ReadonlyMap<string, Node>;
  /** Of AWS SAM: properties of all its resources of a kind. */
  readonly globals: Node | undefined;
}

function ofResource({ id, resource, branch, isBoundary, resources, globals }: ResourceIn): CandidateSearch {
  const type = stringValue(member(resource, 'Type')) ?? '';
  const condition = stringValue(member(resource, 'Condition'));
  const source = `${id} (${type}) in the template${condition === undefined ? '' : `, if ${condition}`}`;
  if (type === 'AWS::Lambda::Permission') return permissionOf(branch, id, source);
  if (type === 'AWS::Serverless::Connector') return connector(branch.node, source);
  if (isOfSam(type))
    return withBoundary(
      samCandidates(id, branch, { source, resources }),
      ownOrGlobal(branch.node, type, globals),
      {
        resources,
        source,
      },
    );
  const wanted = Object.hasOwn(properties, type) ? properties[type] : undefined;
  const values = branch.node;
  const ofProperty = ([property, node]: readonly [string, Node]): readonly Candidate[] => {
    if (property === 'Policies' && wanted)
      return branchesOfEntries(node, branch.choices).flatMap((entry) => inline(entry, id, source));
    const isKnown = wanted ? Object.hasOwn(wanted, property) : documentProperty.test(property);
    if (property === 'Statement' && isStatementList(node))
      return [{ ...statementsCandidate(node, id), choices: branch.choices, kind: 'resource', source }];
    const direct = isKnown ? documentsOf(node, branch.choices) : [];
    // A table has its document in the property that others have as one.
    const found = direct.length > 0 ? direct : documentsWithin(node, branch.choices);
    return found.map((document): Candidate => {
      const kind = isBoundary
        ? 'permissions-boundary'
        : (wanted?.[property] ?? kindOf(property, document, wanted ? '' : type));
      const title = kind === 'trust' ? `${id} trust` : titleOf(values, id);
      const of =
        kind === 'service-control'
          ? organizationsPolicyKind(stringValue(member(values, 'Type')), source)
          : { source };
      return { ...document, title, ...(kind ? { kind } : {}), ...of };
    });
  };
  const found = withAttached(
    [...membersOf(values)].flatMap(ofProperty),
    roleNotes(attachments(values), resources),
    source,
  );
  const unreadPlaces = wanted ? unreadInTemplate(values, Object.keys(wanted), source) : [];
  return joinCandidates([found, { ...noCandidates, unreadPlaces }]);
}

function permissionOf(branch: Branch, id: string, source: string): CandidateSearch {
  const { node } = branch;
  const document = permissionDocument({
    place: { offset: node.offset, length: node.length },
    functionName: member(node, 'FunctionName'),
    action: member(node, 'Action'),
    principal: member(node, 'Principal'),
    sourceArn: member(node, 'SourceArn'),
    sourceAccount: member(node, 'SourceAccount'),
    organization: member(node, 'PrincipalOrgID'),
    eventSourceToken: member(node, 'EventSourceToken'),
    urlAuthType: member(node, 'FunctionUrlAuthType'),
  });
  if (!document) return { ...noCandidates, unreadPlaces: [{ node, code: 'permission', detail: source }] };
  const found: Candidate = { ...branch, node: document, kind: 'resource', title: id, source, isAnew: true };
  return { ...noCandidates, candidates: [found] };
}

/** What a document is that no table has: by its property's name, its principals, and that a type of AWS has it. */
function kindOf(property: string, { node }: Branch, otherType: string): FoundKind | undefined {
  if (/^AssumeRolePolicy/.test(property)) return 'trust';
  const isOfResource = /^AWS::(?!CloudFormation::)/.test(otherType) || namesPrincipals(node);
  return otherType !== '' && isOfResource ? 'resource' : undefined;
}

/** The forms of a value that is a document, or should be one: the refusal says what a function would make. */
const documentsOf = (node: Node, choices: Choices): readonly Branch[] =>
  branchesOf(node, choices).filter(
    (branch) =>
      isDocument(branch.node) ||
      isDocumentText(branch.node) ||
      (calledFunction(branch.node) && !isReference(branch.node)),
  );

/** Documents further down in a property. */
function documentsWithin(node: Node, choices: Choices): readonly Branch[] {
  return branchesOf(node, choices).flatMap((branch): readonly Branch[] => {
    if (isDocument(branch.node) || isDocumentText(branch.node)) return [branch];
    const below =
      branch.node.type === 'object' ? [...membersOf(branch.node).values()] : listEntries(branch.node);
    return below.flatMap((child) => (child.children ? documentsWithin(child, branch.choices) : []));
  });
}

const inline = ({ node, choices }: Branch, id: string, source: string): readonly Candidate[] =>
  branchesOf(member(node, 'PolicyDocument'), choices).map((branch) => ({
    ...branch,
    kind: 'identity' as const,
    title: titleOf(node, id),
    source: `inline policy of ${source}`,
  }));

/** A name that is a function's value is no name yet. */
const titleOf = (values: Node | undefined, id: string): string =>
  stringValue(member(values, 'PolicyName')) ??
  stringValue(member(values, 'ManagedPolicyName')) ??
  stringValue(member(values, 'Name')) ??
  id;
