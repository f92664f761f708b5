import type { PolicyDocument } from '../language/policy.ts';
import type { AttachedResource } from '../model/composedDocument.ts';
import { nameInArn } from '../compose/sharedRoles.ts';
import type { EndpointService } from './endpointServices.ts';
import type { Parameter, Reference } from './parameters.ts';

/** What an export creates, before any language says it. */

/** A separate policy: a customer managed policy, an organization policy, or an endpoint policy. */
export interface PlannedPolicy {
  /** `notebook-role-permissions`; unique within its part. */
  readonly id: string;
  /** As AWS is to know it. */
  readonly name: string;
  readonly title: string;
  readonly document: PolicyDocument;
  /** Roles of the same part that it may name by a reference. */
  readonly references: readonly Reference[];
}

/** A role with the policies that it gets. */
interface RolePolicies {
  readonly id: string;
  /** The personas whose permissions it has; several where one role does everything. */
  readonly personas: readonly string[];
  readonly title: string;
  readonly trust: PolicyDocument;
  readonly managed: readonly PlannedPolicy[];
  readonly inline: readonly PlannedPolicy[];
  readonly boundary?: PlannedPolicy;
}

/** A role that is created. */
export interface PlannedRole extends RolePolicies {
  readonly name: string;
  /** Roles that its trust policy may name by a reference: they are created before it. */
  readonly trustReferences: readonly Reference[];
}

/** Roles that exist: policies are attached to them, and nothing else of them is changed. */
export interface ExistingRole extends RolePolicies {
  readonly arns: readonly string[];
  /** Its trust policy: several where roles of one persona are shared with different others. */
  readonly trusts: readonly RoleTrust[];
}

/** The trust policy of a role that exists, with the statements of every role of the draft that it is. */
export interface RoleTrust {
  /** Ids of those roles, joined. */
  readonly id: string;
  readonly title: string;
  readonly policy: PolicyDocument;
}

/** The policy of a resource that exists. */
export interface PlannedResourcePolicy extends PlannedPolicy {
  readonly resource: AttachedResource;
}

/** A service or resource control policy. */
export interface PlannedOrganizationPolicy extends PlannedPolicy {
  /** Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html */
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
}

export interface PlannedEndpoint extends PlannedPolicy {
  /** Missing if the service of the endpoint is unknown. */
  readonly service?: EndpointService;
  /** ID of an endpoint that is there. */
  readonly endpointId: Parameter;
}

/** A permission set of IAM Identity Center, which makes a role of it in every account that it is assigned in. */
export interface PlannedPermissionSet {
  readonly id: string;
  /** As Identity Center is to know it: the name of its roles begins with `AWSReservedSSO_` and this. */
  readonly name: string;
  readonly title: string;
  readonly personas: readonly string[];
  /** Policies of the account part, by name: each account has its own. */
  readonly managed: readonly PlannedPolicy[];
  readonly inline?: PlannedPolicy;
  readonly boundary?: PlannedPolicy;
}

export type PartId = 'account' | 'identity-center' | 'resources' | 'network' | 'organization';

/** What is created together: with the rights of one team, in one account. */
export interface ExportPart {
  readonly id: PartId;
  /** Slug of the draft's name, with the part's id: `ml-platform-account`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly policies: readonly PlannedPolicy[];
  /** Each comes after those that its trust policy refers to. */
  readonly roles: readonly PlannedRole[];
  readonly existing: readonly ExistingRole[];
  readonly permissionSets: readonly PlannedPermissionSet[];
  readonly endpoints: readonly PlannedEndpoint[];
  readonly resourcePolicies: readonly PlannedResourcePolicy[];
  readonly organizationPolicies: readonly PlannedOrganizationPolicy[];
  /** What a reader must know that the code does not say. */
  readonly notes: readonly string[];
}

export const makesSomething = (part: ExportPart): boolean => {
  const { policies, roles, permissionSets, endpoints, resourcePolicies, organizationPolicies } = part;
  const made = [policies, roles, permissionSets, endpoints, resourcePolicies, organizationPolicies];
  return (
    made.some((list) => list.length > 0) ||
    part.existing.some(({ arns, inline }) => arns.length > 0 && inline.length > 0)
  );
};

/** Whether a policy is made of roles that are there before it: what it refers to, and what it is attached to. */
export const isPermissions = (policy: PlannedPolicy, { roles, existing }: ExportPart): boolean =>
  policy.references.length > 0 || [...roles, ...existing].some(({ managed }) => managed.includes(policy));

/** Whether anything refers to a role by its ARN. */
export const isReferredTo = ({ id }: PlannedRole, { policies, roles, existing }: ExportPart): boolean => {
  const written = [...policies, ...[...roles, ...existing].flatMap(({ inline }) => inline)];
  const names = (references: readonly Reference[]) => references.some(({ role }) => role === id);
  return (
    written.some(({ references }) => names(references)) ||
    roles.some(({ trustReferences }) => names(trustReferences))
  );
};

export const emptyPart = (id: PartId, name: string): ExportPart => ({
  id,
  name: `${name}-${id}`,
  parameters: [],
  policies: [],
  roles: [],
  existing: [],
  permissionSets: [],
  endpoints: [],
  resourcePolicies: [],
  organizationPolicies: [],
  notes: [],
});

/** Names of existing roles. */
export const namesOf = ({ arns }: ExistingRole): readonly string[] => arns.map(nameInArn);
