import { generate } from '../compose/compose.ts';
import type { ComposedDocument, Source } from '../model/composedDocument.ts';
import { POLICY_VERSION } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { matchEntriesToStatements } from '../handEdits/matchEntries.ts';
import type { DocumentEdits, EditEntry } from '../model/documentEdits.ts';
import { envelopeOfEdits } from '../handEdits/entryContent.ts';
import type { EnforcedChange } from './enforcedChange.ts';

/** The rule that a statement is there for, by where it came from; nothing where it may be edited. */
export type RuleOf = (source: Source) => EnforcedChange | undefined;

/**
 * Hand edits without those of statements that a rule asks for: such a statement stays as it is generated, and can be moved but
 * neither rewritten nor removed; a document with one keeps its version, without which IAM's variables are plain text. Statements
 * that a person adds stay. `found` is called with each rule whose statement had been edited.
 */
export function withoutGuardedEdits(
  draft: Draft,
  ruleOf: RuleOf,
  found: (rule: EnforcedChange) => void,
  ruleset: Ruleset,
): Draft {
  if (Object.keys(draft.edits).length === 0) return draft;
  const changed = generate(draft, ruleset).flatMap((document) => {
    const edits = draft.edits[document.id];
    if (!edits || edits.own) return [];
    const ruleAt = (index: number) => ruleBehind(document, index, ruleOf);
    const allowedEdits = withVersion(document, stableEdits(document, edits, ruleAt, found), ruleAt, found);
    return allowedEdits === edits ? [] : [[document.id, allowedEdits] as const];
  });
  if (changed.length === 0) return draft;
  return { ...draft, edits: { ...draft.edits, ...Object.fromEntries(changed) } };
}

const ruleBehind = ({ provenance }: ComposedDocument, index: number, ruleOf: RuleOf) =>
  provenance[index]?.sources.map(ruleOf).find((rule) => rule !== undefined);

type Asked = Parameters<typeof allowedEditsOf>;

function withVersion(...[document, edits, ruleAt, found]: Asked): DocumentEdits {
  const { head = '', tail: _tail, parsed: _parsed, ...rest } = edits;
  const rule = document.provenance.map((_, index) => ruleAt(index)).find((one) => one !== undefined);
  const version = head === '' ? POLICY_VERSION : envelopeOfEdits(edits)?.policy?.Version;
  if (!rule || version === POLICY_VERSION) return edits;
  found(rule);
  return rest;
}

/** A removal that is undone can leave its statement to another edit, so that is asked again: each round takes one edit at least. */
function stableEdits(...[document, edits, ruleAt, found]: Asked): DocumentEdits {
  const allowedOnce = allowedEditsOf(document, edits, ruleAt, found);
  return allowedOnce === edits ? edits : stableEdits(document, allowedOnce, ruleAt, found);
}

function allowedEditsOf(
  document: ComposedDocument,
  edits: DocumentEdits,
  ruleAt: (index: number) => EnforcedChange | undefined,
  found: (rule: EnforcedChange) => void,
): DocumentEdits {
  const bound = matchEntriesToStatements(document, edits);
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
