import { memo } from 'react';
import type { ProofResult, ScenarioResult } from '../../policies/accessTests/testResult.ts';
import { ownerInWords } from '../../policies/accessTests/testWords.ts';
import { useRuleset } from '../../state/store.ts';
import { ProofGroup } from './ProofGroup.tsx';
import { TaskList } from './TaskList.tsx';

interface TestResultsProps {
  readonly results: readonly ProofResult[];
  readonly tasks: readonly ScenarioResult[];
}

/** The tests by owner, those of the user first, and the scenarios. */
export const TestResults = memo(function TestResults({ results, tasks }: TestResultsProps) {
  const ruleset = useRuleset();
  const owners = [...new Map(results.map(({ owner }) => [ownerInWords(owner, ruleset), owner]))].toSorted(
    ([, one], [, other]) => Number(other.kind === 'user') - Number(one.kind === 'user'),
  );
  return (
    <>
      {owners.map(([title, { kind }]) => (
        <ProofGroup
          key={title}
          title={title}
          open={kind === 'user' || owners.length === 1}
          results={results.filter(({ owner }) => ownerInWords(owner, ruleset) === title)}
        />
      ))}
      <TaskList tasks={tasks} />
    </>
  );
});
