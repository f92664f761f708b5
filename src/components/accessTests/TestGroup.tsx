import type { AnsweredTest, TestResult, SkippedTest } from '../../policies/accessTests/testResult.ts';
import { doesNotApply } from '../../policies/accessTests/testSummary.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { TestRow } from './TestRow.tsx';
import { SkippedTests } from './SkippedTests.tsx';
import { List } from '../common/List.tsx';
import { Heading } from '../common/Heading.tsx';
import { Stack } from '../common/Stack.tsx';

interface TestGroupProps {
  readonly title: string;
  readonly results: readonly TestResult[];
  /** Whether all of them are in sight from the start. */
  readonly open: boolean;
}

const isAnswered = (result: TestResult): result is AnsweredTest => result.state !== 'notAsked';
const isSkipped = (result: TestResult): result is SkippedTest => result.state === 'notAsked';

/** The tests of one owner: those that failed or are unknown in sight, then those that were skipped, the others behind their number. */
export function TestGroup({ title, results, open }: TestGroupProps) {
  const answered = results.filter(isAnswered);
  const passed = answered.filter(({ state }) => state === 'holds');
  const skipped = results.filter(isSkipped);
  const elsewhere = skipped.filter(doesNotApply);
  return (
    <Stack as="section" small py={1} style={{ borderTop: '1px solid var(--hairline)' }} aria-label={title}>
      <Heading look="group" mt={1} mb={1}>
        {title}
      </Heading>
      <Rows results={answered.filter(({ state }) => state !== 'holds')} />
      <SkippedTests state="skipped" tests={skipped.filter((test) => !doesNotApply(test))} open />
      {passed.length > 0 && (
        <Disclosure late label={`✓ ${passed.length} passed`} startsOpen={open}>
          <Rows results={passed} />
        </Disclosure>
      )}
      <SkippedTests state="not applicable" tests={elsewhere} open={false} />
    </Stack>
  );
}

const Rows = ({ results }: { readonly results: readonly AnsweredTest[] }) => (
  <List>
    {results.map((result) => (
      <TestRow key={`${result.proof.expect} ${result.proof.id}`} result={result} />
    ))}
  </List>
);
