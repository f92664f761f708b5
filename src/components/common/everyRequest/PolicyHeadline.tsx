import { useMemo } from 'react';
import type { AccessComparison, PolicyPair } from '../../../policies/access/everyRequest/accessDifference.ts';
import {
  comparisonSum,
  shortSum,
  type SumLine,
} from '../../../policies/access/everyRequest/comparisonSum.ts';
import { headlineMark } from '../../../policies/access/everyRequest/everyRequestWords.ts';
import { BeingComputed } from '../BeingComputed.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { ForeignText } from '../ForeignText.tsx';
import { AccessHeadline, headlineColor } from './AccessHeadline.tsx';

interface SumOfPoliciesProps {
  /** Nothing as long as one is being compared. */
  readonly comparisons: readonly (AccessComparison | undefined)[];
  readonly more?: readonly SumLine[];
}

const nothingMore: readonly SumLine[] = [];

/** What the comparisons of several policies say together. */
export function SumOfPolicies({ comparisons, more = nothingMore }: SumOfPoliciesProps) {
  const lines = useMemo(() => [...comparisonSum(comparisons), ...more], [comparisons, more]);
  const known = comparisons.filter((one) => one !== undefined).length;
  if (known < comparisons.length)
    return (
      <BeingComputed role="status">
        Comparing every request: {known} of {comparisons.length} policies…
      </BeingComputed>
    );
  return lines.map((line) => (
    <b key={line.text} data-tone={line.tone} style={{ color: headlineColor(line), display: 'block' }}>
      <span aria-hidden="true">{headlineMark(line)} </span>
      {line.text}
    </b>
  ));
}

interface PolicyHeadlineProps {
  readonly title: string;
  readonly pair: PolicyPair;
  readonly comparison: AccessComparison | undefined;
}

/** One policy in a list: in short, with its requests behind it. */
export function PolicyHeadline({ title, pair: { kind, before, after }, comparison }: PolicyHeadlineProps) {
  const pair = useMemo(() => ({ kind, before, after }), [kind, before, after]);
  const sum = comparison && shortSum(comparison);
  const line = (
    <span>
      <ForeignText text={title} use="prose" />:{' '}
      <b style={{ color: sum && headlineColor(sum) }}>{sum ? sum.text : 'comparing…'}</b>
    </span>
  );
  if (!comparison || (sum?.tone === 'proven' && !sum.hasNotes)) return <li>{line}</li>;
  return (
    <li>
      <Disclosure late label={line}>
        <AccessHeadline comparison={comparison} pair={pair} />
      </Disclosure>
    </li>
  );
}
