import type { Node } from 'jsonc-parser';
import { parseJson } from '../../language/parse.ts';
import {
  type Candidate,
  type CandidateSearch,
  isDocument,
  isDocumentText,
  listEntries,
  member,
  membersOf,
  type UnreadPlace,
} from '../candidates.ts';
import { placedAt } from '../hcl/nodeParts.ts';
import { documentKind, isDocumentKey, isGeneralKey, standardKey } from './documentKeys.ts';
import { describeDocument, type DescribedNames, namesOf } from './documentNames.ts';
import { isTextOfJson, withinText } from './nestedJson.ts';
import { isStatementList, statementsCandidate } from './statementsOnly.ts';

/**
 * Single documents, lists of them, and everything with documents under their usual names: what the AWS CLI prints, as JSON or YAML,
 * items of AWS Config, events of CloudTrail, and files of tools such as MDAA. `takesStatements`: also without a document around them.
 * Sources: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html,
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html,
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_Policy.html,
 * https://docs.aws.amazon.com/config/latest/developerguide/config-item-table.html
 */
export function findInOutput(root: Node, takesStatements: boolean): CandidateSearch {
  const context = {
    names: { given: new Map(), ...arnsIn(root) },
    depth: 0,
    takesStatements,
  };
  return { candidates: visit(root, context), unreadPlaces: cutOff(root) };
}

interface Context {
  readonly names: DescribedNames;
  /** The last name above that is not one of a format. */
  readonly title?: string;
  /** JSON within texts of JSON. */
  readonly depth: number;
  /** Statements without a document count. */
  readonly takesStatements: boolean;
}

/**
 * What is not imported: the roles of instance profiles, which stand in the list of roles, too, and what a change set of CloudFormation
 * replaces, or lists by property beside the whole.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChange.html
 */
const isPassedOver = (name: string, members: ReadonlyMap<string, Node>): boolean =>
  name === 'InstanceProfileList' ||
  (members.has('ResourceType') && name === 'BeforeContext') ||
  (members.has('AfterContext') && name === 'Details') ||
  (members.has('AfterValue') && name === 'BeforeValue');

function visit(node: Node, context: Context): readonly Candidate[] {
  if (context.takesStatements && isStatementList(node)) return [statementsCandidate(node, context.title)];
  if (node.type === 'array') return listEntries(node).flatMap((entry) => ofEntry(entry, context));
  if (isDocument(node)) return [{ node, source: 'policy document', ...titled(context.title) }];
  if (node.type !== 'object') return [];
  const members = membersOf(node);
  const names = namesOf(node, members, context.names);
  return [...members]
    .filter(([key]) => !isPassedOver(standardKey(key), members))
    .flatMap(([key, value]) => ofMember(key, value, { ...context, names }));
}

/** A query of AWS Config answers with a list of texts that are JSON. */
const ofEntry = (entry: Node, context: Context): readonly Candidate[] =>
  isTextOfJson(entry) && context.depth < DEEPEST
    ? withinText(entry, (root) => visit(root, { ...context, depth: context.depth + 1 }))
    : visit(entry, context);

function ofMember(key: string, value: Node, context: Context): readonly Candidate[] {
  const standard = standardKey(key);
  const inner: Context = isGeneralKey(standard) ? context : { ...context, title: key };
  if (standard === 'PolicyVersionList')
    return listEntries(value)
      .filter(isDefault)
      .flatMap((one) => visit(one, inner));
  if (standard === 'InlinePolicies' && value.type === 'object')
    return [...membersOf(value)].flatMap(([name, one]) => inlinePolicy(name, one, inner));
  const isPolicy = isDocument(value) || isDocumentText(value);
  if (isPolicy && isDocumentKey(standard) && !isWrapped(value))
    return [describeDocument(standard, documentKind(standard), value, context.names, context.title)];
  const statements = context.takesStatements ? statementsInText(value) : undefined;
  if (statements) return [statementsCandidate(placedAt(statements, value), inner.title)];
  if (isTextOfJson(value) && context.depth < DEEPEST)
    return withinText(value, (root) => visit(root, { ...inner, depth: context.depth + 1 }));
  return visit(value, inner);
}

/** Of a role of a cluster’s controller. Source: https://aws-controllers-k8s.github.io/community/reference/iam/v1alpha1/role/ */
const inlinePolicy = (name: string, value: Node, context: Context): readonly Candidate[] =>
  isDocument(value) || isDocumentText(value)
    ? [{ node: value, kind: 'identity', title: name, source: `inline policy “${name}”` }]
    : visit(value, { ...context, title: name });

/** Statements as a text of JSON, as clusters take them for each role. */
function statementsInText(node: Node): Node | undefined {
  const text = node.type === 'string' ? String(node.value) : '';
  const { root } = /^\s*[[{][^]*"Effect"/.test(text) ? parseJson(text) : {};
  return root && isStatementList(root) ? root : undefined;
}

/** JSON in JSON in JSON: an event of CloudTrail in the answer of a call. */
const DEEPEST = 3;

/** A text that is no document itself, but holds one. */
const isWrapped = (node: Node): boolean =>
  node.type === 'string' && /^\s*\{\s*"policyText"/.test(String(node.value));

const titled = (title: string | undefined) => (title === undefined ? {} : { title });

/** What is in a list of lists for the second time, and versions that another one replaced: these are not imported. */
export function skippedDocuments(root: Node): readonly Node[] {
  const found: Node[] = [];
  const search = (node: Node): void => {
    const members = membersOf(node);
    for (const [key, value] of members) {
      const standard = standardKey(key);
      if (isPassedOver(standard, members)) found.push(value);
      else if (standard === 'PolicyVersionList')
        found.push(...listEntries(value).filter((one) => !isDefault(one)));
      else search(value);
    }
    listEntries(node).forEach(search);
  };
  search(root);
  return found;
}

const isDefault = (version: Node): boolean =>
  (member(version, 'IsDefaultVersion') ?? member(version, 'isDefaultVersion'))?.value === true;

/** Output that says that there is more of it. */
function cutOff(root: Node): readonly UnreadPlace[] {
  const node = member(root, 'IsTruncated');
  return node?.value === true ? [{ node, code: 'truncated', detail: 'IsTruncated' }] : [];
}

/** ARNs of the policies that someone has as a permissions boundary, and of what the text has itself. */
function arnsIn(root: Node): Pick<DescribedNames, 'boundaries' | 'present'> {
  const boundaries = new Set<string>();
  const present = new Set<string>();
  const search = (node: Node): void => {
    for (const child of node.children ?? []) {
      const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
      if (value?.children) search(value);
      else if (key && value?.type === 'string') {
        const name = standardKey(String(key.value));
        if (name === 'Arn') present.add(String(value.value));
        if (name === 'PermissionsBoundaryArn') boundaries.add(String(value.value));
      }
    }
  };
  search(root);
  return { boundaries, present };
}
