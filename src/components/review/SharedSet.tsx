import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { representativeDraft } from '../../state/derived/oncePerDraft.ts';
import { setDifference } from '../../state/review/review.ts';
import { goBack, mySetBeside, settleOnThis } from '../../state/share/replaceDraft.ts';
import { show, useStore } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Stack } from '../common/Stack.tsx';
import { differenceInWords } from './reviewWords.ts';

/** While a set from elsewhere is on screen: where the reader's own is, how the two differ, and the way back. */
export function SharedSet() {
  const snapshots = useStore((state) => state.snapshots);
  const draft = useStore((state) => representativeDraft(state.draft));
  const mine = useMemo(() => mySetBeside(draft, snapshots), [draft, snapshots]);
  // The notice says the rest as long as it is there.
  const isNoticeShown = useStore((state) => state.notices.some(({ id }) => id === 'link'));
  const difference = useMemo(() => mine && setDifference(mine.draft, draft), [mine, draft]);
  if (!mine || !difference) return null;
  return (
    <Stack as="section" row small gap={2} rowGap={0} mt={3} aria-label="Your own set">
      <span>
        {!isNoticeShown && (
          <>
            Your own set is saved as “
            <ForeignText text={mine.name} use="prose" />
            ”.{' '}
          </>
        )}
        {differenceInWords(difference)}
      </span>
      {!isNoticeShown && <Button onClick={goBack}>Back to mine</Button>}
      <Button onClick={() => show({ baseline: { kind: 'snapshot', id: mine.id } })}>Compare with mine</Button>
      <Button onClick={settleOnThis}>Keep this set</Button>
    </Stack>
  );
}
