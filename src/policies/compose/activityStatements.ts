import type { StatementTemplate } from '../library/activities/activity.ts';
import { activeTemplates, selectedActivities } from '../draft/selection.ts';
import type { Source } from '../model/composedDocument.ts';
import type { ActivityChoice, Draft } from '../model/draft.ts';
import { expandTemplate } from './expandTemplate.ts';
import type { AttributedStatement } from './merge/mergeStatements.ts';
import type { Persona } from '../library/personas/persona.ts';
import { attribute } from './attribute.ts';
import type { Readings } from './variableReadings.ts';

/** The statements of all activities selected for a persona, in the ruleset's order. */
export function personaStatements(
  persona: Persona,
  draft: Draft,
  readings: Readings,
): readonly AttributedStatement[] {
  return selectedActivities(persona, draft).flatMap((choice) => choiceStatements(persona, choice, readings));
}

export function choiceStatements(
  persona: Persona,
  choice: ActivityChoice,
  readings: Readings,
): readonly AttributedStatement[] {
  return activeTemplates(choice, readings.ruleset).flatMap((template) =>
    sourced(persona, choice, template, readings),
  );
}

function sourced(
  persona: Persona,
  choice: ActivityChoice,
  template: StatementTemplate,
  readings: Readings,
): readonly AttributedStatement[] {
  const source: Source = {
    kind: 'activity',
    persona: persona.id,
    activity: choice.activity,
    stance: choice.stance,
    template: template.Sid,
  };
  const isShared = readings.ruleset.sharedActivities.has(choice.activity);
  const mark = isShared ? { persona: persona.formerMark ?? persona.mark } : {};
  return attribute(expandTemplate(template, readings), source, { template: template.Sid, ...mark });
}
