import { toOffset as asOffset, type TextRange } from '../../policies/language/policy.ts';

/**
 * Where places of a text that was checked are in the text on screen: as far from the start where all before is the same, or from
 * the end where all after is. Nothing for a place around which the text has changed, since it cannot be known.
 */
export function placesOnScreen(
  checked: string,
  onScreen: string,
): (range: TextRange) => TextRange | undefined {
  if (checked === onScreen) return (range) => range;
  const start = sameAtStart(checked, onScreen);
  const end = checked.length - sameAtEnd(checked, onScreen);
  // The characters beside a place belong to it: what is typed there can make it another word.
  return (range) => {
    const { offset, length } = range;
    if (offset + length < start) return range;
    return offset > end ? { offset: asOffset(offset + onScreen.length - checked.length), length } : undefined;
  };
}

function sameAtStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function sameAtEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length))
    length += 1;
  return length;
}

/** The line of an offset, from 1 on. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
