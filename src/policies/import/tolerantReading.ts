import type { RefusalCode } from './importReading.ts';
import type { PlacedRepair, TextEdit, Token } from './tokens.ts';

/** One JSON value in a text, with what has to change for it to be JSON; or where and why it is none. */
export type TolerantReading =
  | {
      readonly ok: true;
      readonly end: number;
      readonly edits: readonly TextEdit[];
      readonly repairs: readonly PlacedRepair[];
      /** Places of strings that could be several. */
      readonly suspects: readonly SuspectString[];
      /** Whether a string between marks of any kind holds white space. */
      readonly isLoose: boolean;
    }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      /** What was expected or is wrong. */
      readonly detail: string;
      readonly at: Token;
      /** Whether it had a key with a value, as prose in brackets never has. */
      readonly looksLikeJson: boolean;
      readonly suspects: readonly SuspectString[];
    };

export interface SuspectString {
  readonly offset: number;
  readonly length: number;
}
