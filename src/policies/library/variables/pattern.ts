import type { ValueReading, VariableKind, VariableKindId } from './variable.ts';

/** A kind whose values are what a pattern matches, in one part. */
export function patternKind(id: VariableKindId, rule: string, pattern: RegExp): VariableKind {
  return { id, rule, read: (value) => (pattern.test(value) ? acceptedValue(value) : refusedValue(rule)) };
}

export const acceptedValue = (...parts: readonly string[]): ValueReading => ({ ok: true, parts });

export const refusedValue = (rule: string): ValueReading => ({ ok: false, rule });
