import { findPersona, type Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import type { PassableRoles, StatedConflict } from '../model/rolesInAccount.ts';
import { passableRoles } from './passableRoles.ts';
import { roleChoice } from '../draft/roleInstances.ts';
import { ONE_ROLE_TITLE } from '../draft/roles.ts';
import { findCharacters } from '../language/characters/findCharacters.ts';
import { type AccountRole, accountRoles, conflictOf, personasOf, type RoleHolder } from './sharedRoles.ts';

/** What is wrong with the roles that documents are for. */
export const statedConflicts = (
  documents: readonly Pick<ComposedDocument, 'personas' | 'role'>[],
  ruleset: Ruleset,
): readonly (StatedConflict & Pick<AccountRole, 'holders'>)[] =>
  accountRoles(documents).flatMap((role) => {
    const conflict = conflictOf(role);
    if (!conflict) return [];
    const { name, arns, holders } = role;
    const created = holders.find((holder) => holder.created);
    const personas = personasOf(role)
      .map((persona) => `“${titleOf(persona, ruleset)}”`)
      .join(', ');
    const stated = { conflict, name, arns, personas, holders };
    return [created ? { ...stated, created: titleOfHolder(created, ruleset) } : stated];
  });

const titleOf = (persona: string, ruleset: Ruleset): string =>
  findPersona(persona, ruleset)?.title ?? persona;

const titleOfHolder = ({ personas: [first = '', ...others] }: RoleHolder, ruleset: Ruleset): string =>
  others.length > 0 ? ONE_ROLE_TITLE : titleOf(first, ruleset);

/**
 * What the check of each document knows of the draft's roles. What is wrong with a role goes to one document of each that has it: to
 * the first permissions policy, else to the trust policy.
 */
export function checkedRoles(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): (document: ComposedDocument) => PassableRoles {
  const roles = passableRoles(draft, ruleset);
  const conflicts = statedConflicts(documents, ruleset).map(({ holders, ...stated }) => ({
    stated,
    places: new Set(holders.map((holder) => placeOf(holder, documents))),
  }));
  const labels = deceptiveLabels(draft, documents);
  return ({ id }) => {
    const conflictsOfDocument = conflicts.filter(({ places }) => places.has(id)).map(({ stated }) => stated);
    const labelsOfDocument = labels.filter(({ place }) => place === id).map(({ label }) => label);
    if (conflictsOfDocument.length + labelsOfDocument.length === 0) return roles;
    return {
      ...roles,
      ...(conflictsOfDocument.length > 0 ? { conflicts: conflictsOfDocument } : {}),
      ...(labelsOfDocument.length > 0 ? { labels: labelsOfDocument } : {}),
    };
  };
}

/** Labels that don't read as what they are, each at a document of its role. */
const deceptiveLabels = (draft: Draft, documents: readonly ComposedDocument[]) =>
  Object.keys(draft.roles ?? {}).flatMap((role) => {
    const label = roleChoice(draft, role)?.label ?? '';
    const place = placeOf({ personas: [role] }, documents);
    return place !== undefined && findCharacters(label, 'prose').length > 0 ? [{ label, place }] : [];
  });

function placeOf(
  { personas }: Pick<RoleHolder, 'personas'>,
  documents: readonly ComposedDocument[],
): string | undefined {
  const documentsOfRole = documents.filter((document) =>
    document.personas.some((persona) => personas.includes(persona)),
  );
  return (
    documentsOfRole.find(({ kind }) => kind === 'identity') ??
    documentsOfRole.find(({ kind }) => kind === 'trust')
  )?.id;
}
