import type { AttachedResource, ComposedDocument } from '../model/composedDocument.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { isImported } from '../model/documentEdits.ts';
import { personasBeside } from './personasBeside.ts';
import type { Layer, PolicySet } from '../simulate/policySet.ts';

/** The policies that apply to a request, and the documents behind them: plain data, which a worker can post. */
export interface AppliedPolicies {
  readonly set: PolicySet;
  readonly documents: Partial<Record<Layer, readonly (ComposedDocument | undefined)[]>>;
}

/** Allows everything, so that only guardrails decide; also what an organization attaches to each level from the start. */
export const allowEverything: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }],
};

/**
 * AWS's default key policy: the account's identity policies decide. Calls on keys are tested under it.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const defaultKeyPolicy = (partition: string, account: string): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Enable IAM policies',
      Effect: 'Allow',
      Principal: { AWS: `arn:${partition}:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
});

/** A repository of another account that lets everybody pull and no one push, as those of AWS's framework images do. */
export const publicRegistryPolicy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Everyone can pull',
      Effect: 'Allow',
      Principal: '*',
      Action: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Resource: '*',
    },
  ],
};

const ofKind = (documents: readonly ComposedDocument[], kind: ComposedDocument['kind']) =>
  documents.filter((document) => document.kind === kind);

const policies = (documents: readonly ComposedDocument[]): readonly PolicyDocument[] =>
  documents.map(({ policy }) => policy);

/** Without imported policies: they are not attached to a role, and a role has one boundary. */
const generatedOfKind = (documents: readonly ComposedDocument[], kind: ComposedDocument['kind']) =>
  ofKind(documents, kind).filter((document) => !isImported(document));

/** Boundary and organization of a draft; both apply to everybody. Those of the organization apply no matter who wrote them. */
function boundaryAndOrganization(documents: readonly ComposedDocument[]) {
  const boundary = generatedOfKind(documents, 'permissions-boundary');
  const organization = ofKind(documents, 'service-control');
  return {
    set: {
      ...(boundary.length > 0 ? { permissionsBoundary: policies(boundary) } : {}),
      ...(organization.length > 0 ? { serviceControl: [[allowEverything, ...policies(organization)]] } : {}),
    },
    behind: { permissionsBoundary: boundary, serviceControl: [undefined, ...organization] },
  };
}

/**
 * The policies that decide requests of a persona's role: its documents, those of other personas that have the same role, and the
 * guardrails. If the persona has several roles, the one with the most personas.
 */
export const identityPolicies = (
  documents: readonly ComposedDocument[],
  persona: string,
  extra: Partial<PolicySet> = {},
): AppliedPolicies => rolePolicies(documents, personasBeside(documents, persona)[0] ?? [persona], extra);

/**
 * The resource control policies of a draft. They apply to every caller that uses resources of its accounts; its roles are in the
 * same organization.
 */
export function resourceControlLayer(
  documents: readonly ComposedDocument[],
): Pick<PolicySet, 'resourceControl'> {
  const found = ofKind(documents, 'resource-control');
  return found.length > 0 ? { resourceControl: [policies(found)] } : {};
}

/** Beside what decides requests: the resource control policies, which decide them for resources of the accounts of a draft. */
export const withResourceControl = (
  { set, documents: behind }: AppliedPolicies,
  documents: readonly ComposedDocument[],
): AppliedPolicies => ({
  set: { ...set, ...resourceControlLayer(documents) },
  documents: { ...behind, resourceControl: ofKind(documents, 'resource-control') },
});

/** The resource control policies alone: assumes that all other policies allow everything. */
export function resourceControlPolicies(documents: readonly ComposedDocument[]): AppliedPolicies | undefined {
  const layer = resourceControlLayer(documents);
  if (!layer.resourceControl) return undefined;
  return {
    set: { identity: [allowEverything], resource: openToEveryone, ...layer },
    documents: {
      identity: [undefined],
      resource: [undefined],
      resourceControl: ofKind(documents, 'resource-control'),
    },
  };
}

/** A resource-based policy that allows everything, so that other policies decide. */
export const openToEveryone: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Everyone', Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};

/** The policies that decide requests of a role that has the policies of these personas. */
export function rolePolicies(
  documents: readonly ComposedDocument[],
  personas: readonly string[],
  extra: Partial<PolicySet> = {},
): AppliedPolicies {
  const endpointDocuments = roleDocuments(documents, personas);
  const { set, behind } = boundaryAndOrganization(documents);
  return {
    set: { identity: policies(endpointDocuments), ...set, ...extra },
    documents: { identity: endpointDocuments, ...behind },
  };
}

/** The permissions policies behind `identityPolicies`. */
export const identityDocuments = (
  documents: readonly ComposedDocument[],
  persona: string,
): readonly ComposedDocument[] =>
  roleDocuments(documents, personasBeside(documents, persona)[0] ?? [persona]);

/** The permissions policies of any of these personas. */
export const roleDocuments = (
  documents: readonly ComposedDocument[],
  personas: readonly string[],
): readonly ComposedDocument[] => withPersonas(ofKind(documents, 'identity'), personas);

const withPersonas = (documents: readonly ComposedDocument[], personas: readonly string[]) =>
  documents.filter((document) => document.personas.some((persona) => personas.includes(persona)));

/** What decides who can assume a role of these personas: one trust policy, with the statements of all of them. */
export function trustPolicies(
  documents: readonly ComposedDocument[],
  personas: readonly string[],
): AppliedPolicies | undefined {
  const trusts = withPersonas(ofKind(documents, 'trust'), personas);
  const [trust] = trusts;
  if (!trust) return undefined;
  const resource =
    trusts.length === 1
      ? trust.policy
      : { ...trust.policy, Statement: trusts.flatMap(({ policy }) => policy.Statement) };
  return { set: { identity: [allowEverything], resource }, documents: { resource: trusts } };
}

/** The policies that apply to a caller who may do everything and calls through an endpoint. */
export function endpointPolicies(
  documents: readonly ComposedDocument[],
  endpoint: string,
  extra: Partial<PolicySet> = {},
): AppliedPolicies | undefined {
  const endpointDocuments = ofKind(documents, 'vpc-endpoint').filter(
    ({ id, partOf }) => (partOf ?? id) === endpoint,
  );
  if (endpointDocuments.length === 0) return undefined;
  return {
    set: { identity: [allowEverything], vpcEndpoint: policies(endpointDocuments), ...extra },
    documents: { vpcEndpoint: endpointDocuments },
  };
}

/** The policies that decide requests of another account, in which the caller may do everything, for a resource of the set. */
export function resourcePolicies(
  documents: readonly ComposedDocument[],
  type: AttachedResource['type'],
): AppliedPolicies | undefined {
  const found = documents.find(({ resource }) => resource?.type === type);
  if (!found) return undefined;
  return {
    set: { identity: [allowEverything], resource: found.policy },
    documents: { identity: [undefined], resource: [found] },
  };
}

/** What the guardrails leave of everything. As conditions they are part of what the identity policies allow. */
export function guardrailPolicies(
  documents: readonly ComposedDocument[],
  asConditions: boolean,
): AppliedPolicies {
  const identity = generatedOfKind(documents, 'identity');
  const { set, behind } = boundaryAndOrganization(documents);
  const open = asConditions ? [] : [allowEverything];
  return {
    set: { identity: [...open, ...policies(identity)], ...set },
    documents: { identity: [...open.map(() => undefined), ...identity], ...behind },
  };
}

/** The document and the statement's place in it behind a reference of a decision; nothing for assumed policies. */
export function resolveRef(
  { documents }: AppliedPolicies,
  layer: Layer,
  ref: string,
): { readonly document: ComposedDocument; readonly statement: number } | undefined {
  const [statement, document] = ref.split('/').map(Number).toReversed();
  if (layer === 'resource') return inRow(documents[layer] ?? [], statement ?? 0);
  const found = documents[layer]?.[document ?? 0];
  return found && statement !== undefined ? { document: found, statement } : undefined;
}

/** A role has one trust policy: the statements of several documents are counted in a row. */
function inRow(
  documents: readonly (ComposedDocument | undefined)[],
  statement: number,
): ReturnType<typeof resolveRef> {
  const [document, ...others] = documents;
  if (!document) return undefined;
  const count = document.policy.Statement.length;
  return statement < count ? { document, statement } : inRow(others, statement - count);
}
