import { findPersona, type Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { quotaOf } from '../size/quotas.ts';
import { likePlaceholders } from '../language/placeholder.ts';
import { parameterPlaceholders, type Reference, referencesIn } from './parameters.ts';
import { type ExistingRole, namesOf, type PlannedPolicy, type PlannedRole } from './planned.ts';
import { trustFilesOf } from './trustFiles.ts';

/** Sentences on what the code does not say. */

/** A document of the account's, and what becomes of it. */
export interface Entry {
  readonly document: ComposedDocument;
  readonly policy: PlannedPolicy;
  /** It is an inline policy of the roles. */
  readonly inline: boolean;
  readonly attached: boolean;
}

/** A note on texts that look like placeholders but become no parameter: their author meant to replace them. */
export const unknownPlaceholderNote = (
  policies: readonly PolicyDocument[],
  ruleset: Ruleset,
): readonly string[] =>
  unknownPlaceholderNoteOnTexts(
    policies.map((policy) => JSON.stringify(policy)),
    ruleset,
  );

/** As `unknownPlaceholderNote`, for texts. */
export function unknownPlaceholderNoteOnTexts(texts: readonly string[], ruleset: Ruleset): readonly string[] {
  const asked = parameterPlaceholders(texts, ruleset);
  const left = likePlaceholders(texts.join(' ')).filter((text) => !asked.has(text));
  if (left.length === 0) return [];
  return [`Unknown placeholders, left unchanged: ${left.join(' ')}`];
}

export function attachmentQuotaNote({ title, managed }: PlannedRole | ExistingRole): readonly string[] {
  const { attachments } = quotaOf('managed');
  if (managed.length <= attachments) return [];
  return [
    `${title} gets ${managed.length} managed policies, but the quota is ${attachments} for each role. Request a quota increase first, or attach fewer.`,
  ];
}

const titlesOf = (personas: readonly string[], ruleset: Ruleset): string =>
  personas.map((persona) => findPersona(persona, ruleset)?.title ?? persona).join('; ');

export function notesOf(
  { document, policy, inline, attached }: Entry,
  trusted: ReadonlySet<string>,
  ruleset: Ruleset,
): readonly string[] {
  const { personas, title, kind } = document;
  const without = personas.filter((persona) => !trusted.has(persona));
  const what = `${title} (${policy.name})`;
  if (personas.length === 0 || (without.length === 0 && !attached))
    return [`${what} isn’t attached. Attach it to the role, user, or group that needs it.`];
  if (without.length === 0) return [];
  return [
    inline
      ? `${title}: no role is created for ${titlesOf(without, ruleset)}. Export the policy as JSON and add it to their permission set or role.`
      : `${what}: no role is created for ${titlesOf(without, ruleset)}. Add the policy to their permission set or role${kind === 'identity' ? '' : ', as its permissions boundary'}.`,
  ];
}

export function sharedRoleNote(role: PlannedRole | ExistingRole, ruleset: Ruleset): readonly string[] {
  const { personas } = role;
  if (personas.length < 2) return [];
  const name = 'arns' in role ? role.arns.join(', ') : role.name;
  return [
    `The role ${name} has the permissions of ${personas.length} personas (${titlesOf(personas, ruleset)}), which isn’t least privilege. Use one policy per role instead.`,
  ];
}

/** The policies that permission sets name, each of which has to be in the accounts that these are assigned in. */
export function permissionSetPoliciesNote(named: readonly Entry[]): readonly string[] {
  if (named.length === 0) return [];
  const names = named.map(({ policy }) => policy.name).join(', ');
  return [
    `Permission sets refer to ${names} by name. Create ${named.length > 1 ? 'them' : 'it'} under the same name in each account before you assign the permission set there, for example with a CloudFormation StackSet.`,
  ];
}

export const tooLargeNote = ({ title }: ComposedDocument): string =>
  `${title} isn’t included: it has no role, and it’s too large for a managed policy. Export it as JSON.`;

export const orphanTrustNote = ({ title }: ComposedDocument): string =>
  `${title} isn’t included: its role is unknown. Export it as JSON.`;

/** What is left to do on roles that exist. `elsewhere`: those of other accounts, to which nothing here can be attached. */
export function existingNotes(role: ExistingRole, elsewhere: readonly string[]): readonly string[] {
  const { title, arns, boundary } = role;
  const trust = `Set its trust policy yourself, from the file that ends in ${trustFilesOf(role)}.`;
  const limit =
    boundary === undefined
      ? ''
      : ` Set ${boundary.name} as its permissions boundary yourself. Until then, its guardrails don’t apply to this role.`;
  return [
    ...(arns.length > 0
      ? [
          `${title}: the role ${namesOf(role).join(', ')} exists. The policies are attached to it, and nothing else is changed. ${trust}${limit}`,
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          `${title}: ${elsewhere.join(', ')} is a role in another account, so nothing is attached to it. Attach the policies in that account.${arns.length > 0 ? '' : ` ${trust}${limit}`}`,
        ]
      : []),
  ];
}

export const unknownRole = (role: ExistingRole): string =>
  `${role.title}: the ARN isn’t valid, so no role is created and nothing is attached. Correct the ARN, or remove it to create the role. The trust policy is in the file that ends in ${trustFilesOf(role)}.`;

/** A trust policy that IAM takes only once the roles in it are there. */
export const circularTrust = ({ title }: PlannedRole, others: readonly string[]): string =>
  `${title}: its trust policy names ${others.join(', ')} in a circular reference, so the ARN is used instead of a reference. IAM rejects trust policies with roles that don’t exist: create the roles first, then apply this again.`;

const namedInBoundary = ({ title }: ComposedDocument, roles: readonly string[]): string =>
  `${title} names ${roles.join(', ')}, whose permissions boundary it is. The ARN is used instead of a reference, which would be circular.`;

/** The notes on a permissions boundary that names roles that it is the boundary of. */
export function namesInBoundary({ document }: Entry, references: readonly Reference[]): readonly string[] {
  if (document.kind !== 'permissions-boundary') return [];
  const named = referencesIn(document.policy, references);
  return named.length > 0
    ? [
        namedInBoundary(
          document,
          named.map(({ role }) => role),
        ),
      ]
    : [];
}
