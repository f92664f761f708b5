import type { Node } from 'jsonc-parser';
import { listEntries, stringValue } from '../candidates.ts';

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

/** `AWS::NoValue`: what has it as its value is not there. */
export const isNoValue = (node: Node): boolean => {
  const call = calledFunction(node);
  return call?.name === 'Ref' && call.argument.value === 'AWS::NoValue';
};

/** A value in words: its text, or what it refers to. */
export function wordsOf(node: Node): string {
  const text = stringValue(node);
  if (text !== undefined) return text;
  const call = calledFunction(node);
  if (call?.name === 'Ref') return String(call.argument.value);
  const [, parts] = call?.name === 'Fn::Join' ? listEntries(call.argument) : [];
  return listEntries(parts).map(wordsOf).join('');
}
