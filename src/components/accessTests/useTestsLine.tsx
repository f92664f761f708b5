import { useTests } from '../../state/accessTests/testsStore.ts';
import { useGuarantees } from '../../state/guarantees/guaranteesStore.ts';
import { testsLineOf } from '../../state/accessTests/testsLine.ts';
import { TestsCount } from '../common/TestsCount.tsx';
import type { EvidenceLine } from '../common/findingsLine.tsx';

/** How many tests passed, failed and were skipped. Tests that have not run for the present choices are never shown as passed. */
export function useTestsLine(): EvidenceLine {
  const tests = useTests();
  const line = testsLineOf(tests);
  const guarantees = useGuarantees();
  const violated = guarantees.results.filter(({ answer }) => answer.state === 'violated').length;
  return {
    mark: line.outcome !== 'none' && <TestsCount line={line} />,
    line: [violationLine(violated), lineOf(tests.state, tests.withExamples)].filter(Boolean).join(' '),
    busy: tests.state !== 'current',
  };
}

/** The count on the tab is that of tests alone: a guarantee that is violated is not behind a green one. */
const violationLine = (violated: number): string =>
  violated === 0 ? '' : `${violated} ${violated === 1 ? 'guarantee is' : 'guarantees are'} violated.`;

function lineOf(state: 'idle' | 'current' | 'stale' | 'failed', withExamples: boolean): string {
  if (state === 'failed') return 'Couldn’t run the tests.';
  if (state === 'idle') return 'Running…';
  if (state === 'stale') return 'Running… Showing the previous results.';
  return withExamples ? 'Missing values are replaced with examples.' : '';
}
