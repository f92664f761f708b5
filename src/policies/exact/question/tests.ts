import type { ValueSet } from '../values/valueSet.ts';
import type { Literal, Test, Variable } from './test.ts';

/** The tests of one question, each once: those that ask the same are the same. */
export class Tests {
  private readonly byKey = new Map<string, Test>();

  /** `what`: tells the sets of a variable apart. `make` is asked for where the test is new. */
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
    const known = this.byKey.get(key);
    if (known) return { test: known, holds: true };
    const test = { id: this.byKey.size + 1, variable, set: make(), outside, quantifier, whenAbsent, asks };
    this.byKey.set(key, test);
    return { test, holds: true };
  }
}

/** A list of a policy as a name for what it matches. `variables`: whether `${…}` in it is a policy variable. */
export function nameOf(values: readonly string[], variables: boolean): string {
  const text = JSON.stringify([...new Set(values)].toSorted());
  return variables && text.includes('${') ? `with variables ${text}` : text;
}
