import { summarize, summaryInWords, type TestSummary } from '../../policies/accessTests/testSummary.ts';
import type { TestsState } from './testsStore.ts';

/** The tests in one line: what the status bar, the dock and the export dialog say of them. */
export interface TestsLine {
  /** `running`: the answers belong to older choices, or there are none yet. `notRun`: they could not be started. */
  readonly outcome: TestSummary['outcome'] | 'running' | 'notRun';
  readonly text: string;
}

export function testsLineOf({ state, results, tasks }: TestsState): TestsLine {
  if (state === 'failed') return { outcome: 'notRun', text: 'not run' };
  if (state === 'idle') return { outcome: 'running', text: 'running' };
  const summary = summarize(results, tasks);
  const text = summary.outcome === 'none' ? 'No tests' : summaryInWords(summary);
  return { outcome: state === 'stale' ? 'running' : summary.outcome, text };
}

/** Before a count, so that it is understood without its color. */
export const outcomeMarks: Readonly<Record<TestsLine['outcome'], string>> = {
  none: '',
  passed: '✓',
  partial: '!',
  failed: '✗',
  running: '…',
  notRun: '!',
};
