import type { PolicyDocument } from '../language/policy.ts';
import { statementsIn } from '../simulate/statementProblems.ts';
import type { ComparedStatement } from './comparedStatement.ts';
import type { ComparisonMemory } from './comparisonMemory.ts';

/** One side of a comparison. */
export interface ComparedPolicies {
  readonly statements: readonly ComparedStatement[];
  /** Statements and documents that IAM would refuse, as text. */
  readonly malformed: readonly string[];
}

export function comparedPolicies(
  documents: readonly PolicyDocument[],
  memory: ComparisonMemory,
): ComparedPolicies {
  const [compared, malformed]: [ComparedStatement[], string[]] = [[], []];
  for (const document of documents) {
    const statements = statementsIn(document);
    if (!statements) malformed.push(JSON.stringify(document ?? null));
    for (const statement of statements ?? []) {
      const read = memory.statement(statement, document.Version === '2012-10-17');
      if (read) compared.push(read);
      else malformed.push(JSON.stringify(statement));
    }
  }
  return { statements: compared, malformed };
}

/** The statements of each side that the other doesn’t have: only actions that match one of them can differ. */
export function changedStatements(
  old: ComparedPolicies,
  now: ComparedPolicies,
): readonly ComparedStatement[] {
  const [before, after] = [old, now].map(
    ({ statements }) => new Map(statements.map((one) => [one.whole, one])),
  );
  const only = (these?: Map<number, ComparedStatement>, others?: Map<number, ComparedStatement>) =>
    [...(these ?? [])].flatMap(([key, one]) => (others?.has(key) ? [] : [one]));
  return [...only(before, after), ...only(after, before)];
}

export const actionPatterns = ({ statements: clauses }: ComparedPolicies): readonly string[] =>
  clauses.flatMap(({ patterns }) => patterns);
