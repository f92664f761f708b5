import type { PlacedRef } from '../../simulate/decision.ts';
import { documentsOf, type PolicySet } from '../../simulate/policySet.ts';
import { isPlainObject, statementsIn } from '../../simulate/statementProblems.ts';

/** How a statement of policies that have no titles is named: by its Sid, else by its place in its policy. */
export function statementName(set: PolicySet, { layer, statement }: PlacedRef): string {
  const found = (documentsOf(set, layer) ?? []).find(({ prefix }) => statement.startsWith(prefix));
  const place = Number(statement.split('/').at(-1));
  const written = (found && statementsIn(found.document)?.[place]) ?? {};
  const sid = isPlainObject(written) ? written.Sid : undefined;
  return typeof sid === 'string' && sid !== '' ? sid : `Statement ${place + 1}`;
}
