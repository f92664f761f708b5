import { changeKinds, changeWords } from '../../policies/access/changeWords.ts';
import { reviewStateOf } from '../../policies/access/review/reviewMarks.ts';
import type { ChangeKind } from '../../policies/exact/change.ts';
import { useStore } from '../../state/store.ts';
import { Stack } from '../common/Stack.tsx';
import type { Review } from './useReview.ts';
import { reviewedLine, verdictOf } from './reviewWords.ts';

const colors: Readonly<Record<ChangeKind, string>> = {
  widens: 'var(--widens)',
  narrows: 'var(--narrows)',
  conditions: 'var(--ink-2)',
  notCompared: 'var(--caution)',
};

/** How much differs, how much is not known, and how much was reviewed. Nothing here is green: that something was reviewed is no verdict. */
export function ReviewSummary({ review: { list, against, sameTexts } }: { readonly review: Review }) {
  const reviewed = useStore((state) => state.draft.reviewed);
  const groups = list.levels.flatMap((level) => level.groups);
  const states = groups.map((group) => reviewStateOf({ ...(reviewed && { reviewed }) }, against, group));
  const numberOf = (wanted: string) => states.filter((state) => state === wanted).length;
  return (
    <Stack
      row
      small
      align="baseline"
      gap={4}
      rowGap={1}
      mt={3}
      aria-label="Summary of the review"
      role="group"
    >
      <b>{verdictOf(list, sameTexts)}</b>
      {changeKinds.map(
        (kind) =>
          list.counts[kind] > 0 && (
            <b key={kind} style={{ color: colors[kind] }}>
              <span aria-hidden="true">{changeWords[kind].mark} </span>
              {list.counts[kind]} {changeWords[kind].word}
            </b>
          ),
      )}
      {groups.length > 0 && (
        <span role="status">{reviewedLine(numberOf('reviewed'), groups.length, numberOf('changed'))}</span>
      )}
    </Stack>
  );
}
