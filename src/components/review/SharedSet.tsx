import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { unmarked } from '../../state/derived/derived.ts';
import { setDifference } from '../../state/review/review.ts';
import { goBack, ownSetIn, settleOnThis } from '../../state/share/replaceDraft.ts';
import { show, useStore } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Stack } from '../common/Stack.tsx';
import { differenceInWords } from './reviewWords.ts';

/** While a set from elsewhere is on screen: where the reader's own is, how the two differ, and the way back. */
export function SharedSet() {
  const own = useStore((state) => ownSetIn(state.pins));
  const draft = useStore((state) => unmarked(state.draft));
  // The notice says the rest as long as it is there.
  const isTold = useStore((state) => state.notices.some(({ id }) => id === 'link'));
  const difference = useMemo(() => own && setDifference(own.draft, draft), [own, draft]);
  if (!own || !difference || unmarked(own.draft) === draft) return null;
  return (
    <Stack as="section" row small gap={2} rowGap={0} mt={3} aria-label="Your own set">
      <span>
        {!isTold && (
          <>
            Your own set is saved as “
            <ForeignText text={own.name} use="prose" />
            ”.{' '}
          </>
        )}
        {differenceInWords(difference)}
      </span>
      {!isTold && <Button onClick={goBack}>Back to mine</Button>}
      <Button onClick={() => show({ baseline: { kind: 'pin', id: own.id } })}>Compare with mine</Button>
      <Button onClick={settleOnThis}>Keep this set</Button>
    </Stack>
  );
}
