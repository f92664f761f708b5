import { applyChange, type RefusalChange } from '../accessTests/refusals/refusalChange.ts';
import { documentsWithOpen } from '../accessTests/refusals/refusalTrial.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { type Draft, noLimits } from '../model/draft.ts';
import type { Verdict } from '../simulate/decision.ts';
import { changed, withPersona } from './applyCover.ts';
import { type AllowedReach, allowedReach, costBeyond, reachBeyond } from './accessBeyond.ts';
import { type ActivityVariant, activityVariants } from './activityVariants.ts';
import { type Caller, callDecider, isLetThrough } from './callDecider.ts';
import { neededValues, valueChanges, withUsedValues } from './neededValues.ts';
import { type Representatives, representatives } from './representatives.ts';
import { narrowestTrials, triedVariants } from './triedVariants.ts';
import type { UsedCall } from '../simulate/usedCall.ts';
import { valuesOfUse } from './valuesOfUse.ts';

/** What is asked: which activities of a persona allow these calls. */
export interface CoverQuestion extends Caller {
  readonly calls: readonly UsedCall[];
  readonly ruleset: Ruleset;
}

/** An activity that allows more of the calls, but also much more than the calls. Plain data, which a worker can post. */
export interface FarWiderActivity {
  readonly activity: string;
  /** In addition to the changes of the selection. */
  readonly changes: readonly RefusalChange[];
  /** The calls that no selected activity allows, but this one does. Of equivalent calls, only one. */
  readonly calls: readonly UsedCall[];
  /** Actions that it newly allows, that give away a role, a key, a grant, or a policy, and that none of the calls needs. */
  readonly givesAway: readonly string[];
  /** Actions that it newly allows on every resource, sensitive ones first. */
  readonly everywhere: readonly string[];
  /** Number of actions that it adds. */
  readonly adds: number;
}

/** The selection that allows the calls with the least additional access, and the decision for each call. Plain data, which a worker can post. */
export interface ActivityCover {
  readonly persona: string;
  /** Values first, then the activities and options that are not in the draft; none of them takes anything away. */
  readonly changes: readonly RefusalChange[];
  /** Broader activities, which the user can select. */
  readonly farWider: readonly FarWiderActivity[];
  /** What the draft with the changes says of each call, in their order. */
  readonly verdicts: readonly Verdict[];
  /**
   * Whether the search came to its end: of the activities, with up to two options changed, none that allow as much and are not far
   * wider cost less, as `costBeyond` estimates what they allow. False where it was given up.
   */
  readonly isNarrowest: boolean;
}

/**
 * The activities of a persona that allow calls and the least beyond them, beside what the draft has selected for it. Each was
 * composed and simulated with values that the calls give, and so is the whole. Calls that no activity allows are left, and so are
 * those that only an activity allows that is far wider. The catalog has the services of the activities loaded.
 */
export function coverWithActivities(draft: Draft, question: CoverQuestion): ActivityCover {
  const found = findCover(draft, question, standInsOf(draft, question));
  return { ...found.selection, verdicts: found.decideAll(question.calls) };
}

export interface FoundSelection {
  readonly selection: Omit<ActivityCover, 'verdicts'>;
  /** How much the changes allow beside the calls, as `costBeyond` estimates it. */
  readonly cost: number;
  /** What it says of calls: of those that stand for others, when only these count. */
  decideAll(calls: readonly UsedCall[]): readonly Verdict[];
}

/** The calls that stand for others, and what they give to the fields of a draft. */
export const standInsOf = (
  draft: Draft,
  { calls, principal, ruleset }: Omit<CoverQuestion, 'persona'>,
): Representatives => representatives(calls, valuesOfUse(calls, principal, draft, ruleset));

/** Looks for a selection with the calls that stand for others. */
export function findCover(before: Draft, question: CoverQuestion, standIns: Representatives): FoundSelection {
  const search = searchOf(before, question, standIns);
  const { draft, filled, documentsOf, decide } = search;
  const { persona, ruleset } = question;
  const has = allowedReach(documentsOf(filled), question);
  const cover = narrowestSelection(search, has);
  const chosen = cover.selected;
  const changes = [...changesWithValues(search, chosen, draft), ...chosen];
  const selected = changed(draft, persona, changes, ruleset);
  const farWider = cover.farWider.map(({ variant, ...rest }): FarWiderActivity => {
    const more = changesOf(variant);
    const { activity } = variant.choice;
    const values = changesWithValues(search, [...chosen, ...more], selected);
    return { ...rest, activity, changes: [...values, ...more] };
  });
  const called = new Set(standIns.calls.map(({ action }) => action.toLowerCase()));
  return {
    cost: costBeyond(reachBeyond(allowedReach(documentsOf(selected), question), has), called),
    selection: { persona, changes, farWider, isNarrowest: cover.isExact },
    decideAll: (all) => decide(selected)(all),
  };
}

/** What a search is about: the draft with the role, and with the values that the calls give. */
interface Search {
  /** With the calls that stand for others. */
  readonly question: CoverQuestion;
  readonly values: Representatives['values'];
  readonly draft: Draft;
  readonly filled: Draft;
  readonly decide: Decide;
  documentsOf(draft: Draft): ReturnType<typeof documentsWithOpen>;
}

function searchOf(before: Draft, question: CoverQuestion, { calls, values }: Representatives): Search {
  const { persona, ruleset } = question;
  const draft = withPersona(before, persona, ruleset);
  const open = new Set(values.map(({ variable }) => variable));
  const documentsOf = (of: Draft) => documentsWithOpen(of, ruleset, open);
  const decide: Decide = (of) => {
    const decider = callDecider(documentsOf(of), question);
    return (asked) => asked.map(decider);
  };
  const filled = withUsedValues(draft, persona, values, ruleset);
  return { question: { ...question, calls }, values, draft, filled, decide, documentsOf };
}

/** The changes that allow the most of the missing calls and the least beyond them. `has`: what the role already allows. */
function narrowestSelection(search: Search, has: AllowedReach) {
  const { question, draft, filled, decide, documentsOf } = search;
  const { calls, persona, ruleset } = question;
  const now = decide(filled)(calls);
  const missing = calls.filter((_, place) => !isLetThrough(now[place] ?? 'error'));
  const trials = triedVariants(
    activityVariants(draft, persona, ruleset),
    missing,
    (variant) => documentsOf(alone(filled, persona, variant)),
    question,
  );
  const cover = narrowestTrials(trials, missing, has);
  const selected = cover.selected
    .flatMap(changesOf)
    .filter((change) => keeps(change, filled, now, question, decide));
  return { ...cover, selected };
}

/** The values that a draft lacks when activities and options are changed. */
function changesWithValues(
  { question, values, draft, decide }: Search,
  changes: readonly RefusalChange[],
  from: Draft,
): readonly RefusalChange[] {
  const { persona, ruleset } = question;
  const needed = neededValues(changed(draft, persona, changes, ruleset), values, question, decide);
  return valueChanges(from, persona, needed, ruleset);
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

function changesOf(variant: ActivityVariant): readonly RefusalChange[] {
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
