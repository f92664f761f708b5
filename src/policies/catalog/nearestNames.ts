/** Number of letters to add, remove or replace, up to `most`; more than that is `most + 1`. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of one.split('').entries()) {
    const next = [i + 1];
    for (const [j, their] of other.split('').entries()) {
      const replaced = (row[j] ?? 0) + (letter === their ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row.at(-1) ?? 0;
}

const MAX_SHOWN = 3;
/** Longer names are no slip of the fingers, and would cost time. */
const MAX_LENGTH = 100;

/** The names that a slip of the fingers could have made this one from, the nearest first. */
export function nearestNames(name: string, names: readonly string[]): readonly string[] {
  if (name.length > MAX_LENGTH) return [];
  const most = Math.max(1, Math.floor(name.length / 5));
  const lower = name.toLowerCase();
  return names
    .map((candidate) => [candidate, editDistance(lower, candidate.toLowerCase(), most)] as const)
    .filter(([, away]) => away <= most)
    .toSorted((one, other) => one[1] - other[1])
    .slice(0, MAX_SHOWN)
    .map(([candidate]) => candidate);
}
