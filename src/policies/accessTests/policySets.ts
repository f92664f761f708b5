import type { ComposedDocument } from '../model/composedDocument.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { isImportedPolicyId } from '../model/documentEdits.ts';
import { personasBeside } from '../compose/personasBeside.ts';
import type { Layer, PolicySet } from '../simulate/policySet.ts';

/** The policies that a call of a proof meets, and the documents behind them: plain data, which a worker can post. */
export interface ProofPolicies {
  readonly set: PolicySet;
  readonly documents: Partial<Record<Layer, readonly (ComposedDocument | undefined)[]>>;
}

/** Whoever may do everything, so that only limits decide; also what an organization attaches to each level from the start. */
export const everything: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Everything', Effect: 'Allow', Action: '*', Resource: '*' }],
};

/**
 * AWS's default key policy: the account's identity policies decide. Calls on keys are proved under it.
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

/** A repository of another account that lets everybody pull and nobody push, as those of AWS's framework images do. */
export const publicRegistry: PolicyDocument = {
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

/** Without documents of the user's own: nobody has them, and a role has one boundary. */
const ofChoices = (documents: readonly ComposedDocument[], kind: ComposedDocument['kind']) =>
  ofKind(documents, kind).filter(({ id }) => !isImportedPolicyId(id));

/** Boundary and organization of a draft; both hold for everybody. What the organization has holds whoever wrote it. */
function limitsOf(documents: readonly ComposedDocument[]) {
  const boundary = ofChoices(documents, 'permissions-boundary');
  const organization = ofKind(documents, 'service-control');
  return {
    set: {
      ...(boundary.length > 0 ? { permissionsBoundary: policies(boundary) } : {}),
      ...(organization.length > 0 ? { serviceControl: [[everything, ...policies(organization)]] } : {}),
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
): ProofPolicies => rolePolicies(documents, personasBeside(documents, persona)[0] ?? [persona], extra);

/** The policies that decide requests of a role that has the policies of these personas. */
export function rolePolicies(
  documents: readonly ComposedDocument[],
  personas: readonly string[],
  extra: Partial<PolicySet> = {},
): ProofPolicies {
  const own = roleDocuments(documents, personas);
  const { set, behind } = limitsOf(documents);
  return {
    set: { identity: policies(own), ...set, ...extra },
    documents: { identity: own, ...behind },
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
): readonly ComposedDocument[] => serving(ofKind(documents, 'identity'), personas);

const serving = (documents: readonly ComposedDocument[], personas: readonly string[]) =>
  documents.filter((document) => document.personas.some((persona) => personas.includes(persona)));

/** What decides who can assume a role of these personas: one trust policy, with the statements of all of them. */
export function trustPolicies(
  documents: readonly ComposedDocument[],
  personas: readonly string[],
): ProofPolicies | undefined {
  const trusts = serving(ofKind(documents, 'trust'), personas);
  const [trust] = trusts;
  if (!trust) return undefined;
  const resource =
    trusts.length === 1
      ? trust.policy
      : { ...trust.policy, Statement: trusts.flatMap(({ policy }) => policy.Statement) };
  return { set: { identity: [everything], resource }, documents: { resource: trusts } };
}

/** What somebody meets who may do everything and calls through an endpoint. */
export function endpointPolicies(
  documents: readonly ComposedDocument[],
  endpoint: string,
  extra: Partial<PolicySet> = {},
): ProofPolicies | undefined {
  const own = ofKind(documents, 'vpc-endpoint').filter(({ id, partOf }) => (partOf ?? id) === endpoint);
  if (own.length === 0) return undefined;
  return {
    set: { identity: [everything], vpcEndpoint: policies(own), ...extra },
    documents: { vpcEndpoint: own },
  };
}

/** What the limits leave of everything. As conditions they stand in what the identity policies allow. */
export function limitPolicies(documents: readonly ComposedDocument[], asConditions: boolean): ProofPolicies {
  const identity = ofChoices(documents, 'identity');
  const { set, behind } = limitsOf(documents);
  const open = asConditions ? [] : [everything];
  return {
    set: { identity: [...open, ...policies(identity)], ...set },
    documents: { identity: [...open.map(() => undefined), ...identity], ...behind },
  };
}

/** The document and the statement's place in it behind a reference of a decision; nothing for assumed policies. */
export function resolveRef(
  { documents }: ProofPolicies,
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
