import type { Fillings } from '../texts/token.ts';
import type { ValueSet } from '../values/valueSet.ts';
import type { Statement } from '../../language/policy.ts';
import type { Box, Literal, Test, Variable } from './test.ts';

/** The tests of one question, each once: those that ask the same are the same. */
export class Tests {
  private readonly byKey = new Map<string, Test>();
  /** What statements match in which nothing is taken for a variable, with the kinds of values of their keys. */
  readonly boxes = new WeakMap<Statement, { readonly kinds: string; readonly box: Box }>();

  /** `what`: a name that only this set of the variable has. `make` is asked for where the test is new. */
  literal(
    variable: Variable,
    what: string,
    make: () => ValueSet,
    {
      outside = false,
      quantifier = 'some',
      whenAbsent = false,
      asks = 'value',
    }: Partial<Omit<Test, 'id' | 'set' | 'variable'>> = {},
  ): Literal {
    const key = JSON.stringify([variable, what, outside, quantifier, whenAbsent, asks]);
    const existing = this.byKey.get(key);
    if (existing) return { test: existing, holds: true };
    const test = { id: this.byKey.size + 1, variable, set: make(), outside, quantifier, whenAbsent, asks };
    this.byKey.set(key, test);
    return { test, holds: true };
  }
}

/** The tests of several questions, so that policies are read once. Those that read a text in different ways are apart. */
export class SharedTests {
  private readonly byReading = new Map<string, Tests>();

  read(reading: string): Tests {
    const tests = this.byReading.get(reading) ?? new Tests();
    this.byReading.set(reading, tests);
    return tests;
  }
}

/** A list of a policy as a name for what it matches. `variables`: whether `${…}` in it is a policy variable. */
export function nameOf(values: readonly string[], variables: boolean, fillings: Fillings = NONE): string {
  const text = JSON.stringify([...new Set(values)].toSorted());
  if (!variables || !text.includes('${')) return text;
  const taken = [...fillings].map(([key, filling]) => [
    key,
    typeof filling === 'string' ? filling : [filling.text],
  ]);
  return `with variables ${text} ${JSON.stringify(taken)}`;
}

const NONE: Fillings = new Map();
