import { selectedGuardrails, selectedPersonas } from '../draft/selection.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { askGuardrail, askPersona, askStep, roundOf } from './ask.ts';
import { guardrailProofs, proofsOfPersona } from '../library/accessTests/index.ts';
import type { ProofRun, ProofResult, ScenarioResult } from './result.ts';
import { personaOfRole } from '../draft/roleInstances.ts';
import { scenariosOfRoles } from './scenarioRoles.ts';
import { scenarios } from '../library/accessTests/scenarios/index.ts';
import { skipOfGuardrail } from './skip.ts';

export type {
  Answered,
  ProofRun as AskedProof,
  FailureCause,
  ProofOwner,
  ProofResult,
  ScenarioResult,
  Skipped,
} from './result.ts';
export type { NotAsked } from './skip.ts';

/**
 * Every test of the chosen personas and guardrails, and those that the user added, asked of the documents of a draft or skipped
 * with the reason. Fields that are open have to be filled before (`fillExamples`).
 */
export const runProofs = (
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): readonly ProofResult[] => [...askProofs(draft, documents, ruleset)];

/** As `runProofs`, one after the other: who asks can do something else between two. */
export function* askProofs(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): Generator<ProofResult> {
  const round = roundOf(draft, documents, ruleset);
  for (const { id } of selectedPersonas(draft, ruleset))
    for (const proof of proofsOfPersona(personaOfRole(draft, id), ruleset))
      yield askPersona({ owner: { kind: 'persona', persona: id }, proof }, round);
  for (const { guardrail, choice } of selectedGuardrails(draft))
    for (const proof of guardrailProofs[guardrail.id] ?? []) {
      const asked: ProofRun = { owner: { kind: 'guardrail', guardrail: guardrail.id }, proof };
      const why = skipOfGuardrail(proof, choice);
      yield why ? { ...asked, state: 'notAsked', why } : askGuardrail(asked, round);
    }
  for (const { persona, ...proof } of draft.proofs)
    yield askPersona({ owner: { kind: 'user', persona }, proof }, round);
}

/** Every scenario, call by call, as `runProofs` asks tests. */
export const runScenarios = (
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): readonly ScenarioResult[] => [...askScenarios(draft, documents, ruleset)];

/** As `runScenarios`, one after the other. */
export function* askScenarios(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): Generator<ScenarioResult> {
  const round = roundOf(draft, documents, ruleset);
  const all = scenarios.flatMap((scenario) => scenariosOfRoles(scenario, round));
  for (const scenario of all) {
    const steps = scenario.steps.map((step) => askStep(step, round));
    const fails = steps.findIndex(({ state }) => state === 'fails' || state === 'error');
    // A call that surely fails says more than one before it of which nothing can be said.
    const first = fails === -1 ? steps.findIndex(({ state }) => state === 'unknown') : fails;
    yield { scenario, steps, firstFailing: first === -1 ? undefined : first };
  }
}
