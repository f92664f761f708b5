import { Fragment, useMemo } from 'react';
import type { AccessComparison, PolicyPair } from '../../../policies/access/everyRequest/accessDifference.ts';
import {
  comparisonSummary,
  shortComparisonSummary,
  type SummaryLine,
} from '../../../policies/access/everyRequest/comparisonSummary.ts';
import { headlineMark } from '../../../policies/access/everyRequest/everyRequestWords.ts';
import { BeingComputed } from '../BeingComputed.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { ForeignText } from '../ForeignText.tsx';
import { AccessHeadline, headlineColor } from './AccessHeadline.tsx';

interface SumOfPoliciesProps {
  /** Nothing as long as one is being compared. */
  readonly comparisons: readonly (AccessComparison | undefined)[];
  readonly more?: readonly SummaryLine[];
}

const nothingMore: readonly SummaryLine[] = [];

/** What the comparisons of several policies say together. */
export function SumOfPolicies({ comparisons, more = nothingMore }: SumOfPoliciesProps) {
  const lines = useMemo(() => [...comparisonSummary(comparisons), ...more], [comparisons, more]);
  const compared = comparisons.filter((one) => one !== undefined).length;
  if (compared < comparisons.length)
    return (
      <BeingComputed role="status">
        Comparing every request: {compared} of {comparisons.length} policies…
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

/** Each in the color of its direction. */
const Parts = ({ parts }: { readonly parts: readonly SummaryLine[] }) =>
  parts.map((part, place) => (
    <Fragment key={part.direction}>
      {place > 0 && ', '}
      <b style={{ color: headlineColor(part), whiteSpace: 'nowrap' }}>{part.text}</b>
    </Fragment>
  ));

/** One policy in a list: in short, with its requests behind it. */
export function PolicyHeadline({ title, pair: { kind, before, after }, comparison }: PolicyHeadlineProps) {
  const pair = useMemo(() => ({ kind, before, after }), [kind, before, after]);
  const sum = comparison && shortComparisonSummary(comparison);
  const line = (
    <span>
      <ForeignText text={title} use="prose" />: {sum ? <Parts parts={sum.parts} /> : <b>comparing…</b>}
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
