import { findActivity, type Ruleset } from '../../library/ruleset.ts';
import { deliveryWords, stanceWords } from '../../model/labels.ts';
import {
  guardrailsOfRoles,
  type SelectedGuardrail,
  selectedActivities,
  selectedGuardrails,
  selectedPersonas,
} from '../../draft/selection.ts';
import type { ActivityChoice, Draft } from '../../model/draft.ts';
import type { Persona } from '../../library/personas/persona.ts';
import type { Block, Lines } from '../report.ts';
import { paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';
import { optionLines } from './who.ts';

/** The activities of each persona, and the limits that hold whatever is allowed. */
export const permissionsSection: ReportPart = {
  id: 'what',
  title: 'Permissions and guardrails',
  blocks({ draft, ruleset }) {
    return [
      ...selectedPersonas(draft, ruleset).map((persona) => activitiesOf(persona, draft, ruleset)),
      ...limitsOf(draft),
    ];
  },
};

function activitiesOf(persona: Persona, draft: Draft, ruleset: Ruleset): Block {
  const choices = selectedActivities(persona, draft);
  if (choices.length === 0) return paragraph(`${persona.title}: no activities selected.`);
  return {
    kind: 'table',
    caption: [`Activities: ${persona.title}`],
    columns: [['Activity'], ['Baseline'], ['Options']],
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
  if (guardrails.length === 0) return [paragraph('No guardrails selected.')];
  return [
    {
      kind: 'table',
      caption: ['Guardrails'],
      columns: [['Number'], ['Guardrail'], ['Options']],
      rows: guardrails.map(({ guardrail, choice }) => [
        oneLineCell(guardrail.number),
        oneLineCell(guardrail.title),
        optionLines(guardrail.options, choice.options),
      ]),
    },
    paragraph(`Enforced with: ${deliveryWords[draft.limits.delivery]}.${ceilingOf(draft)}`),
    paragraph(exemptionOf(draft, guardrails)),
  ];
}

const exemptionOf = ({ limits }: Draft, selected: readonly SelectedGuardrail[]): string =>
  limits.exemption && guardrailsOfRoles(selected).length > 0
    ? 'Principals with the exemption tag bypass all guardrails except those for data stores. Anyone who can set this tag can also bypass them.'
    : 'No principals are exempt.';

function ceilingOf({ limits: { delivery, ceiling } }: Draft): string {
  if (delivery !== 'boundary') return '';
  return ceiling === 'services'
    ? ' It allows the services of the selected activities.'
    : ' It allows everything except what the guardrails deny.';
}
