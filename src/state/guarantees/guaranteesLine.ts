import { guaranteesInWords, summarizeGuarantees } from '../../policies/guarantees/guaranteeSummary.ts';
import type { TestsLine } from '../accessTests/testsLine.ts';
import type { Guarantees } from './guaranteesStore.ts';

const outcomes = { none: 'none', proven: 'passed', partial: 'partial', violated: 'failed' } as const;

/** The guarantees in one line. It is green only where all are proven of the present draft. */
export function guaranteesLineOf({ state, results }: Guarantees): TestsLine {
  if (state === 'failed') return { outcome: 'notRun', text: 'not computed' };
  if (state === 'idle') return { outcome: 'running', text: 'computing' };
  const summary = summarizeGuarantees(results);
  return {
    outcome: state === 'stale' ? 'running' : outcomes[summary.outcome],
    text: summary.outcome === 'none' ? 'No guarantees' : guaranteesInWords(summary),
  };
}
