import type { PolicyDocument, Statement } from '../language/policy.ts';
import { isFields, statementProblems, statementsIn } from '../simulate/validate.ts';
import { keyOf, type Scope, scopesOf } from './scope.ts';
import { actionsOf, type Entry, type Universe } from './universe.ts';

/** A statement without its actions. Two with the same `id` say the same of an action. */
export interface Clause {
  readonly id: string;
  readonly effect: Statement['Effect'];
  readonly scopes: readonly Scope[];
  readonly statement: Statement;
}

/** One side of a comparison. */
export interface Side {
  readonly clauses: readonly Clause[];
  /** Statements and documents that IAM would refuse, as text. */
  readonly malformed: readonly string[];
}

export function sideOf(documents: readonly PolicyDocument[]): Side {
  const [clauses, malformed]: [Clause[], string[]] = [[], []];
  for (const document of documents) {
    const statements = statementsIn(document);
    if (!statements) malformed.push(JSON.stringify(document ?? null));
    for (const statement of statements ?? []) {
      const withVariables = document.Version === '2012-10-17';
      if (isReadable(statement)) clauses.push(clauseOf(statement, withVariables));
      else malformed.push(JSON.stringify(statement));
    }
  }
  return { clauses, malformed };
}

function isReadable(statement: unknown): statement is Statement {
  if (!isFields(statement)) return false;
  const named = statement.Principal !== undefined || statement.NotPrincipal !== undefined;
  return statementProblems(statement, named ? 'resource' : 'identity').length === 0;
}

function clauseOf(statement: Statement, withVariables: boolean): Clause {
  const scopes = scopesOf(statement, withVariables);
  const texts = scopes.map(keyOf).toSorted();
  return { id: `${statement.Effect} ${texts.join(' ')}`, effect: statement.Effect, scopes, statement };
}

export const patternsOf = ({ clauses }: Side): readonly string[] =>
  clauses.flatMap(({ statement }) => actionsOf(statement).patterns);

/** For every action of the universe the clauses that speak of it, each once, in the order of their ids. */
export function clausesByEntry(
  { clauses }: Side,
  universe: Universe,
): ReadonlyMap<Entry, ReadonlyMap<string, Clause>> {
  const found = new Map<Entry, Map<string, Clause>>();
  const add = (entry: Entry, clause: Clause) => {
    const own = found.get(entry);
    if (own) own.set(clause.id, clause);
    else found.set(entry, new Map([[clause.id, clause]]));
  };
  for (const clause of clauses) {
    for (const entry of entriesOf(clause, universe)) add(entry, clause);
  }
  return found;
}

function entriesOf({ statement }: Clause, universe: Universe): Iterable<Entry> {
  const { patterns, isExcept } = actionsOf(statement);
  const named = new Set(patterns.flatMap((pattern) => [...universe.matching(pattern)]));
  return isExcept ? universe.entries.filter((entry) => !named.has(entry)) : named;
}
