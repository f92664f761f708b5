import type { Decision, LayerMatches, ShortDecision, Verdict } from './decision.ts';
import { contextDependencies } from './contextDependencies.ts';
import { nearestMisses } from './nearestMisses.ts';
import {
  type CombinedLayers,
  combineLayers,
  evaluateLayer,
  layerOutcomes,
  type LayerResults,
  statementRefs,
} from './policyLayers.ts';
import { otherReadingOf } from './otherReading.ts';
import type { Layer } from './policySet.ts';
import type { EvaluatedLayer, PreparedPolicySet, SimulateOptions } from './preparedPolicySet.ts';
import { type AccessRequest, type ReadRequest, readRequest } from './request.ts';
import { MAYBE, NO, type Truth, YES } from './ternary.ts';
import { undefinedKeys } from './undefinedKeys.ts';
import type { SimulationError } from './statementProblems.ts';

/** What was found out about a request on the way to its verdict. */
interface Evaluation extends ShortDecision {
  readonly read: ReadRequest;
  readonly results: LayerResults;
  readonly combination: CombinedLayers;
}

/** Evaluates a request against policies that have been prepared, with all its grounds. */
export function evaluateRequest(
  policies: PreparedPolicySet,
  request: AccessRequest,
  options: SimulateOptions = {},
): Decision {
  const evaluation = evaluate(policies, request, options);
  if (!('read' in evaluation)) return failed(evaluation.errors);
  const { verdict, otherReading, read, results, combination } = evaluation;
  return {
    verdict,
    ...(otherReading ? { otherReading } : {}),
    matched: ofLayers((layer) => results[layer].matches),
    layers: layerOutcomes(results, combination),
    deciding: decidingOf(evaluation),
    lacking: lackingOf(evaluation),
    nearestMisses: verdict === 'implicitDeny' ? nearestMisses(policies, read, combination) : [],
    dependsOn: verdict === 'unknown' ? contextDependencies(policies, request, options, read, results) : [],
    unknownKeys: options.catalog ? undefinedKeys(options.catalog, request) : [],
    errors: [],
  };
}

/** The same verdict without its grounds, for where thousands of requests are simulated and only the verdict counts. */
export function verdictOfRequest(
  policies: PreparedPolicySet,
  request: AccessRequest,
  options: SimulateOptions = {},
): ShortDecision {
  const evaluation = evaluate(policies, request, options);
  if (!('read' in evaluation)) return evaluation;
  const { verdict, otherReading } = evaluation;
  return { verdict, ...(otherReading ? { otherReading } : {}), errors: [] };
}

function evaluate(
  policies: PreparedPolicySet,
  request: AccessRequest,
  { missingKeys = 'absent', catalog }: SimulateOptions,
): Evaluation | ShortDecision {
  const bounded = policies.layers.permissionsBoundary.present;
  const read = readRequest(request, { missingKeys, catalog, bounded });
  if (policies.errors.length > 0 || !('caller' in read))
    return { verdict: 'error', errors: [...policies.errors, ...('caller' in read ? [] : read)] };
  const results = resultsOf(policies, read);
  const combination = combineLayers(results, read);
  const verdict = verdictOf(results, combination.allowed);
  const otherReading =
    policies.readTwoWays.length === 0
      ? undefined
      : otherReadingOf(policies, read, verdict, (other) => verdictFor(policies, other));
  return { verdict, otherReading, errors: [], read, results, combination };
}

function decidingOf({ verdict, results, combination }: Evaluation): Decision['deciding'] {
  if (verdict === 'explicitDeny') return statementRefs(results, 'deny');
  if (verdict !== 'allowed') return [];
  return statementRefs(results, 'allow', [...new Set(combination.needed.map(({ layer }) => layer))]);
}

function lackingOf({ verdict, combination }: Evaluation): Decision['lacking'] {
  if (verdict !== 'implicitDeny') return [];
  return combination.needed
    .filter(({ allows }) => allows === NO)
    .map(({ layer, level }) => (level === undefined ? { layer } : { layer, level }));
}

function ofLayers<Value>(of: (layer: Layer) => Value): Readonly<Record<Layer, Value>> {
  return {
    identity: of('identity'),
    permissionsBoundary: of('permissionsBoundary'),
    session: of('session'),
    serviceControl: of('serviceControl'),
    resourceControl: of('resourceControl'),
    resource: of('resource'),
    vpcEndpoint: of('vpcEndpoint'),
  };
}

const resultsOf = (policies: PreparedPolicySet, request: ReadRequest): LayerResults =>
  ofLayers((layer): EvaluatedLayer => evaluateLayer(policies.layers[layer], request));

function verdictFor(policies: PreparedPolicySet, request: ReadRequest): Verdict {
  const results = resultsOf(policies, request);
  return verdictOf(results, combineLayers(results, request).allowed);
}

function verdictOf(results: LayerResults, allowed: Truth): Verdict {
  const denies = deniesOf(results);
  if (denies === YES) return 'explicitDeny';
  if (allowed === NO) return 'implicitDeny';
  return denies === MAYBE || allowed === MAYBE ? 'unknown' : 'allowed';
}

function deniesOf(results: LayerResults): Truth {
  let found: Truth = NO;
  for (const result of Object.values(results)) if (result.denies > found) found = result.denies;
  return found;
}

const NONE: LayerMatches = { allow: [], deny: [], mayAllow: [], mayDeny: [] };

const failed = (errors: readonly SimulationError[]): Decision => ({
  verdict: 'error',
  matched: ofLayers(() => NONE),
  layers: ofLayers(() => 'notPresent'),
  deciding: [],
  lacking: [],
  nearestMisses: [],
  dependsOn: [],
  unknownKeys: [],
  errors,
});
