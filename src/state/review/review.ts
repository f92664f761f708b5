import { baselineKeyOf, markReviewed } from '../../policies/access/review/reviewMarks.ts';
import type { ComparedPolicy, ReviewGroup } from '../../policies/access/review/reviewList.ts';
import type { ReviewedChange } from '../../policies/access/review/reviewPolicies.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Pair } from '../derived/reportInput.ts';
import { wholeDocumentsOf } from '../derived/derived.ts';
import { representativeDraft } from '../derived/oncePerDraft.ts';
import { edit } from '../store.ts';
import type { BaselineRef } from '../screen.ts';

/** What a review is of, as marks name it: the same baseline has the same name in every browser. */
export function reviewBaselineKey(ref: BaselineRef, baseline: Draft): string {
  if (ref.kind === 'published') return 'guide';
  return ref.kind === 'nothing' ? 'nothing' : baselineKeyOf(baseline);
}

/** Marks groups as reviewed, or no longer, as one step of the history. */
export function setReviewed(against: string, groups: readonly ReviewGroup[], isReviewed: boolean): void {
  const [first] = groups;
  if (!first) return;
  const name = groups.length === 1 ? first.policy.title : `${groups.length} groups`;
  edit(
    (draft) => markReviewed(draft, against, groups, isReviewed),
    isReviewed ? `Marked as reviewed: ${name}` : `No longer marked as reviewed: ${name}`,
  );
}

/** The policies with their differences, as the list is made of them; without an answer none of them is compared. */
export function comparedPolicies(
  pairs: readonly Pair[],
  answer: readonly (readonly ReviewedChange[])[] | { readonly because: string },
): readonly ComparedPolicy[] {
  return pairs.map(({ id, title, role, presence }, index): ComparedPolicy => {
    const found = 'because' in answer ? undefined : answer[index];
    const because = 'because' in answer ? answer.because : 'there was no answer';
    return {
      id,
      title,
      role,
      presence,
      result: found
        ? { state: 'compared', changes: found.map(({ change }) => change) }
        : { state: 'notCompared', because },
    };
  });
}

/** How the texts of two sets differ, policy by policy: what can be said before anything is compared as access. */
export interface SetDifference {
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly same: number;
}

export function setDifference(mine: Draft, other: Draft): SetDifference {
  const texts = new Map(wholeDocumentsOf(representativeDraft(mine)).map(({ id, text }) => [id, text]));
  const shown = wholeDocumentsOf(representativeDraft(other));
  const inBoth = shown.filter(({ id }) => texts.has(id));
  const same = inBoth.filter(({ id, text }) => texts.get(id) === text).length;
  return {
    changed: inBoth.length - same,
    added: shown.length - inBoth.length,
    removed: texts.size - inBoth.length,
    same,
  };
}
