import { readOperator } from '../language/conditionOperator.ts';
import type { ConditionBlock } from '../language/policy.ts';

/** One key under one operator, in plain words: `sagemaker:VpcSubnets is only subnet-1 or subnet-2`. */
export interface ConditionWords {
  readonly operator: string;
  readonly key: string;
  readonly text: string;
}

/** What an operator asks of a key, of one value or of several. */
const VERBS: Readonly<Record<string, readonly [plain: string, negated: string]>> = {
  String: ['is', 'is not'],
  StringLike: ['is like', 'is not like'],
  StringEqualsIgnoreCase: ['is, ignoring case,', 'is not, ignoring case,'],
  Numeric: ['is', 'is not'],
  Date: ['is', 'is not'],
  Bool: ['is', 'is not'],
  Binary: ['is', 'is not'],
  Ip: ['is within', 'is outside'],
  Arn: ['is like', 'is not like'],
};
const ORDER: readonly (readonly [end: string, words: string])[] = [
  ['LessThanEquals', 'is at most'],
  ['LessThan', 'is less than'],
  ['GreaterThanEquals', 'is at least'],
  ['GreaterThan', 'is more than'],
];

/** The conditions of a statement in plain words, one entry per key. An operator that IAM does not know stays as written. */
export function conditionsInWords(block: ConditionBlock = {}): readonly ConditionWords[] {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({
      operator,
      key,
      text: conditionSentence(operator, key, [values].flat().map(String)),
    })),
  );
}

/** One requirement in plain words. */
export function conditionSentence(operatorText: string, key: string, values: readonly string[]): string {
  const operator = readOperator(operatorText);
  if (!operator) return `${key} ${operatorText} ${listed(values, 'or')}`;
  if (operator.name === 'Null') return presence(key, values);
  const { name, family, negated, qualifier, ifExists } = operator;
  const ordered = family === 'Date' ? dateOrder(name) : ORDER.find(([end]) => name.endsWith(end))?.[1];
  const [plain, not] = VERBS[name.replace('Not', '')] ?? VERBS[family] ?? ['is', 'is not'];
  const verb = ordered ?? (negated ? not : plain);
  const subject =
    qualifier === 'ForAllValues'
      ? `every value of ${key}`
      : qualifier === 'ForAnyValue'
        ? `a value of ${key}`
        : key;
  const isOutsideAll = family === 'Ip' && negated && qualifier !== 'ForAnyValue';
  const text = `${subject} ${verb} ${listed(values, isOutsideAll ? 'and' : 'or')}`;
  return `${text}${absence(negated, ifExists, qualifier)}`;
}

function dateOrder(name: string): string | undefined {
  if (name.endsWith('LessThanEquals')) return 'is not after';
  if (name.endsWith('LessThan')) return 'is before';
  if (name.endsWith('GreaterThanEquals')) return 'is not before';
  return name.endsWith('GreaterThan') ? 'is after' : undefined;
}

/** What holds for a request without the key is where policies surprise. */
function absence(negated: boolean, ifExists: boolean, qualifier: string | undefined): string {
  if (qualifier === 'ForAllValues') return ', or there are none';
  return ifExists || (negated && qualifier === undefined) ? ', or it is missing' : '';
}

function presence(key: string, values: readonly string[]): string {
  const lowerValues = values.map((value) => value.toLowerCase());
  if (lowerValues.every((value) => value === 'true')) return `${key} is missing`;
  return lowerValues.every((value) => value === 'false')
    ? `${key} is present`
    : `${key} is present or missing`;
}

function listed(values: readonly string[], last: string): string {
  if (values.length === 0) return 'nothing';
  const quoted = values.map((value) => (value === '' ? '“”' : value));
  if (quoted.length === 1) return quoted[0] ?? '';
  return `${quoted.slice(0, -1).join(', ')}${quoted.length > 2 ? ',' : ''} ${last} ${quoted.at(-1)}`;
}
