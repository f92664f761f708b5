import { keyOfVariable, type KeyFacts, type Literal, type Variable } from '../question/test.ts';
import type { Rules } from '../question/rules.ts';
import type { Steps } from '../steps.ts';
import { type TextReading, OneValueFinder, type Requirement } from './oneValue.ts';

/** The values of one variable; `undefined`: the request does not have the key. */
export type Values = readonly string[] | undefined;

interface Found {
  readonly values: Values;
}

/** Finds values that satisfy what is asked of one variable. Remembers what it found. */
export class ValueFinder {
  private readonly cache = new Map<Variable, Map<string, Found | undefined>>();
  private readonly mode: TextReading;
  private readonly keys: ReadonlyMap<string, KeyFacts>;
  private readonly rules: Rules;
  private readonly one: OneValueFinder;

  constructor(
    mode: TextReading,
    keys: ReadonlyMap<string, KeyFacts>,
    hasPlaceholders: boolean,
    steps: Steps,
    rules: Rules,
  ) {
    this.mode = mode;
    this.isComplete = mode === 'upper' || !hasPlaceholders;
    this.keys = keys;
    this.rules = rules;
    this.one = new OneValueFinder(mode, keys, steps, rules);
  }

  /**
   * Whether that nothing is found means that there is nothing: not where what is found must be there for every value of a
   * placeholder.
   */
  readonly isComplete: boolean;

  /** Values that satisfy all literals, all of them of one variable; nothing where there are none or the steps do not suffice. */
  find(variable: Variable, literals: readonly Literal[]): Found | undefined {
    const key = keyOf(literals);
    if (key === undefined) return undefined;
    const cache = this.cache.get(variable) ?? new Map<string, Found | undefined>();
    this.cache.set(variable, cache);
    if (cache.has(key)) return cache.get(key);
    const found = this.search(variable, literals);
    cache.set(key, found);
    return found;
  }

  private search(variable: Variable, literals: readonly Literal[]): Found | undefined {
    const key = keyOfVariable(variable);
    if (key !== undefined && literals.every(({ test, holds }) => test.whenAbsent === holds))
      return { values: undefined };
    const isSet = key !== undefined && this.keys.get(key)?.isSet === true;
    if (this.rules === 'documents' || key === undefined) return this.values(variable, literals, isSet);
    return (
      this.values(variable, literals, false) ??
      (isSet ? (this.values(variable, literals, true) ?? this.withEmpty(variable, literals)) : undefined) ??
      this.onlyEmpty(literals, isSet)
    );
  }

  /** `isSet`: whether there may be several. */
  private values(variable: Variable, literals: readonly Literal[], isSet: boolean): Found | undefined {
    const { every, some } = requirementsOf(literals, isSet);
    const values = (some.length > 0 ? some : [undefined]).map((requirement) =>
      this.one.find(variable, requirement ? [...every, requirement] : every),
    );
    const found = values.filter((value) => value !== undefined);
    return found.length < values.length ? undefined : { values: [...new Set(found)] };
  }

  /** Several values, of which some are the empty text. */
  private withEmpty(variable: Variable, literals: readonly Literal[]): Found | undefined {
    const { every, some } = requirementsOf(literals, true);
    const values = [
      ...some.map((requirement) => this.one.find(variable, [...every, requirement], true)),
      this.one.find(variable, every),
    ];
    const found = values.filter((value) => value !== undefined);
    return found.length < values.length ? undefined : { values: [...new Set(found)] };
  }

  /** A value that is the empty text: to operators for sets that is no value, and to `Null` neither where it is a list. */
  private onlyEmpty(literals: readonly Literal[], isSet: boolean): Found | undefined {
    const asText = literals.every((literal) => this.holdsOfEmpty(literal, false));
    const asList = isSet && literals.every((literal) => this.holdsOfEmpty(literal, true));
    return asText || asList ? { values: [''] } : undefined;
  }

  private holdsOfEmpty({ test, holds }: Literal, isList: boolean): boolean {
    const { set, asks, outside, whenAbsent } = test;
    if (asks === 'set' || (asks === 'presence' && isList)) return whenAbsent === holds;
    const within = holds !== outside;
    if (set.kind === 'points') return set.has('') === within;
    if (set.kind === 'unknown' || (!within && set.holes.length > 0 && this.mode === 'upper'))
      return this.mode === 'upper';
    const automaton = set.automaton(this.mode === 'upper' ? 'any' : within ? 'same' : 'possible');
    return automaton.accepts(automaton.start) === within;
  }
}

/** The same key for equivalent lists of literals; `undefined` if one literal contradicts another. */
function keyOf(literals: readonly Literal[]): string | undefined {
  const [first, second] = literals;
  if (first && !second) return String(idOf(first));
  const ids = literals.map(idOf).sort((one, other) => one - other);
  let key = '';
  for (const [at, id] of ids.entries()) {
    if (id > 0 && ids.includes(-id)) return undefined;
    if (id !== ids[at - 1]) key += `${id},`;
  }
  return key;
}

const idOf = ({ test, holds }: Literal): number => (holds ? test.id : -test.id);

function requirementsOf(literals: readonly Literal[], isSet: boolean) {
  const every: Requirement[] = [];
  const some: Requirement[] = [];
  for (const { test, holds } of literals) {
    const ofAll = !isSet || (test.quantifier === 'every') === holds;
    (ofAll ? every : some).push({ set: test.set, within: holds !== test.outside });
  }
  return { every, some };
}
