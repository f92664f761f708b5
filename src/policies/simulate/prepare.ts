import type { PreparedLayer, PreparedPolicySet } from './preparedPolicySet.ts';
import type { Statement } from '../language/policy.ts';
import { evaluateRequest, verdictOfRequest } from './evaluate.ts';
import { absentLayer } from './policyLayers.ts';
import {
  documentsOf,
  isGiven,
  type Layer,
  layers,
  type PlacedDocument,
  type PolicySet,
} from './policySet.ts';
import { type PreparedStatement, prepareStatement } from './preparedStatement.ts';
import { isPlainObject, type SimulationError, statementProblems, statementsIn } from './statementProblems.ts';

/** Actions remembered per layer: more than AWS has. */
const MAX_CACHED_ACTIONS = 40_000;

/** Reads policies so that many requests can be evaluated against them. Never throws: malformed ones come back as `errors`. */
export function prepare(policies: PolicySet): PreparedPolicySet {
  const errors: SimulationError[] = [];
  const readable = isPolicySet(policies) ? policies : { identity: [] };
  if (readable !== policies)
    errors.push({
      code: 'shape',
      message: 'a policy set must have a list of identity policies, and lists of the other types',
    });
  const layer = (name: Layer) => prepareLayer(readable, name, errors);
  const prepared = {
    identity: layer('identity'),
    permissionsBoundary: layer('permissionsBoundary'),
    session: layer('session'),
    serviceControl: layer('serviceControl'),
    resourceControl: layer('resourceControl'),
    resource: layer('resource'),
    vpcEndpoint: layer('vpcEndpoint'),
  };
  const set: PreparedPolicySet = {
    layers: prepared,
    errors,
    readTwoWays: layers.filter((name) => prepared[name].readTwoWays),
    simulate: (request, options) => evaluateRequest(set, request, options),
    verdict: (request, options) => verdictOfRequest(set, request, options),
  };
  return set;
}

const isList = (value: unknown): boolean => !isGiven(value) || Array.isArray(value);

function isPolicySet(value: unknown): boolean {
  if (!isPlainObject(value) || !Array.isArray(value.identity)) return false;
  const { permissionsBoundary, session, vpcEndpoint, serviceControl, resourceControl } = value;
  return (
    [permissionsBoundary, session, vpcEndpoint].every(isList) &&
    [serviceControl, resourceControl].every(
      (levels) => !isGiven(levels) || (Array.isArray(levels) && levels.every(Array.isArray)),
    )
  );
}

function prepareLayer(policies: PolicySet, layer: Layer, errors: SimulationError[]): PreparedLayer {
  const documents = documentsOf(policies, layer);
  const statements = (documents ?? []).flatMap((placed) => prepareDocument(placed, layer, errors));
  const levels = layer === 'serviceControl' || layer === 'resourceControl' ? policies[layer] : undefined;
  return {
    layer,
    present: documents !== undefined,
    absent: absentLayer(layer),
    levels: levels?.length ?? 1,
    statements,
    readTwoWays: statements.some((statement) => statement.readTwoWays !== undefined),
    statementsFor: cachedStatementsFor(statements),
  };
}

function prepareDocument(
  placed: PlacedDocument,
  layer: Layer,
  errors: SimulationError[],
): readonly PreparedStatement[] {
  const found = statementsIn(placed.document);
  const withVariables = isPlainObject(placed.document) && placed.document.Version === '2012-10-17';
  if (!found) {
    const message = 'not a policy document with a Version that IAM supports and a Statement';
    errors.push({ code: 'shape', message, layer, statement: placed.prefix.slice(0, -1) });
    return [];
  }
  return found.flatMap((statement, index) => {
    const ref = `${placed.prefix}${index}`;
    const problems = statementProblems(statement, layer);
    errors.push(...problems.map((problem) => ({ ...problem, layer, statement: ref })));
    return problems.length === 0 && isStatement(statement)
      ? [prepareStatement(statement, ref, placed, withVariables)]
      : [];
  });
}

/** Asked only of what `statementProblems` has nothing against. */
const isStatement = (value: unknown): value is Statement => isPlainObject(value) && 'Effect' in value;

function cachedStatementsFor(statements: readonly PreparedStatement[]): PreparedLayer['statementsFor'] {
  const statementsByAction = new Map<string, readonly PreparedStatement[]>();
  return (lowerAction) => {
    const before = statementsByAction.get(lowerAction);
    if (before) return before;
    const found = statements.filter((statement) => statement.action(lowerAction));
    if (statementsByAction.size < MAX_CACHED_ACTIONS) statementsByAction.set(lowerAction, found);
    return found;
  };
}
