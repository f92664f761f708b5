import type { AccessComparison } from '../../policies/access/everyRequest/accessDifference.ts';
import type { PermissionChange } from '../../policies/exact/change.ts';
import type { DocumentKind, PolicyDocument } from '../../policies/language/policy.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import { isImported } from '../../policies/model/documentEdits.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type {
  ComparedDocument,
  NoAnswer,
  ReportedFindings,
  ReportedGuarantees,
  ReportedTests,
} from '../../policies/report/input.ts';
import { effectivePolicies } from '../../policies/access/review/effectivePolicies.ts';
import { documentsBefore, documentsGone, inPlaceOf, isComparable } from './baseline.ts';
import { type Checks, failureOf } from '../checks/findingsStore.ts';
import { shownFindings } from '../checks/shown.ts';
import { documentsOf, type PrintedDocument, wholeDocumentsOf } from './derived.ts';
import type { TestsState } from '../accessTests/testsStore.ts';
import type { Guarantees } from '../guarantees/guaranteesStore.ts';
import { rulesetInForce } from '../store.ts';
import type { BaselineRef } from '../screen.ts';

/** What the panels of the page show, as a report has it: the same numbers, and never an answer of an older state. */

export function reportedFindings(draft: Draft, checks: Checks): ReadonlyMap<string, ReportedFindings> {
  const answerOf = (document: PrintedDocument): ReportedFindings => {
    if (failureOf(checks, document.id)) return { state: 'failed' };
    const { current, open, accepted, reopened } = shownFindings(
      document,
      checks.byDocument[document.id],
      draft.accepted,
    );
    return checks.state === 'checked' && current
      ? { state: 'checked', open, accepted, reopened }
      : { state: 'pending' };
  };
  return new Map(documentsOf(draft).map((document) => [document.id, answerOf(document)]));
}

export function reportedTests({ state, results, tasks, withExamples }: TestsState): ReportedTests {
  if (state === 'failed') return { state: 'failed' };
  return state === 'current' ? { state: 'asked', results, tasks, withExamples } : { state: 'pending' };
}

export function reportedGuarantees({ state, results }: Guarantees): ReportedGuarantees {
  if (state === 'failed') return { state: 'failed' };
  return state === 'current' ? { state: 'asked', results } : { state: 'pending' };
}

/** A document and what it is compared with, before anything is compared. */
export type Pair = Omit<ComparedDocument, 'result'> & {
  readonly kind: DocumentKind;
  readonly documentsBefore: readonly PrintedDocument[];
  /** None where it is gone. */
  readonly document: PrintedDocument | undefined;
  /** With what is always beside them. */
  readonly before: readonly PolicyDocument[];
  readonly after: readonly PolicyDocument[];
};

/** Every document of a draft with what it was in a baseline, and those that the baseline had besides. */
export function pairsOf(draft: Draft, baseline: Draft, ref: BaselineRef): readonly Pair[] {
  const now = wholeDocumentsOf(draft).map((document): Pair => {
    const before = isComparable(ref, document.kind) ? documentsBefore(baseline, document, draft) : [];
    const replaced = inPlaceOf(document, before);
    return {
      id: document.id,
      kind: document.kind,
      role: roleOf(document),
      documentsBefore: before,
      document,
      title: replaced === '' ? document.title : `${document.title}, replaces ${replaced}`,
      presence: before.length === 0 ? 'new' : 'inBoth',
      sameText: before.map(({ text }) => text).join('\n\n') === document.text,
      before: effectivePolicies(document.kind, before),
      after: effectivePolicies(document.kind, [document]),
    };
  });
  const ids = new Set(now.map(({ id }) => id));
  const gone = documentsGone(baseline, draft).map(
    (document): Pair => ({
      // The policy of another resource has the same id.
      id: ids.has(document.id) ? `${document.id} gone` : document.id,
      kind: document.kind,
      role: roleOf(document),
      documentsBefore: [document],
      document: undefined,
      title: document.title,
      presence: 'gone',
      sameText: false,
      before: effectivePolicies(document.kind, [document]),
      after: effectivePolicies(document.kind, []),
    }),
  );
  return [...now, ...gone];
}

/** The heading that a document belongs under: its role, or what it is for. */
function roleOf(document: PrintedDocument): string {
  const { kind, personas, title } = document;
  if (isImported(document)) return 'Imported policies';
  if (kind === 'vpc-endpoint') return 'VPC endpoints';
  if (kind === 'resource') return 'Policies of resources';
  if (kind !== 'identity' && kind !== 'trust') return 'Guardrails';
  const [first] = personas;
  if (first === undefined || personas.length > 1) return title.replace(/: trust$/, '');
  return findPersona(first, rulesetInForce())?.title ?? title;
}

/** The pairs with how they differ as access, one list for each; where there is no answer, nothing is said of them. */
export function comparedPairs(
  pairs: readonly Pair[],
  answer:
    | NoAnswer
    | {
        readonly state: 'compared';
        readonly changes: readonly (readonly PermissionChange[])[];
        readonly everyRequest: readonly (AccessComparison | undefined)[];
      },
): readonly ComparedDocument[] {
  return pairs.map(({ id, role, title, presence, sameText }, index) => ({
    id,
    role,
    title,
    presence,
    sameText,
    result:
      answer.state === 'compared'
        ? { ...answer, changes: answer.changes[index] ?? [], everyRequest: answer.everyRequest[index] }
        : answer,
  }));
}
