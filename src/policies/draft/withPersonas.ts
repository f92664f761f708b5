import { findPersona, type Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { numberOfRoles, ONE_ROLE } from './layout.ts';

/**
 * The draft with these personas selected. With the second role, the layout becomes one policy per role: with only one there was
 * no choice, so a combined role was never selected. Hand edits and suppressed findings stay with the role that they were for.
 */
export function withPersonas(draft: Draft, personas: readonly string[], ruleset: Ruleset): Draft {
  const next = { ...draft, personas };
  const isNew = numberOfRoles(draft.personas, ruleset) < 2 && numberOfRoles(personas, ruleset) > 1;
  if (draft.layout !== 'merged' || !isNew) return next;
  const alone = draft.personas.find((id) => findPersona(id, ruleset)?.kind === 'identity');
  return { ...next, layout: 'perPersona', ...(alone === undefined ? {} : writtenFor(draft, alone)) };
}

/** Moves edits and suppressions from the id of the merged document to that of the role. Never replaces what is there. */
function writtenFor({ edits, accepted }: Draft, role: string): Pick<Draft, 'edits' | 'accepted'> {
  const { [ONE_ROLE]: written, ...others } = edits;
  const moves = written !== undefined && !Object.hasOwn(edits, role);
  return {
    edits: moves ? { ...others, [role]: written } : edits,
    accepted: accepted.map((entry) => (entry.document === ONE_ROLE ? { ...entry, document: role } : entry)),
  };
}
