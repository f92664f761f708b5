import type { ProofResult, ScenarioResult } from '../../policies/accessTests/result.ts';
import type { Preset } from '../../policies/library/preset.ts';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { Draft } from '../../policies/model/draft.ts';

/** What the page asks of the worker that tests and compares, and what comes back. Plain data, both ways. */

/** A draft without open fields, and its documents as they are to be saved. */
export interface FilledDraft {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
}

export interface TestsQuestion {
  readonly kind: 'tests';
  readonly tests: FilledDraft;
  /** As `tests`, with the roles that the export creates. */
  readonly scenarios: FilledDraft;
  /** Of the ruleset; nothing for the built-in library. */
  readonly preset: Preset | null;
}

export type EvidenceQuestion = TestsQuestion & {
  /** Where the answer is shown: of several questions for one place only the newest is answered. */
  readonly place: string;
};

export type EvidenceAnswer = {
  readonly kind: 'tests';
  readonly results: readonly ProofResult[];
  readonly tasks: readonly ScenarioResult[];
};
