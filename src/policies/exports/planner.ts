import type { ComposedDocument } from '../model/composedDocument.ts';
import { type ExportSet, isImportedDocument } from './exporter.ts';
import { NAME_LIMIT, roleNameWith, roleSlug } from '../compose/roleNames.ts';
import { kebab, slug } from '../language/slug.ts';
import { uniqueNames } from './exportNames.ts';
import { namesOfParameters, type Reference, referencesIn } from './parameters.ts';
import type { PlannedPolicy } from './planned.ts';

/** Ids and names of what an export creates. */

/**
 * A role's documents are identified by the role, whatever the layout. An imported policy is identified by its title: its id is a
 * place in a list, and goes to another document once it is removed.
 */
function idOf(document: ComposedDocument): string {
  const { id, partOf, title, kind, personas } = document;
  // A part's id and title both end with its number. The first part of a policy that comes to be split goes on as that policy.
  const written = partOf === undefined ? '' : id.slice(partOf.length);
  const number = written === '-1' ? '' : written;
  if (isImportedDocument(document)) {
    const whole = slug(title.slice(0, title.length - written.length)) || 'policy';
    return slug([whole, kind === 'identity' ? 'permissions' : '', number].filter(Boolean).join('-'));
  }
  if (kind !== 'identity') return slug(`${kebab(partOf ?? id)}${number}`);
  return slug(`${roleSlug(personas)}-permissions${number}`);
}

/** Gives out ids and names, each once, and none that a parameter has: a template has both side by side. */
export function planner(draftName: string, set: ExportSet, limit = NAME_LIMIT) {
  const ids = uniqueNames(60, namesOfParameters(set));
  const names = uniqueNames(limit);
  const named = (wanted: string): Pick<PlannedPolicy, 'id' | 'name'> => {
    const id = ids(wanted);
    return { id, name: names(roleNameWith(draftName, id, limit)) };
  };
  return {
    policy: (document: ComposedDocument, roles: readonly Reference[] = []): PlannedPolicy => ({
      ...named(idOf(document)),
      title: document.title,
      document: document.policy,
      references: referencesIn(document.policy, roles),
    }),
    role: (personas: readonly string[]) => named(roleSlug(personas)),
  };
}
