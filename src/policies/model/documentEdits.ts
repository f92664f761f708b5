import type { DocumentKind, PolicyDocument, Statement } from '../language/policy.ts';
import type { PlacedValue } from '../language/ranges.ts';

/** Kinds that an imported policy of a set can have: all but those of the policies of resources. */
export const importableKinds = [
  'identity',
  'permissions-boundary',
  'service-control',
  'resource-control',
  'trust',
  'vpc-endpoint',
] as const satisfies readonly DocumentKind[];

/**
 * What a person wrote in a document, stored beside the selection that generates it. The rest is still generated: an edit belongs
 * to one statement, and stores what that statement was when it was edited.
 */
export interface DocumentEdits {
  /** Set on a document that no choice makes. */
  readonly own?: ImportedPolicyHeading;
  /** Up to the first statement, without the space before that, and behind the last; absent as printed. Both or none. */
  readonly head?: string;
  readonly tail?: string;
  /** What head and tail say. */
  readonly parsed?: ParsedEnvelope;
  /** The statements in the order of the text. One that the choices no longer make, and no one wrote, has no effect. */
  readonly entries: readonly EditEntry[];
  readonly removed: readonly RemovedStatement[];
}

export interface ImportedPolicyHeading {
  readonly title: string;
  readonly kind: DocumentKind;
}

export interface EditEntry {
  /** Sid that the choices give to the statement; `hand-1` and so on for one that a person added. */
  readonly key: string;
  /** The statement, word for word; absent where it is as generated. */
  readonly text?: string;
  /** What the text says. */
  readonly parsed?: ParsedStatement;
  /** The generated statement when it was edited, without white space; absent for one that was added. */
  readonly base?: string;
  /** What the base says. */
  readonly parsedBase?: ParsedBase;
  /** Templates that the generated statement came from then: they identify it when its Sid changes. */
  readonly from?: readonly string[];
  /** The text between it and what comes before it, comma included; absent as printed. */
  readonly lead?: string;
}

export interface RemovedStatement {
  readonly key: string;
  /** The generated statement when it was removed, without white space. */
  readonly base: string;
  /** What the base says. */
  readonly parsedBase?: ParsedBase;
}

/*
 * What a text says is read once, by the person who puts the text into an entry, and goes along beside it: composing and printing read no
 * text. It is never stored (`storedDraft`), and counts for the text that it was read from alone.
 */

export interface ParsedBase {
  /** What was read. */
  readonly text: string;
  /** Absent where the text is no statement. */
  readonly statement?: Statement;
}

export interface ParsedStatement extends ParsedBase {
  /** Where the statement's values are, counted from the start of the text. */
  readonly places: readonly PlacedValue[];
}

export interface ParsedEnvelope {
  /** What was read. */
  readonly head: string;
  readonly tail: string;
  /** Absent where the two are no policy around statements. */
  readonly policy?: Omit<PolicyDocument, 'Statement'>;
  /** Where the policy and its elements are in the head and, right behind it, the tail; the list of statements around that place. */
  readonly places: readonly PlacedValue[];
}

export const noEdits: DocumentEdits = { entries: [], removed: [] };

/** Whether an entry was written by a person from nothing. Sids have letters and digits only. */
export const isAdded = ({ key }: { readonly key: string }): boolean => key.startsWith('hand-');

/** Keys for statements that a person adds, beyond those in use. */
export function unusedEditKey(taken: Iterable<string>): string {
  const numbers = [...taken].map((key) => Number(/^hand-(\d+)$/.exec(key)?.[1] ?? 0));
  return `hand-${numbers.reduce((most, number) => Math.max(most, number), 0) + 1}`;
}

/** Whether a list has to be opened around the statements: in a policy with a lone statement there is none. */
export const opensList = (head: string): boolean => head.trimEnd().endsWith('[');

/** Whether an id is of the form of ids of imported policies. */
export const isImportedPolicyId = (id: string): boolean => /^own-\d{1,6}$/.test(id);

/** Whether a document is imported, or a part of one that is. */
export const isImported = ({
  id,
  partOf,
}: {
  readonly id: string;
  readonly partOf?: string | undefined;
}): boolean => isImportedPolicyId(partOf ?? id);
