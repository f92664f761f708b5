import { countWithNoun } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { useDeferredValue, useMemo, useState } from 'react';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { filteredReview } from './filterReview.ts';
import { NotComparedList } from './NotComparedList.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { ReviewEvidence } from './ReviewEvidence.tsx';
import { ReviewHeadline } from './ReviewHeadline.tsx';
import { ReviewLevels } from './ReviewLevels.tsx';
import { ReviewSummary } from './ReviewSummary.tsx';
import { SharedSet } from './SharedSet.tsx';
import { SinceLink } from './SinceLink.tsx';
import { type Review, type ReviewAnswer, useReview } from './useReview.ts';
import { Box } from '../common/Box.tsx';

/** All policies of the set against one baseline: every difference in access in one list by risk, what is wrong, and what was reviewed. */
export function ReviewView() {
  const answer = useReview();
  const [filter, setFilter] = useState('');
  const review = reviewIn(answer);
  return (
    <Stack tall>
      <h2 className="visually-hidden">Review of all policies</h2>
      <ReviewBar filter={filter} onFilter={setFilter} />
      <Box covered rest scrolls px={4} pb={6}>
        <SharedSet />
        <SinceLink />
        <Outcome answer={answer} />
        {review && <Listed review={review} filter={filter} isCurrent={answer.state === 'answered'} />}
        <ReviewEvidence />
      </Box>
    </Stack>
  );
}

function reviewIn(answer: ReviewAnswer): Review | undefined {
  if (answer.state === 'computing') return answer.before;
  return answer.state === 'noBaseline' ? undefined : answer.review;
}

/** What is not as it should be: there is no answer yet, or none could be had. */
function Outcome({ answer }: { readonly answer: ReviewAnswer }) {
  if (answer.state === 'noBaseline')
    return <Note mt={3}>No previous version yet. Select something else to compare with.</Note>;
  if (answer.state === 'computing')
    return (
      <Note mt={3} role="status">
        <BeingComputed>
          Comparing {countWithNoun(answer.policies, 'policy', 'policies')}…
          {answer.before && ' The list is from before the last change.'}
        </BeingComputed>
      </Note>
    );
  if (answer.state === 'failed')
    return (
      <Note tone="error" mt={3} role="alert">
        Couldn’t compare access: {answer.because}. No policy was compared.{' '}
        <Button onClick={answer.retry}>Try again</Button>
      </Note>
    );
  return null;
}

interface ListedProps {
  readonly review: Review;
  readonly filter: string;
  /** Not while a change is being compared: what is listed is from before it, and a mark on it would be gone with it. */
  readonly isCurrent: boolean;
}

function Listed({ review, filter, isCurrent }: ListedProps) {
  // Typing in the filter goes first.
  const wanted = useDeferredValue(filter.trim());
  const shown = useMemo(() => filteredReview(review.list, wanted), [review.list, wanted]);
  return (
    <>
      <ReviewHeadline review={review} />
      <ReviewSummary review={review} />
      {wanted !== '' && (
        <Note mt={2} role="status">
          {shown.rows === 0
            ? `No difference matches “${wanted}”. To search everything that is allowed, compare with nothing.`
            : `${countWithNoun(shown.rows, 'difference matches', 'differences match')} “${wanted}”.`}
        </Note>
      )}
      <ReviewLevels
        key={wanted}
        review={review}
        levels={shown.levels}
        filtered={wanted !== ''}
        isCurrent={isCurrent}
      />
      <NotComparedList entries={review.list.notCompared} />
    </>
  );
}
