import { testLimits } from '../../policies/model/draft.ts';

/** A context as lines of text, `key = value, value`, and back. */
export const contextAsText = (context: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(context)
    .map(([key, values]) => `${key} = ${values.join(', ')}`)
    .join('\n');

export type ContextReading =
  | { readonly ok: true; readonly context: Readonly<Record<string, readonly string[]>> }
  | { readonly ok: false; readonly line: number; readonly problem: string };

const MAX_LINES = 200;

/**
 * A line that is not `key = value` or holds more than is kept is named by its number, from 1. A key with nothing behind the sign
 * is absent.
 */
export function contextFromText(text: string): ContextReading {
  const context = new Map<string, readonly string[]>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [, key = '', behind = ''] = /^\s*([\w.:/=+@<>${}-]+?)\s*=\s*(.*)$/.exec(line) ?? [];
    const values = behind
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== '');
    const problem =
      problemOf(key, values) ??
      (context.size >= MAX_LINES ? `exceeds the maximum of ${MAX_LINES} keys` : undefined);
    if (problem !== undefined) return { ok: false, line: index + 1, problem };
    context.set(key, values);
  }
  return { ok: true, context: Object.fromEntries(context) };
}

function problemOf(key: string, values: readonly string[]): string | undefined {
  if (key === '') return 'is not “key = value”';
  if (['__proto__', 'constructor', 'prototype'].includes(key)) return `has a key that doesn’t exist, ${key}`;
  if (key.length > testLimits.key) return `has a key of more than ${testLimits.key} characters`;
  if (values.length > testLimits.values) return `has more than ${testLimits.values} values`;
  return values.some((value) => value.length > testLimits.text)
    ? `has a value of more than ${testLimits.text} characters`
    : undefined;
}
