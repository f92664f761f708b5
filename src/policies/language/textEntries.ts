import type { Node } from 'jsonc-parser';

/** A string of the policy and its place. */
export interface TextEntry {
  readonly text: string;
  readonly node: Node;
}

const NONE: readonly never[] = [];

/** The texts of a value that may be single or a list. */
export function textEntriesOf(node: Node | undefined): readonly TextEntry[] {
  if (node === undefined) return NONE;
  if (node.type === 'string') return [{ text: String(node.value), node }];
  if (node.type !== 'array') return NONE;
  const found: TextEntry[] = [];
  for (const child of node.children ?? NONE)
    if (child.type === 'string') found.push({ text: String(child.value), node: child });
  return found;
}
