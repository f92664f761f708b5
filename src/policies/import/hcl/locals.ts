import type { Block, Expression } from './tree.ts';

/** Local values by their names. One that is there twice is of several modules, and which of them is meant the text doesn’t say. */
export function localsOf(blocks: readonly Block[]): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression>();
  const repeated = new Set<string>();
  for (const { attributes } of blocks.filter(({ type }) => type === 'locals'))
    for (const { name, value } of attributes) {
      if (found.has(name)) repeated.add(name);
      found.set(name, value);
    }
  return new Map([...found].filter(([name]) => !repeated.has(name)));
}
