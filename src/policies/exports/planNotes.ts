import type { ComposedDocument } from '../composed.ts';
import type { PolicyDocument } from '../document.ts';
import { findPersona } from '../personas/index.ts';
import { quotaOf } from '../size/quotas.ts';
import { placeholdersOfText } from '../templateVariables.ts';
import { parametersOf } from './parameters.ts';
import type { PlannedPolicy, PlannedRole } from './planned.ts';

/** Sentences on what the code does not say. */

/** A document of the account's, and what becomes of it. */
export interface Entry {
  readonly document: ComposedDocument;
  readonly policy: PlannedPolicy;
  /** It stands inside of the roles. */
  readonly inline: boolean;
  readonly attached: boolean;
}

/** What looks like a placeholder and is none that becomes a parameter: somebody wrote it, and meant to put something in its place. */
export function stays(policies: readonly PolicyDocument[]): readonly string[] {
  const asked = new Set(parametersOf(policies).map(({ placeholder }) => `<${placeholder}>`));
  const left = placeholdersOfText(JSON.stringify(policies)).filter((text) => !asked.has(text));
  if (left.length === 0) return [];
  return [`Looks like a placeholder, and stays as it is written: ${left.join(' ')}`];
}

export function tooMany({ title, managed }: PlannedRole): readonly string[] {
  const { attachments } = quotaOf('managed');
  if (managed.length <= attachments) return [];
  return [
    `${title} gets ${managed.length} managed policies, and a role may have ${attachments}: ask AWS for a higher quota first, or attach fewer.`,
  ];
}

const titlesOf = (personas: readonly string[]): string =>
  personas.map((persona) => findPersona(persona)?.title ?? persona).join('; ');

export function notesOf(
  { document, policy, inline, attached }: Entry,
  trusted: ReadonlySet<string>,
): readonly string[] {
  const { personas, title, kind } = document;
  const without = personas.filter((persona) => !trusted.has(persona));
  const what = `${title} (${policy.name})`;
  if (personas.length === 0 || (without.length === 0 && !attached))
    return [`${what} is attached to nothing: attach it where it belongs.`];
  if (without.length === 0) return [];
  return [
    inline
      ? `${title}: no role is made for ${titlesOf(without)}; export the policy as JSON for the permission set or role that they have.`
      : `${what}: no role is made for ${titlesOf(without)}. Put the policy into the permission set or role that they have${kind === 'identity' ? '' : ', as its permissions boundary'}.`,
  ];
}

export function oneForAll({ name, personas }: PlannedRole): readonly string[] {
  if (personas.length < 2) return [];
  return [
    `The role ${name} has the permissions of ${personas.length} personas (${titlesOf(personas)}), which is not least privilege. One policy per role gives each its own.`,
  ];
}

export const noRoom = ({ title }: ComposedDocument): string =>
  `${title} is not part of this: there is no role to put it into, and it is too large for a managed policy. Export it as JSON.`;

export const noRole = ({ title }: ComposedDocument): string =>
  `${title} is not part of this: it is not known which role it belongs to. Export it as JSON.`;
