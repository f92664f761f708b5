import { readBase64 } from '../../language/base64.ts';
import { foldCase } from '../../language/caseFolding.ts';
import type { Operator, OperatorFamily } from '../../language/conditionOperator.ts';
import { coversRange, readRange } from '../../language/ipRange.ts';
import {
  arnFields,
  matcherOfArnPattern,
  matcherOfPattern,
  type TextMatcher,
  type PatternText,
} from '../../language/arnMatch.ts';
import { readDate } from './date.ts';
import { readNumber } from './number.ts';

/** A matcher of request values for one value of the policy. A malformed value on either side matches nothing. */
export type MatcherMaker = (policyValue: PatternText) => TextMatcher;

/** What `Null` compares with, in place of a value of the request. */
export const KEY_ABSENT = 'absent';
export const KEY_PRESENT = 'present';

const nothing: TextMatcher = () => false;

const equals = <Value>(given: Value, expected: Value): boolean => given === expected;

const orders: Readonly<Record<string, (given: number, expected: number) => boolean>> = {
  Equals: equals,
  LessThan: (given, expected) => given < expected,
  LessThanEquals: (given, expected) => given <= expected,
  GreaterThan: (given, expected) => given > expected,
  GreaterThanEquals: (given, expected) => given >= expected,
};

const ordered = (read: (text: string) => number | undefined) =>
  Object.fromEntries(Object.entries(orders).map(([name, holds]) => [name, comparing(read, holds)]));

/**
 * How each family compares, by what its operators are called behind the family's name. Forms with `Not` compare as those
 * without it; what is different for them, and what a missing key means, `readClause` knows.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const matchers: Readonly<Record<OperatorFamily, Readonly<Record<string, MatcherMaker>>>> = {
  String: {
    Equals: comparing((text) => text, equals),
    EqualsIgnoreCase: comparing(foldCase, equals),
    Like: matcherOfPattern,
  },
  Numeric: ordered(readNumber),
  Date: ordered(readDate),
  Bool: { '': comparing(readBool, equals) },
  Binary: { Equals: comparing(readBase64, equals) },
  Ip: { Address: within },
  Arn: { Equals: arnLike, Like: arnLike },
  Null: { '': presence },
};

/** How an operator compares a value of the policy with one of the request; nothing for a name that its family does not have. */
export const matcherMakerOf = ({ name, family }: Operator): MatcherMaker | undefined =>
  matchers[family][name.replace('Not', '').slice(family.length)];

/** Reads both sides as values of one kind; what cannot be read matches nothing. */
function comparing<Value>(
  read: (text: string) => Value | undefined,
  holds: (requestValue: Value, policyValue: Value) => boolean,
): MatcherMaker {
  return ({ text }) => {
    const expected = read(text);
    if (expected === undefined) return nothing;
    return (value) => {
      const given = read(value);
      return given !== undefined && holds(given, expected);
    };
  };
}

/** True or false from its text, whatever its case; nothing for any other. */
function readBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : undefined;
}

/** ARNs field by field, with wildcards. A request value that is no ARN matches nothing. */
function arnLike(policyValue: PatternText): TextMatcher {
  const matches = matcherOfArnPattern(policyValue);
  return (value) => value.startsWith('arn:') && arnFields(value) !== undefined && matches(value);
}

/** An address within a range in CIDR notation. An address of the other family is never within. */
function within({ text }: PatternText): TextMatcher {
  const range = readRange(text);
  if (!range) return nothing;
  return (value) => {
    const address = value.includes('/') ? undefined : readRange(value);
    return address !== undefined && coversRange(range, address);
  };
}

/** Whether the key is absent (`true`) or present (`false`). */
function presence({ text }: PatternText): TextMatcher {
  const absent = readBool(text);
  return (state) => absent !== undefined && (state === KEY_ABSENT) === absent;
}
