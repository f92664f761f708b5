import { ACTION, keyOfVariable, type KeyFacts, RESOURCE, type Variable } from '../question/test.ts';
import type { Rules } from '../question/rules.ts';
import type { Steps } from '../steps.ts';
import { Automaton, type Sign } from '../texts/automaton.ts';
import { exampleTexts } from '../texts/exampleText.ts';
import { shortestText, type TextConstraint } from '../texts/shortestText.ts';
import { ANY_ARN } from '../texts/simulatedPattern.ts';
import type { Pattern } from '../texts/textPattern.ts';
import { isPlaceholderHole } from '../texts/token.ts';
import { areApart } from '../texts/patternStarts.ts';
import { candidatesOf } from '../values/valueCandidates.ts';
import type { TextSet, ValueSet } from '../values/valueSet.ts';

/**
 * How texts are taken that have policy variables or placeholders in them. `upper`: what is not found then is there for no value of
 * theirs. `strict`: what is found then is there for every value of the placeholders; variables must have been replaced.
 */
export type TextReading = 'upper' | 'strict';

/** What one value must be. */
export interface Requirement {
  readonly set: ValueSet;
  readonly within: boolean;
}

/** Finds one value of a variable that is as required. */
export class OneValueFinder {
  private readonly mode: TextReading;
  private readonly keys: ReadonlyMap<string, KeyFacts>;
  private readonly steps: Steps;
  private readonly rules: Rules;

  constructor(mode: TextReading, keys: ReadonlyMap<string, KeyFacts>, steps: Steps, rules: Rules) {
    this.mode = mode;
    this.keys = keys;
    this.steps = steps;
    this.rules = rules;
  }

  /** `mayBeEmpty`: whether the empty text counts as well. Nothing where there is no value, or the steps do not suffice. */
  find(variable: Variable, requirements: readonly Requirement[], mayBeEmpty = false): string | undefined {
    const isUnknown = requirements.some(({ set }) => set.kind === 'unknown');
    if (isUnknown && this.mode === 'strict') return undefined;
    const domain = this.keys.get(keyOfVariable(variable) ?? '')?.domain ?? 'text';
    if (domain === 'text' || domain === 'mixed') return this.text(variable, requirements, mayBeEmpty);
    const near = requirements.flatMap(({ set }) => (set.kind === 'points' ? set.near : []));
    // A text that is no number, no date and no address is a value to the simulator, and like none of them.
    const others = this.rules === 'layers' ? ['example'] : [];
    return [...candidatesOf(domain, near), ...others].find((candidate) =>
      requirements.every(({ set, within }) => set.kind === 'unknown' || has(set, candidate) === within),
    );
  }

  private text(
    variable: Variable,
    requirements: readonly Requirement[],
    mayBeEmpty: boolean,
  ): string | undefined {
    const texts = withoutExcluded(
      requirements.flatMap(({ set, within }) => (set.kind === 'text' ? [{ set, within }] : [])),
    );
    if (areApart(texts.flatMap(({ set, within }) => (within ? [set.patterns] : [])))) return undefined;
    const isArn = this.keys.get(keyOfVariable(variable) ?? '')?.isArn === true;
    if (this.mode === 'strict') return this.strictText(variable, texts, isArn, mayBeEmpty);
    if (this.isNeverWithout(variable, texts, mayBeEmpty)) return undefined;
    const base = { automaton: this.baseOf(variable, [], mayBeEmpty), within: true };
    // Of a list that must not match, what has no holes does not match, whatever the others stand for.
    const constraints = texts.map(({ set, within }) => ({
      automaton: set.automaton(within || set.holes.length === 0 ? 'any' : 'same'),
      within,
    }));
    return this.textOf(texts, [base, ...constraints], [], isArn);
  }

  private baseOf(variable: Variable, holes: readonly Sign[], mayBeEmpty: boolean): Automaton {
    if (mayBeEmpty) return EVERYTHING;
    // A missing value may be all of an ARN: then its sign represents one.
    if (holes.length > 0) return baseOf(variable, holes);
    if (this.rules === 'layers' && variable === RESOURCE) return RESOURCES;
    return variable === ACTION ? ACTIONS : TEXTS;
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
    for (const example of chained(examples, patterns)) {
      const isKnown = example.every((sign) => sign.length === 1 || holes.includes(sign));
      if (isKnown && constraints.every((constraint) => isWithin(example, constraint)))
        return example.join('');
    }
    return shortestText(constraints, holes, this.steps)?.join('');
  }

  private strictText(
    variable: Variable,
    texts: readonly AskedText[],
    isArn: boolean,
    mayBeEmpty: boolean,
  ): string | undefined {
    const constraints = texts.map(({ set, within }) => ({
      automaton: set.automaton(within ? 'same' : 'possible'),
      within,
    }));
    const holes = placeholdersIn(texts.filter(({ within }) => within));
    const base = { automaton: this.baseOf(variable, holes, mayBeEmpty), within: true };
    return this.textOf(texts, [base, ...constraints], holes, isArn);
  }

  /**
   * Whether each text that must match is matched, with any text in its holes, by one of those that must not: what holds with the
   * holes as signs of their own holds with every text in their place.
   */
  private isNeverWithout(variable: Variable, texts: readonly AskedText[], mayBeEmpty: boolean): boolean {
    const without = texts.filter(({ within }) => !within);
    if (without.length === 0) return false;
    const hasHoles = without.some(({ set }) => set.holes.length > 0);
    const outside = without.map(({ set }) => ({ automaton: set.automaton('same'), within: false }));
    return texts.some(({ set, within }) => {
      if (!within || (set.holes.length === 0 && !hasHoles)) return false;
      const base = { automaton: this.baseOf(variable, set.holes, mayBeEmpty), within: true };
      const constraints = [base, { automaton: set.automaton('same'), within: true }, ...outside];
      return shortestText(constraints, set.holes, this.steps) === undefined && !this.steps.areUsedUp;
    });
  }
}

/** Texts that are not empty: they begin with a unit, or with one of the holes, whose texts are not empty either. */
const notEmpty = (colons: boolean, holes: readonly Sign[]): readonly Pattern[] =>
  [{ kind: 'one', colons } as const, ...holes.map((name) => ({ kind: 'hole', name, colons }) as const)].map(
    (first) => [first, { kind: 'run', colons }],
  );

/** Actions: a service, one colon, a name. Everything else is a text that is not empty. */
function baseOf(variable: Variable, holes: readonly Sign[]): Automaton {
  const parts = notEmpty(variable !== ACTION, holes);
  if (variable !== ACTION) return new Automaton(parts, 'same');
  const colon = { kind: 'unit', units: ':' } as const;
  return new Automaton(
    parts.flatMap((service) => parts.map((name) => [...service, colon, ...name])),
    'same',
  );
}

const ACTIONS = baseOf(ACTION, []);
const TEXTS = baseOf(RESOURCE, []);
const EVERYTHING = new Automaton([[{ kind: 'run', colons: true }]], 'same');
const ARNS = new Automaton([ANY_ARN], 'same');
/** What the simulator takes as the resource of a request. */
const RESOURCES = new Automaton([ANY_ARN, [{ kind: 'unit', units: '*' }]], 'same');

function* chained(
  examples: readonly (readonly Sign[])[],
  patterns: readonly Pattern[],
): Generator<readonly Sign[]> {
  yield* examples;
  if (patterns.length === 0) yield AN_EXAMPLE;
  for (const pattern of patterns) yield* exampleTexts(pattern);
}

const FEW = 4;

/** For keys whose values are compared as ARNs: IAM takes no other text for one. */
const AN_ARN = 'arn:aws:iam::111122223333:role/example'.split('');

const AN_EXAMPLE = 'example'.split('');

const isWithin = (signs: readonly Sign[], { automaton, within }: TextConstraint): boolean =>
  automaton.accepts(automaton.run(signs)) === within;

interface AskedText {
  readonly set: TextSet;
  readonly within: boolean;
}

/** Lists without the patterns that are on the other side as well: two long lists with the same entries become empty. */
function withoutExcluded(texts: readonly AskedText[]): readonly AskedText[] {
  const excluded = texts.flatMap(({ set, within }) => (within ? [] : [set]));
  if (excluded.length === 0 || excluded.length === texts.length) return texts;
  return texts.map(({ set, within }) => ({ set: within ? set.without(excluded) : set, within }));
}

const placeholdersIn = (texts: readonly AskedText[]): readonly Sign[] => [
  ...new Set(texts.flatMap(({ set }) => set.holes).filter(isPlaceholderHole)),
];

function has(set: ValueSet, value: string): boolean {
  if (set.kind === 'points') return set.has(value);
  if (set.kind === 'unknown') return false;
  return set.matches(value);
}
