import { useDeferredValue, useMemo } from 'react';
import type { AccessComparison } from '../../policies/access/everyRequest/accessDifference.ts';
import type { RoleComparison } from '../../policies/access/everyRequest/compareRoles.ts';
import { type ReviewList, reviewList } from '../../policies/access/review/reviewList.ts';
import type { ReviewedChange } from '../../policies/access/review/reviewPolicies.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { resolveBaseline } from '../../state/derived/baseline.ts';
import { representativeDraft } from '../../state/derived/oncePerDraft.ts';
import { type Pair, pairsOf } from '../../state/derived/reportInput.ts';
import { reviewBaselineKey, comparedPolicies } from '../../state/review/review.ts';
import type { ReviewQuestion } from '../../state/evidence/evidenceProtocol.ts';
import type { RoleSets } from '../../state/review/simulation.ts';
import { reviewQuestion } from '../../state/review/reviewQuestion.ts';
import { draftHistory, useStore } from '../../state/store.ts';
import type { BaselineRef } from '../../state/screen.ts';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';

/** Everything that is shown of a review. */
export interface Review {
  readonly list: ReviewList;
  /** As `everyRequest`, of each role with all of its policies. */
  readonly roles: readonly (RoleComparison | undefined)[];
  readonly pairs: readonly Pair[];
  /** By the place of a pair: all that decides beside it. */
  readonly setsOf: (place: number) => RoleSets;
  /** What each pair is over every request; nothing as long as it is being compared, and empty where there is no answer. */
  readonly everyRequest: readonly (AccessComparison | undefined)[];
  /** What marks call the baseline. */
  readonly against: string;
  readonly baselineName: string;
  /** By the place of its policy and its own place: the details of a difference. */
  readonly detailsOf: (policy: string, index: number) => ReviewedChange | undefined;
  readonly pairOf: (policy: string) => Pair | undefined;
  /** Texts differ although the access is the same. */
  readonly sameTexts: boolean;
}

export type ReviewAnswer =
  | { readonly state: 'noBaseline'; readonly name: string }
  | { readonly state: 'computing'; readonly before: Review | undefined; readonly policies: number }
  | { readonly state: 'answered'; readonly review: Review }
  | { readonly state: 'failed'; readonly review: Review; readonly because: string; retry(): void };

interface Asked {
  /** The question to the worker about each pair. */
  readonly questions: ReviewQuestion['pairs'];
  readonly pairs: readonly Pair[];
  readonly ref: BaselineRef;
  readonly draft: Draft;
  readonly name: string;
}

/** The draft against the baseline that is picked. A tick changes neither: nothing is computed again for one. */
export function useReview(): ReviewAnswer {
  const draft = useDeferredValue(useStore((state) => representativeDraft(state.draft)));
  const ref = useStore((state) => state.screen.baseline);
  const snapshots = useStore((state) => state.snapshots);
  const previous = draftHistory().pastStates.findLast(
    (past) => past.draft && representativeDraft(past.draft) !== draft,
  )?.draft;
  const baseline = resolveBaseline(ref, draft, previous, snapshots);
  const { name, draft: before } = baseline;
  const asked = useMemo((): Asked | undefined => {
    if (!before) return undefined;
    const pairs = pairsOf(draft, before, ref);
    return { pairs, questions: reviewQuestion(pairs, draft, before).pairs, ref, draft: before, name };
  }, [draft, before, ref, name]);
  const question = useMemo(
    () => ({ place: 'review', kind: 'review', pairs: asked?.questions ?? [] }) as const,
    [asked],
  );
  const evidence = useEvidence(question, asked);
  const shown = shownAnswer(evidence);
  const answered = shown?.answer.kind === 'review' ? shown.answer : undefined;
  const about = shown?.about;
  const review = useMemo(
    () => about && answered && reviewOf(about, answered.changes, answered),
    [about, answered],
  );
  const because = evidence.state === 'failed' ? failureWords[evidence.failure] : '';
  const unanswered = useMemo(
    () => (asked && because !== '' ? reviewOf(asked, { because }, NOTHING_COMPARED) : undefined),
    [asked, because],
  );
  if (!asked) return { state: 'noBaseline', name };
  if (evidence.state === 'failed' && unanswered)
    return { state: 'failed', review: unanswered, because, retry: evidence.retry };
  if (evidence.state === 'answered' && review) return { state: 'answered', review };
  return { state: 'computing', before: review, policies: asked.pairs.length };
}

const NOTHING_COMPARED = { everyRequest: [], roles: [] };

function reviewOf(
  { pairs, questions, ref, draft, name }: Asked,
  answer: Parameters<typeof comparedPolicies>[1],
  compared: Pick<Review, 'everyRequest' | 'roles'>,
): Review {
  const places = new Map(pairs.map(({ id }, place) => [id, place]));
  const placeOf = (policy: string) => places.get(policy) ?? -1;
  return {
    pairs,
    setsOf: (place) => {
      const sides = questions[place];
      return { kind: 'role', before: sides?.before.set, after: sides?.after.set };
    },
    everyRequest: compared.everyRequest,
    roles: compared.roles,
    list: reviewList(comparedPolicies(pairs, answer)),
    against: reviewBaselineKey(ref, draft),
    baselineName: name,
    detailsOf: (policy, index) => ('because' in answer ? undefined : answer[placeOf(policy)]?.[index]),
    pairOf: (policy) => pairs[placeOf(policy)],
    sameTexts: pairs.every(({ sameText }) => sameText),
  };
}
