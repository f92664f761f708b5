import { togglePersona } from '../../draft/togglePersona.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Draft } from '../../model/draft.ts';
import { applyChange, type RefusalChange } from './refusalChange.ts';

/** A draft with one more persona, what it starts with, and what allows the call. What the draft has stays as it is. */
export function startWithChange(
  before: Draft,
  persona: string,
  change: RefusalChange,
  ruleset: Ruleset,
): Draft {
  const isThere = before.personas.includes(persona);
  return applyChange(isThere ? before : togglePersona(before, persona, ruleset), persona, change, ruleset);
}
