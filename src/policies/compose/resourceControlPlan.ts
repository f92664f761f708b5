import { activeRules, type SelectedGuardrail, selectedGuardrails } from '../draft/selection.ts';
import type { StatementTemplate } from '../library/activities/activity.ts';
import type { Denial } from '../library/guardrails/guardrail.ts';
import type { GuardrailSource } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { kindTitles } from '../model/labels.ts';
import { attribute } from './attribute.ts';
import { expandTemplate } from './expandTemplate.ts';
import type { AttributedStatement } from './merge/mergeStatements.ts';
import type { UnmergedDocument } from './mergeDocument.ts';
import type { Readings } from './variableReadings.ts';

/** The resource control policy of the guardrails that have one, however the others are enforced. The exemption tag doesn’t apply. */
export function resourceControlDocuments(draft: Draft, readings: Readings): readonly UnmergedDocument[] {
  const statements = selectedGuardrails(draft).flatMap((entry) => denialsOf(entry, readings));
  if (statements.length === 0) return [];
  const kind = 'resource-control';
  return [{ id: 'resourceControl', title: kindTitles[kind], kind, personas: [], statements }];
}

const denialsOf = (entry: SelectedGuardrail, readings: Readings): readonly AttributedStatement[] =>
  activeRules(entry.guardrail.resourceControl ?? [], entry).flatMap((rule) => {
    const template = asStatement(rule);
    const source: GuardrailSource = {
      kind: 'guardrail',
      guardrail: entry.guardrail.id,
      template: template.Sid,
    };
    return attribute(expandTemplate(template, readings), source, { template: template.Sid });
  });

const templates = new WeakMap<Denial, StatementTemplate>();

/** The same object for the same rule, so that caches keyed by the template keep working. Principal is "*". */
function asStatement(rule: Denial): StatementTemplate {
  const ready = templates.get(rule);
  if (ready) return ready;
  const template: StatementTemplate = { ...rule, Effect: 'Deny', Principal: '*', Resource: ['*'] };
  templates.set(rule, template);
  return template;
}
