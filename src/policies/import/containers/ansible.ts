import type { Node } from 'jsonc-parser';
import {
  type Candidate,
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
import { isTaskList, type Task, tasksIn, variablesIn } from './ansibleTasks.ts';
import { wordsOf } from './functionCalls.ts';

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

/** Whether a list has plays or tasks with a module for AWS. */
export const isAnsible = (root: Node): boolean =>
  root.type === 'array' &&
  listEntries(root).some(
    (entry) =>
      tasksIn(entry, isKnown).length > 0 ||
      [...membersOf(entry)].some(([key, value]) => isTaskList(key) && isAnsible(value)),
  );

const isKnown = (key: string): boolean => parametersOf(key) !== undefined;

/** A policy in a variable is the one of the task that looks it up, by its name and its kind; else it is one by itself. */
export function findInAnsible(root: Node): CandidateSearch {
  const { ofModules, others } = searched(root, { variables: variablesIn(root), conditions: [] });
  // What is in a text of JSON has the place of the text.
  const lookedUp = new Set(ofModules.candidates.map(({ node }) => node.offset));
  const candidates = others.candidates.filter(({ node }) => !lookedUp.has(node.offset));
  return joinCandidates([ofModules, { ...others, candidates }]);
}

interface Context {
  readonly variables: ReadonlyMap<string, Node>;
  /** Conditions of the blocks around. */
  readonly conditions: NonNullable<Candidate['about']>;
}

interface Searched {
  readonly ofModules: CandidateSearch;
  readonly others: CandidateSearch;
}

function searched(root: Node, context: Context): Searched {
  const all = listEntries(root).flatMap((entry): readonly Searched[] => {
    const own = ['when', 'tags'].flatMap((key) => conditionOf(key, member(entry, key)));
    const inner = { ...context, conditions: [...context.conditions, ...own] };
    const tasks = tasksIn(entry, isKnown);
    const rest = [...membersOf(entry)].filter(
      ([key]) => !tasks.some(({ given }) => given === key || key === 'args'),
    );
    return [
      { ofModules: joinCandidates(tasks.map((task) => ofTask(task, inner))), others: noCandidates },
      ...rest.map(([key, value]) =>
        isTaskList(key) && value.type === 'array'
          ? searched(value, inner)
          : { ofModules: noCandidates, others: findInOutput(value, false) },
      ),
    ];
  });
  return {
    ofModules: joinCandidates(all.map(({ ofModules }) => ofModules)),
    others: joinCandidates(all.map(({ others }) => others)),
  };
}

function ofTask(task: Task, context: Context): CandidateSearch {
  // What is removed is no policy.
  if (stringValue(member(task.value, 'state')) === 'absent') return noCandidates;
  return joinCandidates(
    Object.entries(parametersOf(task.key) ?? {}).map(([name, kind]) =>
      ofParameter(member(task.value, name), kind, { task, context }),
    ),
  );
}

const NAMES = ['policy_name', 'iam_name', 'name', 'alias', 'service'] as const;

function ofParameter(
  given: Node | undefined,
  kind: FoundKind,
  { task: { key, value }, context }: { readonly task: Task; readonly context: Context },
): CandidateSearch {
  if (!given || given.type === 'null') return noCandidates;
  const looked = context.variables.get(VARIABLE.exec(wordsOf(given))?.[1] ?? '');
  const node = looked ?? given;
  const names = NAMES.flatMap((name) => stringValue(member(value, name)) ?? []);
  const title = names[0] ?? key;
  const source = `${key.replace(MODULE, '$1')} ${names.map((name) => `“${name}”`).join(' of ')}`.trim();
  if (isDocument(node) || isDocumentText(node)) {
    const trust = kind === 'trust' ? ' trust' : '';
    // Where it is written, other conditions are around it.
    const conditions = looked ? context.conditions : [];
    const about = [...conditions, ...ofState(member(value, 'state')), ...aboutRole(value)];
    return { ...noCandidates, candidates: [{ node, kind, title: `${title}${trust}`, source, about }] };
  }
  const detail = wordsOf(node) || key;
  return { ...noCandidates, unreadPlaces: [{ node, code: 'elsewhere', detail, name: source }] };
}

/** A variable alone, as it is or as JSON. */
const VARIABLE = /^\s*(\w+)(?:\s*\|\s*(?:to_json|to_nice_json|from_json|string|trim)\s*(?:\([^()]*\))?)*\s*$/;

/**
 * Of a task, block, or play: with the tag `never`, it runs only where one of its tags is asked for.
 * Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_tags.html
 */
function conditionOf(key: string, node: Node | undefined): Context['conditions'] {
  if (!node) return [];
  const words = (node.type === 'array' ? listEntries(node) : [node]).map((one) => String(one.value));
  if (key === 'when') return [{ code: 'onlyIf', detail: words.join(' and '), node }];
  const tags = words.join(', ');
  return /(?:^|,\s*)never\s*(?:,|$)/.test(tags) ? [{ code: 'onlyIf', detail: `tags: ${tags}`, node }] : [];
}

/** A state that a variable decides: with another value than `present`, there is no policy. */
function ofState(node: Node | undefined) {
  if (!node || stringValue(node) === 'present') return [];
  return [{ code: 'onlyIf' as const, detail: `state: ${wordsOf(node)}`, node }];
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
