import { controlledPolicies } from '../accessTests/organizationContext.ts';
import { otherSideOf } from '../accessTests/otherSide.ts';
import { identityPolicies } from '../compose/appliedPolicies.ts';
import { accountOfArn, refusalRequest } from '../accessTests/refusals/refusalRequest.ts';
import { inOrganization, resourcesOf } from '../accessTests/refusals/refusalTrial.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Verdict } from '../simulate/decision.ts';
import { shownVerdict } from '../simulate/otherReading.ts';
import { prepare } from '../simulate/prepare.ts';
import type { PreparedPolicySet } from '../simulate/preparedPolicySet.ts';
import type { AccessRequest } from '../simulate/request.ts';
import type { UsedCall } from '../simulate/usedCall.ts';

/** Which policies decide besides those of the role. */
export interface DecidingPolicies {
  /** Resource control policies too: not where activities are looked for, which can't change what those deny. */
  readonly withResourceControl?: boolean;
}

/** Whose calls are decided, and with which facts. */
export interface Caller {
  readonly persona: string;
  /** ARN of the role, or of a session of it. */
  readonly principal: string;
  readonly catalog: Catalog;
}

/** What the policies of a role say of a call. */
export type CallDecider = (call: UsedCall) => Verdict;

/**
 * Decides calls by the policies that a role has among these documents, each prepared once. A call that names no resource is allowed
 * where the policies allow its action on one that they name. Context that is not known is unknown, not absent.
 */
export function callDecider(
  documents: readonly ComposedDocument[],
  { persona, principal, catalog }: Caller,
  { withResourceControl = false }: DecidingPolicies = {},
): CallDecider {
  const account = accountOfArn(principal);
  const bySide = new Map<string, PreparedPolicySet>();
  const preparedFor = ({ action }: UsedCall, resource: string): PreparedPolicySet => {
    const side = otherSideOf({ action, resource, account }, documents);
    const owner = withResourceControl ? (accountOfArn(resource) ?? account) : undefined;
    const key = `${owner === account} ${side.resource ? JSON.stringify(side.resource) : ''}`;
    const policies = identityPolicies(documents, persona, side);
    const known =
      bySide.get(key) ??
      prepare(
        (withResourceControl
          ? controlledPolicies(policies, documents, accountOfArn(resource), account)
          : policies
        ).set,
      );
    bySide.set(key, known);
    return known;
  };
  const asked = (call: UsedCall, resource: string): AccessRequest => {
    const request = requestOf(call, principal, resource);
    return withResourceControl ? inOrganization(request, documents) : request;
  };
  const decide = (call: UsedCall, resource: string): Verdict =>
    shownVerdict(
      preparedFor(call, resource).verdict(asked(call, resource), { missingKeys: 'unknown', catalog }),
    );
  const patterns = (action: string) => resourcesOf(action, identityPolicies(documents, persona));
  return (call) =>
    call.resource === undefined
      ? bestOf(patterns(call.action).map((pattern) => decide(call, sampleOf(pattern))))
      : decide(call, call.resource);
}

/** The call as a request, with what its events say of the context. */
export function requestOf(call: UsedCall, principal: string, resource: string): AccessRequest {
  const { action, operation, context } = call;
  const asked = { action, resource, operation, principal, layer: undefined, explicit: undefined };
  const request = refusalRequest({ ...asked, policy: undefined }, principal, resource);
  return { ...request, context: { ...request.context, ...context } };
}

const sampleOf = (pattern: string): string =>
  pattern === '*' ? pattern : pattern.replaceAll(/\*+|\?/g, 'x');

/** From best to worst. */
const VERDICTS: readonly Verdict[] = ['allowed', 'unknown', 'implicitDeny', 'explicitDeny', 'error'];

const bestOf = (verdicts: readonly Verdict[]): Verdict =>
  VERDICTS.find((one) => verdicts.includes(one)) ?? 'implicitDeny';

/** Whether a call goes through: surely, or if what is not known of it is as the policies require. */
export const isLetThrough = (verdict: Verdict): boolean => verdict === 'allowed' || verdict === 'unknown';
