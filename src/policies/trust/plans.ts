import { activeTrustStatements, type ChosenTrust, chosenPersonas, chosenTrust } from '../chosen.ts';
import type { DocumentPlan } from '../documentOf.ts';
import type { Draft } from '../draft.ts';
import { expandTemplate } from '../expand.ts';
import { withSource } from '../sourced.ts';
import type { Readings } from '../variables/readings.ts';

/** A trust policy for every chosen persona that is a role and whose trust is not kept by AWS. */
export function trustPlans(draft: Draft, readings: Readings): readonly DocumentPlan[] {
  return chosenPersonas(draft).flatMap((persona) => {
    const chosen = chosenTrust(persona, draft);
    if (!chosen || chosen.form.statements.length === 0) return [];
    return [
      {
        id: `${persona.id}Trust`,
        title: `${persona.title}: trust`,
        kind: 'trust',
        personas: [persona.id],
        statements: trustStatements(chosen, readings),
      },
    ];
  });
}

function trustStatements(chosen: ChosenTrust, readings: Readings): DocumentPlan['statements'] {
  const { persona, form } = chosen;
  return activeTrustStatements(chosen).flatMap((template) =>
    withSource(
      expandTemplate(template, readings),
      { kind: 'trust', persona: persona.id, form: form.id, template: template.Sid },
      { template: template.Sid },
    ),
  );
}
