import type { StatementTemplate } from '../library/activities/activity.ts';
import { activeTemplates, chosenActivities } from '../draft/selection.ts';
import type { Source } from '../model/composedDocument.ts';
import type { ActivityChoice, Draft } from '../model/draft.ts';
import { expandTemplate } from './expandTemplate.ts';
import type { SourcedStatement } from './merge/mergeStatements.ts';
import { personas } from '../library/personas/index.ts';
import type { Persona } from '../library/personas/persona.ts';
import { whenRulesChange } from '../library/ruleset.ts';
import { withSource } from './withSource.ts';
import type { Readings } from './variableReadings.ts';

/** The statements of everything that is chosen for a persona, in the registry's order. */
export function personaStatements(
  persona: Persona,
  draft: Draft,
  readings: Readings,
): readonly SourcedStatement[] {
  return chosenActivities(persona, draft).flatMap((choice) => choiceStatements(persona, choice, readings));
}

export function choiceStatements(
  persona: Persona,
  choice: ActivityChoice,
  readings: Readings,
): readonly SourcedStatement[] {
  return activeTemplates(choice).flatMap((template) => sourced(persona, choice, template, readings));
}

function sourced(
  persona: Persona,
  choice: ActivityChoice,
  template: StatementTemplate,
  readings: Readings,
): readonly SourcedStatement[] {
  const source: Source = {
    kind: 'activity',
    persona: persona.id,
    activity: choice.activity,
    stance: choice.stance,
    template: template.Sid,
  };
  const mark = isShared.has(choice.activity) ? { persona: persona.mark } : {};
  return withSource(expandTemplate(template, readings), source, { template: template.Sid, ...mark });
}

/** Activities that several personas offer: their Sids name the persona. */
let isShared: ReadonlySet<string> = new Set();

/** The personas were refreshed before: they are imported here. */
whenRulesChange(() => {
  isShared = new Set(
    personas
      .flatMap((persona) => persona.activities.map(({ activity }) => activity))
      .filter((activity, index, all) => all.indexOf(activity) !== index),
  );
});
