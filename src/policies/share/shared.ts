import type { Ruleset } from '../library/ruleset.ts';
import type { GuaranteeAnswers } from '../guarantees/guaranteeAnswers.ts';
import type { Draft } from '../model/draft.ts';

/** What a link carries: the draft, and what it was made with. Of the snapshots only the one to compare with, where there is one. */
export interface Shared {
  readonly draft: Draft;
  /** Day of the IAM data, `2026-08-20`; empty if it was not loaded. */
  readonly dataDate: string;
  /** Version of the page, `0.1.0`; empty if the link does not say. */
  readonly pageVersion: string;
  /** What the person who made the link compares the draft with. */
  readonly baseline?: { readonly name: string; readonly draft: Draft };
  /** What the guarantees of the draft were when the link was made. */
  readonly answers?: GuaranteeAnswers;
  /** What the policies were when the link was made, as `policiesMark` names them. */
  readonly policies?: string;
}

/**
 * Why a link cannot be opened. `truncated`: its end is missing. `corrupt`: a character of it was changed. `foreign`: no link
 * of this page. `newer`: made by a later version of the page. `tooLarge`: more than the page reads from an address.
 * `invalid`: whole, and yet no draft.
 */
export type LinkProblem = 'truncated' | 'corrupt' | 'foreign' | 'newer' | 'tooLarge' | 'invalid';

export type Decoding =
  | ({ readonly ok: true } & Shared)
  | { readonly ok: false; readonly reason: LinkProblem; readonly detail: string };

export type Encoding =
  | { readonly ok: true; readonly fragment: string }
  | { readonly ok: false; readonly reason: 'tooLarge' | 'invalid'; readonly detail: string };

/** One form of the link. A form that was ever given out is never changed: a better one is a new version. */
export interface ShareVersion {
  readonly version: number;
  /** The part after `s1.`; letters, digits and `-_.` only. */
  encode(shared: Shared): string;
  /** The same back; any text is answered with a value. */
  decode(body: string, ruleset: Ruleset): Decoding;
}

/** What the page reads from an address, in characters, and from the packed text in it, in bytes. */
export const shareLimits = { fragment: 1_000_000, text: 2_000_000 } as const;

export const failedDecoding = (reason: LinkProblem, detail: string): Decoding => ({
  ok: false,
  reason,
  detail,
});
