import { countWithNoun } from '../../policies/language/counts.ts';
import { useMemo } from 'react';
import type { ReviewLevel } from '../../policies/access/review/reviewList.ts';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { ReviewedGroup } from './ReviewedGroup.tsx';
import type { Review } from './useReview.ts';

/** Rows that are in sight from the start; groups behind them are opened by their number. */
const OPEN_ROWS = 24;

interface ReviewLevelsProps {
  readonly review: Review;
  readonly levels: readonly ReviewLevel[];
  readonly filtered: boolean;
  readonly isCurrent: boolean;
}

/** The differences by what they can do, most harmful first. */
export function ReviewLevels({ review, levels, filtered, isCurrent }: ReviewLevelsProps) {
  const open = useMemo(() => openGroups(levels), [levels]);
  return levels.map(({ id, title, groups }) => (
    <section key={id} aria-label={title}>
      <Heading mt={6} mb={1}>
        {title}{' '}
        <Note as="span">
          {countWithNoun(
            groups.reduce((sum, { rows }) => sum + rows.length, 0),
            'difference',
            'differences',
          )}
        </Note>
      </Heading>
      {groups.map((group) => (
        <ReviewedGroup
          key={group.id}
          review={review}
          group={group}
          startsOpen={open.has(group.id)}
          filtered={filtered}
          isCurrent={isCurrent}
        />
      ))}
    </section>
  ));
}

function openGroups(levels: readonly ReviewLevel[]): ReadonlySet<string> {
  const open = new Set<string>();
  let rows = 0;
  for (const group of levels.flatMap(({ groups }) => groups)) {
    if (rows > 0 && rows + group.rows.length > OPEN_ROWS) break;
    rows += group.rows.length;
    open.add(group.id);
  }
  return open;
}
