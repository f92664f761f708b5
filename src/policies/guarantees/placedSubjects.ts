import { expandTemplate } from '../compose/expandTemplate.ts';
import type { Readings } from '../compose/variableReadings.ts';
import { listOf, type Statement } from '../language/policy.ts';
import type { StatementTemplate } from '../library/activities/activity.ts';
import type { Guarantee, GuaranteeCondition } from '../library/guarantees/guarantee.ts';
import type { PlacedSubject } from './widestPolicy.ts';

export interface PlacedFor {
  readonly readings: Readings;
  /** Ids of the activities that the role has. */
  readonly activities: ReadonlySet<string>;
  /** Requests that meet it are allowed whatever the guarantee says: those of principals with the exemption tag. */
  readonly exempt?: GuaranteeCondition;
}

/**
 * A guarantee with the values of a draft in place: one statement, or with `forEach` one for each value. Like a policy, it keeps
 * the placeholder of what is missing.
 */
export function placedSubjects(
  guarantee: Guarantee,
  { readings, activities, exempt }: PlacedFor,
): readonly PlacedSubject[] {
  const expand = (condition: GuaranteeCondition | undefined): readonly Statement[] =>
    expandTemplate(templateOf(guarantee, condition, activities), readings).map(({ statement }) => statement);
  const { unless, under } = guarantee;
  const base = expand(under);
  const exempted = exempt ? expand(exempt) : [];
  const alternatives = unless?.map(expand);
  return base.map((statement, row): PlacedSubject => {
    const resources = listOf(statement.Resource);
    return {
      actions: listOf(statement.Action),
      ...(guarantee.exceptResources ? { exceptResources: resources } : {}),
      ...(guarantee.resources ? { resources } : {}),
      ...(statement.Principal ? { principals: statement.Principal } : {}),
      ...conditionsOf(
        statement.Condition,
        alternatives?.map((rows) => rows[row]?.Condition ?? {}),
        exempted[row]?.Condition,
      ),
    };
  });
}

/** A guarantee of requests that must never be allowed has no alternatives: its exemption is one. */
function conditionsOf(
  under: Statement['Condition'],
  unless: PlacedSubject['unless'],
  exempt: Statement['Condition'],
): Pick<PlacedSubject, 'under' | 'unless'> {
  if (unless) return { unless: exempt ? [...unless, exempt] : unless };
  return { ...(under || exempt ? { under: { ...under, ...(exempt ? negated(exempt) : {}) } } : {}) };
}

/** Principals without the tag, or with another value of it. */
const negated = (exempt: NonNullable<Statement['Condition']>): NonNullable<Statement['Condition']> => ({
  StringNotEqualsIfExists: exempt['StringEquals'] ?? {},
});

function templateOf(
  { id, actions, resources, exceptResources, exceptWith = {}, principals, forEach }: Guarantee,
  condition: GuaranteeCondition | undefined,
  activities: ReadonlySet<string>,
): StatementTemplate {
  const added = Object.entries(exceptWith).flatMap(([activity, more]) =>
    activities.has(activity) ? more : [],
  );
  return {
    Sid: id,
    Effect: 'Allow',
    Action: actions,
    Resource: resources ?? [...(exceptResources ?? []), ...added],
    ...(condition ? { Condition: condition } : {}),
    ...(principals ? { Principal: principals } : {}),
    ...(forEach ? { forEach } : {}),
  };
}
