import type { PolicyDocument } from '../language/policy.ts';

/**
 * The policies that a request meets. A layer that is left out, is `null` or is an empty list is not present; only `identity: []`
 * says that the caller has none.
 */
export interface PolicySet {
  readonly identity: readonly PolicyDocument[];
  readonly permissionsBoundary?: readonly PolicyDocument[];
  /** Service control policies of the caller's account, level by level, the root first. */
  readonly serviceControl?: readonly (readonly PolicyDocument[])[];
  /** Resource control policies of the resource's account. `RCPFullAWSAccess` is always attached, so that only a Deny counts. */
  readonly resourceControl?: readonly (readonly PolicyDocument[])[];
  readonly session?: readonly PolicyDocument[];
  /** The bucket's or key's policy, or the trust policy of a role that is to be assumed. */
  readonly resource?: PolicyDocument;
  /** Give it for requests that come through the endpoint. */
  readonly vpcEndpoint?: readonly PolicyDocument[];
}

export const layers = [
  'identity',
  'permissionsBoundary',
  'session',
  'serviceControl',
  'resourceControl',
  'resource',
  'vpcEndpoint',
] as const;

export type Layer = (typeof layers)[number];

/** A statement by its place: `document/statement`, for organization policies `level/document/statement`, counted from 0. */
export type StatementRef = string;

export interface PlacedDocument {
  readonly document: unknown;
  /** What a statement's reference begins with: `0/`, with levels `1/0/`. */
  readonly prefix: string;
  readonly level: number;
}

const flat = (documents: readonly unknown[]): readonly PlacedDocument[] =>
  documents.map((document, index) => ({ document, prefix: `${index}/`, level: 0 }));

const levelled = (levels: readonly (readonly unknown[])[]): readonly PlacedDocument[] =>
  levels.flatMap((documents, level) =>
    documents.map((document, index) => ({ document, prefix: `${level}/${index}/`, level })),
  );

export const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

/** The documents of a layer with their places; nothing when the layer is not present. */
export function documentsOf(policies: PolicySet, layer: Layer): readonly PlacedDocument[] | undefined {
  if (layer === 'identity') return flat(policies.identity);
  if (layer === 'resource') return isGiven(policies.resource) ? flat([policies.resource]) : undefined;
  const given = policies[layer];
  if (!given || given.length === 0) return undefined;
  return layer === 'serviceControl' || layer === 'resourceControl'
    ? levelled(policies[layer] ?? [])
    : flat(policies[layer] ?? []);
}

export const hasResourceControl = ({ resourceControl = [] }: PolicySet): boolean =>
  resourceControl.some((level) => level.length > 0);

/** The policies for a resource of an account that the resource control policies aren’t attached to. */
export function withoutResourceControl(set: PolicySet): PolicySet {
  const { resourceControl: _resources, ...others } = set;
  return others;
}
