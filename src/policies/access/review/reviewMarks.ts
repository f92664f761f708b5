import { digest } from '../../language/digest.ts';
import type { Draft } from '../../model/draft.ts';
import { MOST_REVIEW_MARKS, type ReviewMark } from '../../model/reviewMark.ts';
import { storedDraft } from '../../model/storedDraft.ts';
import type { ReviewGroup } from './reviewList.ts';

/**
 * `changed`: it was reviewed, and what differs is no longer what was reviewed. `claimed`: the person who sent the link or the file
 * marked it. Only `reviewed` may be shown as done.
 */
export type ReviewState = 'reviewed' | 'changed' | 'claimed' | 'open';

type Reviewed = Pick<ReviewGroup, 'id' | 'fingerprint'>;

/** What the marks of a draft say of a group, against one baseline. */
export function reviewStateOf(
  { reviewed = [] }: Pick<Draft, 'reviewed'>,
  against: string,
  { id, fingerprint }: Reviewed,
): ReviewState {
  const marks = reviewed.filter((mark) => mark.against === against && mark.group === id);
  if (marks.some((mark) => !mark.claimed && mark.fingerprint === fingerprint)) return 'reviewed';
  if (marks.some((mark) => !mark.claimed)) return 'changed';
  return marks.some((mark) => mark.fingerprint === fingerprint) ? 'claimed' : 'open';
}

/** The draft with groups marked as reviewed, or no longer. The oldest marks go when there are too many. */
export function markReviewed(
  draft: Draft,
  against: string,
  groups: readonly Reviewed[],
  isReviewed: boolean,
): Draft {
  const ids = new Set(groups.map(({ id }) => id));
  const others = (draft.reviewed ?? []).filter((mark) => mark.against !== against || !ids.has(mark.group));
  const added = groups.map(({ id, fingerprint }): ReviewMark => ({ against, group: id, fingerprint }));
  return withMarks(draft, isReviewed ? [...others, ...added] : others);
}

/** Marks that came from elsewhere are claims. */
export const withClaims = (draft: Draft): Draft =>
  draft.reviewed
    ? withMarks(
        draft,
        draft.reviewed.map((mark) => ({ ...mark, claimed: true as const })),
      )
    : draft;

/**
 * The draft with the marks of a copy of it, as claims beside its own. The very same draft where none of them is added.
 * `leftOut`: how many of the new ones have no room.
 */
export function withMarksOf(
  draft: Draft,
  { reviewed: sent = [] }: Pick<Draft, 'reviewed'>,
): { readonly draft: Draft; readonly added: number; readonly leftOut: number } {
  const own = draft.reviewed ?? [];
  const isThere = ({ against, group, fingerprint }: ReviewMark) =>
    own.some((one) => one.against === against && one.group === group && one.fingerprint === fingerprint);
  const unknown = sent.filter((mark) => !isThere(mark));
  const added = unknown.slice(0, MOST_REVIEW_MARKS - own.length);
  const leftOut = unknown.length - added.length;
  if (added.length === 0) return { draft, added: 0, leftOut };
  const claims = added.map((mark) => ({ ...mark, claimed: true as const }));
  return { draft: withMarks(draft, [...claims, ...own]), added: added.length, leftOut };
}

/** What is handed on: one's own marks, and no claims of others. */
export const withoutClaims = (draft: Draft): Draft =>
  draft.reviewed
    ? withMarks(
        draft,
        draft.reviewed.filter(({ claimed }) => !claimed),
      )
    : draft;

/** The draft as it is composed: its marks say nothing of a policy. */
export const withoutMarks = (draft: Draft): Draft => withMarks(draft, []);

function withMarks({ reviewed: _before, ...draft }: Draft, marks: readonly ReviewMark[]): Draft {
  return marks.length === 0 ? draft : { ...draft, reviewed: marks.slice(-MOST_REVIEW_MARKS) };
}

/** A draft as a baseline that marks name: the same in every browser. */
export const baselineKeyOf = (draft: Draft): string =>
  `draft-${digest(JSON.stringify(storedDraft(withoutMarks(draft))))}`;
