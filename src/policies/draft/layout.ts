import type { Persona } from '../library/personas/persona.ts';
import { findPersona, type Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';

/** Id of the one role that has the permissions of several personas, and of its permissions policy. */
export const ONE_ROLE = 'merged';

/** A VPC endpoint is no role. */
export const isRole = ({ kind }: Persona): boolean => kind === 'identity';

/** How many of these personas are roles: a VPC endpoint is none. Ids that the ruleset does not have do not count. */
export const numberOfRoles = (personas: readonly string[], ruleset: Ruleset): number =>
  [...new Set(personas)]
    .map((id) => findPersona(id, ruleset))
    .filter((persona) => persona !== undefined && isRole(persona)).length;

/** The layout of a new draft: a role for each persona as soon as two of them are roles. */
export const usualLayout = (personas: readonly string[], ruleset: Ruleset): Draft['layout'] =>
  numberOfRoles(personas, ruleset) < 2 ? 'merged' : 'perPersona';
