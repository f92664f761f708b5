import { arnsOfRole } from '../model/composedDocument.ts';
import { readArn } from '../language/arn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import { defaultKeyPolicy, publicRegistryPolicy, trustPolicies } from '../compose/appliedPolicies.ts';

/** What of a call says which policy has to agree on its other side. */
export interface OtherSideOf {
  readonly action: string;
  readonly resource: string;
  /** The caller's account, as far as it is known. */
  readonly account: string | undefined;
  /** The registry lets everybody pull. */
  readonly isPublic?: boolean;
}

/**
 * The policy of what a call is about, where one has to agree: of a key, of a registry of AWS, of a role that is to be assumed. One
 * answer for the same question everywhere: tests, scenarios, and refused calls have it from here.
 */
export function otherSideOf(
  { action, resource, account, isPublic = isPullFromOther(action, resource, account) }: OtherSideOf,
  documents: readonly ComposedDocument[],
): Pick<PolicySet, 'resource'> {
  if (isPublic) return { resource: publicRegistryPolicy };
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  if (service === 'kms') {
    const key = readArn(resource);
    return { resource: defaultKeyPolicy(key?.partition || 'aws', account || key?.account || '') };
  }
  return isAssuming(action) ? trustOf(resource, documents) : {};
}

export const isAssuming = (action: string): boolean =>
  /^sts:(?:assumerole\w*|tagsession|setsourceidentity)$/i.test(action);

const PULLS = /^ecr:(?:BatchGetImage|GetDownloadUrlForLayer|BatchCheckLayerAvailability)$/i;

/** AWS's registries let everybody pull; whether another account's does, no policy here says. */
function isPullFromOther(action: string, resource: string, account: string | undefined): boolean {
  const owner = readArn(resource)?.account;
  return PULLS.test(action) && owner !== undefined && account !== undefined && owner !== account;
}

/** The trust policy that the draft has for a role, by the role's name. */
function trustOf(role: string, documents: readonly ComposedDocument[]): Pick<PolicySet, 'resource'> {
  const personas = personasWithRole(role, documents);
  const resource = personas && trustPolicies(documents, personas)?.set.resource;
  return resource ? { resource } : {};
}

/** The personas whose role has the name in an ARN; nothing where no role of the draft has it. */
export function personasWithRole(
  arn: string,
  documents: readonly ComposedDocument[],
): readonly string[] | undefined {
  const name = nameOf(arn);
  return documents.find(
    ({ kind, role }) =>
      kind === 'trust' && name !== '' && arnsOfRole(role).some((one) => nameOf(one) === name),
  )?.personas;
}

const nameOf = (arn: string): string => /:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1]?.toLowerCase() ?? '';
