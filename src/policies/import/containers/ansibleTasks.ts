import type { Node } from 'jsonc-parser';
import { literal, object, property } from '../builtNodes.ts';
import { isDocument, isDocumentText, listEntries, member, membersOf, stringValue } from '../candidates.ts';
import { calledFunction, wordsOf } from './functionCalls.ts';

/** A module of a task, with its parameters: as a mapping, on its line, or behind `action`. */
export interface Task {
  /** The key of the task that has it. */
  readonly given: string;
  /** The module. */
  readonly key: string;
  /** Its parameters. */
  readonly value: Node;
}

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

export const isTaskList = (key: string): boolean => TASKS.has(key);

/**
 * The tasks of an entry whose module is one of some.
 * Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_intro.html and reference_appendices/playbooks_keywords.html (`action`, `args`)
 */
export function tasksIn(entry: Node, isKnown: (module: string) => boolean): readonly Task[] {
  return [...membersOf(entry)].flatMap(([given, node]) => {
    const isAction = given === 'action' || given === 'local_action';
    const line = node.type === 'string' || calledFunction(node) ? wordsOf(node) : undefined;
    const [, first = '', rest = ''] = (isAction && /^\s*(\S+)\s*([^]*)$/.exec(line ?? '')) || [];
    const key = isAction ? first || stringValue(member(node, 'module')) || given : given;
    if (!isKnown(key)) return [];
    const own = line === undefined ? node : argumentsIn(isAction ? rest : line, node);
    const isTask = own.type === 'object' && membersOf(own).size > 0;
    return isTask ? [{ given, key, value: withMore(own, member(entry, 'args')) }] : [];
  });
}

/** Parameters on one line: `name=r policy_name=p`. */
const ARGUMENT =
  /(?:^|\s)(\w{1,60})=("(?:[^"\\]|\\.)*"|'[^']*'|\{\{[^{}]*\}\}|\{[^]*\}(?=\s*$|\s+\w+=)|\S+)/g;

const argumentsIn = (text: string, place: Node): Node =>
  object(
    Array.from(text.matchAll(ARGUMENT), ([, name = '', value = '']) =>
      property(name, literal(value.replace(/^(["'])([^]*)\1$/, '$2'), place)),
    ),
    place,
  );

const withMore = (own: Node, extra: Node | undefined): Node =>
  extra?.type === 'object' ? { ...own, children: [...(own.children ?? []), ...(extra.children ?? [])] } : own;

/** The policies in variables of plays, blocks, and tasks, and in facts that tasks set, by names that are set once. */
export function variablesIn(root: Node): ReadonlyMap<string, Node> {
  const all = definitionsIn(root);
  const counts = new Map<string, number>();
  for (const [name] of all) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    all.filter(([name, node]) => counts.get(name) === 1 && (isDocument(node) || isDocumentText(node))),
  );
}

const definitionsIn = (root: Node): readonly (readonly [string, Node])[] =>
  listEntries(root).flatMap((entry) =>
    [...membersOf(entry)].flatMap(([key, value]) =>
      isTaskList(key) ? definitionsIn(value) : SETS.test(key) ? [...membersOf(value)] : [],
    ),
  );

const SETS = /^(?:vars|(?:ansible\.(?:builtin|legacy)\.)?set_fact)$/;
