import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  type CandidateSearch,
  joinCandidates,
  listEntries,
  member,
  membersOf,
  stringValue,
} from '../candidates.ts';
import { findInTemplate, resourcesOf } from './cloudFormationTemplate.ts';
import { isStatementList, statementsCandidate } from './statementsOnly.ts';

/**
 * The configuration of the Serverless Framework: statements of the role of all functions, of a function's own role, and a template.
 * Sources: https://www.serverless.com/framework/docs/providers/aws/guide/iam,
 * https://www.serverless.com/plugins/serverless-iam-roles-per-function
 */
export const isServerless = (root: Node): boolean =>
  member(root, 'provider') !== undefined && member(root, 'service') !== undefined;

export function findInServerless(root: Node): CandidateSearch {
  const read = withReferences(root);
  const provider = member(read, 'provider');
  const role = member(member(provider, 'iam'), 'role');
  const functions = [...membersOf(member(read, 'functions'))];
  const candidates = [
    ...statements(member(role, 'statements') ?? member(provider, 'iamRoleStatements'), 'functions'),
    ...functions.flatMap(([name, one]) => statements(member(one, 'iamRoleStatements'), name)),
  ];
  const extra = member(read, 'resources');
  const templates = extra?.type === 'array' ? listEntries(extra) : extra ? [extra] : [];
  return joinCandidates([
    { candidates, unreadPlaces: [] },
    ...templates.filter((template) => resourcesOf(template)).map(findInTemplate),
  ]);
}

const statements = (node: Node | undefined, title: string): readonly Candidate[] =>
  node && isStatementList(node)
    ? [
        {
          ...statementsCandidate(node, title),
          kind: 'identity',
          source: `statements of the role of ${title}`,
        },
      ]
    : [];

/** `${self:custom.bucket}` is a variable of the framework; `${aws:username}` can only be one of IAM. */
const VARIABLE =
  /\$\{((?:self|opt|env|file|param|sls|ssm|cf|s3|terraform|vault|strToBool)(?:\([^)]*\))?:[^${}]*|aws:(?:accountId|region)|AWS::\w+)\}/;

const ofAws: Readonly<Record<string, string>> = {
  'aws:accountId': 'AWS::AccountId',
  'aws:region': 'AWS::Region',
};

/** A tree with a reference in place of each variable of the framework. */
function withReferences(node: Node): Node {
  const text = stringValue(node);
  if (text !== undefined) return VARIABLE.test(text) ? joinOf(text, node) : node;
  if (node.type === 'property') {
    const [key, value] = node.children ?? [];
    // In a text of `Fn::Sub` CloudFormation finds them itself.
    const isSubstituted = key?.value === 'Fn::Sub';
    return key && value && !isSubstituted ? { ...node, children: [key, withReferences(value)] } : node;
  }
  return node.children ? { ...node, children: node.children.map(withReferences) } : node;
}

/** A text that is put together from pieces and variables. */
function joinOf(text: string, { offset, length }: Node): Node {
  const place = { offset, length };
  const string = (value: string): Node => ({ type: 'string', value, ...place });
  const call = (name: string, argument: Node): Node => ({
    type: 'object',
    children: [{ type: 'property', children: [string(name), argument], ...place }],
    ...place,
  });
  const list = (children: Node[]): Node => ({ type: 'array', children, ...place });
  // At odd places the variables.
  const parts = text.split(VARIABLE).map((part, index) => {
    if (index % 2 === 0) return string(part);
    return call('Ref', string(ofAws[part] ?? part.split(',')[0]?.trim() ?? part));
  });
  return call('Fn::Join', list([string(''), list(parts)]));
}
