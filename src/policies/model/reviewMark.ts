/** A group of differences that a person has reviewed, against one baseline. */
export interface ReviewMark {
  /** What the set was compared with: `guide`, `nothing`, or the digest of a draft. */
  readonly against: string;
  /** Access level and id of the document: `write/trainingRole`. */
  readonly group: string;
  /** Of the differences that were reviewed: another one has not been. */
  readonly fingerprint: string;
  /** It came with a link or a file: what a sender says is no review of the reader. */
  readonly claimed?: true;
}

/** More are not stored. */
export const MOST_REVIEW_MARKS = 1000;
