import { type ConditionOperator, comparing } from './operator.ts';

/** Case does not count. */
export const bool: ConditionOperator = {
  name: 'Bool',
  negated: false,
  matcher: comparing(readBool, (given, expected) => given === expected),
};

/** True or false from its text; nothing for any other. */
export function readBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : undefined;
}
