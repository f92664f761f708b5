import { hasIdentity } from './caller.ts';
import type { LayerMatches, LayerOutcome, PlacedRef } from './decision.ts';
import { isBeyondReach, isExemptFromLayer, needsNoPermission } from './exemptions.ts';
import { type Layer, layers } from './policySet.ts';
import type { EvaluatedLayer, PreparedLayer } from './preparedPolicySet.ts';
import type { PrincipalMatch } from './principal.ts';
import type { ReadRequest } from './request.ts';
import { statementApplies, type PreparedStatement } from './preparedStatement.ts';
import { both, either, MAYBE, NO, type Truth, YES } from './ternary.ts';

const NONE: LayerMatches = { allow: [], deny: [], mayAllow: [], mayDeny: [] };
const NOBODY = { direct: NO, role: NO, account: NO } as const;

/** Goes through the statements of a layer that name the action. */
export function evaluateLayer(layer: PreparedLayer, request: ReadRequest): EvaluatedLayer {
  if (!layer.present || isExemptFromLayer(layer.layer, request)) return layer.absent;
  const matches: { [Kind in keyof LayerMatches]: string[] } = {
    allow: [],
    deny: [],
    mayAllow: [],
    mayDeny: [],
  };
  const levels = new Array<Truth>(layer.levels).fill(NO);
  const byPrincipalMatch: Record<PrincipalMatch, Truth> = { direct: NO, role: NO, account: NO };
  let denies: Truth = NO;
  for (const statement of layer.statementsFor(request.lowerAction)) {
    const applies = statementApplies(statement, request);
    if (applies === NO) continue;
    matches[kindOf(statement, applies)].push(statement.ref);
    if (statement.effect === 'Deny') denies = either(denies, applies);
    else {
      levels[statement.level] = either(levels[statement.level] ?? NO, applies);
      const match = statement.principal(request.caller) ?? 'direct';
      byPrincipalMatch[match] = either(byPrincipalMatch[match], applies);
    }
  }
  return { layer: layer.layer, present: true, matches, denies, levels, byPrincipalMatch };
}

/** What a layer says that is not there. */
export const absentLayer = (layer: Layer): EvaluatedLayer => ({
  layer,
  present: false,
  matches: NONE,
  denies: NO,
  levels: [],
  byPrincipalMatch: NOBODY,
});

function kindOf({ effect }: PreparedStatement, applies: Truth): keyof LayerMatches {
  if (applies === YES) return effect === 'Allow' ? 'allow' : 'deny';
  return effect === 'Allow' ? 'mayAllow' : 'mayDeny';
}

export type LayerResults = Readonly<Record<Layer, EvaluatedLayer>>;

interface RequiredAllow {
  readonly layer: Layer;
  /** Of organization policies. */
  readonly level?: number;
  readonly allows: Truth;
}

/** What is needed of the layers for the request to be allowed, besides that nothing denies it. */
export interface CombinedLayers {
  readonly allowed: Truth;
  /** Layers that have to allow it, and whether they do. */
  readonly needed: readonly RequiredAllow[];
}

/**
 * Combines the layers. A resource policy that names a user or a session grants by itself within the account; one that names
 * the role is cut by boundary and session policy; one that names the account leaves it to the identity policy. Across
 * accounts both sides must allow. KMS keys and roles always need the consent of their key policy or trust policy.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function combineLayers(results: LayerResults, request: ReadRequest): CombinedLayers {
  const outer = outerLayers(results);
  const inner = innerLayers(results, request);
  const allowed = outer.reduce<Truth>((found, { allows }) => both(found, allows), inner.allowed);
  return { allowed, needed: [...inner.needed, ...outer] };
}

function outerLayers(results: LayerResults): CombinedLayers['needed'] {
  return [
    ...results.serviceControl.levels.map((allows, level) => ({
      layer: 'serviceControl' as const,
      level,
      allows,
    })),
    ...(results.vpcEndpoint.present ? [one(results.vpcEndpoint)] : []),
  ];
}

const one = ({ layer, levels: [allows = NO] }: EvaluatedLayer) => ({ layer, allows });

function innerLayers(results: LayerResults, request: ReadRequest): CombinedLayers {
  const { direct, role, account } = results.resource.byPrincipalMatch;
  const named = either(direct, either(role, account));
  const resource = { layer: 'resource' as const, allows: named };
  if (needsNoPermission(request)) return { allowed: YES, needed: [] };
  if (isBeyondReach(request)) return { allowed: NO, needed: [] };
  if (!hasIdentity(request.caller)) return { allowed: named, needed: [resource] };
  if (isRootTakingRole(request)) return { allowed: NO, needed: [{ layer: 'resource', allows: NO }] };
  const limits = limitsOf(results, request);
  const callerNeeds = [identityNeed(results, request), ...limits];
  const limited = all(limits);
  const identity = all(callerNeeds);
  if (isCrossAccount(request)) return { allowed: both(identity, named), needed: [...callerNeeds, resource] };
  const granted = either(direct, both(role, limited));
  if (needsResourcePolicy(request)) {
    const allowed = either(granted, both(identity, named));
    return { allowed, needed: needed(granted, role, callerNeeds, limits, [resource]) };
  }
  return { allowed: either(identity, granted), needed: needed(granted, role, callerNeeds, limits, []) };
}

/**
 * The root user of an account needs no identity policy.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
const identityNeed = (results: LayerResults, { caller }: ReadRequest): RequiredAllow =>
  caller.kind === 'root' ? { layer: 'identity', allows: YES } : one(results.identity);

/**
 * A session of a federated user has no permissions without a session policy.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
function limitsOf(
  { permissionsBoundary, session }: LayerResults,
  { caller }: ReadRequest,
): CombinedLayers['needed'] {
  const needsSession = caller.kind === 'federatedUser';
  return [
    ...(permissionsBoundary.present ? [one(permissionsBoundary)] : []),
    ...(session.present || needsSession ? [one(session)] : []),
  ];
}

/** The root user cannot take a role. Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const isRootTakingRole = ({ caller, lowerAction }: ReadRequest): boolean =>
  caller.kind === 'root' && lowerAction === 'sts:assumerole';

/** A resource policy that grants by itself makes the rest superfluous; one that names the role leaves the limits. */
function needed(
  granted: Truth,
  role: Truth,
  callerNeeds: CombinedLayers['needed'],
  limits: CombinedLayers['needed'],
  resource: CombinedLayers['needed'],
): CombinedLayers['needed'] {
  if (granted === YES) return [{ layer: 'resource', allows: YES }];
  if (role === YES && all(callerNeeds) === NO) return [{ layer: 'resource', allows: YES }, ...limits];
  return [...callerNeeds, ...resource];
}

const all = (needs: CombinedLayers['needed']): Truth =>
  needs.reduce<Truth>((found, { allows }) => both(found, allows), YES);

function isCrossAccount({ caller, account }: ReadRequest): boolean {
  return account !== undefined && caller.account !== undefined && account !== caller.account;
}

/** Calls on a role itself, in lowercase: its trust policy decides them. */
export const roleActions: readonly string[] = [
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
];

/**
 * A KMS key is used only with its key policy's consent, a role only with its trust policy's.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function needsResourcePolicy({ lowerAction, resource }: ReadRequest): boolean {
  if (lowerAction.startsWith('kms:')) return /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(resource);
  return roleActions.includes(lowerAction) && resource.includes(':role/');
}

/** The outcome of each layer, for the reader. */
export function layerOutcomes(
  results: LayerResults,
  { needed: needs }: CombinedLayers,
): Readonly<Record<Layer, LayerOutcome>> {
  const outcome = (layer: Layer): LayerOutcome => {
    const { present, denies } = results[layer];
    if (denies === YES) return 'denies';
    const ofLayer = needs.filter((need) => need.layer === layer);
    if (!present && ofLayer.length === 0) return 'notPresent';
    if (denies === MAYBE) return 'perhaps';
    if (ofLayer.length === 0) return 'notNeeded';
    const allows = all(ofLayer);
    if (allows === MAYBE) return 'perhaps';
    return allows === YES ? 'allows' : 'silent';
  };
  return {
    identity: outcome('identity'),
    permissionsBoundary: outcome('permissionsBoundary'),
    session: outcome('session'),
    serviceControl: outcome('serviceControl'),
    resourceControl: outcome('resourceControl'),
    resource: outcome('resource'),
    vpcEndpoint: outcome('vpcEndpoint'),
  };
}

/** Statements of one kind in the given layers. */
export function statementRefs(
  results: LayerResults,
  kind: keyof LayerMatches,
  of: readonly Layer[] = layers,
): readonly PlacedRef[] {
  return of.flatMap((layer) => results[layer].matches[kind].map((statement) => ({ layer, statement })));
}
