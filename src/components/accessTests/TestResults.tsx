import { memo } from 'react';
import type { TestResult, ScenarioResult } from '../../policies/accessTests/testResult.ts';
import { ownerInWords } from '../../policies/accessTests/testWords.ts';
import { useRuleset } from '../../state/store.ts';
import { TestGroup } from './TestGroup.tsx';
import { TaskList } from './TaskList.tsx';

interface TestResultsProps {
  readonly results: readonly TestResult[];
  readonly tasks: readonly ScenarioResult[];
}

const fails = ({ firstFailing }: ScenarioResult): boolean => firstFailing !== undefined;
const needsLook = ({ state }: TestResult): boolean => state !== 'holds' && state !== 'notAsked';

/** The tests by owner, those of the user first, and the scenarios; what fails or is unknown goes before what passes. */
export const TestResults = memo(function TestResults({ results, tasks }: TestResultsProps) {
  const ruleset = useRuleset();
  const wordsOf = ({ owner }: TestResult) => ownerInWords(owner, ruleset);
  const toLookAt = new Set(results.filter(needsLook).map(wordsOf));
  const rank = (title: string, { kind }: TestResult['owner']) =>
    (kind === 'user' ? 2 : 0) + (toLookAt.has(title) ? 1 : 0);
  const owners = [...new Map(results.map((result) => [wordsOf(result), result.owner]))].toSorted(
    (one, other) => rank(...other) - rank(...one),
  );
  const inOrder = [...tasks.filter(fails), ...tasks.filter((task) => !fails(task))];
  const scenarios = <TaskList key="scenarios" tasks={inOrder} />;
  const groups = owners.map(([title, { kind }]) => (
    <TestGroup
      key={title}
      title={title}
      open={kind === 'user' || owners.length === 1}
      results={results.filter((result) => wordsOf(result) === title)}
    />
  ));
  // One list with keys: what is open stays open when it changes its place.
  return <>{tasks.some(fails) ? [scenarios, ...groups] : [...groups, scenarios]}</>;
});
