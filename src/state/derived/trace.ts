import type { StatementTemplate } from '../../policies/library/activities/activity.ts';
import { findActivity } from '../../policies/library/ruleset.ts';
import type { Source } from '../../policies/model/composedDocument.ts';
import { listOf } from '../../policies/language/policy.ts';
import { findGuardrail } from '../../policies/library/guardrails/index.ts';
import { variablesOfTemplate } from '../../policies/library/variables/placeholders.ts';
import { findTrustForm } from '../../policies/library/trust/index.ts';
import { type PrintedDocument, pathAtCaret, shownDocument, sourcesAt, viewsOf } from './derived.ts';
import { rulesetInForce, type State } from '../store.ts';
import type { ChoiceRef, ScreenState } from '../screen.ts';

/** Between a choice of the wizard and the lines of a document, both ways. */

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** Lines (1-based, inclusive) of a document that serve a choice. Empty when none does. */
export function linesOf(document: PrintedDocument, choice: ChoiceRef): readonly LineRange[] {
  const lines = document.policy.Statement.flatMap((statement, index) => {
    const provenance = document.provenance[index];
    const serving = provenance?.sources.filter((source) => serves(source, choice)) ?? [];
    if (serving.length === 0) return [];
    if (serving.length === provenance?.sources.length) return [document.ranges.lines(['Statement', index])];
    return listOf(statement.Action).flatMap((action, entry) =>
      provenance?.actions[action]?.some((source) => serves(source, choice))
        ? [document.ranges.lines(['Statement', index, 'Action', entry])]
        : [],
    );
  });
  return lines.filter((range) => range !== undefined);
}

/** The choices behind the caret, when it is in the document that is shown. */
export function tracedSources(document: PrintedDocument | undefined, caret: ScreenState['caret']) {
  if (!document || caret?.documentId !== document.id) return [];
  return sourcesAt(document, pathAtCaret(document, caret.offset));
}

function serves(source: Source, choice: ChoiceRef): boolean {
  if (choice.variable !== undefined) return templateUses(source, choice.variable);
  if (choice.guardrail !== undefined)
    return source.kind === 'guardrail' && source.guardrail === choice.guardrail;
  if (choice.trust !== undefined) return source.kind === 'trust' && source.persona === choice.trust;
  if (source.kind !== 'activity') return false;
  if (choice.persona !== undefined && choice.persona !== source.persona) return false;
  return choice.activity === undefined || choice.activity === source.activity;
}

function templateUses(source: Source, variableId: string): boolean {
  const template = templatesOf(source).find((candidate) => candidate.Sid === source.template);
  return template !== undefined && variablesOfTemplate(template, rulesetInForce()).has(variableId);
}

function templatesOf(source: Source): readonly Pick<StatementTemplate, 'Sid' | 'forEach'>[] {
  if (source.kind === 'activity')
    return findActivity(source.activity, rulesetInForce())?.[source.stance] ?? [];
  if (source.kind === 'trust') return findTrustForm(source.form)?.statements ?? [];
  const guardrail = source.kind === 'guardrail' ? findGuardrail(source.guardrail) : undefined;
  if (!guardrail) return [];
  return [...guardrail.deny, ...guardrail.allow, ...(guardrail.resourceControl ?? [])];
}

/** Whether the caret is on something that the choice asks for. */
export function isTraced(state: State, choice: ChoiceRef): boolean {
  const { draft, screen } = state;
  if (screen.caret === null || screen.preview !== null) return false;
  const shown = shownDocument(viewsOf(draft), screen.documentId);
  return tracedSources(shown, screen.caret).some((source) => serves(source, choice));
}
