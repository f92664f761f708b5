/** The first index of a sorted list from which on something is so: the length where it never is. Takes the logarithm of the length. */
export function firstIndex<Item>(items: readonly Item[], isSo: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && !isSo(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
