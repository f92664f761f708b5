import type { Node } from 'jsonc-parser';
import { listEntries, member, stringValue } from '../candidates.ts';

/**
 * What a template's functions give without the stack's values. A pseudo parameter is a placeholder of ours; a name that only the
 * stack knows stays visible as `${Name}`; whatever could be more than one text is not read at all.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export type ResolvedValue =
  | { readonly ok: true; readonly value: unknown; readonly standIns: readonly StandIn[] }
  | { readonly ok: false; readonly node: Node; readonly detail: string };

/** A text in place of a value that only the stack has. */
export interface StandIn {
  readonly node: Node;
  /** Whether it is one of our placeholders. */
  readonly isPlaceholder: boolean;
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
export function resolveFunctions(node: Node): ResolvedValue {
  const call = calledFunction(node);
  if (call) return resolveCall(call.name, call.argument, node);
  if (node.type === 'array') return resolveAll(listEntries(node), (values) => values);
  if (node.type !== 'object') return { ok: true, value: node.value, standIns: [] };
  const members = (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key: String(key.value), value }] : [],
  );
  return resolveAll(
    members.map(({ value }) => value),
    (values) => Object.fromEntries(members.map(({ key }, index) => [key, values[index]])),
  );
}

function resolveAll(nodes: readonly Node[], make: (values: readonly unknown[]) => unknown): ResolvedValue {
  const values: unknown[] = [];
  const standIns: StandIn[] = [];
  for (const node of nodes) {
    const resolved = resolveFunctions(node);
    if (!resolved.ok) return resolved;
    values.push(resolved.value);
    standIns.push(...resolved.standIns);
  }
  return { ok: true, value: make(values), standIns: standIns };
}

/** The function that an object calls: its only key is `Ref`, `Condition` aside, or begins with `Fn::`. */
export function calledFunction(node: Node): { readonly name: string; readonly argument: Node } | undefined {
  const [only, ...others] = node.type === 'object' ? (node.children ?? []) : [];
  const [key, argument] = only?.children ?? [];
  if (!key || !argument || others.length > 0) return undefined;
  const name = String(key.value);
  return name === 'Ref' || name.startsWith('Fn::') ? { name, argument } : undefined;
}

/** Whether a tree calls any function. */
export function callsFunctions(node: Node): boolean {
  if (calledFunction(node)) return true;
  return (node.children ?? []).some((child) =>
    child.type === 'property' ? (child.children ?? []).slice(1).some(callsFunctions) : callsFunctions(child),
  );
}

function resolveCall(name: string, argument: Node, node: Node): ResolvedValue {
  const failed: ResolvedValue = { ok: false, node, detail: name };
  switch (name) {
    case 'Ref':
      return reference(stringValue(argument), node) ?? failed;
    case 'Fn::GetAtt':
      return reference(attributeOf(argument), node) ?? failed;
    case 'Fn::ImportValue':
      return reference(stringValue(argument), node) ?? failed;
    case 'Fn::Sub':
      return substitute(argument, node) ?? failed;
    case 'Fn::Join':
      return join(argument) ?? failed;
    default:
      return failed;
  }
}

function reference(name: string | undefined, node: Node): ResolvedValue | undefined {
  if (name === undefined || name === 'AWS::NoValue') return undefined;
  const standIn = standInFor(name, node);
  return { ok: true, value: standIn.text, standIns: [standIn] };
}

function standInFor(name: string, node: Node): StandIn {
  const placeholder = Object.hasOwn(pseudo, name) ? pseudo[name] : undefined;
  return { node, isPlaceholder: placeholder !== undefined, text: placeholder ?? `\${${name}}` };
}

function attributeOf(argument: Node): string | undefined {
  const parts = listEntries(argument).map(stringValue);
  if (argument.type === 'string') return stringValue(argument);
  return parts.length === 2 && parts.every((part) => part !== undefined) ? parts.join('.') : undefined;
}

/** `${!Name}` is the text `${Name}`: a policy variable of IAM. */
function substitute(argument: Node, node: Node): ResolvedValue | undefined {
  const [first, map] = argument.type === 'array' ? listEntries(argument) : [argument];
  const text = stringValue(first);
  if (text === undefined) return undefined;
  const standIns: StandIn[] = [];
  let failed: ResolvedValue | undefined;
  const value = text.replace(/\$\{(!?)([^{}]{1,500})\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    const given = member(map, name.trim());
    const resolved = given ? resolveFunctions(given) : reference(name.trim(), node);
    if (!resolved?.ok || typeof resolved.value !== 'string') {
      failed ??= { ok: false, node, detail: 'Fn::Sub' };
      return '';
    }
    standIns.push(...resolved.standIns);
    return resolved.value;
  });
  return failed ?? { ok: true, value, standIns: standIns };
}

function join(argument: Node): ResolvedValue | undefined {
  const [delimiter, list] = listEntries(argument);
  const between: unknown = delimiter?.type === 'string' ? delimiter.value : undefined;
  if (typeof between !== 'string' || list?.type !== 'array') return undefined;
  const resolved = resolveAll(listEntries(list), (values) => values);
  if (!resolved.ok) return resolved;
  const parts = Array.isArray(resolved.value) ? resolved.value : [];
  if (!parts.every((part) => typeof part === 'string')) return undefined;
  return { ...resolved, value: parts.join(between) };
}
