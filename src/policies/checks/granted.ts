import type { CheckContext } from './check.ts';
import type { CheckedStatement } from './checkedStatement.ts';
import type { TextEntry } from '../language/textEntries.ts';

/** A statement that takes an action in, and the entry that does it; none under NotAction. */
export interface StatementOfAction {
  readonly statement: CheckedStatement;
  readonly entry: TextEntry | undefined;
}

/** Every statement of an effect that takes the action in, whatever its resources and conditions. */
export function statementsMatching(
  { statements }: CheckContext,
  effect: 'Allow' | 'Deny',
  action: string,
): readonly StatementOfAction[] {
  const lower = action.toLowerCase();
  const found: StatementOfAction[] = [];
  for (const statement of statements) {
    if (statement.effect !== effect) continue;
    const entry = statement.matchingAction(lower);
    if (entry) found.push({ statement, entry });
    else if (statement.elements.has('NotAction') && !statement.excludedAction(lower))
      found.push({ statement, entry: undefined });
  }
  return found;
}
