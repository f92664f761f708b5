import type { Ruleset } from '../library/ruleset.ts';
import { isRole, ONE_ROLE } from './layout.ts';
import { selectedPersonas, selectedTrust } from './selection.ts';
import type { Draft } from '../model/draft.ts';
import type { Persona } from '../library/personas/persona.ts';

/** One role of a draft: its documents are its permissions policies and its trust policy. */
export interface DraftRole {
  /** The persona's id, or `merged` for one role with the permissions of several personas. */
  readonly id: string;
  readonly title: string;
  /** The personas whose permissions it has, in the ruleset's order. */
  readonly personas: readonly Persona[];
}

/** What that role is called where a persona's title would stand. */
export const ONE_ROLE_TITLE = 'One role for everything';

/**
 * The roles of a draft in the ruleset's order: one for each persona, or one for all of them. A role that IAM Identity Center
 * creates cannot be the role of another persona, because nothing else can assume it: it stays separate.
 */
export function rolesOf(draft: Draft, ruleset: Ruleset): readonly DraftRole[] {
  const roles = selectedPersonas(draft, ruleset).filter(isRole);
  const shared = draft.layout === 'merged' ? sharing(roles, draft) : new Set<Persona>();
  if (shared.size < 2) return roles.map(roleOf);
  const one: DraftRole = { id: ONE_ROLE, title: ONE_ROLE_TITLE, personas: [...shared] };
  const [first] = shared;
  return roles.flatMap((persona) =>
    persona === first ? [one] : shared.has(persona) ? [] : [roleOf(persona)],
  );
}

const roleOf = (persona: Persona): DraftRole => ({
  id: persona.id,
  title: persona.title,
  personas: [persona],
});

/** The personas that can share a role: those whose trust policy is written here, or all if AWS manages every one. */
function sharing(roles: readonly Persona[], draft: Draft): ReadonlySet<Persona> {
  const written = roles.filter((persona) => !isManagedByAws(persona, draft));
  return new Set(written.length === 0 ? roles : written);
}

/** Whether AWS creates the role and manages its trust policy, as IAM Identity Center does. */
export const isManagedByAws = (persona: Persona, draft: Draft): boolean =>
  selectedTrust(persona, draft)?.form.statements.length === 0;
