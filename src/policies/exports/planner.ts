import type { ComposedDocument } from '../composed.ts';
import { isOwn } from './exporter.ts';
import { kebab, slug, uniqueNames } from './names.ts';
import type { PlannedPolicy } from './planned.ts';

/** Ids and names of what an export creates. */

/**
 * A role's documents are known by the role, whatever the layout. A document that no choice makes is known by its title: its id is
 * a place in a list, and goes to another document once it is removed.
 */
function idOf(document: ComposedDocument): string {
  const { id, partOf, title, kind, personas } = document;
  // A part's id and title both end with its number.
  const number = partOf === undefined ? '' : id.slice(partOf.length);
  if (isOwn(document)) {
    const whole = slug(title.slice(0, title.length - number.length)) || 'policy';
    return slug([whole, kind === 'identity' ? 'permissions' : '', number].filter(Boolean).join('-'));
  }
  if (kind !== 'identity') return slug(`${kebab(partOf ?? id)}${number}`);
  return slug(`${roleIdOf(personas)}-permissions${number}`);
}

/** `notebook-role`; `one-role` for several personas. */
function roleIdOf(personas: readonly string[]): string {
  const [only, ...others] = personas;
  return only !== undefined && others.length === 0 ? kebab(only) : 'one-role';
}

/** Names of roles end at 64 characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const NAME_LIMIT = 64;

/** Gives out ids and names, each once. */
export function planner(draftName: string) {
  const ids = uniqueNames();
  const names = uniqueNames(NAME_LIMIT);
  const named = (wanted: string): Pick<PlannedPolicy, 'id' | 'name'> => {
    const id = ids(wanted);
    const start = draftName.slice(0, Math.max(1, NAME_LIMIT - id.length - 1));
    return { id, name: names(`${start}-${id}`) };
  };
  return {
    policy: (document: ComposedDocument): PlannedPolicy => ({
      ...named(idOf(document)),
      title: document.title,
      document: document.policy,
    }),
    role: (personas: readonly string[]) => named(roleIdOf(personas)),
  };
}
