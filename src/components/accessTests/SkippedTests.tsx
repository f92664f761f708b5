import Button from '@mui/material/Button';
import type { SkipReason } from '../../policies/accessTests/skipReasons.ts';
import type { SkippedTest as Skipped } from '../../policies/accessTests/testResult.ts';
import { skipInWords } from '../../policies/accessTests/testWords.ts';
import { show, useRuleset } from '../../state/store.ts';
import type { ScreenState } from '../../state/screen.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';

interface SkippedTestsProps {
  /** `not applicable`: about something that the draft doesn’t have. */
  readonly state: 'skipped' | 'not applicable';
  readonly tests: readonly Skipped[];
  readonly open: boolean;
}

/** Tests that were not asked, each with the reason and what makes it run. */
export function SkippedTests({ state, tests, open }: SkippedTestsProps) {
  if (tests.length === 0) return null;
  return (
    <Disclosure label={`– ${tests.length} ${state}`} startsOpen={open}>
      <List look="bullets" mt={1} mb={1}>
        {tests.map((test) => (
          <SkippedTest key={`${test.proof.expect} ${test.proof.id}`} state={state} test={test} />
        ))}
      </List>
    </Disclosure>
  );
}

interface SkippedTestProps extends Pick<SkippedTestsProps, 'state'> {
  readonly test: Skipped;
}

function SkippedTest({ state, test }: SkippedTestProps) {
  const ruleset = useRuleset();
  const { reason, next } = skipInWords(test, ruleset);
  const step = steps[test.why];
  return (
    <li>
      <Note as="span" tone="plain">
        <ForeignText text={test.proof.title} use="prose" />
      </Note>
      : {state}, because {reason}. {next}
      {step && (
        <>
          {' '}
          <Button onClick={() => show({ step, half: 'build' })}>Open step</Button>
        </>
      )}
    </li>
  );
}

/** Where the cause of a skipped test can be removed. */
const steps: Readonly<Partial<Record<SkipReason, ScreenState['step']>>> = {
  persona: 'who',
  activity: 'what',
  optionalActivity: 'what',
  trust: 'trust',
  wholeBucket: 'where',
  region: 'where',
  noDocument: 'what',
};
