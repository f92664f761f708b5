import { listOf } from '../language/policy.ts';
import type { ConditionClause } from './conditions/clause.ts';
import type { MissReason, NearestMiss } from './decision.ts';
import type { CombinedLayers } from './policyLayers.ts';
import type { PreparedLayer, PreparedPolicySet } from './preparedPolicySet.ts';
import type { ReadRequest } from './request.ts';
import type { PreparedStatement } from './preparedStatement.ts';
import { isUnresolvedVariable, variableTemplate } from './policyVariables.ts';
import { NO } from './ternary.ts';

/** Statements reported for each layer that does not allow the request. */
const MAX_MISSES = 3;

/**
 * Per layer that should have allowed the request, the statements that failed on the fewest counts, the nearest first. Of
 * equals those come first that name the action, then those that name the resource. The nearest that names the action is always
 * among them.
 */
export function nearestMisses(
  policies: PreparedPolicySet,
  request: ReadRequest,
  { needed }: CombinedLayers,
): readonly NearestMiss[] {
  return needed
    .filter(({ allows }) => allows === NO)
    .flatMap(({ layer, level }) => {
      return missesIn(policies.layers[layer], level, request);
    });
}

function missesIn(
  layer: PreparedLayer,
  level: number | undefined,
  request: ReadRequest,
): readonly NearestMiss[] {
  const misses = layer.statements
    .filter(
      ({ effect, level: ofStatement }) =>
        effect === 'Allow' && (level === undefined || ofStatement === level),
    )
    .map((statement) => ({
      layer: layer.layer,
      statement: statement.ref,
      failures: failuresOf(statement, request),
    }))
    .filter(({ failures }) => failures.length > 0)
    .sort((one, other) => distance(one) - distance(other));
  const nearest = misses.slice(0, MAX_MISSES);
  const named = misses.find(namesAction);
  return named && !nearest.includes(named) ? [...nearest, named] : nearest;
}

const namesAction = ({ failures }: NearestMiss): boolean => failures.every(({ part }) => part !== 'action');

/** Counts first; then the weight of what failed. */
function distance({ failures }: NearestMiss): number {
  const weights = { action: 0.5, resource: 0.25, principal: 0.125, condition: 0 };
  return failures.length + Math.max(0, ...failures.map(({ part }) => weights[part]));
}

/** Everything on which a statement fails a request; empty when it applies. */
export function failuresOf(statement: PreparedStatement, request: ReadRequest): readonly MissReason[] {
  const { Action, NotAction } = statement.statement;
  const failures: MissReason[] = [];
  if (!statement.action(request.lowerAction))
    failures.push({ part: 'action', expected: listOf(Action ?? NotAction) });
  if (statement.principal(request.caller) === undefined) failures.push({ part: 'principal' });
  if (statement.resource(request) === NO) failures.push(resourceFailure(statement, request));
  for (const clause of statement.clauses) {
    if (clause.test(request.context) === NO) failures.push(conditionFailure(clause, request));
  }
  return failures;
}

function resourceFailure({ statement, withVariables }: PreparedStatement, request: ReadRequest): MissReason {
  const patterns = listOf(statement.Resource ?? statement.NotResource);
  return { part: 'resource', ...substituted(patterns, withVariables, request) };
}

function conditionFailure(
  { operator, key, lowerKey, values, withVariables }: ConditionClause,
  request: ReadRequest,
): MissReason {
  const given = request.context.values(lowerKey);
  return { part: 'condition', operator, key, given, ...substituted(values, withVariables, request) };
}

function substituted(texts: readonly string[], withVariables: boolean, { context }: ReadRequest) {
  const resolved = texts.map((text) => ({
    text,
    found: variableTemplate(text, withVariables).resolve(context),
  }));
  return {
    expected: resolved.map(({ text, found }) => (isUnresolvedVariable(found) ? text : found.text)),
    missingKeys: [
      ...new Set(resolved.flatMap(({ found }) => (isUnresolvedVariable(found) ? [found.missing] : []))),
    ],
  };
}
