import { rolesOf } from '../draft/roles.ts';
import { personaOfRole, withRoleInstances } from '../draft/roleInstances.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { deliver } from './deliver.ts';
import { rolePasses } from './rolePassing.ts';

/** What a draft makes, counted, and who passes which role. */
export interface Outline {
  readonly roles: number;
  readonly policies: number;
  readonly guardrails: number;
  /** Persona → the personas whose roles it passes; a role that belongs to none has the empty id. */
  readonly passes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Counts what a draft makes. */
export function outlineOf(draft: Draft, library: Ruleset): Outline {
  const ruleset = withRoleInstances(library, draft);
  return {
    roles: rolesOf(draft, ruleset).length,
    policies: deliver(draft, ruleset).documents.length,
    guardrails: draft.limits.chosen.length,
    passes: passesOf(draft, ruleset),
  };
}

function passesOf(draft: Draft, ruleset: Ruleset): Outline['passes'] {
  const passes = new Map<string, Set<string>>();
  for (const { from, to = '' } of rolePasses(draft, ruleset)) {
    const persona = personaOfRole(draft, from);
    passes.set(persona, (passes.get(persona) ?? new Set()).add(personaOfRole(draft, to)));
  }
  return passes;
}
