import type { Layer } from '../../simulate/policySet.ts';

/**
 * What a role can do with a resource. `administer`: permissions management and tagging. `pass`: hand a role to a service.
 * `other`: actions that AWS does not list, or an action pattern over all services.
 */
export type Reaching = 'administer' | 'pass' | 'write' | 'read' | 'other';

export const reachings: readonly Reaching[] = ['administer', 'pass', 'write', 'read', 'other'];

/** A statement of a document of the set, with the entry that matters where it is one of a list. */
export interface ReachPlace {
  readonly document: string;
  readonly statement: number;
  readonly sid: string | undefined;
  /** From the statement on: `['Resource', 2]`. */
  readonly path: readonly (string | number)[];
}

/** What a resource is limited to by one statement; all of it where a list is empty. */
export interface ReachScope {
  readonly place: ReachPlace | undefined;
  /** Patterns; with `except` everything but these. */
  readonly resources: readonly string[];
  readonly except: boolean;
  /** In plain words; all must apply. */
  readonly conditions: readonly string[];
  /** Where a row is about a pattern of actions, those that the statement names. */
  readonly actions: readonly string[];
}

/**
 * What else decides. `denied`: a Deny that leaves something. `onlyAllowed`: a layer that must allow as well, and allows part of it
 * or on conditions. `endpoint…`: the same of calls through a VPC endpoint. The others: a policy that is not part of the set must
 * allow it, or it depends on something that AWS does not document.
 */
export type ReachLimit =
  | { readonly code: 'denied'; readonly layer: Layer; readonly scope: ReachScope }
  | { readonly code: 'onlyAllowed'; readonly layer: Layer; readonly scopes: readonly ReachScope[] }
  | { readonly code: 'endpointDenied'; readonly endpoint: string; readonly scope: ReachScope }
  | { readonly code: 'endpointOnly'; readonly endpoint: string; readonly scopes: readonly ReachScope[] }
  | { readonly code: 'endpointSilent'; readonly endpoint: string }
  | { readonly code: 'keyPolicy' | 'trustPolicy' }
  | { readonly code: 'otherAccount'; readonly account: string }
  | { readonly code: 'readTwoWays' | 'notOfType' | 'actionNotListed' | 'serviceNotLoaded' };

/** `conditional`: allowed on conditions, in part, or if another policy allows it too. `unknown`: it could not be decided. */
export type ReachState = 'allowed' | 'conditional' | 'unknown';

/** Actions of one kind that one entry of a statement lets a role call on one resource pattern. */
export interface ReachRow {
  readonly can: Reaching;
  /** Prefix; `*` for all services that no policy of the set names. */
  readonly service: string;
  /** Full names; a pattern as written where its actions are not known. */
  readonly actions: readonly string[];
  /** A pattern, `*` for calls that name no resource, or the patterns that are left out. */
  readonly resource: string | { readonly allBut: readonly string[] };
  /** Whether the calls name no resource, so that `*` is not “any resource”. */
  readonly namesNone: boolean;
  readonly state: ReachState;
  /** Of the Allow, in plain words; all must apply. */
  readonly conditions: readonly string[];
  /** Of `pass`: the services that the role can be passed to; empty where there is no such condition. */
  readonly to: readonly string[];
  readonly limits: readonly ReachLimit[];
  /** Names of missing values in the resource. */
  readonly missing: readonly string[];
  /** ARN patterns of AWS for the kinds of resources that it is about. */
  readonly types: readonly string[];
  readonly place: ReachPlace;
}

/** What an Allow grants and something else takes away altogether. */
export interface RemovedReach extends Pick<ReachRow, 'can' | 'service' | 'actions' | 'resource' | 'place'> {
  /** The layer that denies, or does not allow. */
  readonly layer: Layer;
  readonly by: 'denied' | 'notAllowed';
  /** The Deny. */
  readonly deny: ReachPlace | undefined;
}

/** What one role reaches. */
export interface RoleReach {
  /** Id of a role of the draft, or of an imported policy. */
  readonly id: string;
  readonly title: string;
  /** Empty for an imported policy, which no role of the draft has. */
  readonly personas: readonly string[];
  readonly rows: readonly ReachRow[];
  readonly removed: readonly RemovedReach[];
  /** Why it could not be computed. */
  readonly errors: readonly string[];
}
