import { fillText, placeholderValues } from '../compose/fillPlaceholders.ts';
import {
  allowEverything,
  endpointPolicies,
  type AppliedPolicies,
  resourceControlLayer,
  resourcePolicies,
  roleDocuments,
  rolePolicies,
  trustPolicies,
  withResourceControl,
} from '../compose/appliedPolicies.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { arnsOfRole } from '../model/composedDocument.ts';
import { personasBesideAmong } from '../compose/personasBeside.ts';
import { accountRoles } from '../compose/sharedRoles.ts';
import { type Readings, readVariables } from '../compose/variableReadings.ts';
import { selectedPersonas } from '../draft/selection.ts';
import type { GuaranteePolicy } from '../library/guarantees/guarantee.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import type { GuaranteedPolicies } from './guaranteeResult.ts';
import { withoutExemptLayers } from './beyondLayers.ts';

/** What guarantees are about. */
export interface GuaranteeSetting {
  readonly draft: Draft;
  /** Those of the draft, with missing values as placeholders. */
  readonly documents: readonly ComposedDocument[];
  /** With the roles of the draft (`withRoleInstances`). */
  readonly ruleset: Ruleset;
  /** So that examples are requests with actions that exist. */
  readonly catalog?: Catalog;
  /** The ids of those that are asked; all of them without it. */
  readonly only?: ReadonlySet<string>;
}

/** The same for all guarantees of a draft, read once. */
export interface GuaranteeContext extends GuaranteeSetting {
  readonly readings: Readings;
  /** Each persona that is a role → the personas that have each of its roles. */
  readonly roles: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Those that were read, each policy of each role once. */
  readonly policies: Map<string, GuaranteedPolicies | undefined>;
  /** A text with a value in place of every placeholder. */
  fill(text: string): string;
}

export function guaranteeContext(setting: GuaranteeSetting): GuaranteeContext {
  const { draft, ruleset } = setting;
  const values = placeholderValues(draft, ruleset);
  return {
    ...setting,
    readings: readVariables(draft, ruleset),
    roles: rolesOfPersonas(setting),
    policies: new Map(),
    fill: (text) => fillText(text, values),
  };
}

function rolesOfPersonas({ documents, draft, ruleset }: GuaranteeSetting): GuaranteeContext['roles'] {
  const ofAccount = accountRoles(documents);
  const personas = selectedPersonas(draft, ruleset).filter(({ kind }) => kind === 'identity');
  return new Map(personas.map(({ id }) => [id, personasBesideAmong(ofAccount, id)]));
}

/** The personas that have each role of a persona, or each role of the draft. */
export function rolesOf({ roles }: GuaranteeContext, persona?: string): readonly (readonly string[])[] {
  const found = persona === undefined ? [...roles.values()].flat() : (roles.get(persona) ?? []);
  return [...new Map(found.map((role) => [role.join(' '), role])).values()];
}

/** The policies that a guarantee is about; nothing where the role has none. */
export function policiesOfRole(
  policy: GuaranteePolicy,
  role: readonly string[],
  context: GuaranteeContext,
): GuaranteedPolicies | undefined {
  const key = JSON.stringify([policy, role]);
  if (!context.policies.has(key)) context.policies.set(key, readPolicies(policy, role, context));
  return context.policies.get(key);
}

function readPolicies(
  policy: GuaranteePolicy,
  role: readonly string[],
  context: GuaranteeContext,
): GuaranteedPolicies | undefined {
  const policies = policiesFor(policy, role, context.documents);
  return policies && guaranteed(policies, principalOf(role, context), context);
}

function policiesFor(
  policy: GuaranteePolicy,
  role: readonly string[],
  documents: readonly ComposedDocument[],
): AppliedPolicies | undefined {
  if (policy === 'trust') {
    const trust = trustPolicies(documents, role);
    return trust && withResourceControl(trust, documents);
  }
  if (policy === 'resourceControl') return forAnyone(documents);
  if (policy !== 'permissions') {
    if ('endpoint' in policy) return endpointPolicies(documents, policy.endpoint);
    const ofResource = resourcePolicies(documents, policy.attachedTo);
    // Only what the policy itself says: what identity policies allow is asked elsewhere.
    return ofResource && { ...ofResource, set: { ...ofResource.set, identity: [] } };
  }
  return roleDocuments(documents, role).length === 0 ? undefined : rolePolicies(documents, role);
}

function principalOf(role: readonly string[], { documents, fill }: GuaranteeContext): string {
  const document = documents.find(
    ({ role: state, personas }) => state && role.some((id) => personas.includes(id)),
  );
  const [arn = `arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${role[0] ?? 'Anybody'}`] = arnsOfRole(document?.role);
  return fill(arn);
}

/** For any caller, which has all other permissions. */
function forAnyone(documents: readonly ComposedDocument[]): AppliedPolicies | undefined {
  const layer = resourceControlLayer(documents);
  const resourceControl = documents.filter(({ kind }) => kind === 'resource-control');
  if (!layer.resourceControl) return undefined;
  return {
    set: { identity: [allowEverything], ...layer },
    documents: { identity: [undefined], resourceControl },
  };
}

/** What a boundary or an organization leaves of everything; nothing where the draft has neither. */
export function ceilingPolicies(context: GuaranteeContext): GuaranteedPolicies | undefined {
  const { set, documents } = rolePolicies(context.documents, []);
  if (!set.permissionsBoundary && !set.serviceControl) return undefined;
  const policies: AppliedPolicies = {
    set: { ...set, identity: [allowEverything] },
    documents: { ...documents, identity: [undefined] },
  };
  return guaranteed(policies, context.fill('arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Anybody'), context);
}

const guaranteed = (
  policies: AppliedPolicies,
  principal: string,
  { catalog }: GuaranteeContext,
): GuaranteedPolicies => ({
  policies: { ...policies, set: withoutExemptLayers(policies.set, principal) },
  principal,
  ...(catalog ? { catalog } : {}),
});
