import { type AccountRole, accountRoles, nameInArn } from '../compose/sharedRoles.ts';
import type { StatedConflict } from '../model/rolesInAccount.ts';
import { mergeStatements } from '../compose/merge/mergeStatements.ts';
import { ONE_ROLE_TITLE } from '../draft/roles.ts';
import { POLICY_VERSION } from '../language/policy.ts';
import { findPersona, type Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { RoleTrust } from './planned.ts';

/** A role that has a trust policy, before its permissions policies are added. */
export interface TrustedRole {
  readonly trust: ComposedDocument;
  readonly id: string;
  readonly name: string;
  /** Set if a role with this name already exists, so it isn’t created. */
  readonly taken?: StatedConflict;
}

/** One trust policy for each role. Skips trust policies without a persona, and personas that already have a role. */
export function oneTrustEach(trusts: readonly ComposedDocument[]): readonly ComposedDocument[] {
  const served = new Set<string>();
  return trusts.filter(({ personas }) => {
    const isFirst = personas.length > 0 && !personas.some((persona) => served.has(persona));
    if (isFirst) for (const persona of personas) served.add(persona);
    return isFirst;
  });
}

/** Whether the personas are the same as those of a trust policy. */
export const havePersonasOf = (personas: readonly string[], trust: ComposedDocument): boolean =>
  personas.join() === trust.personas.join();

/** Whether the export creates the role. */
export const isCreatedRole = ({ trust: { role }, taken }: TrustedRole): boolean =>
  !taken && (role === undefined || role.state === 'created');

/** Whether policies can be attached to a role from the account. */
export const canBeAttachedTo = (owner: TrustedRole): boolean =>
  isCreatedRole(owner) || arnsByName(owner).length > 0;

/** One ARN of each name: policies are attached by name. */
export function arnsByName({ trust: { role } }: TrustedRole): readonly string[] {
  const arns = role?.state === 'exists' ? role.arns : [];
  const named = (arn: string) => nameInArn(arn).toLowerCase();
  return arns.filter((arn, index) => arns.findIndex((other) => named(other) === named(arn)) === index);
}

const serves = ({ trust }: TrustedRole, { personas }: ComposedDocument): boolean =>
  personas.some((persona) => trust.personas.includes(persona));

/**
 * Whether a document belongs to a role. Permissions belong to one role: those of several personas are never given to several
 * roles, each of which would have them all.
 */
export const isForRole = (
  document: ComposedDocument,
  owner: TrustedRole,
  owners: readonly TrustedRole[],
): boolean =>
  serves(owner, document) &&
  (document.kind !== 'identity' || owners.filter((other) => serves(other, document)).length === 1);

/** The name of a role in notes and files. */
export const roleTitle = (
  { personas: [persona = '', ...others], title }: ComposedDocument,
  ruleset: Ruleset,
): string => (others.length > 0 ? ONE_ROLE_TITLE : (findPersona(persona, ruleset)?.title ?? title));

/** A role has one trust policy: that of one that several personas have, has the statements of all. */
export function trustsOf(
  owner: TrustedRole,
  owners: readonly TrustedRole[],
  ruleset: Ruleset,
): readonly RoleTrust[] {
  const isOf = ({ holders }: AccountRole) =>
    holders.some(({ personas }) => havePersonasOf(personas, owner.trust));
  const all = accountRoles(owners.map(({ trust }) => trust)).filter(isOf);
  const sets = owner.taken
    ? [[owner]]
    : all.map(({ holders }) =>
        owners.filter(
          ({ trust, taken }) => !taken && holders.some(({ personas }) => havePersonasOf(personas, trust)),
        ),
      );
  const trusts = (sets.length > 0 ? sets : [[owner]]).map((owners) => trustOf(owners, ruleset));
  return [...new Map(trusts.map((trust) => [trust.id, trust])).values()];
}

function trustOf(owners: readonly TrustedRole[], ruleset: Ruleset): RoleTrust {
  const policies = owners.map(({ trust }) => trust.policy);
  const [first] = policies;
  return {
    id: owners.map(({ id }) => id).join('+'),
    title: owners.map(({ trust }) => roleTitle(trust, ruleset)).join(', '),
    policy:
      first && policies.length === 1
        ? first
        : {
            Version: POLICY_VERSION,
            Statement: mergeStatements(policies.flatMap(({ Statement }) => Statement)),
          },
  };
}
