import { applyChange, type RefusalChange } from '../accessTests/refusals/refusalChange.ts';
import { withPersonas } from '../draft/withPersonas.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';

/** A selection of activities, with values, for a persona. */
export interface CoverChanges {
  readonly persona: string;
  readonly changes: readonly RefusalChange[];
}

/** The draft with a role of the persona: one that was not selected begins without any activity. */
export const withPersona = (draft: Draft, persona: string, ruleset: Ruleset): Draft =>
  draft.personas.includes(persona)
    ? draft
    : withPersonas(
        { ...draft, activities: { ...draft.activities, [persona]: [] } },
        [...draft.personas, persona],
        ruleset,
      );

/** The draft after a cover, as one change. */
export const applyCover = (draft: Draft, { persona, changes }: CoverChanges, ruleset: Ruleset): Draft =>
  changed(withPersona(draft, persona, ruleset), persona, changes, ruleset);

export const changed = (
  draft: Draft,
  persona: string,
  changes: readonly RefusalChange[],
  ruleset: Ruleset,
): Draft => changes.reduce((now, change) => applyChange(now, persona, change, ruleset), draft);
