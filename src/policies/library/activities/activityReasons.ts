import type { Companion, Difference, GuideReference, Reason } from './activity.ts';

/** A change to a published statement without which IAM rejects it or part of it never matches. */
export interface Repair extends Reason {
  readonly guide: GuideReference;
  /** `syntax` is about the JSON text, the others about the element that changed. */
  readonly element: 'syntax' | 'Sid' | 'Resource' | 'Action' | 'Statement';
  readonly before: string;
  readonly after: string;
}

/**
 * Why the statements of an activity are as they are, for readers. They are apart from the activity, because composing
 * needs none of it and a fifth of the library is such text.
 */
export interface ActivityReasons {
  readonly differences?: readonly Difference[];
  readonly companions?: readonly Companion[];
  readonly repairs?: readonly Repair[];
  /** What a reader must know that no statement can say. */
  readonly notes?: readonly Reason[];
}
