import type { Operator } from '../../language/conditionOperator.ts';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { base64Pattern } from '../texts/base64Pattern.ts';
import {
  arnPattern,
  equalsPattern,
  ignoreCasePattern,
  isOpenArn,
  likePattern,
  openArnPattern,
  type Pattern,
} from '../texts/textPattern.ts';
import { type Letter, lettersOf } from '../texts/token.ts';
import { addressSet, dateSet, numberSet, truthSet } from '../values/pointSets.ts';
import { textSet, type ValueSet } from '../values/valueSet.ts';
import { simulatedSet } from './simulatedLiteral.ts';
import { type Literal, variableOfKey } from './test.ts';
import { nameOf } from './tests.ts';
import type { WrittenCondition } from './writtenCondition.ts';

/** What a condition asks. */
export function conditionLiteral(written: WrittenCondition): Literal {
  const { operator, values, tests, variables, fillings } = written;

  const variable = variableOfKey(written.key);
  const what = `${written.domain} ${operator?.name ?? written.operatorText} ${nameOf(values, variables, fillings)}`;
  if (!operator) return tests.literal(variable, what, () => unknown(written.operatorText));
  if (operator.family === 'Null') return nullLiteral(written, what);
  const { negated, qualifier, ifExists } = operator;
  return tests.literal(variable, what, () => setOf(written, operator), {
    outside: negated,
    // Without a qualifier, of several values all must be unlike where the operator is negated, and one must be alike where it is not.
    quantifier: qualifier === 'ForAllValues' || (!qualifier && negated) ? 'every' : 'some',
    whenAbsent: ifExists || qualifier === 'ForAllValues' || (!qualifier && negated),
    asks: qualifier ? 'set' : 'value',
  });
}

const unknown = (because: string): ValueSet => ({ kind: 'unknown', because });

/** Present or absent: no value counts. Both are asked for where the list has both. */
function nullLiteral({ key, values, tests }: WrittenCondition, what: string): Literal {
  const asked = values.map((value) => value.toLowerCase());
  const whenPresent = asked.includes('false');
  const set = () => textSet(whenPresent ? [[{ kind: 'run', colons: true }]] : []);
  return tests.literal(variableOfKey(key), whenPresent ? 'present' : what, set, {
    whenAbsent: asked.includes('true'),
    asks: 'presence',
  });
}

function setOf(written: WrittenCondition, operator: Operator): ValueSet {
  if (written.domain === 'mixed') return unknown(`operators of several kinds on ${written.key}`);
  const { name, family } = operator;
  // Of a number, date, address or truth value that is still to come nothing is known, not that it matches nothing.
  if (!['String', 'Arn'].includes(family) && written.values.some(hasPlaceholder)) return unknown(name);
  if (written.rules === 'layers') return simulatedSet(written, operator);
  const comparison = name.replace('Not', '').slice(family.length);
  if (family === 'Numeric') return numberSet(comparison, written.values) ?? unknown(name);
  if (family === 'Date') return dateSet(comparison, written.values) ?? unknown(name);
  if (family === 'Ip') return addressSet(written.values);
  if (family === 'Bool') return truthSet(written.values);
  if (family === 'Binary') return bytesOf(written.values);
  return textValueSet(written, operator);
}

/** Bytes of a request are written as base64 has them, with padding. */
const bytesOf = (values: readonly string[]): ValueSet =>
  textSet(
    values.flatMap((value) => {
      const pattern = base64Pattern(value);
      return pattern ? [pattern] : [];
    }),
  );

type Compile = (letters: readonly Letter[]) => Pattern | 'unknown' | undefined;

const compileArn: Compile = (letters) =>
  isOpenArn(letters) ? openArnPattern(letters, 'fields') : arnPattern(letters);

const compilers: Readonly<Record<string, Compile>> = {
  StringEquals: equalsPattern,
  StringEqualsIgnoreCase: ignoreCasePattern,
  StringLike: likePattern,
  ArnEquals: compileArn,
  ArnLike: compileArn,
};

function textValueSet({ values, variables, fillings }: WrittenCondition, { name }: Operator): ValueSet {
  const compile = compilers[name.replace('Not', '')];
  if (!compile) return unknown(name);
  const patterns: Pattern[] = [];
  for (const value of values) {
    const letters = lettersOf(value, variables, fillings);
    const pattern = letters && compile(letters);
    if (pattern === 'unknown') return unknown(name);
    if (pattern) patterns.push(pattern);
  }
  return textSet(patterns);
}
