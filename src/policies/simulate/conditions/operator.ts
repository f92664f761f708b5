import type { Matcher } from '../arnMatch.ts';
import type { Text } from '../policyVariables.ts';

/**
 * A condition operator, one file each. What a missing key means follows from `negated` and is the same for all.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export interface ConditionOperator {
  /** As AWS writes it, without set qualifier and `IfExists`. */
  readonly name: string;
  /** Forms with `Not` hold when no value of the policy matches. */
  readonly negated: boolean;
  /** A matcher of request values for one value of the policy. A malformed value on either side matches nothing. */
  readonly matcher: (policyValue: Text) => Matcher;
}

export const nothing: Matcher = () => false;

/** A matcher that reads both sides as values of one kind; what cannot be read matches nothing. */
export function comparing<Value>(
  read: (text: string) => Value | undefined,
  holds: (requestValue: Value, policyValue: Value) => boolean,
): (policyValue: Text) => Matcher {
  return ({ text }) => {
    const expected = read(text);
    if (expected === undefined) return nothing;
    return (value) => {
      const given = read(value);
      return given !== undefined && holds(given, expected);
    };
  };
}
