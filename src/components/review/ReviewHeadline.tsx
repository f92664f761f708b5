import { useMemo } from 'react';
import type { AccessComparison } from '../../policies/access/everyRequest/accessDifference.ts';
import { comparisonSum, shortSum } from '../../policies/access/everyRequest/comparisonSum.ts';
import { headlineMarks } from '../../policies/access/everyRequest/everyRequestWords.ts';
import type { Pair } from '../../state/derived/reportInput.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { AccessHeadline, toneColors } from '../common/everyRequest/AccessHeadline.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Stack } from '../common/Stack.tsx';
import type { Review } from './useReview.ts';

/** What the whole change does to access, for every request: first in one sentence, then policy by policy. */
export function ReviewHeadline({ review: { everyRequest, pairs } }: { readonly review: Review }) {
  const lines = useMemo(() => comparisonSum(everyRequest), [everyRequest]);
  const known = everyRequest.filter((one) => one !== undefined).length;
  if (everyRequest.length === 0) return null;
  return (
    <Stack as="section" mt={3} gap={1} aria-label="Access for every request">
      {known < everyRequest.length ? (
        <BeingComputed role="status">
          Comparing every request: {known} of {everyRequest.length} policies…
        </BeingComputed>
      ) : (
        lines.map(({ tone, text }) => (
          <b key={text} data-tone={tone} style={{ color: toneColors[tone] }}>
            <span aria-hidden="true">{headlineMarks[tone]} </span>
            {text}
          </b>
        ))
      )}
      <Disclosure late label="Requests by policy">
        <List look="rows" small py={1}>
          {pairs.map((pair, place) => (
            <OfPolicy key={pair.id} pair={pair} comparison={everyRequest[place]} />
          ))}
        </List>
      </Disclosure>
    </Stack>
  );
}

interface OfPolicyProps {
  readonly pair: Pair;
  readonly comparison: AccessComparison | undefined;
}

function OfPolicy({ pair, comparison }: OfPolicyProps) {
  const { kind, before, after, title } = pair;
  const policies = useMemo(() => ({ kind, before, after }), [kind, before, after]);
  const sum = comparison && shortSum(comparison);
  const line = (
    <span>
      <ForeignText text={title} use="prose" />:{' '}
      <b style={{ color: sum && toneColors[sum.tone] }}>{sum ? sum.text : 'comparing…'}</b>
    </span>
  );
  if (!comparison || sum?.tone === 'proven') return <li>{line}</li>;
  return (
    <li>
      <Disclosure late label={line}>
        <AccessHeadline comparison={comparison} pair={policies} />
      </Disclosure>
    </li>
  );
}
