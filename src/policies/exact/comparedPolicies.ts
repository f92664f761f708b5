import type { PolicyDocument, Statement } from '../language/policy.ts';
import { isReadableStatement, statementsIn } from '../simulate/statementProblems.ts';
import { scopeKey, type Scope, scopesOf } from './scope.ts';
import { actionsOf, type ComparedAction, type ActionUniverse } from './actionUniverse.ts';

/** A statement without its actions. Two with the same `id` say the same of an action. */
export interface ComparedStatement {
  readonly id: string;
  readonly effect: Statement['Effect'];
  readonly scopes: readonly Scope[];
  readonly statement: Statement;
}

/** One side of a comparison. */
export interface ComparedPolicies {
  readonly statements: readonly ComparedStatement[];
  /** The same statements, as their documents have them. */
  readonly documents: readonly PolicyDocument[];
  /** Statements and documents that IAM would refuse, as text. */
  readonly malformed: readonly string[];
}

export function comparedPolicies(documents: readonly PolicyDocument[]): ComparedPolicies {
  const [clauses, malformed]: [ComparedStatement[], string[]] = [[], []];
  const readable: PolicyDocument[] = [];
  for (const document of documents) {
    const statements = statementsIn(document);
    if (!statements) malformed.push(JSON.stringify(document ?? null));
    else readable.push({ ...document, Statement: statements.filter((one) => isReadableStatement(one)) });
    for (const statement of statements ?? []) {
      const withVariables = document.Version === '2012-10-17';
      if (isReadableStatement(statement)) clauses.push(clauseOf(statement, withVariables));
      else malformed.push(JSON.stringify(statement));
    }
  }
  return { statements: clauses, documents: readable, malformed };
}

function clauseOf(statement: Statement, withVariables: boolean): ComparedStatement {
  const scopes = scopesOf(statement, withVariables);
  const texts = scopes.map(scopeKey).toSorted();
  return { id: `${statement.Effect} ${texts.join(' ')}`, effect: statement.Effect, scopes, statement };
}

export const actionPatterns = ({ statements: clauses }: ComparedPolicies): readonly string[] =>
  clauses.flatMap(({ statement }) => actionsOf(statement).patterns);

/** For every action of the universe the clauses that speak of it, each once, in the order of their ids. */
export function statementsByAction(
  { statements: clauses }: ComparedPolicies,
  universe: ActionUniverse,
): ReadonlyMap<ComparedAction, ReadonlyMap<string, ComparedStatement>> {
  const found = new Map<ComparedAction, Map<string, ComparedStatement>>();
  const add = (entry: ComparedAction, clause: ComparedStatement) => {
    const ofEntry = found.get(entry);
    if (ofEntry) ofEntry.set(clause.id, clause);
    else found.set(entry, new Map([[clause.id, clause]]));
  };
  for (const clause of clauses) {
    for (const entry of entriesOf(clause, universe)) add(entry, clause);
  }
  return found;
}

function entriesOf({ statement }: ComparedStatement, universe: ActionUniverse): Iterable<ComparedAction> {
  const { patterns, isExcept } = actionsOf(statement);
  const named = new Set(patterns.flatMap((pattern) => [...universe.matching(pattern)]));
  return isExcept ? universe.entries.filter((entry) => !named.has(entry)) : named;
}
