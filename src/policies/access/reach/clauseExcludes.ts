import { readOperator } from '../../language/conditionOperator.ts';
import { impliesClause } from '../../exact/clauseCover.ts';
import { type ConditionClause, readClause } from '../../simulate/conditions/clause.ts';

/** Whether one condition means that another cannot be met. Sound: never true when both can be. */
export function excludes(given: ConditionClause, other: ConditionClause): boolean {
  if (given.lowerKey !== other.lowerKey) return false;
  const opposite = oppositeOf(other);
  return opposite !== undefined && impliesClause(given, opposite);
}

const QUALIFIERS: Readonly<Record<string, string>> = {
  ForAllValues: 'ForAnyValue:',
  ForAnyValue: 'ForAllValues:',
};

/** The condition that is met exactly where this one is not; nothing where IAM has none. */
function oppositeOf({ operator, key, values, withVariables }: ConditionClause): ConditionClause | undefined {
  const read = readOperator(operator);
  if (!read || read.ifExists || read.family === 'Bool' || read.family === 'Null') return undefined;
  const { name, family, negated, qualifier } = read;
  if (!negated && !/(?:Equals|Like|IgnoreCase|IpAddress)$/.test(name)) return undefined;
  if (/Than/.test(name)) return undefined;
  const other = negated
    ? name.replace('Not', '')
    : family === 'Ip'
      ? `Not${name}`
      : name.replace(family, `${family}Not`);
  const before = qualifier === undefined ? '' : (QUALIFIERS[qualifier] ?? '');
  return readClause(`${before}${other}`, key, values, withVariables);
}
