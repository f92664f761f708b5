import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { type DraftRole, rolesOf } from '../draft/roles.ts';
import { kebab, slug } from '../language/slug.ts';
import { roleArn } from '../library/variables/arnKinds.ts';

/** Names of roles end at 64 characters: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const NAME_LIMIT = 64;

/** Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (RoleName) */
const NAME = /^[A-Za-z0-9_+=,.@-]{1,64}$/;

const NAME_RULE = 'Enter 1 to 64 letters, digits, or _ + = , . @ - without spaces.';

/** `notebook-role`: what a role is called in code and in names; `one-role` for several personas. */
export const roleSlug = (personaIds: readonly string[]): string => {
  const [only, ...others] = personaIds;
  return only !== undefined && others.length === 0 ? kebab(only) : 'one-role';
};

/** `<draft name>-<what>`, at most as long as a name may be: of the draft's name as much as there is room for. */
export function roleNameWith(draftName: string, what: string, limit = NAME_LIMIT): string {
  const start = (slug(draftName) || 'policies').slice(0, Math.max(1, limit - what.length - 1));
  return `${start}-${what}`.slice(0, limit).replace(/-+$/, '');
}

/**
 * The name that an export gives a role unless the user enters another. It depends on the draft's name and the persona only;
 * personas whose ids differ in nothing but dashes or case get a number.
 */
export function defaultRoleName(
  role: Pick<DraftRole, 'id' | 'personas'>,
  draftName: string,
  ruleset: Ruleset,
): string {
  const what = roleSlug(role.personas.map(({ id }) => id));
  const number = (personasBySlug(ruleset).get(what) ?? []).indexOf(role.id);
  return roleNameWith(draftName, number > 0 ? `${what}-${number + 1}` : what);
}

const slugs = new WeakMap<Ruleset, ReadonlyMap<string, readonly string[]>>();

/** Slug → the personas that have it, in their order. Each role asks for it at each key that is typed. */
function personasBySlug(ruleset: Ruleset): ReadonlyMap<string, readonly string[]> {
  const known = slugs.get(ruleset);
  if (known) return known;
  const bySlug = new Map<string, string[]>();
  for (const { id } of ruleset.personas) bySlug.set(kebab(id), [...(bySlug.get(kebab(id)) ?? []), id]);
  slugs.set(ruleset, bySlug);
  return bySlug;
}

export interface RoleName {
  readonly name: string;
  /** Why the name that was entered is not used. */
  readonly problem?: string;
}

/** The names of all roles that could be created: the entered one where it is a name and no other role has it, else the default. */
export function roleNames(draft: Draft, ruleset: Ruleset): ReadonlyMap<string, RoleName> {
  const roles = rolesOf(draft, ruleset);
  const defaults = roles.map((role) => [role.id, defaultRoleName(role, draft.name, ruleset)] as const);
  const names = new Map<string, RoleName>();
  // IAM distinguishes names without regard to the size of letters.
  const taken = new Map(defaults.map(([id, name]) => [name.toLowerCase(), id]));
  for (const [id, usual] of defaults) {
    const entered = enteredName(draft, id);
    const owner = taken.get(entered.toLowerCase());
    if (entered === '') names.set(id, { name: usual });
    else if (!NAME.test(entered))
      names.set(id, { name: usual, problem: entered.startsWith('arn:') ? roleArn.rule : NAME_RULE });
    else if (owner !== undefined && owner !== id)
      names.set(id, {
        name: usual,
        problem: 'Another role in this policy set has this name. Enter a different name.',
      });
    else {
      taken.set(entered.toLowerCase(), id);
      names.set(id, { name: entered });
    }
  }
  return names;
}

/** What was entered as the name of a role, or as the ARN of one that exists. */
export const enteredName = ({ roles = {} }: Draft, id: string): string =>
  (Object.hasOwn(roles, id) ? roles[id]?.name.trim() : undefined) ?? '';
