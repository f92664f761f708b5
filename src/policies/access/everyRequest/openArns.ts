import type { Answer, Documents, ExactOptions } from '../../exact/answer.ts';
import { inBothReadings } from '../../exact/compareExact.ts';
import { readOperator } from '../../language/conditionOperator.ts';
import { hasPlaceholder, placeholderNames } from '../../language/placeholder.ts';
import {
  type ConditionBlock,
  listOf,
  type OneOrMany,
  type PolicyDocument,
  type Statement,
} from '../../language/policy.ts';

/**
 * What `one` allows and `other` does not, also where a missing value is all of an ARN. Such a pattern has too few fields to match
 * anything, and any ARN could be in its place: an answer is given only where it is the same for each.
 */
export function allowedBeyond(one: Documents, other: Documents, options: ExactOptions): Answer {
  const answer = inBothReadings(one, other, options);
  const names = answer.kind === 'undecided' ? [] : openArnNames([...one, ...other]);
  if (names.length === 0) return answer;
  const again =
    answer.kind === 'none'
      ? inBothReadings(one.map(withSomeArn), other.map(withSomeArn), options)
      : inBothReadings(
          one.map((document) => withAnyArn(document, 'Deny')),
          other.map((document) => withAnyArn(document, 'Allow')),
          options,
        );
  if (again.kind === answer.kind) return again.kind === 'some' ? again : answer;
  return { kind: 'undecided', because: { reason: 'missingValue', names } };
}

const FIELDS = 6;

const isOpenArn = (pattern: unknown): pattern is string =>
  typeof pattern === 'string' && hasPlaceholder(pattern) && pattern.split(':').length < FIELDS;

/** Names of missing values that are all of an ARN, or so much of it that there are too few fields. */
export function openArnNames(documents: Documents): readonly string[] {
  const found: string[] = [];
  const note = (pattern: string) => {
    found.push(...placeholderNames(pattern));
    return pattern;
  };
  for (const document of documents) withArns(document, () => note);
  return [...new Set(found)];
}

/** With an ARN that has the missing value in it: the same value is the same ARN on both sides. */
export const withSomeArn = (document: PolicyDocument): PolicyDocument =>
  withArns(document, () => (pattern) => `arn:aws:example:::${pattern}`);

/** With every ARN in the place of missing ones, where that makes statements of one effect match more, and those of the other less. */
const withAnyArn = (document: PolicyDocument, effect: Statement['Effect']): PolicyDocument =>
  withArns(
    document,
    ({ Effect }, isExcept) =>
      (pattern) =>
        (Effect === effect) === isExcept ? pattern : '*',
  );

/** How a missing ARN is written instead; `isExcept`: in a list of what a statement leaves out. */
type Rewriting = (statement: Statement, isExcept: boolean) => (pattern: string) => string;

const withArns = (document: PolicyDocument, rewriting: Rewriting): PolicyDocument => ({
  ...document,
  Statement: [document.Statement].flat().map((statement): Statement => {
    const rewrite = (patterns: OneOrMany, isExcept: boolean): readonly string[] => {
      const write = rewriting(statement, isExcept);
      return listOf(patterns).map((pattern) => (isOpenArn(pattern) ? write(pattern) : pattern));
    };
    const { Resource, NotResource, Condition } = statement;
    return {
      ...statement,
      ...(Resource !== undefined && { Resource: rewrite(Resource, false) }),
      ...(NotResource !== undefined && { NotResource: rewrite(NotResource, true) }),
      ...(Condition && { Condition: conditionWithArns(Condition, rewrite) }),
    };
  }),
});

/** Values of ARN operators, which match nothing but whole ARNs. */
function conditionWithArns(
  condition: ConditionBlock,
  rewrite: (patterns: OneOrMany, isExcept: boolean) => readonly string[],
): ConditionBlock {
  const entries = Object.entries(condition).map(([name, keys]) => {
    const operator = readOperator(name);
    if (operator?.family !== 'Arn') return [name, keys] as const;
    const { negated } = operator;
    const written = Object.entries(keys).map(
      ([key, values]) => [key, rewrite([values].flat().map(String), negated)] as const,
    );
    return [name, Object.fromEntries(written)] as const;
  });
  return Object.fromEntries(entries);
}
