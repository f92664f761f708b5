import type { Finding } from './check.ts';
import { findRule } from './index.ts';

/** The rule's message with the finding's values; the code if there is no such rule. */
export function messageOf({ code, values }: Pick<Finding, 'code' | 'values'>): string {
  const rule = findRule(code);
  if (!rule) return code;
  return rule.message.replace(/\{([a-z]+)\}/g, (gap, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? gap) : gap,
  );
}
