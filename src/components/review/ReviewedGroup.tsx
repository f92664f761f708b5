import { countWithNoun } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { memo } from 'react';
import type { ReviewGroup } from '../../policies/access/review/reviewList.ts';
import { reviewStateOf } from '../../policies/access/review/reviewMarks.ts';
import { setReviewed } from '../../state/review/review.ts';
import { show, useStore } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { Stack } from '../common/Stack.tsx';
import { ReviewedRow } from './ReviewedRow.tsx';
import { stateWords, withoutCounterpart } from './reviewWords.ts';
import type { Review } from './useReview.ts';

const Group = styled('div')({
  borderTop: '1px solid var(--hairline)',
  '&[data-reviewed="true"]': { borderLeft: '3px solid var(--accent)', paddingLeft: 8 },
});

/** In sight of a group that is open; the rest is behind its number. */
const SHOWN_ROWS = 12;

interface ReviewedGroupProps {
  readonly review: Review;
  readonly group: ReviewGroup;
  readonly startsOpen: boolean;
  /** Not all of its rows are shown: what is not in sight cannot be ticked. */
  readonly filtered: boolean;
  /** What is from before a change cannot be ticked. */
  readonly isCurrent: boolean;
}

/** The differences of one policy at one level, and whether they were reviewed. */
export const ReviewedGroup = memo(function ReviewedGroup({
  review,
  group,
  startsOpen,
  filtered,
  isCurrent,
}: ReviewedGroupProps) {
  const { policy, rows } = group;
  const kind = useStore((state) => state.screen.baseline.kind);
  const state = useStore(({ draft }) => reviewStateOf(draft, review.against, group));
  const note = withoutCounterpart(kind, policy.presence);
  return (
    <Group role="group" aria-label={policy.title} data-reviewed={state === 'reviewed'}>
      <Stack row gap={2} rowGap={0} justify="space-between">
        <GroupTitle title={policy.title} pair={review.pairOf(policy.id)} />
        {!filtered && (
          <Tick review={review} group={group} isReviewed={state === 'reviewed'} disabled={!isCurrent} />
        )}
      </Stack>
      {stateWords[state] !== '' && (
        <Note tone="warning" mb={1}>
          {stateWords[state]}
        </Note>
      )}
      {note !== '' && <Note mb={1}>{note}</Note>}
      <Disclosure
        late
        startsOpen={startsOpen}
        label={countWithNoun(rows.length, 'difference', 'differences')}
      >
        <Rows review={review} group={group} />
      </Disclosure>
    </Group>
  );
});

interface GroupTitleProps {
  readonly title: string;
  readonly pair: ReturnType<ReviewedGroupProps['review']['pairOf']>;
}

function GroupTitle({ title, pair }: GroupTitleProps) {
  const document = pair?.document;
  return (
    <Stack row gap={2} rowGap={0}>
      {(document ?? pair?.documentsBefore[0])?.personas.map((persona) => (
        <PersonaMark key={persona} persona={persona} />
      ))}
      <Heading as="h4" look="group">
        <ForeignText text={title} use="prose" />
      </Heading>
      {document && (
        <Button onClick={() => show({ documentId: document.id, view: 'policy', half: 'policy' })}>
          Open policy
          <span className="visually-hidden"> {title}</span>
        </Button>
      )}
    </Stack>
  );
}

function Rows({ review, group: { policy, rows } }: Pick<ReviewedGroupProps, 'review' | 'group'>) {
  const shown = (from: number, to: number) =>
    rows
      .slice(from, to)
      .map(({ change, index }) => (
        <ReviewedRow
          key={index}
          change={change}
          details={review.detailsOf(policy.id, index)}
          pair={review.pairOf(policy.id)}
        />
      ));
  return (
    <>
      {shown(0, SHOWN_ROWS)}
      {rows.length > SHOWN_ROWS && (
        <Disclosure late label={`${rows.length - SHOWN_ROWS} more`}>
          {shown(SHOWN_ROWS, rows.length)}
        </Disclosure>
      )}
    </>
  );
}

interface TickProps {
  readonly review: Review;
  readonly group: ReviewGroup;
  readonly isReviewed: boolean;
  readonly disabled: boolean;
}

const Tick = ({ review, group, isReviewed, disabled }: TickProps) => (
  <Choice
    type="checkbox"
    checked={isReviewed}
    disabled={disabled}
    onChange={(event) => setReviewed(review.against, [group], event.target.checked)}
    title={
      <>
        Reviewed<span className="visually-hidden">: {group.policy.title}</span>
      </>
    }
  />
);
