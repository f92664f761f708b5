import {
  COMBINED,
  combineRoles,
  type CombinedOutline,
  combinedOutline,
} from '../../policies/compose/combinedView.ts';
import { RecentResults } from '../../policies/compose/recentResults.ts';
import { compose, generate } from '../../policies/compose/compose.ts';
import type { ComposedDocument, Source } from '../../policies/model/composedDocument.ts';
import { type FittedDocuments, fit, fitDocument } from '../../policies/compose/deliver.ts';
import { listOf, toOffset, type Path } from '../../policies/language/policy.ts';
import { type Draft, defaultSizing, noLimits } from '../../policies/model/draft.ts';
import { importedDocument } from '../../policies/handEdits/applyEdits.ts';
import type { DocumentEdits } from '../../policies/model/documentEdits.ts';
import { printDocument } from '../../policies/handEdits/printDocument.ts';
import { draftProblems, variablesInUse } from '../../policies/compose/variablesInUse.ts';
import { likePlaceholders } from '../../policies/language/placeholder.ts';
import { variableOfPlaceholder } from '../../policies/library/ruleset.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import type { RangeTable } from '../../policies/language/ranges.ts';
import { measure, type Size } from '../../policies/size/measure.ts';
import { sizeKindOf } from '../../policies/size/quotas.ts';
import type { ActionsMatching } from '../../policies/size/actionPatterns.ts';
import { useStore } from '../store.ts';
import { admitLibrary } from './library.ts';
import { forgetComputed, oncePerDraft, oncePerPolicies } from './oncePerDraft.ts';

/** Everything that follows from a draft under the rules of the page. Computed once for what it follows from, and never stored. */

admitLibrary();

export interface PrintedDocument extends ComposedDocument {
  readonly text: string;
  readonly ranges: RangeTable;
}

let actionsMatching: ActionsMatching = () => undefined;
let servicesOfPatterns: readonly string[] = [];

/** Gives the actions behind patterns of some services from now on, and forgets what was computed without them. */
export function setPatterns(services: readonly string[], matching: ActionsMatching): void {
  servicesOfPatterns = services;
  actionsMatching = matching;
  forgetComputed();
}

/** The services of which actions are shortened to patterns, where a draft wants that: the same list until there are others. */
export const patternServices = (): readonly string[] => servicesOfPatterns;

/** What is behind a pattern, as far as it is loaded. */
export const loadedActions: ActionsMatching = (pattern) => actionsMatching(pattern);

const enforced = (draft: Draft): Draft => useStore.getState().enforce(draft);

const composedOf = oncePerPolicies(compose);

/** The documents as they are to be saved: shortened and split as the draft says. A draft that is only previewed is held to the preset here. */
export const deliveredOf = oncePerPolicies((draft): FittedDocuments => {
  const enforcedDraft = enforced(draft);
  return fit(composedOf(enforcedDraft), enforcedDraft.sizing, actionsMatching);
});

const printed = new WeakMap<ComposedDocument, PrintedDocument>();

/** A document that a change left alone is the same object, and is printed once. */
function printComposed(document: ComposedDocument): PrintedDocument {
  const printedDocument = printed.get(document) ?? { ...document, ...printDocument(document) };
  printed.set(document, printedDocument);
  return printedDocument;
}

/** Composes, prints and measures a document of the person's own ahead of the draft that will have it: that draft then finds it done. */
export function prepareImportedDocument(id: string, edits: DocumentEdits, draft: Draft): void {
  const document = importedDocument(id, edits);
  if (!document || draft.sizing.shorten === 'wildcards') return;
  for (const part of fitDocument(document, draft.sizing).documents) sizeOf(printComposed(part), draft);
}

export const documentsOf = oncePerPolicies((draft): readonly PrintedDocument[] =>
  deliveredOf(draft).documents.map(printComposed),
);

/** The documents before any is split or shortened: what two drafts are compared by. */
export const wholeDocumentsOf = oncePerPolicies((draft): readonly PrintedDocument[] =>
  composedOf(draft).map(printComposed),
);

interface LateView {
  readonly roles: readonly ComposedDocument[];
  readonly view: PrintedDocument;
}

const recentViews = new RecentResults<LateView>();

/**
 * What all roles may do together, to read and compare; nothing while there are fewer than two. It is no document of the draft. Merged and
 * printed once something reads its policy: mostly another one is on screen, and merging all roles would take as long as composing them.
 */
export const combinedOf = oncePerPolicies((draft): PrintedDocument | undefined => {
  const outline = combinedOutline(composedOf(enforced(draft)));
  if (!outline) return undefined;
  const { roles } = outline;
  const isOfThese = (last: LateView) =>
    last.roles.length === roles.length && last.roles.every((role, index) => role === roles[index]);
  return recentViews.get(isOfThese, () => ({ roles, view: printedLate(outline) })).view;
});

function printedLate(outline: CombinedOutline): PrintedDocument {
  let view: PrintedDocument | undefined;
  const read = (): PrintedDocument => (view ??= printComposed(combineRoles(outline)));
  return {
    ...outline.head,
    get policy() {
      return read().policy;
    },
    get provenance() {
      return read().provenance;
    },
    get text() {
      return read().text;
    },
    get ranges() {
      return read().ranges;
    },
  };
}

/** What can be looked at: the combined view first, where there is one, and the documents as they are to be saved. */
export const viewsOf = oncePerPolicies((draft): readonly PrintedDocument[] => {
  const view = combinedOf(draft);
  return view ? [view, ...documentsOf(draft)] : documentsOf(draft);
});

/** Whether a document is the combined view, which is to read only. */
export const isCombined = ({ id }: ComposedDocument): boolean => id === COMBINED;

/** The documents as the choices alone make them, whole. */
export const generatedOf = oncePerPolicies(generate);

const sizes = new WeakMap<ComposedDocument, Size>();

/** Size of a document against the quota of what it is saved as under this draft. */
export function sizeOf(document: ComposedDocument, draft: Draft): Size {
  const kind = sizeKindOf(document, draft.sizing.attach);
  const cached = sizes.get(document);
  if (cached?.quota.kind === kind) return cached;
  const size = measure(document.policy, kind);
  sizes.set(document, size);
  return size;
}

export const problemsOf = oncePerPolicies(draftProblems);

export const variablesOf = oncePerPolicies(variablesInUse);

/** Variables that no policy of the draft uses, and a guarantee of the user names: without their values it stays undecided. */
export const guaranteeVariablesOf = oncePerDraft((draft, ruleset): readonly Variable[] => {
  const named = likePlaceholders(JSON.stringify(draft.guarantees ?? []));
  const found = named.flatMap((name) => variableOfPlaceholder(name.slice(1, -1), ruleset) ?? []);
  const used = variablesOf(draft);
  return ruleset.variables.filter((variable) => found.includes(variable) && !used.includes(variable));
});

/** No policy at all, to compare with. */
export const emptyFormOf = oncePerPolicies(
  (draft): Draft => ({ ...draft, personas: [], edits: {}, limits: noLimits }),
);

/**
 * Every choice set to the guide's own form. What the guide does not have is left out: other activities, guardrails, and what
 * was written by hand or imported, which would otherwise be compared with itself.
 */
export const publishedFormOf = oncePerPolicies(
  (draft): Draft => ({
    ...draft,
    edits: {},
    limits: noLimits,
    sizing: defaultSizing,
    activities: Object.fromEntries(
      Object.entries(draft.activities).map(([persona, choices]) => [
        persona,
        choices.map((choice) => ({ ...choice, stance: 'published' as const })),
      ]),
    ),
  }),
);

/** The document shown for a wanted id: that one, else a part or the whole of it, else the first, else none. */
export function shownDocument(
  documents: readonly PrintedDocument[],
  wanted: string | null,
): PrintedDocument | undefined {
  const whole = wanted?.replace(/-\d+$/, '');
  return (
    documents.find(({ id }) => id === wanted) ??
    documents.find(({ partOf }) => partOf !== undefined && partOf === wanted) ??
    documents.find(({ id, partOf }) => (partOf ?? id) === whole) ??
    documents[0]
  );
}

/**
 * The value that a caret belongs to: on the white space before a line's value it is that value, behind the comma the one
 * before it.
 */
export function pathAtCaret({ text, ranges }: PrintedDocument, caret: number): Path {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const indent = /^ */.exec(text.slice(lineStart))?.[0].length ?? 0;
  const behindComma = text[caret - 1] === ',' && caret > lineStart;
  return ranges.pathAt(toOffset(Math.max(behindComma ? caret - 1 : caret, lineStart + indent)));
}

/** The choices that the value at a place of a document serves: an action's own, else its statement's. */
export function sourcesAt(document: PrintedDocument, path: Path): readonly Source[] {
  const [root, statement, element, entry] = path;
  if (root !== 'Statement' || typeof statement !== 'number') return [];
  const provenance = document.provenance[statement];
  if (!provenance) return [];
  const actions = listOf(document.policy.Statement[statement]?.Action);
  const action = element === 'Action' && typeof entry === 'number' ? actions[entry] : undefined;
  return (action && provenance.actions[action]) || provenance.sources;
}
