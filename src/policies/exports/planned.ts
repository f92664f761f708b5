import type { PolicyDocument } from '../document.ts';
import type { EndpointService } from './endpointServices.ts';
import type { Parameter } from './parameters.ts';

/** What an export creates, before any language says it. */

/** A policy of its own: customer managed, service control, or the one of an endpoint. */
export interface PlannedPolicy {
  /** `notebook-role-permissions`; unique within its part. */
  readonly id: string;
  /** As AWS is to know it. */
  readonly name: string;
  readonly title: string;
  readonly document: PolicyDocument;
}

export interface PlannedRole {
  readonly id: string;
  /** The personas whose permissions it has; several where one role does everything. */
  readonly personas: readonly string[];
  readonly name: string;
  readonly title: string;
  readonly trust: PolicyDocument;
  readonly managed: readonly PlannedPolicy[];
  readonly inline: readonly PlannedPolicy[];
  readonly boundary?: PlannedPolicy;
}

export interface PlannedEndpoint extends PlannedPolicy {
  /** Nothing where a document is not known to be for a service's endpoint. */
  readonly service?: EndpointService;
  /** ID of an endpoint that is there. */
  readonly endpointId: Parameter;
}

export type PartId = 'account' | 'network' | 'organization';

/** What is created together: with the rights of one team, in one account. */
export interface ExportPart {
  readonly id: PartId;
  /** Slug of the draft's name, with the part's id: `ml-platform-account`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly policies: readonly PlannedPolicy[];
  readonly roles: readonly PlannedRole[];
  readonly endpoints: readonly PlannedEndpoint[];
  readonly serviceControl: readonly PlannedPolicy[];
  /** What a reader must know that the code does not say. */
  readonly notes: readonly string[];
}

export const makesSomething = ({ policies, roles, endpoints, serviceControl }: ExportPart): boolean =>
  policies.length + roles.length + endpoints.length + serviceControl.length > 0;

export const emptyPart = (id: PartId, name: string): ExportPart => ({
  id,
  name: `${name}-${id}`,
  parameters: [],
  policies: [],
  roles: [],
  endpoints: [],
  serviceControl: [],
  notes: [],
});
