import type { Operator } from '../../language/conditionOperator.ts';
import { readDate } from '../../simulate/conditions/date.ts';
import { readNumber } from '../../simulate/conditions/number.ts';
import { base64Patterns } from '../texts/base64Pattern.ts';
import { simulatedCompilers, unitsOf } from '../texts/simulatedPattern.ts';
import { ignoreCasePattern, type Pattern } from '../texts/textPattern.ts';
import { lettersOf, literal } from '../texts/token.ts';
import { addressSet, dateSet, numberSet } from '../values/pointSets.ts';
import { textSet, type ValueSet } from '../values/valueSet.ts';
import type { WrittenCondition } from './writtenCondition.ts';

/** What the values of a policy match in the simulator, which reads each value of a request by the operator alone. */
export function simulatedSet(written: WrittenCondition, operator: Operator): ValueSet {
  const { name, family } = operator;
  const comparison = name.replace('Not', '').slice(family.length);
  if (family === 'Numeric') return numbers(comparison, written.values) ?? unknown(name);
  if (family === 'Date') return dates(comparison, written.values) ?? unknown(name);
  if (family === 'Ip') return addressSet(written.values);
  if (family === 'Bool') return truths(written);
  if (family === 'Binary') return bytes(written);
  return texts(written, name);
}

const unknown = (because: string): ValueSet => ({ kind: 'unknown', because });

/** Numbers that decimals and the simulator's numbers tell apart alike. */
const EXACT_NUMBER = /^-?\d{1,9}(?:\.\d{1,6})?$/;

function numbers(comparison: string, values: readonly string[]): ValueSet | undefined {
  const readable = values.filter((value) => readNumber(value) !== undefined);
  return readable.every((value) => EXACT_NUMBER.test(value)) ? numberSet(comparison, readable) : undefined;
}

/** Longer fractions than of milliseconds are rounded. */
const EXACT_DATE = /^(?:\d{4}(?:-[^.]*(?:\.\d{1,3}(?!\d).*)?)?|\d{5,11}(?:\.\d{1,3})?)$/;

function dates(comparison: string, values: readonly string[]): ValueSet | undefined {
  const readable = values.filter((value) => readDate(value) !== undefined);
  return readable.every((value) => EXACT_DATE.test(value)) ? dateSet(comparison, readable) : undefined;
}

/** True or false in letters of either case. */
function truths({ values, variables }: WrittenCondition): ValueSet {
  if (variables && values.some((value) => value.includes('${'))) return unknown('Bool');
  const truths = ['true', 'false'].filter((truth) => values.some((value) => value.toLowerCase() === truth));
  return textSet(truths.map((truth) => ignoreCasePattern(literal(truth))));
}

function bytes({ values, variables }: WrittenCondition): ValueSet {
  if (variables && values.some((value) => value.includes('${'))) return unknown('BinaryEquals');
  return textSet(values.flatMap(base64Patterns));
}

function texts({ values, variables, fillings }: WrittenCondition, name: string): ValueSet {
  const compile = simulatedCompilers[name.replace('Not', '')];
  if (!compile) return unknown(name);
  const patterns: Pattern[] = [];
  for (const value of values) {
    const letters = lettersOf(value, variables, fillings);
    const compiled = letters ? compile(letters) : [];
    if (compiled === 'unknown') return unknown(name);
    patterns.push(...compiled);
  }
  return textSet(patterns);
}

/** Every action that the simulator takes begins with its service. */
export const servicePattern = (prefix: string): Pattern => [
  ...unitsOf(`${prefix}:`),
  { kind: 'run', colons: true },
];
