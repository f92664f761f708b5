import { selectedActivities, selectedPersonas } from '../draft/selection.ts';
import { findActivity } from '../library/ruleset.ts';
import type { UnmergedDocument } from './mergeDocument.ts';
import type { Draft } from '../model/draft.ts';
import { choiceStatements } from './activityStatements.ts';
import type { Readings } from './variableReadings.ts';

/** One document for each selected VPC endpoint: an endpoint has exactly one policy. */
export function endpointPlans(draft: Draft, readings: Readings): readonly UnmergedDocument[] {
  return selectedPersonas(draft, readings.ruleset)
    .filter((persona) => persona.kind === 'vpc-endpoint')
    .flatMap((persona) =>
      selectedActivities(persona, draft).flatMap((choice) => {
        const endpoint = findActivity(choice.activity, readings.ruleset)?.endpoint;
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
