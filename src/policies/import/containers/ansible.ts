import type { Node } from 'jsonc-parser';
import {
  type CandidateSearch,
  isDocument,
  isDocumentText,
  joinCandidates,
  listEntries,
  member,
  membersOf,
  noCandidates,
  stringValue,
} from '../candidates.ts';
import type { FoundKind } from '../importReading.ts';
import { findInOutput } from './awsCliOutput.ts';
import { calledFunction, wordsOf } from './functionCalls.ts';

/**
 * Playbooks and tasks of Ansible: the policies that modules for AWS are given. Others, such as those in variables, are found as in any
 * other file. Sources: https://docs.ansible.com/ansible/latest/collections/amazon/aws/index.html and community/aws/index.html
 */
type Parameters = Readonly<Record<string, FoundKind>>;

const modules: ReadonlyMap<string, Parameters> = new Map<string, Parameters>([
  ['iam_policy', { policy_json: 'identity', policy_document: 'identity' }],
  ['iam_managed_policy', { policy: 'identity', policy_document: 'identity' }],
  ['iam_role', { assume_role_policy_document: 'trust' }],
  ['s3_bucket', { policy: 'resource' }],
  ['kms_key', { policy: 'resource' }],
  ['aws_kms', { policy: 'resource' }],
  ['sqs_queue', { policy: 'resource' }],
  ['sns_topic', { policy: 'resource' }],
  ['ecs_ecr', { policy: 'resource' }],
  ['secretsmanager_secret', { resource_policy: 'resource' }],
  ['ec2_vpc_endpoint', { policy: 'vpc-endpoint' }],
]);

const MODULE = /^(?:(?:amazon|community)\.aws\.)?(\w+)$/;

const parametersOf = (key: string): Parameters | undefined => modules.get(MODULE.exec(key)?.[1] ?? '');

/** Lists of tasks in plays, roles, and blocks. */
const TASKS: ReadonlySet<string> = new Set([
  'tasks',
  'pre_tasks',
  'post_tasks',
  'handlers',
  'block',
  'rescue',
  'always',
]);

/** Whether a list has plays or tasks with a module for AWS. */
export const isAnsible = (root: Node): boolean =>
  root.type === 'array' &&
  listEntries(root).some((entry) =>
    [...membersOf(entry)].some(
      ([key, value]) =>
        (value.type === 'object' && !calledFunction(value) && parametersOf(key) !== undefined) ||
        (TASKS.has(key) && isAnsible(value)),
    ),
  );

export const findInAnsible = (root: Node): CandidateSearch =>
  joinCandidates(listEntries(root).flatMap((entry) => [...membersOf(entry)].map(ofMember)));

function ofMember([key, value]: readonly [string, Node]): CandidateSearch {
  if (TASKS.has(key) && value.type === 'array') return findInAnsible(value);
  const parameters = value.type === 'object' ? parametersOf(key) : undefined;
  if (!parameters) return findInOutput(value, false);
  // What is removed is no policy.
  if (stringValue(member(value, 'state')) === 'absent') return noCandidates;
  return joinCandidates(
    Object.entries(parameters).map(([name, kind]) => ofParameter(member(value, name), kind, { key, value })),
  );
}

interface Task {
  /** The module. */
  readonly key: string;
  /** Its parameters. */
  readonly value: Node;
}

const NAMES = ['policy_name', 'iam_name', 'name', 'alias', 'service'] as const;

function ofParameter(node: Node | undefined, kind: FoundKind, { key, value }: Task): CandidateSearch {
  if (!node || node.type === 'null') return noCandidates;
  const names = NAMES.flatMap((name) => stringValue(member(value, name)) ?? []);
  const title = names[0] ?? key;
  const source = `${key.replace(MODULE, '$1')} ${names.map((name) => `“${name}”`).join(' of ')}`.trim();
  if (isDocument(node) || isDocumentText(node)) {
    const trust = kind === 'trust' ? ' trust' : '';
    return {
      ...noCandidates,
      candidates: [{ node, kind, title: `${title}${trust}`, source, about: aboutRole(value) }],
    };
  }
  const detail = wordsOf(node) || key;
  return { ...noCandidates, unreadPlaces: [{ node, code: 'elsewhere', detail, name: source }] };
}

/** The boundary of a role, and its managed policies. */
function aboutRole(role: Node) {
  const boundary = member(role, 'boundary') ?? member(role, 'boundary_policy_arn');
  const limit = stringValue(boundary);
  const given = member(role, 'managed_policies') ?? member(role, 'managed_policy');
  // What is no list is one policy, or names the list.
  const managed = given && given.type !== 'array' ? [given] : listEntries(given);
  return [
    ...(boundary && limit !== undefined
      ? [{ code: 'boundary' as const, detail: limit, node: boundary }]
      : []),
    ...managed.flatMap((node) => {
      const detail = wordsOf(node);
      return detail === '' ? [] : [{ code: 'attached' as const, detail, node }];
    }),
  ];
}
