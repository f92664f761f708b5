/** A finding that is suppressed, with the reason. */
export interface Acceptance {
  /** Id of the document, before it was split. */
  readonly document: string;
  readonly code: string;
  /** What distinguishes it from other findings of the code, as digits: see `fingerprintOf` in `suppression.ts`. */
  readonly about: string;
  readonly reason: string;
  /** What was suppressed, as text: see `suppressedCoverageOf` there. Counts only where `about` is its digest. Older drafts have none. */
  readonly covers?: string;
}

/** Longer ones are not stored: such a suppression ends with the first change of its statement. */
export const MAX_COVERAGE = 20_000;
