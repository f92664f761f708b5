import { isPattern } from '../language/glob.ts';
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
  /** Its patterns of actions, in lower case: those with wildcards. */
  readonly wildcards: readonly string[];
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
  const wildcards = actionsOf(statement)
    .patterns.filter(isPattern)
    .map((text) => text.toLowerCase());
  return {
    id: `${statement.Effect} ${texts.join(' ')}`,
    effect: statement.Effect,
    scopes,
    statement,
    wildcards,
  };
}

/** The statements of each side that the other doesn’t have: only actions that one of them speaks of can differ. */
export function changedStatements(
  old: ComparedPolicies,
  now: ComparedPolicies,
): readonly ComparedStatement[] {
  const [before, after] = [old, now].map(
    ({ statements }) => new Map(statements.map((one) => [wholeKey(one), one])),
  );
  const only = (these?: Map<string, ComparedStatement>, others?: Map<string, ComparedStatement>) =>
    [...(these ?? [])].flatMap(([key, one]) => (others?.has(key) ? [] : [one]));
  return [...only(before, after), ...only(after, before)];
}

const wholeKey = ({ id, statement }: ComparedStatement): string => {
  const { patterns, isExcept } = actionsOf(statement);
  return `${id} ${isExcept} ${patterns.join(' ').toLowerCase()}`;
};

export const actionPatterns = ({ statements: clauses }: ComparedPolicies): readonly string[] =>
  clauses.flatMap(({ statement }) => actionsOf(statement).patterns);

/** For each of the actions the statements that speak of it. */
export function statementsByAction(
  { statements }: ComparedPolicies,
  universe: ActionUniverse,
  entries: ReadonlySet<ComparedAction>,
): ReadonlyMap<ComparedAction, readonly ComparedStatement[]> {
  const found = new Map<ComparedAction, ComparedStatement[]>();
  for (const statement of statements)
    for (const entry of entriesOf(statement, universe)) {
      if (!entries.has(entry)) continue;
      const ofEntry = found.get(entry);
      if (!ofEntry) found.set(entry, [statement]);
      else if (ofEntry.at(-1) !== statement) ofEntry.push(statement);
    }
  return found;
}

/** The actions that a statement speaks of; some can be there twice. */
export function* entriesOf(
  { statement }: ComparedStatement,
  universe: ActionUniverse,
): Generator<ComparedAction> {
  const { patterns, isExcept } = actionsOf(statement);
  const named = patterns.map((pattern) => universe.matching(pattern));
  if (!isExcept) for (const entries of named) yield* entries;
  else for (const entry of universe.entries) if (!named.some((entries) => entries.has(entry))) yield entry;
}
