import { conditionsInWords } from '../conditionSentences.ts';
import { impliesClause } from '../../exact/clauseCover.ts';
import { listOf } from '../../language/policy.ts';
import type { Layer, StatementRef } from '../../simulate/policySet.ts';
import type { PreparedStatement } from '../../simulate/preparedStatement.ts';
import { excludes } from './clauseExcludes.ts';
import type { ReachPlace, ReachScope } from './reachRow.ts';
import { actionRelation, least, type Relation, resourceRelation, type Target } from './relation.ts';

/** One action, or pattern of actions, that an Allow grants on one entry of its resources. */
export interface Grant {
  readonly allow: PreparedStatement;
  readonly action: string;
  readonly target: Target;
}

/** What another statement says of a grant. */
export interface Spoken {
  readonly relation: Relation;
  /** Whether its conditions are met whenever those of the grant are. */
  readonly always: boolean;
}

/** How much of a grant a statement applies to; nothing where it never does. */
export function spokenOf(statement: PreparedStatement, grant: Grant): Spoken | undefined {
  const named = actionRelation(statement, grant.action);
  if (named === 'none') return undefined;
  const relation = least(named, resourceRelation(statement, grant.target));
  if (relation === 'none') return undefined;
  const { clauses } = grant.allow;
  if (statement.clauses.some((clause) => clauses.some((given) => excludes(given, clause)))) return undefined;
  const always = statement.clauses.every((needed) => clauses.some((given) => impliesClause(given, needed)));
  return { relation, always };
}

/** Where a statement of a layer is; nothing for policies that are assumed. */
export type PlaceOf = (layer: Layer, ref: StatementRef, path?: ReachPlace['path']) => ReachPlace | undefined;

/** What a statement applies to, for the reader: only what is less than the grant. */
export function scopeOf(
  prepared: PreparedStatement,
  grant: Grant,
  { relation }: Spoken,
  place: ReachPlace | undefined,
): ReachScope {
  const { statement } = prepared;
  const { Action, NotAction, Resource, NotResource } = statement;
  const inPart = relation === 'part';
  const ofActions = inPart && actionRelation(prepared, grant.action) === 'part';
  const ofResources = inPart && resourceRelation(prepared, grant.target) !== 'all';
  return {
    place,
    resources: ofResources ? listOf(Resource ?? NotResource) : [],
    except: ofResources && Resource === undefined,
    conditions: unmet(prepared, grant),
    actions: ofActions ? listOf(Action ?? NotAction) : [],
  };
}

/** Conditions that those of the grant say nothing of. */
function unmet({ statement, clauses }: PreparedStatement, { allow }: Grant): readonly string[] {
  const words = conditionsInWords(statement.Condition);
  return words
    .filter(({ operator, key }) => {
      const own = clauses.find((clause) => clause.operator === operator && clause.key === key);
      return !own || !allow.clauses.some((given) => impliesClause(given, own));
    })
    .map(({ text }) => text);
}
