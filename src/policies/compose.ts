import { boundaryDocuments } from './boundary.ts';
import { chosenPersonas } from './chosen.ts';
import type { ComposedDocument } from './composed.ts';
import { type DocumentPlan, documentOf } from './documentOf.ts';
import type { Draft } from './draft.ts';
import { withEdits } from './edits/applyEdits.ts';
import { endpointPlans } from './endpoints/plans.ts';
import { guardIdentity } from './guard.ts';
import { personaStatements } from './personaStatements.ts';
import { trustPlans } from './trust/plans.ts';
import { readVariables } from './variables/readings.ts';

/**
 * The policy documents of a draft with its hand edits, and the documents that no choice makes. Ids that no registry knows
 * are ignored.
 */
export function compose(draft: Draft): readonly ComposedDocument[] {
  return withEdits(generate(draft), draft.edits);
}

/**
 * The policy documents that the choices of a draft make: one merged identity policy or one for each identity persona; the permissions boundary
 * or service control policy, if the limits are delivered so; a trust policy for each role; one document for each VPC
 * endpoint. What has no statements has no document. Ids that no registry knows are ignored.
 */
export function generate(draft: Draft): readonly ComposedDocument[] {
  const readings = readVariables(draft);
  const identity = identityPlans(draft, readings).map((plan) => ({
    ...plan,
    statements: guardIdentity(plan.statements, draft, readings),
  }));
  const plans = [
    ...identity,
    ...boundaryDocuments(identity, draft, readings),
    ...trustPlans(draft, readings),
    ...endpointPlans(draft, readings),
  ];
  return plans.map(documentOf);
}

function identityPlans(draft: Draft, readings: ReturnType<typeof readVariables>): readonly DocumentPlan[] {
  const plans = chosenPersonas(draft)
    .filter((persona) => persona.kind === 'identity')
    .map((persona) => ({ persona, statements: personaStatements(persona, draft, readings) }))
    .filter(({ statements }) => statements.length > 0)
    .map(
      ({ persona, statements }): DocumentPlan => ({
        id: draft.layout === 'merged' ? 'merged' : persona.id,
        title: persona.title,
        kind: 'identity',
        personas: [persona.id],
        statements,
      }),
    );
  if (draft.layout === 'perPersona' || plans.length < 2) return plans;
  return [
    {
      id: 'merged',
      title: 'Merged policy',
      kind: 'identity',
      personas: plans.flatMap((plan) => plan.personas),
      statements: plans.flatMap((plan) => plan.statements),
    },
  ];
}
