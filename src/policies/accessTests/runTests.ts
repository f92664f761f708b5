import { selectedGuardrails, selectedPersonas } from '../draft/selection.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { runScenarioStep } from './runScenarioStep.ts';
import { runGuardrailTest, runPersonaTest } from './runTest.ts';
import { withStranger } from './strangers.ts';
import { type TestContext, testContext } from './testContext.ts';
import type { AccessTest } from '../library/accessTests/accessTest.ts';
import { guardrailTests, personaTests, testsOfPersona } from '../library/accessTests/index.ts';
import type { TestRun, TestResult, ScenarioResult } from './testResult.ts';
import { personaOfRole } from '../draft/roleInstances.ts';
import { scenariosOfRoles } from './scenariosOfRoles.ts';
import { scenarios } from '../library/accessTests/scenarios/index.ts';
import { scenarioUnder } from '../library/accessTests/scenarios/scenario.ts';
import { skipReasonOfGuardrail } from './skipReasons.ts';

/**
 * Every test of the selected personas and guardrails, and those that the user added, run on the documents of a draft or skipped
 * with the reason. Fields that are open have to be filled before (`fillExamples`).
 */
export const runTests = (
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): readonly TestResult[] => [...eachTestResult(draft, documents, ruleset)];

/** As `runTests`, one after the other: the caller can do something else between two. */
export function* eachTestResult(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): Generator<TestResult> {
  const context = testContext(draft, documents, ruleset);
  for (const { id } of selectedPersonas(draft, ruleset))
    for (const proof of testsOfRole(draft, id, context))
      yield runPersonaTest({ owner: { kind: 'persona', persona: id }, proof }, context);
  for (const { guardrail, choice } of selectedGuardrails(draft))
    for (const proof of guardrailTests[guardrail.id] ?? []) {
      const stranger = context.strangerFor(guardrail.id);
      const test: TestRun = {
        owner: { kind: 'guardrail', guardrail: guardrail.id },
        proof: withStranger(proof, stranger),
      };
      const why = skipReasonOfGuardrail(proof, choice);
      yield why ? { ...test, state: 'notAsked', why } : runGuardrailTest(test, context);
    }
  for (const { persona, ...proof } of draft.proofs)
    yield runPersonaTest({ owner: { kind: 'user', persona }, proof }, context);
}

/** Tests of the library name an account of someone else; those of an organization say which one they mean. */
function testsOfRole(
  draft: Draft,
  role: string,
  { ruleset, strangerFor }: TestContext,
): readonly AccessTest[] {
  const persona = personaOfRole(draft, role);
  const stranger = strangerFor(role);
  const shipped = new Set(personaTests[persona] ?? []);
  return testsOfPersona(persona, ruleset).map((test) =>
    shipped.has(test) ? withStranger(test, stranger) : test,
  );
}

/** Every scenario, call by call, as `runTests` runs tests. */
export const runScenarios = (
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): readonly ScenarioResult[] => [...eachScenarioResult(draft, documents, ruleset)];

/** As `runScenarios`, one after the other. */
export function* eachScenarioResult(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): Generator<ScenarioResult> {
  const context = testContext(draft, documents, ruleset);
  const guardrails = selectedGuardrails(draft).map(({ guardrail }) => guardrail.id);
  const all = scenarios.flatMap((scenario) => scenariosOfRoles(scenarioUnder(scenario, guardrails), context));
  for (const scenario of all) {
    const steps = scenario.steps.map((step) => runScenarioStep(step, context));
    const fails = steps.findIndex(({ state }) => state === 'fails' || state === 'error');
    // A call that surely fails says more than an unknown one before it.
    const first = fails === -1 ? steps.findIndex(({ state }) => state === 'unknown') : fails;
    yield { scenario, steps, firstFailing: first === -1 ? undefined : first };
  }
}
