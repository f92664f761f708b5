import type { Node } from 'jsonc-parser';
import { entriesOf, member, textOf } from '../candidates.ts';

/**
 * What a template's functions give without the stack's values. A pseudo parameter is a placeholder of ours; a name that only the
 * stack knows stays visible as `${Name}`; whatever could be more than one text is not read at all.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export type Resolved =
  | { readonly ok: true; readonly value: unknown; readonly stands: readonly Stand[] }
  | { readonly ok: false; readonly node: Node; readonly detail: string };

/** A text that stands for a value of the stack. */
export interface Stand {
  readonly node: Node;
  /** Whether it is one of our placeholders. */
  readonly known: boolean;
  readonly text: string;
}

/** Pseudo parameter → placeholder. */
const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': '<ACCOUNT_ID>',
  'AWS::Region': '<REGION>',
  'AWS::Partition': '<PARTITION>',
  'AWS::URLSuffix': '<DNS_SUFFIX>',
};

/** A value of a template with every function in it resolved, or the first that cannot be. Keys are defined, never assigned. */
export function resolve(node: Node): Resolved {
  const call = functionOf(node);
  if (call) return resolveCall(call.name, call.argument, node);
  if (node.type === 'array') return resolveAll(entriesOf(node), (values) => values);
  if (node.type !== 'object') return { ok: true, value: node.value, stands: [] };
  const members = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key: String(key.value), value }] : [],
  );
  return resolveAll(
    members.map(({ value }) => value),
    (values) => Object.fromEntries(members.map(({ key }, index) => [key, values[index]])),
  );
}

function resolveAll(nodes: readonly Node[], make: (values: readonly unknown[]) => unknown): Resolved {
  const values: unknown[] = [];
  const stands: Stand[] = [];
  for (const node of nodes) {
    const resolved = resolve(node);
    if (!resolved.ok) return resolved;
    values.push(resolved.value);
    stands.push(...resolved.stands);
  }
  return { ok: true, value: make(values), stands };
}

/** The function that an object calls: its only key is `Ref`, `Condition` aside, or begins with `Fn::`. */
export function functionOf(node: Node): { readonly name: string; readonly argument: Node } | undefined {
  const [only, ...others] = node.type === 'object' ? (node.children ?? []) : [];
  const [key, argument] = only?.children ?? [];
  if (!key || !argument || others.length > 0) return undefined;
  const name = String(key.value);
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** Whether a tree calls any function. */
export function callsFunctions(node: Node): boolean {
  if (functionOf(node)) return true;
  return (node.children ?? []).some((child) =>
    child.type === 'property' ? (child.children ?? []).slice(1).some(callsFunctions) : callsFunctions(child),
  );
}

function resolveCall(name: string, argument: Node, node: Node): Resolved {
  const failed: Resolved = { ok: false, node, detail: name };
  switch (name) {
    case 'Ref':
      return reference(textOf(argument), node) ?? failed;
    case 'Fn::GetAtt':
      return reference(attributeOf(argument), node) ?? failed;
    case 'Fn::ImportValue':
      return reference(textOf(argument), node) ?? failed;
    case 'Fn::Sub':
      return substitute(argument, node) ?? failed;
    case 'Fn::Join':
      return join(argument) ?? failed;
    default:
      return failed;
  }
}

function reference(name: string | undefined, node: Node): Resolved | undefined {
  if (name === undefined || name === 'AWS::NoValue') return undefined;
  const stand = standOf(name, node);
  return { ok: true, value: stand.text, stands: [stand] };
}

function standOf(name: string, node: Node): Stand {
  const placeholder = Object.hasOwn(pseudo, name) ? pseudo[name] : undefined;
  return { node, known: placeholder !== undefined, text: placeholder ?? `\${${name}}` };
}

function attributeOf(argument: Node): string | undefined {
  const parts = entriesOf(argument).map(textOf);
  if (argument.type === 'string') return textOf(argument);
  return parts.length === 2 && parts.every((part) => part !== undefined) ? parts.join('.') : undefined;
}

/** `${!Name}` is the text `${Name}`: a policy variable of IAM. */
function substitute(argument: Node, node: Node): Resolved | undefined {
  const [first, map] = argument.type === 'array' ? entriesOf(argument) : [argument];
  const text = textOf(first);
  if (text === undefined) return undefined;
  const stands: Stand[] = [];
  let failed: Resolved | undefined;
  const value = text.replace(/\$\{(!?)([^{}]{1,500})\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const given = member(map, name.trim());
    const resolved = given ? resolve(given) : reference(name.trim(), node);
    if (!resolved?.ok || typeof resolved.value !== 'string') {
      failed ??= { ok: false, node, detail: 'Fn::Sub' };
      return '';
    }
    stands.push(...resolved.stands);
    return resolved.value;
  });
  return failed ?? { ok: true, value, stands };
}

function join(argument: Node): Resolved | undefined {
  const [delimiter, list] = entriesOf(argument);
  const between: unknown = delimiter?.type === 'string' ? delimiter.value : undefined;
  if (typeof between !== 'string' || list?.type !== 'array') return undefined;
  const resolved = resolveAll(entriesOf(list), (values) => values);
  if (!resolved.ok) return resolved;
  const parts = Array.isArray(resolved.value) ? resolved.value : [];
  if (!parts.every((part) => typeof part === 'string')) return undefined;
  return { ...resolved, value: parts.join(between) };
}
