import { findPersona, type Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { quotaOf } from '../size/quotas.ts';
import { likePlaceholders } from '../language/placeholder.ts';
import { parametersIn } from './parameters.ts';
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
  const asked = new Set(parametersIn(texts, ruleset).map(({ placeholder }) => `<${placeholder}>`));
  const left = likePlaceholders(texts.join(' ')).filter((text) => !asked.has(text));
  if (left.length === 0) return [];
  return [`Looks like a placeholder, and stays as it is written: ${left.join(' ')}`];
}

export function attachmentQuotaNote({ title, managed }: PlannedRole | ExistingRole): readonly string[] {
  const { attachments } = quotaOf('managed');
  if (managed.length <= attachments) return [];
  return [
    `${title} gets ${managed.length} managed policies, and a role may have ${attachments}: ask AWS for a higher quota first, or attach fewer.`,
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
    return [`${what} is attached to nothing: attach it where it belongs.`];
  if (without.length === 0) return [];
  return [
    inline
      ? `${title}: no role is made for ${titlesOf(without, ruleset)}; export the policy as JSON for the permission set or role that they have.`
      : `${what}: no role is made for ${titlesOf(without, ruleset)}. Put the policy into the permission set or role that they have${kind === 'identity' ? '' : ', as its permissions boundary'}.`,
  ];
}

export function sharedRoleNote(role: PlannedRole | ExistingRole, ruleset: Ruleset): readonly string[] {
  const { personas } = role;
  if (personas.length < 2) return [];
  const name = 'arns' in role ? role.arns.join(', ') : role.name;
  return [
    `The role ${name} has the permissions of ${personas.length} personas (${titlesOf(personas, ruleset)}), which is not least privilege. One policy per role gives each its own.`,
  ];
}

export const tooLargeNote = ({ title }: ComposedDocument): string =>
  `${title} is not part of this: there is no role to put it into, and it is too large for a managed policy. Export it as JSON.`;

export const orphanTrustNote = ({ title }: ComposedDocument): string =>
  `${title} is not part of this: it is not known which role it belongs to. Export it as JSON.`;

/** What is left to do on roles that exist. `elsewhere`: those of other accounts, to which nothing here can be attached. */
export function existingNotes(role: ExistingRole, elsewhere: readonly string[]): readonly string[] {
  const { title, arns, boundary } = role;
  const trust = `Set its trust policy yourself: it is in the file that ends in ${trustFilesOf(role)}.`;
  const limit =
    boundary === undefined
      ? ''
      : ` Set ${boundary.name} as its permissions boundary yourself: until then the guardrails in it do not apply to this role.`;
  return [
    ...(arns.length > 0
      ? [
          `${title}: the role ${namesOf(role).join(', ')} exists. Its policies are attached to it, and nothing else of it is changed. ${trust}${limit}`,
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          `${title}: ${elsewhere.join(', ')} is a role of another account, and nothing can be attached to it from here. Attach its policies there.${arns.length > 0 ? '' : ` ${trust}${limit}`}`,
        ]
      : []),
  ];
}

export const unknownRole = (role: ExistingRole): string =>
  `${role.title}: its ARN is not valid, so no role is created and nothing is attached. Correct the ARN, or remove it to create the role. Its trust policy is in the file that ends in ${trustFilesOf(role)}.`;

/** A trust policy that IAM takes only once the roles in it are there. */
export const circularTrust = ({ title }: PlannedRole, others: readonly string[]): string =>
  `${title}: its trust policy names ${others.join(', ')} in a circle, so that no role can be created before the other. The ARN is written out there. IAM refuses a trust policy that names a role which does not exist: create the roles first, then apply this again.`;

export const namedInBoundary = ({ title }: ComposedDocument, roles: readonly string[]): string =>
  `${title} names ${roles.join(', ')}, whose boundary it is. The ARN is written out there: a reference would go in a circle.`;
