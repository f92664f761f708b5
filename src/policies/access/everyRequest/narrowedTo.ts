import type { Documents } from '../../exact/answer.ts';
import { globMatcher } from '../../language/glob.ts';
import { listOf, type PolicyDocument, type Statement } from '../../language/policy.ts';

/**
 * Documents without the statements that apply to none of these actions: requests for the actions have the same result, and the
 * comparison takes less time. For documents of the grammar's shape.
 */
export function narrowedTo(documents: Documents, actions: readonly string[]): Documents {
  const names = actions.map((action) => action.toLowerCase());
  return documents.map(
    (document): PolicyDocument => ({
      ...document,
      Statement: [document.Statement].flat().flatMap((statement) => narrowed(statement, names)),
    }),
  );
}

function narrowed(statement: Statement, names: readonly string[]): readonly Statement[] {
  if (statement.Action === undefined) return [statement];
  const patterns = listOf(statement.Action).filter((pattern) => {
    const matches = globMatcher(pattern.toLowerCase());
    return names.some((name) => matches(name));
  });
  return patterns.length > 0 ? [{ ...statement, Action: patterns }] : [];
}
