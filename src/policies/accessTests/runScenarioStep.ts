import type { Step } from '../library/accessTests/scenarios/scenario.ts';
import { runPersonaTest } from './runTest.ts';
import type { TestContext } from './testContext.ts';
import type { TestResult } from './testResult.ts';

/** A call that two can make is allowed where one of them may; it fails only where both were tested and none may. */
export function runScenarioStep({ persona, otherwise, proof }: Step, context: TestContext): TestResult {
  const run = (who: string) => runPersonaTest({ owner: { kind: 'persona', persona: who }, proof }, context);
  const answers = [persona, ...(otherwise === undefined ? [] : [otherwise])].map(run);
  const [first] = answers;
  return (
    answers.find(({ state }) => state === 'holds') ??
    answers.find(({ state }) => state === 'notAsked') ??
    first ??
    run(persona)
  );
}
