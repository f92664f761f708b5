import type { Piece } from './piece.ts';

export interface PackItem {
  readonly piece: Piece;
  readonly size: number;
}

type Bins = readonly (readonly number[])[];

/**
 * Pieces in the fewest groups within a capacity. Ways that keep the order come first: of several with as few groups the
 * first counts. An exact search, bounded in steps, looks for fewer where the sizes leave room for that.
 * No piece may be over the capacity by itself.
 */
export function packIntoGroups(items: readonly PackItem[], capacity: number): readonly (readonly Piece[])[] {
  const order = items.map((_, index) => index);
  const largestFirst = [...order].sort((one, other) => size(items, other) - size(items, one));
  const ways = [
    nextFit(items, order, capacity),
    firstFit(items, order, capacity),
    firstFit(items, largestFirst, capacity),
  ];
  const [first = []] = ways;
  const best = ways.reduce((fewest, way) => (way.length < fewest.length ? way : fewest), first);
  const least = Math.ceil(items.reduce((sum, item) => sum + item.size, 0) / capacity);
  const fewer = best.length > least ? search(items, largestFirst, capacity, best.length - 1) : undefined;
  return (fewer ?? best).map((bin) => inOrder(items, bin));
}

const size = (items: readonly PackItem[], index: number): number => items[index]?.size ?? 0;

const inOrder = (items: readonly PackItem[], bin: readonly number[]): readonly Piece[] =>
  [...bin].sort((one, other) => one - other).flatMap((index) => items[index]?.piece ?? []);

function nextFit(items: readonly PackItem[], order: readonly number[], capacity: number): Bins {
  const bins: number[][] = [];
  let left = 0;
  for (const index of order) {
    const needed = size(items, index);
    const last = bins.at(-1);
    if (last && needed <= left) last.push(index);
    else {
      bins.push([index]);
      left = capacity;
    }
    left -= needed;
  }
  return bins;
}

function firstFit(items: readonly PackItem[], order: readonly number[], capacity: number): Bins {
  const bins: { readonly members: number[]; left: number }[] = [];
  for (const index of order) {
    const needed = size(items, index);
    let bin = bins.find(({ left }) => left >= needed);
    if (!bin) {
      bin = { members: [], left: capacity };
      bins.push(bin);
    }
    bin.members.push(index);
    bin.left -= needed;
  }
  return bins.map(({ members }) => members);
}

/** Steps after which the search gives up; then the solution that it was to improve is used. */
const STEPS = 20_000;

/** A packing into at most `count` groups, by trying every place for every piece, largest first. */
function search(
  items: readonly PackItem[],
  order: readonly number[],
  capacity: number,
  count: number,
): Bins | undefined {
  const bins = Array.from({ length: count }, () => ({ members: [] as number[], left: capacity }));
  let steps = 0;
  const place = (at: number): boolean => {
    const index = order[at];
    if (index === undefined) return true;
    const tried = new Set<number>();
    for (const bin of bins) {
      const needed = size(items, index);
      if (bin.left < needed || tried.has(bin.left)) continue;
      if ((steps += 1) > STEPS) return false;
      tried.add(bin.left);
      bin.members.push(index);
      bin.left -= needed;
      if (place(at + 1)) return true;
      bin.members.pop();
      bin.left += needed;
    }
    return false;
  };
  return place(0) ? bins.map(({ members }) => members).filter((members) => members.length > 0) : undefined;
}

/**
 * Pieces in order, each group with the denials that guard what it allows; a denial can stand in several groups. Nothing
 * when some piece and its denials are over the capacity together.
 */
export function packGuarded(
  items: readonly PackItem[],
  capacity: number,
  guards: ReadonlyMap<number, readonly number[]>,
): readonly (readonly Piece[])[] | undefined {
  const bins: Set<number>[] = [];
  const used = new Set([...guards.values()].flat());
  const sizeOf = (members: Iterable<number>): number =>
    [...members].reduce((sum, index) => sum + size(items, index), 0);
  for (const index of items.keys()) {
    if (used.has(index)) continue;
    const wanted = [index, ...(guards.get(index) ?? [])];
    if (sizeOf(wanted) > capacity) return undefined;
    const last = bins.at(-1);
    const together = new Set([...(last ?? []), ...wanted]);
    if (last && sizeOf(together) <= capacity) for (const member of wanted) last.add(member);
    else bins.push(new Set(wanted));
  }
  return bins.map((bin) => inOrder(items, [...bin]));
}
