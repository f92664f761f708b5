import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  type CandidateSearch,
  joinCandidates,
  listEntries,
  member,
  membersOf,
  noCandidates,
  stringValue,
  type UnreadPlace,
} from '../candidates.ts';
import { branchesOf, branchesOfEntries } from './branches.ts';
import { findInTemplate, resourcesOf } from './cloudFormationTemplate.ts';
import { calledFunction } from './functionCalls.ts';
import { roleNotes, withNotes } from './roleNotes.ts';
import { isStatementList, statementsCandidate } from './statementsOnly.ts';
import { withReferences } from './textReferences.ts';

/**
 * The configuration of the Serverless Framework: statements of the role of all functions, of a function's own role, and a template.
 * Sources: https://www.serverless.com/framework/docs/providers/aws/guide/iam,
 * https://www.serverless.com/plugins/serverless-iam-roles-per-function
 */
export const isServerless = (root: Node): boolean =>
  member(root, 'provider') !== undefined && member(root, 'service') !== undefined;

export function findInServerless(root: Node): CandidateSearch {
  const read = withReferences(root, {
    pattern: VARIABLE,
    nameOf: (name) => ofAws[name] ?? name.split(',')[0]?.trim() ?? name,
  });
  const provider = member(read, 'provider');
  const role = member(member(provider, 'iam'), 'role');
  const functions = [...membersOf(member(read, 'functions'))];
  const extra = member(read, 'resources');
  const templates = extra?.type === 'array' ? listEntries(extra) : extra ? [extra] : [];
  return joinCandidates([
    withAttachments(
      statements(member(role, 'statements') ?? member(provider, 'iamRoleStatements'), 'functions'),
      role ?? provider,
    ),
    ...functions.map(([name, one]) => statements(member(one, 'iamRoleStatements'), name)),
    ...templates.map((template) => ({ candidates: [], unreadPlaces: inOtherFiles(template, 'resources') })),
    ...templates.filter((template) => resourcesOf(template)).map(findInTemplate),
  ]);
}

function statements(node: Node | undefined, title: string): CandidateSearch {
  if (!node) return noCandidates;
  const source = `statements of the role of ${title}`;
  const unreadPlaces = [node, ...listEntries(node)].flatMap((one) => inOtherFiles(one, source));
  const read = isStatementList(node) ? node : undefined;
  const candidates: readonly Candidate[] = read
    ? [{ ...statementsCandidate(read, title), kind: 'identity', source }]
    : [];
  return { candidates, unreadPlaces };
}

/** What is read from another file, by its variable. */
function inOtherFiles(node: Node, name: string): readonly UnreadPlace[] {
  const parts = calledFunction(node)?.name === 'Fn::Join' ? listEntries(calledFunction(node)?.argument) : [];
  const [only, ...others] = listEntries(parts[1]).filter((part) => part.value !== '');
  const reference = only && others.length === 0 ? stringValue(calledFunction(only)?.argument) : undefined;
  return reference?.startsWith('file(') ? [{ node, code: 'elsewhere', detail: reference, name }] : [];
}

/** What the role of all functions has beside its statements, each with its condition. */
function withAttachments(found: CandidateSearch, role: Node | undefined): CandidateSearch {
  const boundary = member(role, 'permissionsBoundary') ?? member(role, 'rolePermissionsBoundary');
  const managed = member(role, 'managedPolicies') ?? member(role, 'iamManagedPolicies');
  const about = roleNotes(
    { boundaries: branchesOf(boundary), managed: branchesOfEntries(managed) },
    new Map(),
  );
  return withNotes(found, about, 'the role of functions');
}

/** `${self:custom.bucket}` is a variable of the framework; `${aws:username}` can only be one of IAM. */
const VARIABLE =
  /\$\{(file\([^)]*\)|(?:self|opt|env|file|param|sls|ssm|cf|s3|terraform|vault|strToBool)(?:\([^)]*\))?:[^${}]*|aws:(?:accountId|region)|AWS::\w+)\}/;

const ofAws: Readonly<Record<string, string>> = {
  'aws:accountId': 'AWS::AccountId',
  'aws:region': 'AWS::Region',
};
