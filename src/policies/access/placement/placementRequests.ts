import type { Catalog } from '../../catalog/catalog.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import { isPattern } from '../../language/glob.ts';
import { replaceUnknownText } from '../../language/placeholder.ts';
import { listOf } from '../../language/policy.ts';
import type { ConditionClause } from '../../simulate/conditions/clause.ts';
import type { Layer } from '../../simulate/policySet.ts';
import type { PreparedPolicySet } from '../../simulate/preparedPolicySet.ts';
import type { PreparedStatement } from '../../simulate/preparedStatement.ts';
import { type AccessRequest, contextOfRequest } from '../../simulate/request.ts';
import { valueUnlikeAll, sampleValues } from '../../simulate/sampleValues.ts';

/** Requests on which two sets of policies can differ, for each action that both speak of. */

const MAX_RESOURCES = 2;
const MAX_VALUES = 4;

/** Actions that the identity policies of either set allow, and the statements that speak of each. */
export function namedActions(
  sets: readonly PreparedPolicySet[],
  catalog: Catalog,
): ReadonlyMap<string, readonly PreparedStatement[]> {
  const found = new Map<string, readonly PreparedStatement[]>();
  for (const allow of sets.flatMap(({ layers }) => layers.identity.statements)) {
    if (allow.effect !== 'Allow') continue;
    for (const text of listOf(allow.statement.Action))
      for (const action of namesOf(text, catalog)) {
        const lower = action.toLowerCase();
        if (!found.has(action))
          found.set(
            action,
            sets.flatMap((set) => statementsNaming(set, lower)),
          );
      }
  }
  return found;
}

const namesOf = (text: string, catalog: Catalog): readonly string[] =>
  isPattern(text) ? (matchedActions(catalog, text) ?? []).map(({ name }) => name) : [text];

const all: readonly Layer[] = [
  'identity',
  'permissionsBoundary',
  'session',
  'serviceControl',
  'resourceControl',
];

const statementsNaming = ({ layers }: PreparedPolicySet, lower: string): readonly PreparedStatement[] =>
  all.flatMap((layer) => layers[layer].statementsFor(lower));

/**
 * Requests for an action: on resources that statements name, with each key absent, with values on either side of what conditions
 * ask for, and with another; each key by itself, beside a context that meets as many conditions as it can, and beside none.
 */
export function* requestsFor(
  principal: string,
  action: string,
  statements: readonly PreparedStatement[],
): Generator<AccessRequest> {
  const values = valuesByKey(statements.flatMap(({ clauses }) => clauses));
  const bases = [{}, firstOf(values)];
  for (const arn of resourcesOf(statements))
    for (const base of bases) {
      yield { principal, action, resource: { arn }, context: base };
      for (const [key, tried] of values)
        for (const value of tried)
          yield { principal, action, resource: { arn }, context: { ...base, [key]: value } };
    }
}

type Values = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The first value that each key is compared with. */
const firstOf = (values: Values): AccessRequest['context'] =>
  Object.fromEntries([...values].flatMap(([key, tried]) => (tried[0] ? [[key, tried[0]]] : [])));

function valuesByKey(clauses: readonly ConditionClause[]): Values {
  const keys = new Map(clauses.map(({ key, lowerKey }) => [lowerKey, key]));
  return new Map(
    [...keys].map(([lowerKey, key]) => {
      const clausesOfKey = clauses.filter((clause) => clause.lowerKey === lowerKey);
      const named = [
        ...new Set(clausesOfKey.flatMap((clause) => sampleValues(clause, contextOfRequest({})))),
      ].slice(0, MAX_VALUES);
      const other =
        valueUnlikeAll(clausesOfKey, (value) => contextOfRequest({ [key]: [value] })) ?? 'any-other-value';
      const single = named.map((value) => [value]);
      const mixed = named.length > 0 ? [[named[0] ?? other, other]] : [];
      return [key, [...single, [other], ...mixed, []]];
    }),
  );
}

function resourcesOf(statements: readonly PreparedStatement[]): readonly string[] {
  const named = statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ statement }) => listOf(statement.Resource))
    .map((text) =>
      text === '*' ? text : replaceUnknownText(text, 'x').replaceAll('*', 'x').replaceAll('?', 'x'),
    )
    .filter((text) => text === '*' || text.split(':').length > 5);
  return [...new Set(named)].slice(0, MAX_RESOURCES);
}
