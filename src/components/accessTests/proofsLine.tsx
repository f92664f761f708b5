import { useProofs } from '../../state/accessTests/proofs.ts';
import { testsLineOf } from '../../state/accessTests/testsLine.ts';
import { TestsCount } from '../common/TestsCount.tsx';
import type { EvidenceLine } from '../common/findingsLine.tsx';

/** How many tests passed, failed and were skipped. Tests that have not run for the present choices are never shown as passed. */
export function useProofsLine(): EvidenceLine {
  const proofs = useProofs();
  const line = testsLineOf(proofs);
  return {
    mark: line.outcome !== 'none' && <TestsCount line={line} />,
    line: lineOf(proofs.state, proofs.withExamples),
    busy: proofs.state !== 'current',
  };
}

function lineOf(state: 'idle' | 'current' | 'stale' | 'failed', withExamples: boolean): string {
  if (state === 'failed') return 'Couldn’t run the tests.';
  if (state === 'idle') return 'Running…';
  if (state === 'stale') return 'Running… Showing the previous results.';
  return withExamples ? 'Missing values are replaced with examples.' : '';
}
