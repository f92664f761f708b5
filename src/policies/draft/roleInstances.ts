import type { Persona } from '../library/personas/persona.ts';
import { type Ruleset, rulesetFrom } from '../library/ruleset.ts';
import type { Draft, RoleChoice } from '../model/draft.ts';

/** A draft can have several roles of one persona, as training roles of two teams: each is a persona of its own in the draft's ruleset. */

type WithRoles = Pick<Draft, 'roles'>;

/** The id of the n-th role of a persona. */
const FURTHER = /^(.+)-(\d{1,3})$/;

/** What a draft says of a role; nothing where it says nothing. */
export const roleChoice = ({ roles = {} }: WithRoles, id: string): RoleChoice | undefined =>
  Object.hasOwn(roles, id) ? roles[id] : undefined;

/** Whether a role is a further one of a persona, which the draft describes. */
export const isFurtherRole = (draft: WithRoles, id: string): boolean => {
  const [, persona] = FURTHER.exec(id) ?? [];
  return persona !== undefined && roleChoice(draft, id)?.persona === persona;
};

/** The persona of a role: its own id for the first one. */
export const personaOfRole = (draft: WithRoles, id: string): string =>
  (isFurtherRole(draft, id) && roleChoice(draft, id)?.persona) || id;

/** An id for another role of a persona: behind those that the draft uses, and those of personas. */
export function freeRoleId({ roles = {} }: WithRoles, persona: string, ruleset: Ruleset): string {
  const numbers = [...Object.keys(roles), ...ruleset.personaById.keys()].flatMap((id) => {
    const [, of, number] = FURTHER.exec(id) ?? [];
    return of === persona ? [Number(number)] : [];
  });
  return `${persona}-${Math.max(1, ...numbers) + 1}`;
}

/**
 * The ruleset in which every role of the draft is a persona: further roles come after their persona, with its activities and trust,
 * and a label that distinguishes them. The same object for a draft without such roles, and for its own result.
 */
export function withRoleInstances(ruleset: Ruleset, draft: WithRoles): Ruleset {
  const { roles } = draft;
  if (!roles || !Object.values(roles).some(({ persona, label }) => persona !== undefined || label))
    return ruleset;
  const base = libraryOf(ruleset);
  const made = madeOf.get(base)?.get(roles) ?? instantiate(base, draft);
  if (!madeOf.has(base)) madeOf.set(base, new WeakMap());
  madeOf.get(base)?.set(roles, made);
  return made;
}

/** Made once for each ruleset and roles, so that what is computed under it can be cached. */
const madeOf = new WeakMap<Ruleset, WeakMap<NonNullable<Draft['roles']>, Ruleset>>();
const baseOf = new WeakMap<Ruleset, Ruleset>();

/** The ruleset without the roles of a draft. */
export const libraryOf = (ruleset: Ruleset): Ruleset => baseOf.get(ruleset) ?? ruleset;

function instantiate(base: Ruleset, draft: WithRoles): Ruleset {
  const further = Object.keys(draft.roles ?? {}).filter(
    (id) => isFurtherRole(draft, id) && !base.personaById.has(id),
  );
  const personas = base.personas.flatMap((persona) => [
    labeled(persona, persona.id, draft),
    ...further
      .filter((id) => personaOfRole(draft, id) === persona.id && persona.kind === 'identity')
      .toSorted((one, other) => numberOf(one) - numberOf(other))
      .map((id) => labeled(persona, id, draft)),
  ]);
  const { sharedActivities: _, ...rest } = base;
  const made: Ruleset = { ...rulesetFrom({ ...rest, personas }), sharedActivities: base.sharedActivities };
  baseOf.set(made, base);
  return made;
}

/** Characters that cannot be seen, or turn the direction of a text: a label can come with a link. */
const HIDDEN = /\p{C}/gu;

function labeled(persona: Persona, id: string, draft: WithRoles): Persona {
  const label =
    roleChoice(draft, id)?.label?.replace(HIDDEN, '\uFFFD').trim() ||
    (id === persona.id ? '' : String(numberOf(id)));
  // Beside a line there is room for the mark alone.
  const mark = id === persona.id ? persona.mark : `${persona.mark}${numberOf(id)}`;
  return { ...persona, id, mark, title: label === '' ? persona.title : `${persona.title} (${label})` };
}

const numberOf = (id: string): number => Number(FURTHER.exec(id)?.[2] ?? 1);

/** Variable id → the values that a role has in place of the draft's. */
export const valuesOfRole = (draft: WithRoles, id: string): Draft['variables'] =>
  Object.fromEntries(
    Object.entries(roleChoice(draft, id)?.values ?? {}).filter(([variable]) => !isAccountVariable(variable)),
  );

/** One export is for one account: no role has another. */
export const isAccountVariable = (variable: string): boolean =>
  variable === 'partition' || variable === 'accountId';

/** The draft as it is for one role: with the role's values over the shared ones. */
export function draftOfRole(draft: Draft, id: string): Draft {
  const values = valuesOfRole(draft, id);
  return Object.keys(values).length === 0
    ? draft
    : { ...draft, variables: { ...draft.variables, ...values } };
}

/** Whether a role passes another role of the draft, by the variable that holds the other's ARN: all of them unless the draft says which. */
export function passesRole(draft: WithRoles, id: string, variable: string, passed: string): boolean {
  const passes = roleChoice(draft, id)?.passes ?? {};
  return !Object.hasOwn(passes, variable) || passes[variable]?.includes(passed) === true;
}

/** Whether every variable and every role that a role passes is as in the rest of the draft. */
export const isLikeTheRest = (draft: WithRoles, id: string): boolean => {
  const { values = {}, passes = {} } = roleChoice(draft, id) ?? {};
  return Object.keys(values).length + Object.keys(passes).length === 0;
};
