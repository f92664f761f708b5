import { readBase64 } from '../../language/base64.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** Both sides are base64; the bytes are compared. */
export const binaryEquals: ConditionOperator = {
  name: 'BinaryEquals',
  negated: false,
  matcher: comparing(readBase64, (given, expected) => given === expected),
};
