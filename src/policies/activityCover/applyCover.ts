import { applyChange, type RefusalChange, type ValueChange } from '../accessTests/refusals/refusalChange.ts';
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

/** A selection, and the broader activities that the user can add to it. */
interface OpenChanges extends CoverChanges {
  readonly farWider: readonly { readonly activity: string; readonly changes: readonly RefusalChange[] }[];
}

/** A selection with some of its broader activities. */
export function withFarWider(
  { persona, changes, farWider }: OpenChanges,
  activities: ReadonlySet<string>,
): CoverChanges {
  const picked = farWider.filter(({ activity }) => activities.has(activity));
  const all = [...changes, ...picked.flatMap((one) => one.changes)];
  const values = new Map<string, ValueChange>();
  for (const one of all.flatMap((change) => (change.kind === 'values' ? change.values : []))) {
    const { before = one.before, values: others = [] } = values.get(one.variable) ?? {};
    values.set(one.variable, { ...one, before, values: [...new Set([...others, ...one.values])] });
  }
  const rest = all.filter(({ kind }) => kind !== 'values');
  return {
    persona,
    changes: values.size > 0 ? [{ kind: 'values', values: [...values.values()] }, ...rest] : rest,
  };
}

export const changed = (
  draft: Draft,
  persona: string,
  changes: readonly RefusalChange[],
  ruleset: Ruleset,
): Draft => changes.reduce((now, change) => applyChange(now, persona, change, ruleset), draft);
