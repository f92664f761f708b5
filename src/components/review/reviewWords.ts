import { countWithNoun } from '../../policies/language/counts.ts';
import type { ReviewState } from '../../policies/access/review/reviewMarks.ts';
import type { ReviewList } from '../../policies/access/review/reviewList.ts';
import type { SetDifference } from '../../state/review/review.ts';
import type { BaselineRef } from '../../state/screen.ts';

/** The texts of the review, in one place. */

export const NO_EXAMPLE = 'No example found.';
/** Followed by the fields of these values. */
export const NO_EXAMPLE_YET = 'No example found, because values are missing.';
export const KEY_POLICY = 'Evaluated together with the default policy of a KMS key.';

/** Of a group that is not ticked. */
export const stateWords: Readonly<Record<ReviewState, string>> = {
  open: '',
  reviewed: '',
  changed: 'Changed since you reviewed it.',
  claimed: 'Marked as reviewed by the sender. Review it yourself.',
};

/** `Nothing differs` is said only where all of it was compared. */
export function verdictOf(list: ReviewList, sameTexts: boolean): string {
  const all = countWithNoun(list.policies, 'policy', 'policies');
  if (list.policies === 0) return 'No policies on either side.';
  if (list.isSame)
    return sameTexts
      ? `No differences in access. Compared: ${all}.`
      : `No differences in access. Only the text differs. Compared: ${all}.`;
  const rows = list.counts.widens + list.counts.narrows + list.counts.conditions;
  if (rows === 0) return `No differences found in what was compared, of ${all}.`;
  return `${countWithNoun(rows, 'difference', 'differences')} in ${all}`;
}

export const reviewedLine = (reviewed: number, groups: number, changed: number): string =>
  `Reviewed: ${reviewed} of ${countWithNoun(groups, 'group', 'groups')}${changed > 0 ? `, ${changed} changed since` : ''}`;

/** What differs from the reader's own set, as text. */
export function differenceInWords({ changed, added, removed, same }: SetDifference): string {
  const parts = [
    changed > 0 && `${countWithNoun(changed, 'policy', 'policies')} with other text`,
    added > 0 && `${added} more`,
    removed > 0 && `${removed} missing`,
  ].filter(Boolean);
  if (parts.length === 0) return `Its ${countWithNoun(same, 'policy is', 'policies are')} the same as yours.`;
  return `Compared with yours: ${parts.join(', ')}, ${same} the same.`;
}

/** What a policy without a counterpart means. */
export function withoutCounterpart(kind: BaselineRef['kind'], presence: 'inBoth' | 'new' | 'gone'): string {
  if (presence === 'gone') return 'Removed: the policy no longer exists.';
  if (presence === 'inBoth' || kind === 'nothing') return '';
  return kind === 'published'
    ? 'The AWS guide has no version of this policy, so all of it counts as new.'
    : 'This policy didn’t exist before, so all of it counts as new.';
}
