import type { Catalog } from '../catalog/catalog.ts';
import { isPattern } from '../language/glob.ts';
import type { Statement } from '../language/policy.ts';
import { isReadableStatement } from '../simulate/statementProblems.ts';
import { actionsOf } from './actionUniverse.ts';
import { type ClauseDifference, differenceKey } from './change.ts';
import type { ComparedStatement } from './comparedStatement.ts';
import { scopeKey, type Scope, scopesOf } from './scope.ts';
import { type ScopeAnswer, ScopeSearch } from './scopeSearch.ts';

/** What some statements about an action on either side differ in, and the answers that it follows from. */
export interface KnownDifferences {
  readonly differences: readonly ClauseDifference[];
  readonly answers: readonly ScopeAnswer[];
}

/** Numbers of texts: the same text has the same number. */
class TextNumbers {
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    const number = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }
}

/** More than all policies of a large set; then it is forgotten. */
const MOST_STATEMENTS = 5000;
const MOST_ANSWERS = 50_000;

/**
 * What is known from earlier comparisons: many roles have the same statements, and each change of a draft leaves most of them as they
 * were. Nothing in it depends on which comparison asked first.
 */
export class ComparisonMemory {
  private readonly statements = new Map<string, ComparedStatement>();
  private readonly ids = new TextNumbers();
  private readonly wholes = new TextNumbers();
  private readonly scopes = new TextNumbers();
  private readonly scopeNumbers = new WeakMap<Scope, number>();
  private readonly differenceKeys = new TextNumbers();
  private readonly differenceNumbers = new WeakMap<ClauseDifference, number>();
  private readonly answers = new Map<string, ScopeAnswer>();
  private readonly search = new ScopeSearch();
  readonly differences = new Map<string, KnownDifferences>();

  get isFull(): boolean {
    const { statements, answers, differences } = this;
    return statements.size > MOST_STATEMENTS || answers.size + differences.size > MOST_ANSWERS;
  }

  /** A statement ready to be compared; nothing where IAM would refuse it. `withVariables`: whether `${…}` in it is a policy variable. */
  statement(statement: unknown, withVariables: boolean): ComparedStatement | undefined {
    const text = `${withVariables} ${JSON.stringify(statement)}`;
    const known = this.statements.get(text);
    if (known || !isReadableStatement(statement)) return known;
    const read = this.read(statement, withVariables);
    this.statements.set(text, read);
    return read;
  }

  private read(statement: Statement, withVariables: boolean): ComparedStatement {
    const scopes = scopesOf(statement, withVariables);
    const { patterns, isExcept } = actionsOf(statement);
    const id = `${statement.Effect} ${scopes.map(scopeKey).toSorted().join(' ')}`;
    return {
      place: this.statements.size,
      id: this.ids.of(id),
      whole: this.wholes.of(`${id} ${isExcept} ${patterns.join(' ').toLowerCase()}`),
      effect: statement.Effect,
      scopes,
      statement,
      wildcards: patterns.filter(isPattern).map((text) => text.toLowerCase()),
    };
  }

  /** The same for differences that say the same, whichever statements they came from. */
  numberOf(difference: ClauseDifference): number {
    const known = this.differenceNumbers.get(difference);
    if (known !== undefined) return known;
    const number = this.differenceKeys.of(differenceKey(difference));
    this.differenceNumbers.set(difference, number);
    return number;
  }

  private scopeNumber(scope: Scope): number {
    const known = this.scopeNumbers.get(scope);
    if (known !== undefined) return known;
    const number = this.scopes.of(scopeKey(scope));
    this.scopeNumbers.set(scope, number);
    return number;
  }

  /** Whether no request is in all of some scopes and outside of others. */
  answer(scopes: readonly Scope[], outside: readonly Scope[]): ScopeAnswer {
    const key = `${this.numbersOf(scopes)} ${this.numbersOf(outside)}`;
    const known = this.answers.get(key);
    if (known) return known;
    const found = this.search.answer(scopes, outside);
    this.answers.set(key, found);
    return found;
  }

  private numbersOf(scopes: readonly Scope[]): string {
    let key = '';
    for (const scope of scopes) key += `${this.scopeNumber(scope)},`;
    return key;
  }
}

const memories = new WeakMap<Catalog, ComparisonMemory>();

/** What is known of comparisons with a catalog. */
export function memoryOf(catalog: Catalog): ComparisonMemory {
  const known = memories.get(catalog);
  if (known && !known.isFull) return known;
  const memory = new ComparisonMemory();
  memories.set(catalog, memory);
  return memory;
}
