import { hasPlaceholder } from '../language/placeholder.ts';
import { readOperator } from '../language/conditionOperator.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { ask, searchOutside } from './decide/search.ts';
import { ValueFinder } from './decide/values.ts';
import { conditionLiteral } from './question/conditionLiteral.ts';
import { keyFactsOf } from './question/readQuestion.ts';
import { resourceLiterals, type QuestionReading } from './question/readStatement.ts';
import type { Box } from './question/test.ts';
import { Tests } from './question/tests.ts';
import { ATTACHED_RESOURCE, hasTwoReadings, type Requirement, type Scope, scopeKey } from './scope.ts';
import { ScopeExamples } from './scopeExample.ts';
import { Steps } from './steps.ts';
import type { Reading } from './texts/textPattern.ts';

const STEPS = 40_000;

/**
 * Proofs that every request of a scope is in some others, taken together, as `simulate` matches requests. What is not proven may
 * be so nonetheless.
 */
export class ScopeProofs {
  private readonly readings: Readonly<Record<Reading, ScopeReading>>;
  private readonly examples = new ScopeExamples();
  private readonly numbers = new Map<string, number>();
  private readonly answers = new Map<string, boolean>();

  /** `documents`: all policies from which the scopes are. */
  constructor(documents: readonly PolicyDocument[]) {
    const keys = keyFactsOf(documents, 'layers', undefined);
    this.readings = { fields: new ScopeReading('fields', keys), plain: new ScopeReading('plain', keys) };
  }

  /** Whether all that is in a scope is in one of the others. */
  isCovered(scope: Scope, by: readonly Scope[]): boolean {
    return this.isApart(scope, undefined, by);
  }

  /** Whether all that is both in a scope and in some of `within` is in one of the others. */
  isApart(scope: Scope, within: readonly Scope[] | undefined, by: readonly Scope[]): boolean {
    const near = by.filter((other) => mayCover(other, scope));
    const shared = within?.filter((other) => mayShare(other, scope)) ?? [undefined];
    return shared.every((other) => this.isEmpty(other ? [scope, other] : [scope], near));
  }

  /** The same question comes with every action of which the same statements speak. */
  private isEmpty(scopes: readonly Scope[], outside: readonly Scope[]): boolean {
    const key = `${this.numbersOf(scopes)} ${this.numbersOf(outside)}`;
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const found = this.search(scopes, outside);
    this.answers.set(key, found);
    return found;
  }

  private numbersOf(scopes: readonly Scope[]): string {
    return scopes
      .map((scope) => {
        const key = scopeKey(scope);
        const number = this.numbers.get(key) ?? this.numbers.size;
        this.numbers.set(key, number);
        return number;
      })
      .join();
  }

  private search(scopes: readonly Scope[], outside: readonly Scope[]): boolean {
    if (![...scopes, ...outside].every(isWholeText)) return false;
    if (this.examples.find(scopes, outside)) return false;
    const { fields, plain } = this.readings;
    if (!fields.isEmpty(scopes, outside)) return false;
    return ![...scopes, ...outside].some(hasTwoReadings) || plain.isEmpty(scopes, outside);
  }
}

/** One reading of resource patterns. */
class ScopeReading {
  private readonly question: QuestionReading;
  private readonly steps = new Steps(STEPS);
  private readonly finder: ValueFinder;
  private readonly boxes = new WeakMap<Scope, Box>();

  constructor(reading: Reading, keys: QuestionReading['keys']) {
    this.question = { tests: new Tests(), reading, fillings: new Map(), keys, rules: 'layers' };
    this.finder = new ValueFinder('upper', keys, false, this.steps, 'layers');
  }

  /** Whether no request is in all of the scopes and outside of the others. */
  isEmpty(scopes: readonly Scope[], outside: readonly Scope[]): boolean {
    const asked = ask(
      new Map(),
      scopes.flatMap((scope) => this.boxOf(scope)),
      this.finder,
    );
    const others = outside.map((scope) => this.boxOf(scope));
    const found = asked && searchOutside(asked, others, this.finder, this.steps);
    return !found && !this.steps.areUsedUp;
  }

  private boxOf(scope: Scope): Box {
    const cached = this.boxes.get(scope);
    if (cached) return cached;
    const box = boxOfScope(scope, this.question);
    this.boxes.set(scope, box);
    return box;
  }
}

/** Who calls is left out: only scopes of the same callers are compared. */
function boxOfScope({ resource, requirements, variables = false }: Scope, question: QuestionReading): Box {
  const named = typeof resource === 'string' ? { Resource: resource } : { NotResource: resource.allBut };
  return [
    ...(resource === ATTACHED_RESOURCE ? [] : resourceLiterals(named, variables, question)),
    ...requirements.map((requirement) => literalOf(requirement, variables, question)),
  ];
}

const literalOf = (
  { operator, key, values }: Requirement,
  variables: boolean,
  { tests, fillings, rules, keys }: QuestionReading,
) =>
  conditionLiteral({
    operator: readOperator(operator),
    operatorText: operator,
    key,
    values,
    domain: keys.get(key)?.domain ?? 'text',
    variables,
    tests,
    fillings,
    rules,
  });

/** Whether nothing is missing where it is no text of a set: in the names of keys, and under `Null`. */
const isWholeText = ({ requirements }: Scope): boolean =>
  requirements.every(
    ({ operator, key, values }) =>
      !hasPlaceholder(key) && !(operator === 'null' && values.some(hasPlaceholder)),
  );

const mayCover = (wide: Scope, narrow: Scope): boolean =>
  (wide.principal === '*' || wide.principal === narrow.principal) && startsMeet(wide, narrow);

/** Callers that are named in different ways may be the same. */
const mayShare = (one: Scope, other: Scope): boolean => startsMeet(one, other);

/** Whether a resource may match both, by how they begin. */
function startsMeet({ resource: one }: Scope, { resource: other }: Scope): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return true;
  if (one === ATTACHED_RESOURCE || other === ATTACHED_RESOURCE) return true;
  const [first, second] = [startOf(one), startOf(other)];
  return first.startsWith(second) || second.startsWith(first);
}

const startOf = (pattern: string): string => {
  const end = pattern.search(/[*?$<]/);
  return end === -1 ? pattern : pattern.slice(0, end);
};
