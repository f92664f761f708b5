import type { Draft, RoleChoice } from '../model/draft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { preselectedActivities } from './createDraft.ts';
import { freeRoleId, isFurtherRole, personaOfRole, roleChoice, withRoleInstances } from './roleInstances.ts';
import { withPersonas } from './withPersonas.ts';

/** Every change to the roles of a draft, as a pure function: old draft in, new draft out. */

/** A draft has at most this many roles of one persona. */
export const MOST_ROLES = 20;

/** Another role of the persona, selected, with the activities and the trust of the first one, and its id. */
export function addRole(
  draft: Draft,
  persona: string,
  ruleset: Ruleset,
): { readonly draft: Draft; readonly role: string } {
  const role = freeRoleId(draft, persona, ruleset);
  const described = changeRole(draft, role, { persona });
  const rules = withRoleInstances(ruleset, described);
  const trust = draft.trust[persona];
  const next: Draft = {
    ...described,
    activities: {
      ...draft.activities,
      [role]: draft.activities[persona] ?? preselectedActivities(persona, rules),
    },
    trust: trust ? { ...draft.trust, [role]: trust } : draft.trust,
  };
  const others = draft.personas.includes(persona) ? draft.personas : [...draft.personas, persona];
  return { draft: withPersonas(next, [...others, role], rules), role };
}

/** Without a further role: its choices, values, tests, hand edits and suppressed findings go with it. */
export function removeRole(draft: Draft, role: string, ruleset: Ruleset): Draft {
  if (!isFurtherRole(draft, role)) return draft;
  const isOfRole = (document: string) => document === role || document === `${role}Trust`;
  const without = <Value>(record: Readonly<Record<string, Value>>, is = (id: string) => id === role) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => !is(id)));
  const others = draft.personas.filter((id) => id !== role);
  const selected = withPersonas(draft, others, withRoleInstances(ruleset, draft));
  return {
    ...selected,
    activities: without(selected.activities),
    trust: without(selected.trust),
    edits: without(selected.edits, isOfRole),
    accepted: selected.accepted.filter(({ document }) => !isOfRole(document)),
    proofs: selected.proofs.filter(({ persona }) => persona !== role),
    ...(selected.guarantees
      ? { guarantees: selected.guarantees.filter(({ persona }) => persona !== role) }
      : {}),
    roles: withoutPassing(without(selected.roles ?? {}), role),
  };
}

const withoutPassing = (roles: Readonly<Record<string, RoleChoice>>, role: string) =>
  Object.fromEntries(
    Object.entries(roles).map(([id, { passes, ...choice }]) => [
      id,
      passes
        ? {
            ...choice,
            passes: Object.fromEntries(
              Object.entries(passes).map(([variable, ids]) => [variable, ids.filter((one) => one !== role)]),
            ),
          }
        : choice,
    ]),
  );

/** Under which name the export creates a role, or the ARN of a role that exists; an empty one means the default name. */
export const setRoleName = (draft: Draft, role: string, name: string): Draft =>
  changeRole(draft, role, { name });

/** What distinguishes a role from others of its persona; empty for its number. */
export const setRoleLabel = (draft: Draft, role: string, label: string): Draft =>
  changeRole(draft, role, { label });

/** Values of a role in place of the draft's; none: it has the draft's again. */
export function setRoleValues(
  draft: Draft,
  role: string,
  variable: string,
  values: readonly string[],
): Draft {
  const { [variable]: _replaced, ...others } = roleChoice(draft, role)?.values ?? {};
  return changeRole(draft, role, { values: values.length > 0 ? { ...others, [variable]: values } : others });
}

/** Which roles a role passes by a variable; nothing: all of them. */
export function setPassedRoles(
  draft: Draft,
  role: string,
  variable: string,
  passed: readonly string[] | undefined,
): Draft {
  const { [variable]: _replaced, ...others } = roleChoice(draft, role)?.passes ?? {};
  return changeRole(draft, role, { passes: passed ? { ...others, [variable]: passed } : others });
}

/** Changes what a draft says of a role. An entry that says nothing goes; that of a further role stays. */
export function changeRole(draft: Draft, role: string, change: Partial<RoleChoice>): Draft {
  const { [role]: earlier, ...others } = draft.roles ?? {};
  const { name = '', persona, label = '', values = {}, passes = {} } = { ...earlier, ...change };
  const choice: RoleChoice = {
    name,
    ...(persona === undefined ? {} : { persona }),
    ...(label === '' ? {} : { label }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
    ...(Object.keys(passes).length === 0 ? {} : { passes }),
  };
  const saysNothing = name === '' && Object.keys(choice).length === 1;
  return { ...draft, roles: saysNothing ? others : { ...others, [role]: choice } };
}

/** How many roles of the persona of a role there are. */
export const numberOfRolesOf = (draft: Draft, persona: string): number =>
  1 +
  Object.keys(draft.roles ?? {}).filter((id) => id !== persona && personaOfRole(draft, id) === persona)
    .length;
