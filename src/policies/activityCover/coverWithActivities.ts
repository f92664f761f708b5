import { applyChange, type RefusalChange } from '../accessTests/refusals/refusalChange.ts';
import { documentsWithOpen } from '../accessTests/refusals/refusalTrial.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { type Draft, noLimits } from '../model/draft.ts';
import type { Verdict } from '../simulate/decision.ts';
import { changed, withPersona } from './applyCover.ts';
import { type ActivityVariant, activityVariants, isAbout } from './activityVariants.ts';
import { type Caller, callDecider, isLetThrough } from './callDecider.ts';
import { neededValues, valueChanges, withUsedValues } from './neededValues.ts';
import { type Representatives, representatives } from './representatives.ts';
import { smallestCover } from './smallestCover.ts';
import type { UsedCall } from './usedCall.ts';
import { valuesOfUse } from './valuesOfUse.ts';

/** What is asked: which activities of a persona allow these calls. */
export interface CoverQuestion extends Caller {
  readonly calls: readonly UsedCall[];
  readonly ruleset: Ruleset;
}

/** The smallest selection that allows calls, and what each of them is then. Plain data, which a worker can post. */
export interface ActivityCover {
  readonly persona: string;
  /** Values first, then the activities and options that are not in the draft; none of them takes anything away. */
  readonly changes: readonly RefusalChange[];
  /** What the draft with the changes says of each call, in their order. */
  readonly verdicts: readonly Verdict[];
  /** Whether no smaller selection allows as much; false where the search was given up. */
  readonly isSmallest: boolean;
}

/** Activities count first, then options, then how much the statements allow. */
const COSTS = { activity: 1_000_000, option: 10_000 };

/**
 * The fewest activities of a persona, with the fewest options changed, that allow calls, beside what the draft has selected for it.
 * Each was composed and simulated with values that the calls give, and so is the whole. Calls that no activity allows are left.
 */
export function coverWithActivities(draft: Draft, question: CoverQuestion): ActivityCover {
  const found = findCover(draft, question, standInsOf(draft, question));
  return { ...found.selection, verdicts: found.decideAll(question.calls) };
}

export interface FoundSelection {
  readonly selection: Omit<ActivityCover, 'verdicts'>;
  /** What it says of calls: of those that stand for others, when only these count. */
  decideAll(calls: readonly UsedCall[]): readonly Verdict[];
}

/** The calls that stand for others, and what they give to the fields of a draft. */
export const standInsOf = (
  draft: Draft,
  { calls, principal, ruleset }: Omit<CoverQuestion, 'persona'>,
): Representatives => representatives(calls, valuesOfUse(calls, principal, draft, ruleset));

/** Looks for a selection with the calls that stand for others. */
export function findCover(
  before: Draft,
  question: CoverQuestion,
  { calls, values }: Representatives,
): FoundSelection {
  const { persona, ruleset } = question;
  const draft = withPersona(before, persona, ruleset);
  const open = new Set(values.map(({ variable }) => variable));
  const decide = (of: Draft) => {
    const decider = callDecider(documentsWithOpen(of, ruleset, open), question);
    return (asked: readonly UsedCall[]) => asked.map(decider);
  };
  const asked = { ...question, calls };
  const filled = withUsedValues(draft, persona, values, ruleset);
  const now = decide(filled)(calls);
  const missing = calls.filter((_, place) => !isLetThrough(now[place] ?? 'error'));
  const variants = activityVariants(draft, persona, ruleset);
  const groups = groupsOf(missing, variants, (variant) => decide(alone(filled, persona, variant)));
  const { pieces, isExact } = smallestCover(variants.map(pieceOf), groups);
  const chosen = pieces
    .toSorted((one, other) => one - other)
    .flatMap((piece) => changesOf(variants[piece]))
    .filter((change) => keeps(change, filled, now, asked, decide));
  const selected = changed(draft, persona, chosen, ruleset);
  const needed = neededValues(selected, values, asked, decide);
  const changes = [...valueChanges(draft, persona, needed, ruleset), ...chosen];
  return {
    selection: { persona, changes, isSmallest: isExact },
    decideAll: (all) => decide(changed(draft, persona, changes, ruleset))(all),
  };
}

/** A role with one activity and nothing else. */
const alone = (draft: Draft, persona: string, { choice }: ActivityVariant): Draft => ({
  ...draft,
  personas: [persona],
  activities: { [persona]: [choice] },
  limits: noLimits,
  edits: {},
});

type Decide = (of: Draft) => (asked: readonly UsedCall[]) => readonly Verdict[];

/** For each kind of call the variants that allow it: calls that the same ones allow are one group. */
function groupsOf(
  calls: readonly UsedCall[],
  variants: readonly ActivityVariant[],
  decideWith: (variant: ActivityVariant) => (asked: readonly UsedCall[]) => readonly Verdict[],
): readonly (readonly number[])[] {
  const coveredBy = calls.map((): number[] => []);
  variants.forEach((variant, piece) => {
    const about = [...calls.keys()].filter((place) => isAbout(variant, calls[place]?.action ?? ''));
    if (about.length === 0) return;
    const verdicts = decideWith(variant)(about.flatMap((place) => calls[place] ?? []));
    about.forEach((place, index) => {
      if (isLetThrough(verdicts[index] ?? 'error')) coveredBy[place]?.push(piece);
    });
  });
  return [...new Map(coveredBy.map((of) => [of.join(' '), of])).values()];
}

const pieceOf = ({ choice, isSelected, changed: options, allows }: ActivityVariant) => ({
  set: choice.activity,
  cost: (isSelected ? 0 : COSTS.activity) + options.length * COSTS.option + allows.length,
});

function changesOf(variant: ActivityVariant | undefined): readonly RefusalChange[] {
  if (!variant) return [];
  const { choice, isSelected, changed: options } = variant;
  const { activity } = choice;
  return isSelected
    ? options.map(({ option, value }) => ({ kind: 'option', activity, option, value, values: [] }))
    : [{ kind: 'activity', activity, options: choice.options, values: [] }];
}

/** Another value of an option of a selected activity may take away what it allowed: such a change is not offered. */
function keeps(
  change: RefusalChange,
  draft: Draft,
  now: readonly Verdict[],
  { persona, calls, ruleset }: CoverQuestion,
  decide: Decide,
): boolean {
  if (change.kind !== 'option') return true;
  const after = decide(applyChange(draft, persona, change, ruleset))(calls);
  return now.every((verdict, place) => !isLetThrough(verdict) || isLetThrough(after[place] ?? 'error'));
}
