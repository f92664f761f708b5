import type { WrittenEnvelope } from '../model/composedDocument.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import type { RangeTable } from '../language/ranges.ts';

/** Reads what a person wrote. Texts that are none come back as nothing. */
export interface TextReader {
  /** A single statement from its text: `{…}, {…}` and `{…}]` are none. */
  statement(text: string): Statement | undefined;
  /** Version and Id as a written envelope has them. */
  envelope(envelope: WrittenEnvelope): Omit<PolicyDocument, 'Statement'> | undefined;
  /** Where the values of a policy's text stand. */
  ranges(text: string): RangeTable | undefined;
}

let reader: TextReader | undefined;

/**
 * Composing needs the parser only for what was written by hand, and hand edits come into a draft through modules that have it:
 * reading a draft, reading what was typed, taking a document in. So a page without hand edits starts without it.
 */
export function setTextReader(next: TextReader): void {
  reader = next;
}

export function textReader(): TextReader {
  if (!reader) throw new Error('there are hand edits, but nothing that reads them was loaded');
  return reader;
}
