import {
  ACTION,
  keyOfVariable,
  type KeyFacts,
  type Literal,
  RESOURCE,
  type Variable,
} from '../question/test.ts';
import type { Steps } from '../steps.ts';
import { Automaton, type Sign } from '../texts/automaton.ts';
import { exampleTexts } from '../texts/exampleText.ts';
import { shortestText, type TextConstraint } from '../texts/shortestText.ts';
import type { Pattern } from '../texts/textPattern.ts';
import { isPlaceholderHole } from '../texts/token.ts';
import { candidatesOf } from '../values/valueCandidates.ts';
import type { TextSet, ValueSet } from '../values/valueSet.ts';

/**
 * How texts are taken that have policy variables or placeholders in them. `upper`: what is not found then is there for no value of
 * theirs. `strict`: what is found then is there for every value of the placeholders; variables must have been replaced.
 */
export type Mode = 'upper' | 'strict';

/** The values of one variable; `undefined`: the request does not have the key. */
export type Values = readonly string[] | undefined;

/** What one value must be. */
interface Requirement {
  readonly set: ValueSet;
  readonly within: boolean;
}

/** Texts that are not empty: they begin with a unit, or with one of the holes, whose texts are not empty either. */
const notEmpty = (colons: boolean, holes: readonly Sign[]): readonly Pattern[] =>
  [{ kind: 'one', colons } as const, ...holes.map((name) => ({ kind: 'hole', name, colons }) as const)].map(
    (first) => [first, { kind: 'run', colons }],
  );

const colon = { kind: 'unit', units: ':' } as const;
const field = { kind: 'run', colons: false } as const;

/** Actions: a service, one colon, a name. Everything else is a text that is not empty. */
function baseOf(variable: Variable, holes: readonly Sign[]): Automaton {
  const parts = notEmpty(variable !== ACTION, holes);
  if (variable !== ACTION) return new Automaton(parts, 'same');
  return new Automaton(
    parts.flatMap((service) => parts.map((name) => [...service, colon, ...name])),
    'same',
  );
}

const ACTIONS = baseOf(ACTION, []);
const TEXTS = baseOf(RESOURCE, []);

/** Finds values that satisfy what is asked of one variable. Remembers what it found. */
export class ValueFinder {
  private readonly known = new Map<string, { readonly values: Values } | undefined>();
  private readonly mode: Mode;
  private readonly keys: ReadonlyMap<string, KeyFacts>;
  private readonly steps: Steps;

  constructor(mode: Mode, keys: ReadonlyMap<string, KeyFacts>, hasPlaceholders: boolean, steps: Steps) {
    this.mode = mode;
    this.isComplete = mode === 'upper' || !hasPlaceholders;
    this.keys = keys;
    this.steps = steps;
  }

  /**
   * Whether that nothing is found means that there is nothing: not where what is found must be there for every value of a
   * placeholder.
   */
  readonly isComplete: boolean;

  /** Values that satisfy all literals, all of them of one variable; nothing where there are none or the steps do not suffice. */
  find(variable: Variable, literals: readonly Literal[]): { readonly values: Values } | undefined {
    const ids = new Set(literals.map(({ test, holds }) => (holds ? test.id : -test.id)));
    for (const id of ids) if (id > 0 && ids.has(-id)) return undefined;
    const key = `${variable} ${[...ids].toSorted((first, second) => first - second).join()}`;
    if (this.known.has(key)) return this.known.get(key);
    const found = this.search(variable, literals);
    this.known.set(key, found);
    return found;
  }

  private search(variable: Variable, literals: readonly Literal[]): { readonly values: Values } | undefined {
    const key = keyOfVariable(variable);
    if (key !== undefined && literals.every(({ test, holds }) => test.whenAbsent === holds))
      return { values: undefined };
    const isSet = key !== undefined && this.keys.get(key)?.isSet === true;
    const every: Requirement[] = [];
    const some: Requirement[] = [];
    for (const { test, holds } of literals) {
      const ofAll = !isSet || (test.quantifier === 'every') === holds;
      (ofAll ? every : some).push({ set: test.set, within: holds !== test.outside });
    }
    const values = (some.length > 0 ? some : [undefined]).map((requirement) =>
      this.value(variable, requirement ? [...every, requirement] : every),
    );
    const found = values.filter((value) => value !== undefined);
    return found.length < values.length ? undefined : { values: [...new Set(found)] };
  }

  /** One value as required. */
  private value(variable: Variable, requirements: readonly Requirement[]): string | undefined {
    const isUnknown = requirements.some(({ set }) => set.kind === 'unknown');
    if (isUnknown && this.mode === 'strict') return undefined;
    const domain = this.keys.get(keyOfVariable(variable) ?? '')?.domain ?? 'text';
    if (domain === 'text' || domain === 'mixed') return this.text(variable, requirements);
    const near = requirements.flatMap(({ set }) => (set.kind === 'points' ? set.near : []));
    return candidatesOf(domain, near).find((candidate) =>
      requirements.every(({ set, within }) => set.kind === 'unknown' || has(set, candidate) === within),
    );
  }

  private text(variable: Variable, requirements: readonly Requirement[]): string | undefined {
    const texts = requirements.flatMap(({ set, within }) => (set.kind === 'text' ? [{ set, within }] : []));
    const base = { automaton: variable === ACTION ? ACTIONS : TEXTS, within: true };
    const isArn = this.keys.get(keyOfVariable(variable) ?? '')?.isArn === true;
    if (this.mode === 'strict') return this.strictText(variable, texts, isArn);
    if (this.isNeverWithout(variable, texts)) return undefined;
    const constraints = texts
      .filter(({ set, within }) => within || set.holes.length === 0)
      .map(({ set, within }) => ({ automaton: set.automaton('any'), within }));
    return this.textOf(texts, [base, ...constraints], [], isArn);
  }

  /** A text as constrained. For a key whose values are ARNs it is one where that is possible: IAM compares nothing else as ARN. */
  private textOf(
    texts: readonly AskedText[],
    constraints: readonly TextConstraint[],
    holes: readonly Sign[],
    isArn: boolean,
  ): string | undefined {
    const asArn = [...constraints, { automaton: ARNS, within: true }];
    const arn = isArn ? this.firstText(texts, asArn, holes, [AN_ARN]) : undefined;
    return arn ?? this.firstText(texts, constraints, holes, []);
  }

  /** One that looks real where there is such a one, else a shortest. Looking at a few first also saves most searches. */
  private firstText(
    texts: readonly AskedText[],
    constraints: readonly TextConstraint[],
    holes: readonly Sign[],
    examples: readonly (readonly Sign[])[],
  ): string | undefined {
    const patterns = texts.flatMap(({ set, within }) => (within ? set.patterns.slice(0, FEW) : []));
    for (const example of [...examples, ...patterns.flatMap(exampleTexts)]) {
      const isKnown = example.every((sign) => sign.length === 1 || holes.includes(sign));
      if (isKnown && constraints.every((constraint) => isWithin(example, constraint)))
        return example.join('');
    }
    return shortestText(constraints, holes, this.steps)?.join('');
  }

  private strictText(variable: Variable, texts: readonly AskedText[], isArn: boolean): string | undefined {
    const constraints = texts.map(({ set, within }) => ({
      automaton: set.automaton(within ? 'same' : 'possible'),
      within,
    }));
    const holes = placeholdersIn(texts.filter(({ within }) => within));
    const base = { automaton: baseOf(variable, holes), within: true };
    return this.textOf(texts, [base, ...constraints], holes, isArn);
  }

  /**
   * Whether a text that must match is matched, with any text in its holes, by one that must not: what holds with the holes as
   * signs of their own holds with every text in their place.
   */
  private isNeverWithout(variable: Variable, texts: readonly AskedText[]): boolean {
    const within = texts.filter((text) => text.within);
    return texts.some(
      (text) =>
        !text.within &&
        within.some(({ set }) => {
          if (set.holes.length === 0 && text.set.holes.length === 0) return false;
          const base = { automaton: baseOf(variable, set.holes), within: true };
          const constraints = [
            { automaton: set.automaton('same'), within: true },
            { automaton: text.set.automaton('same'), within: false },
          ];
          return (
            shortestText([base, ...constraints], set.holes, this.steps) === undefined && !this.steps.areUsedUp
          );
        }),
    );
  }
}

const FEW = 4;

const ARNS = new Automaton(
  [
    [
      ...['a', 'r', 'n'].map((units) => ({ kind: 'unit', units }) as const),
      ...Array.from({ length: 4 }, () => [colon, field]).flat(),
      colon,
      { kind: 'run', colons: true },
    ],
  ],
  'same',
);

/** For keys whose values are compared as ARNs: IAM takes no other text for one. */
const AN_ARN = 'arn:aws:iam::111122223333:role/example'.split('');

const isWithin = (signs: readonly Sign[], { automaton, within }: TextConstraint): boolean =>
  automaton.accepts(automaton.run(signs)) === within;

interface AskedText {
  readonly set: TextSet;
  readonly within: boolean;
}

const placeholdersIn = (texts: readonly AskedText[]): readonly Sign[] => [
  ...new Set(texts.flatMap(({ set }) => set.holes).filter(isPlaceholderHole)),
];

function has(set: ValueSet, value: string): boolean {
  if (set.kind === 'points') return set.has(value);
  if (set.kind === 'unknown') return false;
  const automaton = set.automaton('any');
  return automaton.accepts(automaton.run(value.split('')));
}
