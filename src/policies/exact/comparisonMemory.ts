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

/** What is known of texts, and how long they are together. */
class ByText<Value> {
  private readonly values = new Map<string, Value>();
  characters = 0;

  get size(): number {
    return this.values.size;
  }

  get(text: string): Value | undefined {
    return this.values.get(text);
  }

  set(text: string, value: Value): Value {
    this.characters += text.length;
    this.values.set(text, value);
    return value;
  }
}

/** Numbers of texts: the same text has the same number. */
class TextNumbers extends ByText<number> {
  of(text: string): number {
    return this.get(text) ?? this.set(text, this.size);
  }
}

/** More than all policies of a large set; then it is forgotten. Long statements are fewer. */
const MOST_STATEMENTS = 5000;
const MOST_ANSWERS = 50_000;
const MOST_CHARACTERS = 20_000_000;

/** The same text for the same statement. `1e999` is a number in JSON text, and would be written as `null`. */
function textOf(statement: unknown): string {
  const text = JSON.stringify(statement);
  if (!text.includes('null')) return text;
  return JSON.stringify(statement, (_, value: unknown) =>
    typeof value === 'number' ? String(value) : value,
  );
}

/**
 * What is known from earlier comparisons: many roles have the same statements, and each change of a draft leaves most of them as they
 * were. Nothing in it depends on which comparison asked first.
 */
export class ComparisonMemory {
  private readonly statements = new ByText<ComparedStatement>();
  private readonly ids = new TextNumbers();
  private readonly wholes = new TextNumbers();
  private readonly scopes = new TextNumbers();
  private readonly scopeNumbers = new WeakMap<Scope, number>();
  private readonly differenceKeys = new TextNumbers();
  private readonly differenceNumbers = new WeakMap<ClauseDifference, number>();
  private readonly answers = new ByText<ScopeAnswer>();
  private readonly search = new ScopeSearch();
  readonly differences = new ByText<KnownDifferences>();

  get isFull(): boolean {
    const { statements, answers, differences } = this;
    const texts = [statements, this.ids, this.wholes, this.scopes, this.differenceKeys, answers, differences];
    return (
      statements.size > MOST_STATEMENTS ||
      answers.size + differences.size > MOST_ANSWERS ||
      texts.reduce((sum, { characters }) => sum + characters, 0) > MOST_CHARACTERS
    );
  }

  /** A statement ready to be compared; nothing where IAM would refuse it. `withVariables`: whether `${…}` in it is a policy variable. */
  statement(statement: unknown, withVariables: boolean): ComparedStatement | undefined {
    const text = `${withVariables} ${textOf(statement)}`;
    const known = this.statements.get(text);
    if (known || !isReadableStatement(statement)) return known;
    return this.statements.set(text, this.read(statement, withVariables));
  }

  private read(statement: Statement, withVariables: boolean): ComparedStatement {
    const scopes = scopesOf(statement, withVariables);
    const { patterns, isExcept } = actionsOf(statement);
    const id = this.ids.of(`${statement.Effect} ${scopes.map(scopeKey).toSorted().join(' ')}`);
    return {
      place: this.statements.size,
      id,
      whole: this.wholes.of(`${id} ${isExcept} ${JSON.stringify(patterns).toLowerCase()}`),
      effect: statement.Effect,
      scopes,
      patterns: [...patterns],
      isExcept,
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
    return this.answers.get(key) ?? this.answers.set(key, this.search.answer(scopes, outside));
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
