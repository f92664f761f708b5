import type {
  Activity,
  Companion,
  Reason,
  StatementTemplate,
} from '../../policies/library/activities/activity.ts';
import type { ActivityReasons } from '../../policies/library/activities/activityReasons.ts';
import { reasonsFor } from '../../policies/library/activities/reasons/index.ts';
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
  const reasons = reasonsFor(activity);
  const reasonsOfStance =
    choice.stance === 'published' ? repairsOf(reasons, templates) : differencesOf(reasons, sids);
  return [...reasonsOfStance, ...companionsOf(reasons, sids)];
}

type Reasons = Required<ActivityReasons>;

function repairsOf({ repairs }: Reasons, templates: readonly StatementTemplate[]): readonly FiledReason[] {
  const guide = new Set(templates.flatMap((template) => template.guide ?? []).map(guideKey));
  return repairs
    .filter((repair) => guide.has(guideKey(repair.guide)))
    .map(({ text, source, before, after }) => ({
      heading: 'Fixed',
      text,
      source,
      change: { before, after },
    }));
}

const isAbout =
  (sids: ReadonlySet<string>) =>
  ({ statements }: Companion) =>
    statements.some((sid) => sids.has(sid));

function differencesOf({ differences }: Reasons, sids: ReadonlySet<string>): readonly FiledReason[] {
  return differences
    .filter(isAbout(sids))
    .map(({ text, source, tag }) => ({ heading: tagHeadings[tag], text, source }));
}

function companionsOf({ companions }: Reasons, sids: ReadonlySet<string>): readonly FiledReason[] {
  return companions
    .filter(isAbout(sids))
    .map(({ text, source }) => ({ heading: 'Additional permission', text, source }));
}

const guideKey = ({ policy, statement }: { policy: number; statement: number }): string =>
  `${policy}.${statement}`;
