/**
 * Finds patterns that may match a text without trying them all: whatever matches begins, up to its first wildcard, as the
 * text does. What it finds is still to be checked; what it does not find cannot match.
 */
export class PrefixIndex<Value> {
  private readonly byStart = new Map<string, Value[]>();
  private readonly lengths = new Set<number>();

  add(pattern: string, value: Value): void {
    const start = startOf(pattern);
    const values = this.byStart.get(start);
    if (values) values.push(value);
    else this.byStart.set(start, [value]);
    this.lengths.add(start.length);
  }

  /** Values of all patterns that the text begins like, each as often as it was added. */
  candidates(text: string): readonly Value[] {
    const found: Value[] = [];
    for (const length of this.lengths) {
      if (length > text.length) continue;
      const values = this.byStart.get(text.slice(0, length));
      if (values) found.push(...values);
    }
    return found;
  }

  /** The first of the candidates of which something is so. */
  find(text: string, is: (value: Value) => boolean): Value | undefined {
    for (const length of this.lengths) {
      if (length > text.length) continue;
      const found = this.byStart.get(text.slice(0, length))?.find(is);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

/** An index of patterns by themselves. */
export function prefixIndexOf(patterns: Iterable<string>): PrefixIndex<string> {
  const index = new PrefixIndex<string>();
  for (const pattern of patterns) index.add(pattern, pattern);
  return index;
}

function startOf(pattern: string): string {
  const wildcard = pattern.search(/[*?]/);
  return wildcard === -1 ? pattern : pattern.slice(0, wildcard);
}
