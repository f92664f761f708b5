/** What an operator compares. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'Ip' | 'Arn' | 'Null';

export interface Operator {
  readonly name: string;
  readonly family: OperatorFamily;
  /** True for the forms with `Not`. */
  readonly negated: boolean;
  /** `StringLike` and its kin, where `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  readonly qualifier: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
}

const BASES: readonly (readonly [name: string, family: OperatorFamily, wildcards?: boolean])[] = [
  ['StringEquals', 'String'],
  ['StringNotEquals', 'String'],
  ['StringEqualsIgnoreCase', 'String'],
  ['StringNotEqualsIgnoreCase', 'String'],
  ['StringLike', 'String', true],
  ['StringNotLike', 'String', true],
  ['NumericEquals', 'Numeric'],
  ['NumericNotEquals', 'Numeric'],
  ['NumericLessThan', 'Numeric'],
  ['NumericLessThanEquals', 'Numeric'],
  ['NumericGreaterThan', 'Numeric'],
  ['NumericGreaterThanEquals', 'Numeric'],
  ['DateEquals', 'Date'],
  ['DateNotEquals', 'Date'],
  ['DateLessThan', 'Date'],
  ['DateLessThanEquals', 'Date'],
  ['DateGreaterThan', 'Date'],
  ['DateGreaterThanEquals', 'Date'],
  ['Bool', 'Bool'],
  ['BinaryEquals', 'Binary'],
  ['IpAddress', 'Ip'],
  ['NotIpAddress', 'Ip'],
  ['ArnEquals', 'Arn', true],
  ['ArnNotEquals', 'Arn', true],
  ['ArnLike', 'Arn', true],
  ['ArnNotLike', 'Arn', true],
  ['Null', 'Null'],
];

const byName = new Map(
  BASES.map(([name, family, wildcards]) => [name.toLowerCase(), { name, family, wildcards }]),
);
const readOperators = new Map<string, Operator | undefined>();

/** All operators without qualifier and suffix, in AWS's order. */
export const operatorNames: readonly string[] = BASES.map(([name]) => name);

/** An operator from its text, `ForAllValues:StringLikeIfExists`; nothing when IAM knows none such. Case does not count. */
export function readOperator(text: string): Operator | undefined {
  if (readOperators.has(text)) return readOperators.get(text);
  const operator = parse(text);
  if (readOperators.size < 500) readOperators.set(text, operator);
  return operator;
}

function parse(text: string): Operator | undefined {
  const [, qualifier, name = '', suffix] =
    /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/i.exec(text) ?? [];
  const base = byName.get(name.toLowerCase());
  if (!base) return undefined;
  return {
    name: base.name,
    family: base.family,
    negated: base.name.includes('Not'),
    wildcards: base.wildcards === true,
    qualifier: qualifier ? (/all/i.test(qualifier) ? 'ForAllValues' : 'ForAnyValue') : undefined,
    ifExists: suffix !== undefined,
  };
}
