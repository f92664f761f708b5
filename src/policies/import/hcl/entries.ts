import type { Cursor } from './cursor.ts';
import type { ReadExpression } from './templates.ts';
import type { Expression } from './tree.ts';

export interface Entries {
  readonly entries: readonly Expression[];
  /** The last has `...` behind it. */
  readonly isExpanded: boolean;
}

/** Expressions with commas between them, up to a bracket. */
export function readEntries(cursor: Cursor, close: string, read: ReadExpression): Entries | undefined {
  const entries: Expression[] = [];
  let isExpanded = false;
  for (;;) {
    if (cursor.takeNext(close)) return { entries, isExpanded };
    const entry = read(cursor);
    if (!entry) return undefined;
    entries.push(entry);
    isExpanded = cursor.takeNext('...');
    if (cursor.takeNext(',')) continue;
    return cursor.take(close) ? { entries, isExpanded } : undefined;
  }
}
