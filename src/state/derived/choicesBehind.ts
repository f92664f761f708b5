import { findActivity, findPersona } from '../../policies/library/ruleset.ts';
import type { ComposedDocument, Source } from '../../policies/model/composedDocument.ts';
import type { Path } from '../../policies/language/policy.ts';
import { globMatcher } from '../../policies/language/glob.ts';
import { findGuardrail } from '../../policies/library/guardrails/index.ts';
import { viewsOf } from './derived.ts';
import { rulesetInForce, show, useStore } from '../store.ts';
import { choiceKey, type ChoiceRef, type StepId } from '../screen.ts';

/** A choice of the wizard behind a statement: what it is called, and where it is. */
export interface SourceChoice {
  readonly label: string;
  readonly step: StepId;
  readonly choice: ChoiceRef;
}

/** The choices behind a statement, each once, in the order in which the statement was put together. */
export function choicesBehind(sources: readonly Source[]): readonly SourceChoice[] {
  const all = sources.map(choiceOf);
  return [...new Map(all.map((entry) => [entry.label, entry])).values()];
}

function choiceOf(source: Source): SourceChoice {
  const persona =
    'persona' in source ? (findPersona(source.persona, rulesetInForce())?.title ?? source.persona) : '';
  if (source.kind === 'activity') {
    const label = `${persona} > ${findActivity(source.activity, rulesetInForce())?.title ?? source.activity}`;
    return { label, step: 'what', choice: { persona: source.persona, activity: source.activity } };
  }
  if (source.kind === 'trust')
    return { label: `${persona}: trust policy`, step: 'trust', choice: { trust: source.persona } };
  if (source.kind === 'ceiling')
    return { label: 'Maximum permissions of the boundary', step: 'limits', choice: {} };
  const guardrail = findGuardrail(source.guardrail);
  const label = guardrail ? `${guardrail.number} ${guardrail.title}` : source.guardrail;
  return { label, step: 'limits', choice: { guardrail: source.guardrail } };
}

/** The choices that want an action in a statement; all of the statement's where no one says. */
export function sourcesOfAction(
  document: ComposedDocument,
  statement: number,
  action: string,
): readonly Source[] {
  const found = document.provenance[statement];
  const lower = action.toLowerCase();
  const sources = Object.entries(found?.actions ?? {})
    .filter(([pattern]) => globMatcher(pattern.toLowerCase())(lower))
    .flatMap(([, sources]) => sources);
  return sources.length > 0 ? sources : (found?.sources ?? []);
}

export const goToChoice = ({ step, choice }: SourceChoice): void =>
  show({ step, half: 'build', focused: choice, preview: null, focusTarget: { choice: choiceKey(choice) } });

/**
 * Shows a statement in the editor. The document may be one that was made with examples; the statement is found by its Sid, else
 * by its place.
 */
export function goToStatement(document: ComposedDocument, statement: number): void {
  const shown = viewsOf(useStore.getState().draft).find(({ id }) => id === document.id);
  const Sid = document.policy.Statement[statement]?.Sid;
  const bySid =
    Sid === undefined ? -1 : (shown?.policy.Statement.findIndex((statement) => statement.Sid === Sid) ?? -1);
  const range = shown?.ranges.get(['Statement', bySid === -1 ? statement : bySid]);
  const sought = range
    ? { documentId: document.id, offset: range.offset, length: range.length, focus: true }
    : null;
  show({
    view: 'policy',
    half: 'policy',
    format: 'json',
    documentId: document.id,
    revealedRange: sought,
  });
}

/** Shows a value of a statement in the editor; the statement where the value is not there any more. */
export function goToPlace(documentId: string, statement: number, path: Path): void {
  const shown = viewsOf(useStore.getState().draft).find(({ id }) => id === documentId);
  const range =
    shown?.ranges.get(['Statement', statement, ...path]) ?? shown?.ranges.get(['Statement', statement]);
  const sought = range ? { documentId, offset: range.offset, length: range.length, focus: true } : null;
  show({ view: 'policy', half: 'policy', documentId, revealedRange: sought });
}

/** As `goToStatement`, with the findings of its document. */
export function goToFindings(document: ComposedDocument, statement: number): void {
  goToStatement(document, statement);
  show({ evidence: 'findings', evidenceOpen: true });
}
