import { arnsOfRole } from '../../model/composedDocument.ts';
import type { Endpoint } from '../../library/activities/activity.ts';
import { findActivity, type Ruleset } from '../../library/ruleset.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import { coversAction } from '../../language/subsumes.ts';
import type { Layer } from '../../simulate/policySet.ts';
import { controlledPolicies } from '../organizationContext.ts';
import { isAssuming, otherSideOf, personasWithRole } from '../otherSide.ts';
import {
  endpointPolicies,
  identityDocuments,
  identityPolicies,
  type AppliedPolicies,
  trustPolicies,
} from '../../compose/appliedPolicies.ts';
import { layerOf } from './missingStatement.ts';
import { accountOfArn } from './refusalRequest.ts';
import type { RefusedCall } from './refusedCall.ts';

/**
 * Which policies of a draft answer for a refused call. `identity`: those of the caller’s role, with the boundary and what the
 * organization sets; `trust`: that of the role to be assumed; `endpoint`: that of the VPC endpoint. `persona`: whose choices make
 * it. `document`: where a statement is added by hand, if it is in the draft.
 */
export interface RefusalSubject {
  readonly kind: 'identity' | 'trust' | 'endpoint';
  readonly persona: string;
  readonly layer: Layer;
  readonly document: string | undefined;
}

/** The role whose policies decide a call. */
export function subjectOf(
  call: RefusedCall,
  persona: string,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): RefusalSubject {
  const layer = layerOf(call);
  const [assumed] = assumedRole(call, documents) ?? [];
  if (assumed !== undefined && layer !== 'identity')
    return {
      kind: 'trust',
      persona: assumed,
      layer: 'resource',
      document: idOf(documents, 'trust', assumed),
    };
  if (layer === 'vpcEndpoint') {
    const endpoint = endpointOf(call.action, ruleset);
    const id = endpoint && `${endpoint.id}Endpoint`;
    const isThere = documents.some((document) => (document.partOf ?? document.id) === id);
    return { kind: 'endpoint', persona: 'vpcEndpoint', layer, document: isThere ? id : undefined };
  }
  return { kind: 'identity', persona, layer, document: documentOf(layer, persona, documents) };
}

/** Whose role is to be assumed: AWS says the trust policy, or nothing, and the draft has the role. */
const assumedRole = (call: RefusedCall, documents: readonly ComposedDocument[]) =>
  isAssuming(call.action) && call.resource !== undefined
    ? personasWithRole(call.resource, documents)
    : undefined;

const KIND_OF_LAYER: Partial<Record<Layer, ComposedDocument['kind']>> = {
  permissionsBoundary: 'permissions-boundary',
  serviceControl: 'service-control',
};

function documentOf(
  layer: Layer,
  persona: string,
  documents: readonly ComposedDocument[],
): string | undefined {
  if (layer === 'identity') return wholeId(identityDocuments(documents, persona)[0]);
  const kind = KIND_OF_LAYER[layer];
  return kind && wholeId(documents.find((document) => document.kind === kind));
}

const idOf = (documents: readonly ComposedDocument[], kind: ComposedDocument['kind'], persona: string) =>
  wholeId(documents.find((document) => document.kind === kind && document.personas.includes(persona)));

const wholeId = (document: ComposedDocument | undefined): string | undefined =>
  document && (document.partOf ?? document.id);

/** The VPC endpoint that takes calls with an action. */
export function endpointOf(action: string, ruleset: Ruleset): Endpoint | undefined {
  const covers = (patterns: readonly string[] = []) => patterns.some((one) => coversAction(one, action));
  const entries = ruleset.personas.find(({ id }) => id === 'vpcEndpoint')?.activities ?? [];
  return entries
    .flatMap(({ activity }) => findActivity(activity, ruleset)?.endpoint ?? [])
    .find(({ carries, except }) => covers(carries) && !covers(except));
}

/**
 * The policies that decide the call, with the resource control policies of the set; nothing where the draft has none of the kind
 * that AWS names.
 */
export function subjectPolicies(
  subject: RefusalSubject,
  call: RefusedCall,
  resource: string,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): AppliedPolicies | undefined {
  const found = policiesWithoutControl(subject, call, resource, documents, ruleset);
  // The role that is assumed is one of the set; the caller can be in any account.
  const account = subject.kind === 'trust' ? accountOfArn(resource) : accountOfArn(call.principal);
  return found && controlledPolicies(found, documents, accountOfArn(resource), account);
}

function policiesWithoutControl(
  { kind, persona }: RefusalSubject,
  call: RefusedCall,
  resource: string,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): AppliedPolicies | undefined {
  const account = accountOfArn(call.principal) ?? accountOfArn(resource);
  const otherSide = otherSideOf({ action: call.action, resource, account }, documents);
  if (kind === 'trust') return trustPolicies(documents, [persona]);
  if (kind === 'endpoint') {
    const endpoint = endpointOf(call.action, ruleset);
    return endpoint && endpointPolicies(documents, `${endpoint.id}Endpoint`, otherSide);
  }
  return identityPolicies(documents, persona, otherSide);
}

/** Who calls: as the message says, or the persona’s role as the draft has it. */
export function callerOfRefusal(
  { principal, resource }: RefusedCall,
  persona: string,
  documents: readonly ComposedDocument[],
): string {
  if (principal !== undefined) return principal;
  const [arn] = identityDocuments(documents, persona).flatMap(({ role }) => arnsOfRole(role));
  const account = accountOfArn(resource) ?? '111122223333';
  return arn !== undefined && !arn.includes('<') ? arn : `arn:aws:iam::${account}:role/${persona}`;
}
