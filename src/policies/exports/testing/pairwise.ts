/** Values that each choice may have, by the choice's name. */
export type Choices = Readonly<Record<string, readonly unknown[]>>;

export type Row<Of extends Choices> = { readonly [Name in keyof Of]: Of[Name][number] };

/**
 * Few rows in which any two values of different choices meet at least once: most faults need one or two choices, so these rows
 * find nearly what all combinations would. The same choices always give the same rows.
 */
export function pairwise<const Of extends Choices>(choices: Of): readonly Row<Of>[] {
  const sizes = Object.values(choices).map((values) => values.length);
  const open = openPairs(sizes);
  const rows: number[][] = [];
  while (open.size > 0) {
    const row = nextRow(sizes, open);
    for (const pair of pairsOf(row)) open.delete(pair);
    rows.push(row);
  }
  return rows.map((row) => named(choices, row));
}

/** Every combination. */
export function combinations<const Of extends Choices>(choices: Of): readonly Row<Of>[] {
  const rows = Object.values(choices).reduce<readonly number[][]>(
    (before, values) => before.flatMap((row) => values.map((_, place) => [...row, place])),
    [[]],
  );
  return rows.map((row) => named(choices, row));
}

function named<Of extends Choices>(choices: Of, row: readonly number[]): Row<Of>;
function named(choices: Choices, row: readonly number[]): unknown {
  return Object.fromEntries(
    Object.entries(choices).map(([name, values], choice) => [name, values[row[choice] ?? 0]]),
  );
}

const pair = (choice: number, value: number, other: number, its: number) =>
  choice < other ? `${choice}=${value},${other}=${its}` : `${other}=${its},${choice}=${value}`;

function openPairs(sizes: readonly number[]): Set<string> {
  const found = new Set<string>();
  sizes.forEach((size, choice) => {
    for (let other = choice + 1; other < sizes.length; other += 1)
      for (let value = 0; value < size; value += 1)
        for (let its = 0; its < (sizes[other] ?? 0); its += 1) found.add(pair(choice, value, other, its));
  });
  return found;
}

const pairsOf = (row: readonly number[]): readonly string[] =>
  row.flatMap((value, choice) =>
    row.slice(choice + 1).map((its, index) => pair(choice, value, choice + 1 + index, its)),
  );

/** A row that begins with a pair that is still open; each further value is the one that closes the most. */
function nextRow(sizes: readonly number[], open: ReadonlySet<string>): number[] {
  const [first = ''] = open;
  const row = new Map(
    first.split(',').map((part): [number, number] => {
      const [choice = 0, value = 0] = part.split('=').map(Number);
      return [choice, value];
    }),
  );
  sizes.forEach((size, choice) => {
    if (row.has(choice)) return;
    const closes = (value: number) =>
      [...row].filter(([other, its]) => open.has(pair(choice, value, other, its))).length;
    const values = Array.from({ length: size }, (_, value) => value);
    row.set(
      choice,
      values.reduce((best, value) => (closes(value) > closes(best) ? value : best)),
    );
  });
  return sizes.map((_, choice) => row.get(choice) ?? 0);
}
