import { chooseActivity } from '../draft/createDraft.ts';
import { activityChoices } from '../draft/editDraft.ts';
import { activeTemplates } from '../draft/selection.ts';
import type { ActivityOption } from '../library/activities/activity.ts';
import { valueOfOption } from '../library/activities/optionValues.ts';
import { findActivity, findPersona, type Ruleset } from '../library/ruleset.ts';
import { coversAction } from '../language/subsumes.ts';
import type { ActivityChoice, Draft } from '../model/draft.ts';

/** An activity in one of the ways in which it can be selected. */
export interface ActivityVariant {
  readonly choice: ActivityChoice;
  /** Whether the draft has the activity, with other options. */
  readonly isSelected: boolean;
  /** Options that are not as the activity starts, or as the draft has them. */
  readonly changed: readonly { readonly option: string; readonly value: string }[];
  /** Patterns of actions that its statements allow. */
  readonly allows: readonly string[];
}

/**
 * The activities that a persona offers, each as it starts, or as the draft has it, and with one or two other options: statements that
 * need three options together are none of the library’s.
 */
export function activityVariants(
  draft: Draft,
  persona: string,
  ruleset: Ruleset,
): readonly ActivityVariant[] {
  const selected = activityChoices(draft, persona);
  return (findPersona(persona, ruleset)?.activities ?? []).flatMap(({ activity }) => {
    const own = selected.find((choice) => choice.activity === activity);
    const start = own ?? chooseActivity(activity, ruleset);
    const options = (findActivity(activity, ruleset)?.options ?? []).filter(({ stances }) =>
      stances.includes(start.stance),
    );
    const changes = changesOf(options, start.options);
    return distinct(
      changes.map((changed): ActivityVariant => {
        const values = Object.fromEntries(changed.map(({ option, value }) => [option, value]));
        const choice = { ...start, options: { ...start.options, ...values } };
        return { choice, isSelected: own !== undefined, changed, allows: allowedBy(choice, ruleset) };
      }),
      ruleset,
    );
  });
}

type Changed = ActivityVariant['changed'];

/** None, one, or two options with another value. */
function changesOf(
  options: readonly ActivityOption[],
  values: ActivityChoice['options'],
): readonly Changed[] {
  const single = options.flatMap((option) =>
    option.choices
      .filter(({ value }) => value !== valueOfOption(option, values))
      .map(({ value }) => ({ option: option.id, value })),
  );
  const pairs = single.flatMap((one, index) =>
    single
      .slice(index + 1)
      .filter(({ option }) => option !== one.option)
      .map((other) => [one, other]),
  );
  return [[], ...single.map((one) => [one]), ...pairs];
}

export const allowedBy = (choice: ActivityChoice, ruleset: Ruleset): readonly string[] => [
  ...new Set(
    activeTemplates(choice, ruleset)
      .filter(({ Effect }) => Effect === 'Allow')
      .flatMap(({ Action }) => Action),
  ),
];

/** Without those whose options make no difference to the statements. */
function distinct(variants: readonly ActivityVariant[], ruleset: Ruleset): readonly ActivityVariant[] {
  const seen = new Set<string>();
  return variants.filter(({ choice }) => {
    const statements = activeTemplates(choice, ruleset)
      .map(({ Sid }) => Sid)
      .join(' ');
    return !seen.has(statements) && seen.add(statements);
  });
}

/** Whether statements of a variant are about an action at all. */
export const isAbout = ({ allows }: Pick<ActivityVariant, 'allows'>, action: string): boolean =>
  allows.some((pattern) => coversAction(pattern, action));
