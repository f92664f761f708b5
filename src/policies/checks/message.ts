import type { Finding } from './check.ts';
import { findRule } from './index.ts';

/** The rule's sentence with the finding's own values; the code where there is no such rule. */
export function messageOf({ code, values }: Pick<Finding, 'code' | 'values'>): string {
  const rule = findRule(code);
  if (!rule) return code;
  return rule.says.replace(/\{([a-z]+)\}/g, (gap, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? gap) : gap,
  );
}
