import type { ChoiceCode, EntryChangeCode, EntryProblemCode } from './entryWords.ts';

/** What completes a value: the partition, and the Region and account as far as they are entered. */
export interface EntryPlace {
  readonly partition: string;
  readonly region?: string;
  readonly accountId?: string;
}

/** What was changed on the way from the text to the value. `about`: the account, Region or text that it is about. */
export interface EntryChange {
  readonly code: EntryChangeCode;
  readonly about?: string;
}

export interface EntryProblem {
  readonly code: EntryProblemCode;
  /** What the problem is about; for `rule` the rule itself. */
  readonly about?: string;
}

/** One way to read a text that can be read in several, or not exactly. */
export interface EntryChoice {
  readonly code: ChoiceCode;
  readonly values: readonly string[];
}

/** How one part of a text is read, without its source. */
export type FormReading =
  | { readonly state: 'read'; readonly value: string; readonly changes: readonly EntryChange[] }
  | { readonly state: 'refused'; readonly problem: EntryProblem }
  | {
      readonly state: 'ambiguous';
      readonly problem: EntryProblem;
      readonly choices: readonly EntryChoice[];
    };

/** One value of a text, or why there is none. `source`: the part of the text that it was read from. */
export type EntryPiece = FormReading & { readonly source: string };

export type ReadPiece = Extract<EntryPiece, { state: 'read' }>;

/** A text as the value or values of a variable. */
export interface EntryReading {
  /** In the order of the text; empty for an empty text. */
  readonly pieces: readonly EntryPiece[];
  /** A value that the variable takes, for the message of a refusal. */
  readonly example: string;
}

/** Reads one form of one kind of value. Nothing: the text is in no other form than the value's own. */
export type FormReader = (text: string, place: EntryPlace) => FormReading | undefined;

export const readAs = (value: string, ...changes: readonly EntryChange[]): FormReading => ({
  state: 'read',
  value,
  changes,
});

export const refused = (code: EntryProblemCode, about?: string): FormReading => ({
  state: 'refused',
  problem: about === undefined ? { code } : { code, about },
});

export const ambiguous = (
  code: EntryProblemCode,
  about: string,
  ...choices: readonly EntryChoice[]
): FormReading => ({ state: 'ambiguous', problem: { code, about }, choices });
