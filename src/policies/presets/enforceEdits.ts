import { generate } from '../compose.ts';
import type { ComposedDocument } from '../composed.ts';
import type { Draft } from '../draft.ts';
import { boundTo } from '../edits/bind.ts';
import type { DocumentEdits, EditEntry } from '../edits/documentEdits.ts';
import type { RequiredGuardrail } from './preset.ts';

/**
 * Hand edits without those of statements that a required guardrail asks for: such a statement stands as it is generated, and
 * can be moved but neither rewritten nor removed. Statements that a person adds stay. `found` is told each guardrail whose
 * statement had been edited.
 */
export function withoutGuardedEdits(
  draft: Draft,
  required: readonly RequiredGuardrail[],
  found: (rule: RequiredGuardrail) => void,
): Draft {
  if (required.length === 0 || Object.keys(draft.edits).length === 0) return draft;
  const changed = generate(draft).flatMap((document) => {
    const edits = draft.edits[document.id];
    if (!edits || edits.own) return [];
    const ruleAt = (index: number) => ruleBehind(document, index, required);
    const kept = stableEdits(document, edits, ruleAt, found);
    return kept === edits ? [] : [[document.id, kept] as const];
  });
  if (changed.length === 0) return draft;
  return { ...draft, edits: { ...draft.edits, ...Object.fromEntries(changed) } };
}

function ruleBehind(
  { provenance }: ComposedDocument,
  index: number,
  required: readonly RequiredGuardrail[],
): RequiredGuardrail | undefined {
  const sources = provenance[index]?.sources ?? [];
  return required.find(({ guardrail }) =>
    sources.some((source) => source.kind === 'guardrail' && source.guardrail === guardrail),
  );
}

/** A removal that is undone can leave its statement to another edit, so that is asked again: each round takes one edit at least. */
function stableEdits(...[document, edits, ruleAt, found]: Parameters<typeof keptEdits>): DocumentEdits {
  const kept = keptEdits(document, edits, ruleAt, found);
  return kept === edits ? edits : stableEdits(document, kept, ruleAt, found);
}

function keptEdits(
  document: ComposedDocument,
  edits: DocumentEdits,
  ruleAt: (index: number) => RequiredGuardrail | undefined,
  found: (rule: RequiredGuardrail) => void,
): DocumentEdits {
  const bound = boundTo(document, edits);
  const refused = (index: number | undefined): boolean => {
    const rule = index === undefined ? undefined : ruleAt(index);
    if (rule) found(rule);
    return rule !== undefined;
  };
  const entries = edits.entries.map((entry) =>
    entry.text !== undefined && refused(bound.get(entry))
      ? asGenerated(document, entry, bound.get(entry))
      : entry,
  );
  const removed = edits.removed.filter(
    ({ key }) => !refused(document.provenance.findIndex((made) => made.key === key)),
  );
  const same =
    removed.length === edits.removed.length && entries.every((entry, at) => entry === edits.entries[at]);
  return same ? edits : { ...edits, entries, removed };
}

/** The place that a person gave the statement, and nothing that they wrote in it. */
function asGenerated(document: ComposedDocument, { key, lead }: EditEntry, index = -1): EditEntry {
  const made = document.provenance[index]?.key ?? key;
  return { key: made, ...(lead === undefined ? {} : { lead }) };
}
