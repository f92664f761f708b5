import { findActivity, type Ruleset } from '../../library/ruleset.ts';
import { deliveryWords, stanceWords } from '../../model/labels.ts';
import { selectedActivities, selectedGuardrails, selectedPersonas } from '../../draft/selection.ts';
import type { ActivityChoice, Draft } from '../../model/draft.ts';
import type { Persona } from '../../library/personas/persona.ts';
import type { Block, Lines } from '../report.ts';
import { paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';
import { optionLines } from './who.ts';

/** The activities of each persona, and the limits that hold whatever is allowed. */
export const what: ReportPart = {
  id: 'what',
  title: 'What',
  blocks({ draft, ruleset }) {
    return [
      ...selectedPersonas(draft, ruleset).map((persona) => activitiesOf(persona, draft, ruleset)),
      ...limitsOf(draft),
    ];
  },
};

function activitiesOf(persona: Persona, draft: Draft, ruleset: Ruleset): Block {
  const choices = selectedActivities(persona, draft);
  if (choices.length === 0) return paragraph(`${persona.title}: no activity is chosen.`);
  return {
    kind: 'table',
    caption: [`Activities: ${persona.title}`],
    columns: [['Activity'], ['Stance'], ['Options']],
    rows: choices.map((choice) => activityRow(choice, ruleset)),
  };
}

function activityRow(choice: ActivityChoice, ruleset: Ruleset): readonly Lines[] {
  const found = findActivity(choice.activity, ruleset);
  const options = found?.options.filter(({ stances }) => stances.includes(choice.stance)) ?? [];
  return [
    oneLineCell(found?.title ?? choice.activity),
    oneLineCell(stanceWords[choice.stance]),
    optionLines(options, choice.options),
  ];
}

function limitsOf(draft: Draft): readonly Block[] {
  const guardrails = selectedGuardrails(draft);
  if (guardrails.length === 0) return [paragraph('No limits are chosen.')];
  return [
    {
      kind: 'table',
      caption: ['Limits'],
      columns: [['Number'], ['What holds'], ['Options']],
      rows: guardrails.map(({ guardrail, choice }) => [
        oneLineCell(guardrail.number),
        oneLineCell(guardrail.title),
        optionLines(guardrail.options, choice.options),
      ]),
    },
    paragraph(`Delivered as: ${deliveryWords[draft.limits.delivery]}.${ceilingOf(draft)}`),
    paragraph(
      draft.limits.exemption
        ? 'Principals with the exemption tag pass every limit. Whoever can set this tag on a role or session does, too.'
        : 'Nobody is exempt.',
    ),
  ];
}

function ceilingOf({ limits: { delivery, ceiling } }: Draft): string {
  if (delivery !== 'boundary') return '';
  return ceiling === 'services'
    ? ' It lets through the services of the chosen activities.'
    : ' It lets through everything but the limits.';
}
