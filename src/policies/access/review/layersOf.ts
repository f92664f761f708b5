import {
  endpointPolicies,
  allowEverything,
  guardrailPolicies,
  resourceControlLayer,
  rolePolicies,
  trustPolicies,
} from '../../compose/appliedPolicies.ts';
import type { DocumentKind } from '../../language/policy.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import { isImported } from '../../model/documentEdits.ts';
import type { PolicySet } from '../../simulate/policySet.ts';

/**
 * All policies of a set that a request meets together with documents of one kind: a role's with its boundary and the service
 * control policies; those of a trust policy, an endpoint or a guardrail beside callers who are allowed everything. Resource control
 * policies count for what roles use, and for who can assume them. Nothing where there is no role to assume.
 */
export function layersOf(
  kind: DocumentKind,
  shown: readonly ComposedDocument[],
  all: readonly ComposedDocument[],
): PolicySet | undefined {
  const personas = shown.flatMap((document) => document.personas);
  const imported = shown.filter(isImported).map(({ policy }) => policy);
  const [first] = imported;
  if (kind === 'identity') {
    const { set } = rolePolicies(all, personas);
    return { ...set, identity: [...set.identity, ...imported], ...resourceControlLayer(all) };
  }
  if (kind === 'trust') {
    const trust = first
      ? { identity: [allowEverything], resource: first }
      : trustPolicies(all, personas)?.set;
    return trust && { ...trust, ...resourceControlLayer(all) };
  }
  if (kind === 'vpc-endpoint') {
    if (first) return { identity: [allowEverything], vpcEndpoint: imported };
    return endpointPolicies(all, shown[0]?.id ?? '')?.set ?? { identity: [allowEverything] };
  }
  if (kind === 'resource') {
    const [own] = shown;
    return own && { identity: [allowEverything], resource: own.policy };
  }
  if (kind === 'resource-control')
    return {
      identity: [allowEverything],
      ...resourceControlLayer(all),
      ...(first && { resourceControl: [imported] }),
    };
  const { set } = guardrailPolicies(all, false);
  const limited = { ...set, identity: [allowEverything] };
  return kind === 'permissions-boundary' && first ? { ...limited, permissionsBoundary: imported } : limited;
}
