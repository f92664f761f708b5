import { findActivity } from '../activities/index.ts';
import { chosenActivities, chosenPersonas } from '../chosen.ts';
import type { DocumentPlan } from '../documentOf.ts';
import type { Draft } from '../draft.ts';
import { choiceStatements } from '../personaStatements.ts';
import type { Readings } from '../variables/readings.ts';

/** One document for each chosen VPC endpoint: an endpoint has exactly one policy. */
export function endpointPlans(draft: Draft, readings: Readings): readonly DocumentPlan[] {
  return chosenPersonas(draft)
    .filter((persona) => persona.kind === 'vpc-endpoint')
    .flatMap((persona) =>
      chosenActivities(persona, draft).flatMap((choice) => {
        const endpoint = findActivity(choice.activity)?.endpoint;
        const statements = choiceStatements(persona, choice, readings);
        if (!endpoint || statements.length === 0) return [];
        return [
          {
            id: `${endpoint.id}Endpoint`,
            title: `Endpoint: ${endpoint.id}`,
            kind: 'vpc-endpoint',
            personas: [persona.id],
            statements,
          },
        ];
      }),
    );
}
