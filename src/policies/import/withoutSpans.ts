/** A text with nothing but blanks where some of it is. */
export function withoutSpans(
  text: string,
  spans: readonly { readonly from: number; readonly to: number }[],
): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    if (from > at) pieces.push(text.slice(at, from));
    if (to > at) pieces.push(' '.repeat(to - Math.max(at, from)));
    at = Math.max(at, to);
  }
  return pieces.join('') + text.slice(at);
}
