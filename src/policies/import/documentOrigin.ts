import { toOffset, type TextRange } from '../language/policy.ts';
import type { CommentRun } from './commentRuns.ts';
import type { Conditions } from './conditions/conditionRegion.ts';
import type { Stack } from './containers/stack.ts';
import type { CommentMarker } from './findJson.ts';
import type { PlacedRepair } from './tokens.ts';

/** A text that finds stand in: what was pasted after its repairs, and the way back to its places. */
export interface DocumentOrigin {
  readonly notation: 'json' | 'template' | 'yaml' | 'terraform' | 'program';
  /** What the places of nodes are places of. */
  readonly text: string;
  /** The whole text as pasted. */
  readonly pasted: string;
  readonly repairs: readonly PlacedRepair[];
  readonly moreFollows: boolean;
  /** The comment that it is in. */
  readonly comment?: CommentMarker;
  /** The lines of comments of a YAML text, found once for all policies in it. */
  readonly commentRuns?: readonly CommentRun[];
  /** Values that readers of its notation may take for different ones, in their order. */
  readonly doubts?: readonly { readonly detail: string; readonly offset: number; readonly length: number }[];
  /** The file that it is, with its folders. */
  readonly fileName: string;
  /** Conditions of the text as pasted; absent where they are read from its tree. */
  readonly conditions?: Conditions;
  /** What the functions in it refer to. */
  readonly stack: Stack;
  originalOf(offset: number): number;
}

/** The place of something in a tree, in the text as pasted. */
export function pastedRange(
  at: { readonly offset: number; readonly length: number },
  { originalOf }: DocumentOrigin,
): TextRange {
  const start = originalOf(at.offset);
  return { offset: toOffset(start), length: Math.max(0, originalOf(at.offset + at.length) - start) };
}
