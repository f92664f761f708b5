import { draftProblems } from '../compose/variablesInUse.ts';
import { placeholderNames } from '../language/placeholder.ts';
import type { Step } from '../library/accessTests/scenarios/scenario.ts';
import { variableOfPlaceholder } from '../library/ruleset.ts';
import { runPersonaTest } from './runTest.ts';
import type { TestContext } from './testContext.ts';
import type { TestResult, TestRun } from './testResult.ts';

/** A call that two can make is allowed where one of them may; it fails only where both were tested and none may. */
export function runScenarioStep({ persona, otherwise, proof }: Step, context: TestContext): TestResult {
  const run = (who: string) => runCall({ owner: { kind: 'persona', persona: who }, proof }, context);
  const answers = [persona, ...(otherwise === undefined ? [] : [otherwise])].map(run);
  const [first] = answers;
  return (
    answers.find(({ state }) => state === 'holds') ??
    answers.find(({ state }) => state === 'notAsked') ??
    first ??
    run(persona)
  );
}

type Call = TestRun & { readonly owner: { readonly persona: string } };

/** A call that passes a role which the draft neither creates nor names is skipped if it is allowed once there is one. */
function runCall(call: Call, context: TestContext): TestResult {
  const result = runPersonaTest(call, context);
  if (result.state !== 'fails' || !passesMissingRole(call, context)) return result;
  return runPersonaTest(call, context.withRoles()).state === 'holds'
    ? { ...call, state: 'notAsked', why: 'passedRole' }
    : result;
}

function passesMissingRole({ proof }: Call, { draft, ruleset }: TestContext): boolean {
  if (proof.action !== 'iam:PassRole') return false;
  const [placeholder = ''] = placeholderNames(proof.resource);
  const role = variableOfPlaceholder(placeholder, ruleset)?.id;
  return draftProblems(draft, ruleset).some(({ variable }) => variable.id === role);
}
