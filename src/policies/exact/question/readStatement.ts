import { readOperator } from '../../language/conditionOperator.ts';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { listOf, type Principal, type Statement } from '../../language/policy.ts';
import {
  actionPattern,
  isOpenArn,
  openArnPattern,
  type Pattern,
  type Reading,
  resourcePatterns,
} from '../texts/textPattern.ts';
import { simulatedResource } from '../texts/simulatedPattern.ts';
import { type Fillings, isAlwaysThere, keyOfHole, type Letter, lettersOf } from '../texts/token.ts';
import { textSet, type ValueSet } from '../values/valueSet.ts';
import { conditionLiteral } from './conditionLiteral.ts';
import { principalPatterns } from './principalPattern.ts';
import type { Rules } from './rules.ts';
import { ACTION, type Box, type KeyFacts, type Literal, PRINCIPAL, RESOURCE, variableOfKey } from './test.ts';
import { nameOf, type Tests } from './tests.ts';

/** How the texts of a question are read. */
export interface QuestionReading {
  readonly tests: Tests;
  readonly reading: Reading;
  /** In place of policy variables: see `lettersOf`. */
  readonly fillings: Fillings;
  readonly keys: ReadonlyMap<string, KeyFacts>;
  readonly rules: Rules;
}

export interface ReadStatement {
  readonly effect: Statement['Effect'];
  readonly box: Box;
}

/**
 * What a statement matches, as a box. `variables`: whether its policy has Version 2012-10-17. Of all layers together, whom it names
 * is another question.
 */
export function readStatement(
  statement: Statement,
  variables: boolean,
  question: QuestionReading,
): ReadStatement {
  const { boxes } = question.tests;
  const kinds = kindsOf(statement, question.keys);
  const known = boxes.get(statement);
  if (known?.kinds === kinds) return { effect: statement.Effect, box: known.box };
  const box = [
    ...actionLiterals(statement, question),
    ...resourceLiterals(statement, variables, question),
    ...(question.rules === 'documents' ? principalLiterals(statement, question) : []),
    ...conditionLiterals(statement, variables, question),
  ];
  if (!hasVariables(statement)) boxes.set(statement, { kinds, box });
  return { effect: statement.Effect, box };
}

const kindsOf = ({ Condition = {} }: Statement, keys: QuestionReading['keys']): string =>
  Object.values(Condition)
    .flatMap((asked) => Object.keys(asked).map((key) => keys.get(key.toLowerCase())?.domain))
    .join();

/** Whether what a statement matches depends on its version, or on what is taken for variables. */
function hasVariables({ Resource, NotResource, Condition = {} }: Statement): boolean {
  const values = Object.values(Condition).flatMap((keys) => Object.values(keys).flat());
  return [...listOf(Resource ?? NotResource), ...values].map(String).some((value) => value.includes('${'));
}

const NO_FILLINGS: Fillings = new Map();

/** `*` alone says nothing. */
const isEverything = (values: readonly string[]): boolean => values.some((value) => /^\*+$/.test(value));

function actionLiterals({ Action, NotAction }: Statement, { tests }: QuestionReading): Box {
  const values = listOf(Action ?? NotAction).map((value) =>
    hasPlaceholder(value) ? value : value.toLowerCase(),
  );
  const holds = Action !== undefined;
  if (holds && isEverything(values)) return [];
  const make = () =>
    textSet(values.flatMap((value) => wrapped(lettersOf(value, false, NO_FILLINGS)).map(actionPattern)));
  return [{ ...tests.literal(ACTION, nameOf(values, false), make), holds }];
}

/** What a statement asks of the resource. */
export function resourceLiterals(
  { Resource, NotResource }: Pick<Statement, 'Resource' | 'NotResource'>,
  variables: boolean,
  question: QuestionReading,
): Box {
  const { tests, fillings } = question;
  if (Resource === undefined && NotResource === undefined) return [];
  const values = listOf(Resource ?? NotResource);
  const holds = Resource !== undefined;
  if (holds && isEverything(values)) return [];
  const make = () =>
    resourceSet(
      values.flatMap((value) => wrapped(lettersOf(value, variables, fillings))),
      question,
    );
  const literal = { ...tests.literal(RESOURCE, nameOf(values, variables, fillings), make), holds };
  return holds ? [literal, ...presenceOf(literal, question)] : [literal];
}

function resourceSet(texts: readonly (readonly Letter[])[], { reading, rules }: QuestionReading): ValueSet {
  const patterns: Pattern[] = [];
  for (const letters of texts) {
    const read = rules === 'layers' ? simulatedResource(letters, reading) : resourceIn(letters, reading);
    if (read === 'unknown') return { kind: 'unknown', because: 'Resource' };
    patterns.push(...read);
  }
  return textSet(patterns);
}

function resourceIn(letters: readonly Letter[], reading: Reading): readonly Pattern[] | 'unknown' {
  if (!isOpenArn(letters)) return resourcePatterns(letters, reading);
  const pattern = openArnPattern(letters, reading);
  return pattern === 'unknown' ? pattern : [pattern];
}

const wrapped = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value]);

/**
 * A text with a policy variable in it matches only where the request has the key. That follows from the match; said beside it, it
 * is known where the text itself is not.
 */
function presenceOf({ test: { set } }: Literal, { tests, rules }: QuestionReading): Box {
  if (set.kind !== 'text') return [];
  const [first, ...others] = set.patterns.map(keysOf);
  // An empty text in a list is a value to variables, and none to `Null`.
  const asks = rules === 'layers' ? 'value' : 'presence';
  const needed = (first ?? []).filter((key) => others.every((keys) => keys.includes(key)));
  return needed.map((key) => tests.literal(variableOfKey(key), 'present', () => ANY_VALUE, { asks }));
}

const ANY_VALUE: ValueSet = textSet([[{ kind: 'run', colons: true }]]);

const keysOf = (pattern: Pattern): readonly string[] =>
  pattern.flatMap((token) =>
    token.kind === 'hole' && !isAlwaysThere(token.name) ? [keyOfHole(token.name)] : [],
  );

function principalLiterals({ Principal, NotPrincipal }: Statement, { tests }: QuestionReading): Box {
  if (Principal === undefined && NotPrincipal === undefined) return [];
  const values = namesOf(Principal ?? NotPrincipal ?? '*');
  const holds = Principal !== undefined;
  if (holds && values.includes('*')) return [];
  return [{ ...tests.literal(PRINCIPAL, nameOf(values, false), () => principalSet(values)), holds }];
}

function principalSet(names: readonly string[]): ValueSet {
  const patterns: Pattern[] = [];
  for (const name of names) {
    const read = principalPatterns(name);
    if (read === 'unknown') return { kind: 'unknown', because: 'Principal' };
    patterns.push(...read);
  }
  return textSet(patterns);
}

const namesOf = (principal: Principal): readonly string[] =>
  principal === '*' ? ['*'] : Object.values(principal).flatMap((names) => listOf(names));

function conditionLiterals(
  { Condition = {} }: Statement,
  variables: boolean,
  question: QuestionReading,
): Box {
  return Object.entries(Condition).flatMap(([operatorText, keys]) =>
    Object.entries(keys).map(([key, values]) => {
      const facts = question.keys.get(key.toLowerCase());
      return conditionLiteral({
        operator: readOperator(operatorText),
        operatorText,
        key: key.toLowerCase(),
        values: [values].flat().map(String),
        domain: facts?.domain ?? 'text',
        variables,
        tests: question.tests,
        fillings: question.fillings,
        rules: question.rules,
      });
    }),
  );
}
