/** Yes, no, or undecided because a context key was not given. Ordered, so that all-of is `min`, any-of `max`. */
export type Truth = 0 | 1 | 2;

export const NO = 0;
export const MAYBE = 1;
export const YES = 2;

export const both = (one: Truth, other: Truth): Truth => (one < other ? one : other);
export const either = (one: Truth, other: Truth): Truth => (one > other ? one : other);

export function not(truth: Truth): Truth {
  if (truth === MAYBE) return MAYBE;
  return truth === YES ? NO : YES;
}

export const asTruth = (holds: boolean): Truth => (holds ? YES : NO);
