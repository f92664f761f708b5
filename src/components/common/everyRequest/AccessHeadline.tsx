import { lazy, Suspense } from 'react';
import type {
  AccessComparison,
  AccessDifference,
  PolicyPair,
} from '../../../policies/access/everyRequest/accessDifference.ts';
import {
  type Headline,
  headlineMark,
  headlinesOf,
  type HeadlineTone,
} from '../../../policies/access/everyRequest/everyRequestWords.ts';
import { show } from '../../../state/store.ts';
import { Disclosure } from '../Disclosure.tsx';
import { ForeignText } from '../ForeignText.tsx';
import { InlineButton } from '../InlineButton.tsx';
import { LazyBoundary } from '../LazyBoundary.tsx';
import { Note } from '../Note.tsx';
import { Stack } from '../Stack.tsx';
import { KindsOfRequest } from './KindsOfRequest.tsx';
import { useLabelOfPlaceholder } from './labelOfPlaceholder.ts';
import { MissingFields } from './MissingFields.tsx';

/** Only what is proven is green. */
const colors: Readonly<Record<HeadlineTone, string>> = {
  proven: 'var(--allow)',
  found: 'var(--widens)',
  open: 'var(--caution)',
};

export const headlineColor = ({ direction, tone }: Pick<Headline, 'direction' | 'tone'>): string =>
  direction === 'removed' && tone === 'found' ? 'var(--narrows)' : colors[tone];

interface AccessHeadlineProps {
  readonly comparison: AccessComparison;
  readonly pair: PolicyPair;
}

const AskAws = lazy(() => import('./AskAws.tsx').then((module) => ({ default: module.AskAws })));

/** What a change does to access, for every request: proven, or with a request that shows the contrary. */
export function AccessHeadline({ comparison, pair }: AccessHeadlineProps) {
  const labelOf = useLabelOfPlaceholder();
  return (
    <>
      {headlinesOf(comparison, labelOf).map((headline) => (
        <div key={headline.direction} data-tone={headline.tone}>
          <Sentence headline={headline} />
          {headline.direction !== 'both' && (
            <Requests
              difference={headline.direction === 'new' ? comparison.newAccess : comparison.removedAccess}
              pair={pair}
            />
          )}
        </div>
      ))}
      <Stack row gap={4} rowGap={0}>
        <Disclosure late label="Commands that ask AWS">
          <LazyBoundary
            fallback={<Note>Couldn’t load the commands. Reload the page – your draft is saved.</Note>}
          >
            <Suspense fallback={<Note>Loading…</Note>}>
              <AskAws comparison={comparison} pair={pair} />
            </Suspense>
          </LazyBoundary>
        </Disclosure>
        <InlineButton onClick={() => show({ dialog: 'proven' })}>What is proven</InlineButton>
      </Stack>
    </>
  );
}

function Sentence({ headline }: { readonly headline: Headline }) {
  const { text, notes, missing } = headline;
  return (
    <>
      <Stack as="p" row gap={1} rowGap={0}>
        <b style={{ color: headlineColor(headline) }}>
          <span aria-hidden="true">{headlineMark(headline)} </span>
          <ForeignText text={text} use="prose" />
        </b>
        <MissingFields names={missing} />
      </Stack>
      {notes.map((note) => (
        <Note key={note}>
          <ForeignText text={note} use="prose" />
        </Note>
      ))}
    </>
  );
}

const Requests = ({
  difference,
  pair,
}: {
  readonly difference: AccessDifference;
  readonly pair: PolicyPair;
}) => (difference.state === 'some' ? <KindsOfRequest kinds={difference.kinds} pair={pair} /> : null);
