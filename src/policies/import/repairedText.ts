import type { TextEdit } from './tokens.ts';

/** A stretch of a text after its repairs, and the way back from its places. */
export interface RepairedText {
  readonly text: string;
  /** The place in the whole text of a place in `text`. */
  originalOf(offset: number): number;
}

/** The stretch from `start` to `end` with its edits, which come in any order. */
export function repairedText(
  text: string,
  start: number,
  end: number,
  edits: readonly TextEdit[],
): RepairedText {
  if (edits.length === 0) return { text: text.slice(start, end), originalOf: (at: number) => start + at };
  // An insertion at a place goes before what is replaced there.
  const sorted = [...edits].sort((one, other) => one.offset - other.offset || one.length - other.length);
  const parts: string[] = [];
  /** Places in the new text where an unchanged stretch begins, and what they are in the old one. */
  const anchors: { readonly at: number; readonly original: number }[] = [{ at: 0, original: start }];
  let length = 0;
  let from = start;
  for (const edit of sorted) {
    parts.push(text.slice(from, edit.offset), edit.text);
    length += edit.offset - from + edit.text.length;
    from = edit.offset + edit.length;
    anchors.push({ at: length, original: from });
  }
  parts.push(text.slice(from, end));
  return { text: parts.join(''), originalOf: (at: number) => originalAt(anchors, at) };
}

function originalAt(
  anchors: readonly { readonly at: number; readonly original: number }[],
  at: number,
): number {
  let [low, high] = [0, anchors.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((anchors[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const next = anchors[low + 1];
  const original = (anchors[low]?.original ?? 0) + at - (anchors[low]?.at ?? 0);
  return next ? Math.min(original, next.original) : original;
}
