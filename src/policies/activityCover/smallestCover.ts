/** One way to cover some groups: of several of one set only one can be taken. */
export interface CoverPiece {
  /** Of pieces with the same set, one at most is in a cover. */
  readonly set: string;
  readonly cost: number;
}

export interface FoundCover {
  /** Places of the pieces. */
  readonly pieces: readonly number[];
  /** Whether no cheaper cover exists; false where the search was given up, and what was found by then is given. */
  readonly isExact: boolean;
}

/** Steps of the search: far more than a library with a few dozen activities needs. */
const MAX_STEPS = 50_000;

/**
 * The cheapest pieces of which at least one covers each group. `coveredBy`: for each group the pieces that cover it. Groups that
 * nothing covers are left out, and where not all can be covered together, as many as the greedy choice covers.
 */
export function smallestCover(
  pieces: readonly CoverPiece[],
  coveredBy: readonly (readonly number[])[],
): FoundCover {
  const groups = coveredBy.filter((of) => of.length > 0);
  const greedy = greedyCover(pieces, groups);
  const search = new CoverSearch(pieces);
  search.visit([], 0, groups);
  if (search.best) return { pieces: search.best, isExact: !search.isGivenUp };
  const coversAll = groups.every((of) => of.some((piece) => greedy.includes(piece)));
  return { pieces: greedy, isExact: coversAll && !search.isGivenUp };
}

class CoverSearch {
  best: readonly number[] | undefined;
  isGivenUp = false;
  private bestCost = Infinity;
  private steps = 0;
  private readonly pieces: readonly CoverPiece[];

  constructor(pieces: readonly CoverPiece[]) {
    this.pieces = pieces;
  }

  visit(chosen: readonly number[], cost: number, open: readonly (readonly number[])[]): void {
    this.steps += 1;
    if (this.steps > MAX_STEPS) this.isGivenUp = true;
    if (this.isGivenUp || cost >= this.bestCost) return;
    const [hardest] = open.toSorted((one, other) => one.length - other.length);
    if (!hardest) {
      this.best = chosen;
      this.bestCost = cost;
      return;
    }
    const taken = new Set(chosen.map((piece) => this.pieces[piece]?.set));
    const free = hardest.filter((piece) => !taken.has(this.pieces[piece]?.set));
    for (const piece of free.toSorted((one, other) => this.costOf(one) - this.costOf(other)))
      this.visit(
        [...chosen, piece],
        cost + this.costOf(piece),
        open.filter((of) => !of.includes(piece)),
      );
  }

  private costOf(piece: number): number {
    return this.pieces[piece]?.cost ?? 0;
  }
}

/** Always the piece that covers the most of what is open for its cost. */
function greedyCover(
  pieces: readonly CoverPiece[],
  groups: readonly (readonly number[])[],
): readonly number[] {
  const chosen: number[] = [];
  let open = groups;
  for (;;) {
    const taken = new Set(chosen.map((piece) => pieces[piece]?.set));
    const counts = new Map<number, number>();
    for (const piece of open.flat())
      if (!taken.has(pieces[piece]?.set)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    const worth = ([piece, count]: readonly [number, number]) => count / (pieces[piece]?.cost || 1);
    const [best] = [...counts].toSorted((one, other) => worth(other) - worth(one) || one[0] - other[0]);
    if (!best) return chosen;
    chosen.push(best[0]);
    open = open.filter((of) => !of.includes(best[0]));
  }
}
