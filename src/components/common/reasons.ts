import type { Activity, Reason, StatementTemplate } from '../../policies/library/activities/activity.ts';
import { activeTemplates } from '../../policies/draft/selection.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { ActivityChoice } from '../../policies/model/draft.ts';

/** A reason with the word that it is filed under on the page. */
export interface FiledReason extends Reason {
  readonly heading: 'Fixed' | 'Required' | 'Least privilege' | 'Optional' | 'Additional permission' | 'Note';
  /** For a repair: what was there and what is there now. */
  readonly change?: { readonly before: string; readonly after: string };
}

const tagHeadings = { validity: 'Required', hardening: 'Least privilege', optional: 'Optional' } as const;

/**
 * Why an activity's statements are as they are under the stance and options chosen. `only` limits it to what concerns
 * the statement templates with these Sids.
 */
export function reasonsOf(
  activity: Activity,
  choice: ActivityChoice,
  ruleset: Ruleset,
  only?: ReadonlySet<string>,
): readonly FiledReason[] {
  const templates = activeTemplates(choice, ruleset).filter((template) => only?.has(template.Sid) ?? true);
  const sids = new Set(templates.map((template) => template.Sid));
  const reasonsOfStance =
    choice.stance === 'published' ? repairsOf(activity, templates) : differencesOf(activity, sids);
  return [...reasonsOfStance, ...companionsOf(templates)];
}

function repairsOf(activity: Activity, templates: readonly StatementTemplate[]): readonly FiledReason[] {
  const guide = new Set(templates.flatMap((template) => template.guide ?? []).map(guideKey));
  return activity.repairs
    .filter((repair) => guide.has(guideKey(repair.guide)))
    .map(({ text, source, before, after }) => ({
      heading: 'Fixed',
      text,
      source,
      change: { before, after },
    }));
}

function differencesOf(activity: Activity, sids: ReadonlySet<string>): readonly FiledReason[] {
  return activity.differences
    .filter((difference) => difference.statements.some((sid) => sids.has(sid)))
    .map(({ text, source, tag }) => ({ heading: tagHeadings[tag], text, source }));
}

function companionsOf(templates: readonly StatementTemplate[]): readonly FiledReason[] {
  return templates.flatMap(({ companion }) =>
    companion ? [{ heading: 'Additional permission' as const, ...companion }] : [],
  );
}

const guideKey = ({ policy, statement }: { policy: number; statement: number }): string =>
  `${policy}.${statement}`;
