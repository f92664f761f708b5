/** Pairs of places that are looked at: more than two ARNs have. Beyond it, patterns count as having a text in common. */
const MOST_PAIRS = 1_000_000;

/**
 * Whether some text matches both patterns, which have `*` and `?` as wildcards. Exact, but for patterns of many thousands of
 * characters: those are said to have a text in common.
 */
export function globsMeet(one: string, other: string): boolean {
  if (one === other || one === '*' || other === '*') return true;
  if (endsDiffer(one, other)) return false;
  if (one.length * other.length > MOST_PAIRS) return true;
  return commonText(one, other);
}

/** Most pairs end here: they differ before the first wildcard of either, or behind the last. */
function endsDiffer(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  for (let at = 0; at < shorter; at += 1) {
    const [first, second] = [one[at], other[at]];
    if (isWild(first) || isWild(second)) break;
    if (first !== second) return true;
  }
  for (let at = 1; at <= shorter; at += 1) {
    const [first, second] = [one[one.length - at], other[other.length - at]];
    if (isWild(first) || isWild(second)) return false;
    if (first !== second) return true;
  }
  return false;
}

const isWild = (letter: string | undefined): boolean => letter === '*' || letter === '?';

/** Row by row from the end: at each pair of places whether what is left of both patterns has a text in common. */
function commonText(one: string, other: string): boolean {
  let below = new Uint8Array(other.length + 2);
  let row = new Uint8Array(other.length + 2);
  for (let at = one.length; at >= 0; at -= 1) {
    for (let to = other.length; to >= 0; to -= 1) row[to] = meetsFrom(one, other, at, to, row, below) ? 1 : 0;
    [below, row] = [row, below];
  }
  return below[0] === 1;
}

function meetsFrom(
  one: string,
  other: string,
  at: number,
  to: number,
  row: Uint8Array,
  below: Uint8Array,
): boolean {
  const [first, second] = [one[at], other[to]];
  if (first === undefined && second === undefined) return true;
  if (first === '*' && below[to] === 1) return true;
  if (second === '*' && row[to + 1] === 1) return true;
  if (first === undefined || second === undefined) return false;
  if (first === '*') return row[to + 1] === 1;
  if (second === '*') return below[to] === 1;
  return (first === second || first === '?' || second === '?') && below[to + 1] === 1;
}
