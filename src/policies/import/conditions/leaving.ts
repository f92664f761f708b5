/**
 * A statement that leaves a block without an error: what follows is done only otherwise. What ends a program with an error has no
 * result, so that nothing is said of it.
 */
export const LEAVING = String.raw`(?:(?:return|continue|break)\b|goto\s+:?(?:eof|end|exit|done)\b|next\b(?!\s*\()|(?:(?:sys|process|os|System|Environment)\.)?_?(?:exit|Exit|quit)\b(?!\s*\(?\s*(?:-?[1-9]|f?["'${'`'}])))`;

/** At the end of a block. */
const LAST = new RegExp(String.raw`(?:^|[;{\n])\s*${LEAVING}[^;{}\n]{0,100};?\s*$`);

/** So much of a block is looked at. */
const NEAR = 200;

/** Whether the last statement of a block leaves it, and perhaps only the loop or method that it is in. */
export function leavesAtEnd(
  text: string,
  from: number,
  to: number,
): { readonly isLeft: boolean } | undefined {
  const [last] = LAST.exec(text.slice(Math.max(from, to - NEAR), to)) ?? [];
  return last === undefined ? undefined : { isLeft: /^[;{\s]*(?:return|continue|break|next)\b/.test(last) };
}
