import { splitAction } from './lookup.ts';
import { isPattern } from '../language/glob.ts';
import { listOf, type PolicyDocument } from '../language/policy.ts';

/** Services that the actions of policies name, sorted. */
export function servicesOf(policies: readonly PolicyDocument[]): readonly string[] {
  const actions = policies.flatMap(({ Statement }) =>
    Statement.flatMap(({ Action, NotAction }) => listOf(Action ?? NotAction)),
  );
  const prefixes = new Set(actions.map((action) => splitAction(action)[0]));
  return [...prefixes]
    .filter((prefix) => prefix !== '' && !prefix.includes('<') && !isPattern(prefix))
    .sort();
}
