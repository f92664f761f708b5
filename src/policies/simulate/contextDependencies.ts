import { listOf } from '../language/policy.ts';
import type { ConditionClause } from './conditions/clause.ts';
import type { RequestContext } from './requestContext.ts';
import type { SimulateOptions } from './preparedPolicySet.ts';
import type { Branch, Dependency } from './decision.ts';
import { type LayerResults, statementRefs } from './policyLayers.ts';
import type { PreparedPolicySet } from './preparedPolicySet.ts';
import { type AccessRequest, contextOfRequest, type ReadRequest } from './request.ts';
import { valueUnlikeAll, sampleValues, valueForVariable } from './sampleValues.ts';
import type { PreparedStatement } from './preparedStatement.ts';
import { variableKeys } from './policyVariables.ts';
import { MAYBE } from './ternary.ts';

/** Values tried per key. */
const MAX_VALUES = 12;

/**
 * The keys on which an unknown verdict depends, and the verdict for each: with the key absent, with values on either side of
 * what the policies compare it with, and with another. The other keys stay as they were, so that a branch may be unknown itself.
 */
export function contextDependencies(
  policies: PreparedPolicySet,
  request: AccessRequest,
  options: SimulateOptions,
  read: ReadRequest,
  results: LayerResults,
): readonly Dependency[] {
  const open = openStatements(policies, results);
  const names = new Map<string, string>();
  for (const statement of open)
    for (const key of unknownKeys(statement, read))
      names.set(key.toLowerCase(), names.get(key.toLowerCase()) ?? key);
  return [...names].map(([lowerKey, key]) => {
    const withValue = (values: readonly string[]) => ({ ...request.context, [key]: values });
    const { tried, other } = triedValues(lowerKey, open, read, (value) =>
      contextOfRequest(withValue([value]), options.missingKeys),
    );
    const branch = (values: readonly string[], isOther = false): Branch => ({
      value: values[0],
      isOther,
      ...verdictFor(policies, { ...request, context: withValue(values) }, options),
    });
    return {
      key,
      branches: [
        branch([]),
        ...tried.slice(0, MAX_VALUES).map((value) => branch([value])),
        ...(other === undefined ? [] : [branch([other], true)]),
      ],
      moreValues: Math.max(0, tried.length - MAX_VALUES),
    };
  });
}

function verdictFor(
  policies: PreparedPolicySet,
  request: AccessRequest,
  options: SimulateOptions,
): Pick<Branch, 'verdict' | 'otherReading'> {
  const { verdict, otherReading } = policies.verdict(request, options);
  return otherReading ? { verdict, otherReading } : { verdict };
}

/** Values on either side of what statements compare a key with, and one that is unlike all of them. */
function triedValues(
  lowerKey: string,
  open: readonly PreparedStatement[],
  read: ReadRequest,
  contextWith: (value: string) => RequestContext,
): { readonly tried: readonly string[]; readonly other: string | undefined } {
  const clauses = open.flatMap((statement) =>
    statement.clauses.filter((clause) => clause.lowerKey === lowerKey),
  );
  return {
    tried: [...new Set([...samplesFor(clauses, read.context), ...inTexts(open, lowerKey, read)])],
    other: valueUnlikeAll(clauses, contextWith),
  };
}

const samplesFor = (clauses: readonly ConditionClause[], context: RequestContext): readonly string[] =>
  clauses.flatMap((clause) => sampleValues(clause, context));

/** Statements of which no one knows whether they apply. */
function openStatements(policies: PreparedPolicySet, results: LayerResults): readonly PreparedStatement[] {
  const open = [...statementRefs(results, 'mayAllow'), ...statementRefs(results, 'mayDeny')];
  return open.flatMap(
    ({ layer, statement }) => policies.layers[layer].statements.find(({ ref }) => ref === statement) ?? [],
  );
}

function unknownKeys(statement: PreparedStatement, { context }: ReadRequest): readonly string[] {
  const clauses = statement.clauses.filter((clause) => clause.test(context) === MAYBE);
  const keysOfClauses = clauses.flatMap(({ key, values, withVariables }) => [
    key,
    ...(withVariables ? values.flatMap(variableKeys) : []),
  ]);
  const texts = resourceTexts(statement);
  return [...keysOfClauses, ...texts.flatMap(variableKeys)].filter((key) =>
    context.isUnknown(key.toLowerCase()),
  );
}

const resourceTexts = ({ statement, withVariables }: PreparedStatement): readonly string[] =>
  withVariables ? listOf(statement.Resource ?? statement.NotResource) : [];

/** Values with which a variable makes a text of a statement what the request has. */
function inTexts(
  open: readonly PreparedStatement[],
  lowerKey: string,
  { resource, context }: ReadRequest,
): readonly string[] {
  return open.flatMap((statement) => {
    const ofResource = resourceTexts(statement).map((text) => valueForVariable(text, lowerKey, resource));
    const ofClauses = statement.clauses
      .filter(({ withVariables }) => withVariables)
      .flatMap((clause) =>
        clause.values.flatMap((text) =>
          (context.values(clause.lowerKey) ?? []).map((value) => valueForVariable(text, lowerKey, value)),
        ),
      );
    return [...ofResource, ...ofClauses].filter((value) => value !== undefined);
  });
}
