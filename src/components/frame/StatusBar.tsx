import { styled } from '@mui/material/styles';
import { memo, useDeferredValue, useEffect, useState } from 'react';
import type { Draft } from '../../policies/model/draft.ts';
import type { Size } from '../../policies/size/measure.ts';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import { catalog } from '../../state/catalog/loadedCatalog.ts';
import { documentsOf, sizeOf } from '../../state/derived/derived.ts';
import { showLargest } from '../../state/showCounted.ts';
import { useSaving } from '../../state/storage/saving.ts';
import { useShownValues } from '../../state/derived/shownValues.ts';
import { InlineButton } from '../common/InlineButton.tsx';
import { FindingsOfSet, GuaranteesOfSet, MissingOfSet, TestsOfSet } from '../common/SetCounts.tsx';
import { LICENSES } from './licenses.ts';

const Bar = styled('footer')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 12px',
  minHeight: 28,
  alignItems: 'center',
  padding: '2px 16px',
  borderTop: '1px solid var(--hairline)',
  background: 'var(--page)',
  color: 'var(--ink-2)',
  fontSize: 12,
  lineHeight: '16px',
  '& a': { display: 'inline-flex', alignItems: 'center', minHeight: 24, color: 'inherit' },
  '& button': {
    justifyContent: 'start',
    margin: 0,
    padding: 0,
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    textDecoration: 'underline',
    textUnderlineOffset: 2,
  },
});

/** What holds for the whole page, in one line. */
export function StatusBar() {
  // The text of the policy goes first.
  return <Line draft={useDeferredValue(useShownValues())} />;
}

const Line = memo(function Line({ draft }: { readonly draft: Draft }) {
  const documents = documentsOf(draft);
  const fullest = documents.reduce<Size | undefined>((most, document) => {
    const size = sizeOf(document, draft);
    return most && most.ratio >= size.ratio ? most : size;
  }, undefined);
  const isSaved = useSaving(({ saving }) => saving.state === 'saved' && saving.at !== '');
  return (
    <Bar>
      <span>{isSaved ? 'Draft saved in this browser only' : 'Your data stays in this browser'}</span>
      <span>{useDataDate()}</span>
      {fullest && (
        <InlineButton type="button" onClick={showLargest}>
          {documents.length > 1 && 'Largest policy: '}
          {sizeInWords(fullest)}
        </InlineButton>
      )}
      {documents.length > 0 && (
        <>
          <FindingsOfSet />
          <TestsOfSet />
          <GuaranteesOfSet />
          <MissingOfSet />
        </>
      )}
      <a href={LICENSES} target="_blank" rel="noreferrer">
        Licenses
      </a>
    </Bar>
  );
});

function useDataDate(): string {
  const [text, setText] = useState('Loading IAM data');
  useEffect(() => {
    catalog().then(
      (loaded) => setText(`IAM data ${loaded.dataDate}`),
      () => setText('Couldn’t load IAM data'),
    );
  }, []);
  return text;
}
