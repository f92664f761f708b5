import Button from '@mui/material/Button';
import type { AnsweredTest, TestResult, SkippedTest } from '../../policies/accessTests/testResult.ts';
import { doesNotApply } from '../../policies/accessTests/testSummary.ts';
import { ownerInWords, skipInWords } from '../../policies/accessTests/testWords.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { useTests } from '../../state/accessTests/testsStore.ts';
import { testsLineOf } from '../../state/accessTests/testsLine.ts';
import { commands } from '../../state/commands.ts';
import { useRuleset } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { TestsCount } from '../common/TestsCount.tsx';

const words: Readonly<Record<Exclude<AnsweredTest['state'], 'holds'>, string>> = {
  fails: 'Failed',
  unknown: 'Unknown',
  error: 'Can’t be evaluated',
};

const isSkipped = (result: TestResult): result is SkippedTest => result.state === 'notAsked';

/** The tests that did not pass, and those that were skipped with the reason. */
export function ReviewTests() {
  const tests = useTests();
  const ruleset = useRuleset();
  const { results } = tests;
  const notPassed = results.flatMap((result) =>
    result.state === 'holds' || result.state === 'notAsked' ? [] : [{ ...result, state: result.state }],
  );
  const skipped = results.filter(isSkipped).filter((result) => !doesNotApply(result));
  return (
    <section aria-label="Tests of all policies">
      <Heading mt={6} mb={1}>
        Tests
      </Heading>
      <Stack row gap={2} rowGap={0}>
        <TestsCount line={testsLineOf(tests)} />
        <Button onClick={() => commands.proofs.run()}>Open tests</Button>
      </Stack>
      {notPassed.length > 0 && (
        <List look="rows" py={1} small>
          {notPassed.map(({ state, owner, proof }) => (
            <li key={`${ownerInWords(owner, ruleset)} ${proof.expect} ${proof.id}`}>
              <b>{words[state]}:</b> <ForeignText text={proof.title} use="prose" />{' '}
              <Note as="span">{ownerInWords(owner, ruleset)}</Note>
            </li>
          ))}
        </List>
      )}
      {skipped.length > 0 && <Skipped skipped={skipped} ruleset={ruleset} />}
    </section>
  );
}

interface SkippedProps {
  readonly skipped: readonly SkippedTest[];
  readonly ruleset: Ruleset;
}

const Skipped = ({ skipped, ruleset }: SkippedProps) => (
  <Disclosure late label={`${skipped.length} skipped`}>
    <List look="bullets" small mt={1}>
      {skipped.map((test) => {
        const { reason, next } = skipInWords(test, ruleset);
        return (
          <li key={`${ownerInWords(test.owner, ruleset)} ${test.proof.expect} ${test.proof.id}`}>
            <ForeignText text={test.proof.title} use="prose" /> ({ownerInWords(test.owner, ruleset)}):
            skipped, because {reason}. {next}
          </li>
        );
      })}
    </List>
  </Disclosure>
);
