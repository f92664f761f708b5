import { expect, it } from 'vitest';
import { readOperator } from '../../language/conditionOperator.ts';
import { matcherMakerOf } from '../../simulate/conditions/matchers.ts';
import { impliesClause } from '../clauseCover.ts';
import { readClause } from '../../simulate/conditions/clause.ts';
import { holdsInReplay } from '../replay/replayCondition.ts';
import { Automaton } from './automaton.ts';
import { simulatedCompilers } from './simulatedPattern.ts';
import { ignoreCasePattern, type Pattern } from './textPattern.ts';
import { literal } from './token.ts';

const OPERATOR = 'StringEqualsIgnoreCase';
const everyUnit = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const forms = (unit: string): readonly string[] => [
  unit.toLowerCase(),
  unit.toUpperCase(),
  unit.toUpperCase().toLowerCase(),
  unit.toLowerCase().toUpperCase(),
];
/** Letters with a case, each with what any rule of case takes it to and what is taken to it. */
const related = new Map<string, Set<string>>();
for (const unit of everyUnit)
  for (const form of forms(unit).filter((one) => one !== unit))
    for (const [one, other] of [
      [unit, form],
      [form, unit],
      ...forms(form).map((next) => [unit, next] as const),
    ] as const)
      related.set(one, (related.get(one) ?? new Set([one])).add(other));

const accepts = (pattern: Pattern, text: string): boolean => {
  const automaton = new Automaton([pattern], 'same');
  return automaton.accepts(automaton.run(text.split('')));
};

const simulates = (expected: string, given: string): boolean | undefined => {
  const operator = readOperator(OPERATOR);
  return operator && matcherMakerOf(operator)?.({ text: expected })(given);
};

const clause = (operator: string, value: string) => readClause(operator, 'k', [value], false)!;

/** How each part of the engine answers whether the case alone is different. */
const answers = (expected: string, given: string) => {
  const simulated = simulatedCompilers[OPERATOR]?.(literal(expected)) ?? 'unknown';
  return {
    compared: accepts(ignoreCasePattern(literal(expected)), given),
    comparedAsSimulated: simulated !== 'unknown' && simulated.some((pattern) => accepts(pattern, given)),
    covered: impliesClause(clause('StringEquals', given), clause(OPERATOR, expected)),
    replayed: holdsInReplay(OPERATOR, 'k', [expected], new Map([['k', [given]]]), false),
  };
};

it('letters of another case are the same to simulation, comparison, and replay, whatever is peculiar about their case', () => {
  expect(related.size).toBeGreaterThan(2000);
  const different: string[] = [];
  for (const [unit, others] of related)
    for (const other of others) {
      const simulated = simulates(unit, other);
      const wrong = Object.entries(answers(unit, other)).filter(([, answer]) => answer !== simulated);
      if (wrong.length > 0) different.push(`${unit} ${other}: ${wrong.map(([by]) => by).join(' ')}`);
    }
  expect(different).toEqual([]);
});

it.each([
  ['k', '\u212a', true],
  ['\u01c4', '\u01c5', true],
  ['s', '\u017f', false],
  ['i', '\u0131', false],
  ['i', '\u0130', false],
  ['\u00df', 'SS', false],
  ['ΑΣ', 'ας', false],
  ['ΑΣ', 'ασ', true],
])('%s and %s: %s', (one, other, same) => {
  for (const [expected, given] of [
    [one, other],
    [other, one],
  ] as const) {
    expect(simulates(expected, given)).toBe(same);
    expect(answers(expected, given)).toEqual({
      compared: same,
      comparedAsSimulated: same,
      covered: same,
      replayed: same,
    });
  }
});
