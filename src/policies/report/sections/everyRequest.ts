import type {
  AccessComparison,
  AccessDifference,
  RequestKind,
} from '../../access/everyRequest/accessDifference.ts';
import { comparisonSummary } from '../../access/everyRequest/comparisonSummary.ts';
import {
  headlineMark,
  headlinesOf,
  kindWords,
  requestWords,
} from '../../access/everyRequest/everyRequestWords.ts';
import { verdictWords } from '../../simulate/verdictWords.ts';
import type { ReportedComparison } from '../input.ts';
import type { Block, ReportText } from '../report.ts';
import { codeSpan, paragraph } from '../text.ts';

/** What a change does to access for every request: the sentences, and a request for each kind. */
export const everyRequestBlocks = (comparison: AccessComparison): readonly Block[] =>
  headlinesOf(comparison).flatMap(({ direction, tone, text, notes }) => [
    paragraph(`${headlineMark({ direction, tone })} ${text}`),
    ...notes.map((note) => paragraph(note)),
    ...(direction === 'both' ? [] : requestBlocks(direction, comparison)),
  ]);

function requestBlocks(
  direction: 'new' | 'removed',
  { newAccess, removedAccess }: AccessComparison,
): readonly Block[] {
  const difference: AccessDifference = direction === 'new' ? newAccess : removedAccess;
  return difference.state === 'some' ? [{ kind: 'list', items: difference.kinds.map(requestLine) }] : [];
}

function requestLine(kind: RequestKind): ReportText {
  const { call, by, context } = requestWords(kind);
  const { before, after } = kind.simulated;
  return [
    `${kindWords(kind)}: `,
    codeSpan(call),
    ...(by === undefined ? [] : [', by ', codeSpan(by)]),
    ...context.flatMap((entry, place) => [place === 0 ? ', with ' : ' and ', codeSpan(entry)]),
    `. Before: ${before ? verdictWords[before].toLowerCase() : 'no policy'}. Now: ${after ? verdictWords[after].toLowerCase() : 'no policy'}.`,
  ];
}

/** All policies together, on one line; empty where nothing was compared. */
export function everyRequestLine({ documents = [] }: ReportedComparison): string {
  const comparisons = documents.map(({ result }) =>
    result.state === 'compared' ? result.everyRequest : undefined,
  );
  const lines = comparisonSummary(comparisons);
  if (lines.length === 0) return documents.length === 0 ? '' : '? not compared';
  return lines.map((line) => `${headlineMark(line)} ${line.text}`).join(' ');
}
