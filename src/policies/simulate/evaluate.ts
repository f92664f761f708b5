import type { Decision, LayerMatches, Verdict } from './decision.ts';
import { dependencies } from './contextDependencies.ts';
import { nearestMisses } from './nearestMisses.ts';
import { type Combination, combine, evaluateLayer, outcomes, type Results, refsOf } from './policyLayers.ts';
import { otherReadingOf } from './otherReading.ts';
import type { Layer } from './policySet.ts';
import type { LayerResult, PreparedPolicySet, SimulateOptions } from './preparedPolicySet.ts';
import { type AccessRequest, type ReadRequest, readRequest } from './request.ts';
import { MAYBE, NO, type Truth, YES } from './ternary.ts';
import { keysNotDefined } from './undefinedKeys.ts';
import type { SimulationError } from './validate.ts';

/** Evaluates a request against policies that have been prepared. */
export function decide(
  policies: PreparedPolicySet,
  request: AccessRequest,
  options: SimulateOptions = {},
): Decision {
  const read = readRequest(request, {
    missingKeys: options.missingKeys ?? 'absent',
    catalog: options.catalog,
    bounded: policies.layers.permissionsBoundary.present,
  });
  if (policies.errors.length > 0 || !('caller' in read))
    return failed([...policies.errors, ...('caller' in read ? [] : read)]);
  return new Evaluation(policies, request, options, read);
}

/** A decision whose explanations are computed when they are read: most of the thousands that a page asks for never are. */
class Evaluation implements Decision {
  readonly verdict: Verdict;
  readonly otherReading: Decision['otherReading'];
  readonly matched: Decision['matched'];
  readonly errors: readonly SimulationError[] = [];
  readonly #results: Results;
  readonly #combination: Combination;
  readonly #policies: PreparedPolicySet;
  readonly #request: AccessRequest;
  readonly #options: SimulateOptions;
  readonly #read: ReadRequest;

  constructor(
    policies: PreparedPolicySet,
    request: AccessRequest,
    options: SimulateOptions,
    read: ReadRequest,
  ) {
    this.#policies = policies;
    this.#request = request;
    this.#options = options;
    this.#read = read;
    this.#results = resultsOf(policies, read);
    this.#combination = combine(this.#results, read);
    this.verdict = verdictOf(this.#results, this.#combination.allowed);
    this.otherReading =
      policies.readTwoWays.length === 0
        ? undefined
        : otherReadingOf(policies, read, this.verdict, (other) => verdictFor(policies, other));
    this.matched = ofLayers((layer) => this.#results[layer].matches);
  }

  get layers() {
    return outcomes(this.#results, this.#combination);
  }

  get deciding() {
    if (this.verdict === 'explicitDeny') return refsOf(this.#results, 'deny');
    if (this.verdict !== 'allowed') return [];
    return refsOf(this.#results, 'allow', [...new Set(this.#combination.needed.map(({ layer }) => layer))]);
  }

  get lacking() {
    if (this.verdict !== 'implicitDeny') return [];
    return this.#combination.needed
      .filter(({ allows }) => allows === NO)
      .map(({ layer, level }) => (level === undefined ? { layer } : { layer, level }));
  }

  get nearestMisses() {
    return this.verdict === 'implicitDeny'
      ? nearestMisses(this.#policies, this.#read, this.#combination)
      : [];
  }

  get dependsOn() {
    if (this.verdict !== 'unknown') return [];
    return dependencies(this.#policies, this.#request, this.#options, this.#read, this.#results);
  }

  get unknownKeys() {
    return this.#options.catalog ? keysNotDefined(this.#options.catalog, this.#request) : [];
  }
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

const resultsOf = (policies: PreparedPolicySet, request: ReadRequest): Results =>
  ofLayers((layer): LayerResult => evaluateLayer(policies.layers[layer], request));

function verdictFor(policies: PreparedPolicySet, request: ReadRequest): Verdict {
  const results = resultsOf(policies, request);
  return verdictOf(results, combine(results, request).allowed);
}

function verdictOf(results: Results, allowed: Truth): Verdict {
  const denies = deniesOf(results);
  if (denies === YES) return 'explicitDeny';
  if (allowed === NO) return 'implicitDeny';
  return denies === MAYBE || allowed === MAYBE ? 'unknown' : 'allowed';
}

function deniesOf(results: Results): Truth {
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
