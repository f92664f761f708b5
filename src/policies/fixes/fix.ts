import { applyEdits, findNodeAtLocation, type JSONPath, modify, parseTree } from 'jsonc-parser';
import type { Catalog } from '../catalog/catalog.ts';
import type { Finding } from '../checks/check.ts';
import type { Path } from '../document.ts';

/** What a fix does to access. `changes`: it grants something else, and only its reader knows whether that is meant. */
export type FixEffect = 'same' | 'narrows' | 'changes';

/** A rewrite of a policy's text after which a finding is gone. Everything else in the text stays as it is written. */
export interface Fix {
  readonly title: string;
  readonly effect: FixEffect;
  readonly text: string;
}

export interface FixContext {
  readonly text: string;
  readonly finding: Finding;
  readonly catalog: Catalog;
}

/** The fixes for some codes; none where the text is not what the finding was made for. */
export interface Fixer {
  readonly codes: readonly string[];
  fixes(context: FixContext): readonly Fix[];
}

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

const mutable = (path: Path): JSONPath => [...path];

function findsNode(text: string, path: Path): boolean {
  const root = parseTree(text);
  return root !== undefined && findNodeAtLocation(root, mutable(path)) !== undefined;
}

/** The text with a value put at a path, first in its object when `first` is given. */
export function withValue(text: string, path: Path, value: unknown, first = false): string {
  // Formatting takes in the lines around an edit, so only new objects are formatted.
  const isPlain = value === undefined || typeof value !== 'object';
  const exists = isPlain && findsNode(text, path);
  const format = exists ? {} : { formattingOptions };
  const options = first ? { ...format, getInsertionIndex: () => 0 } : format;
  return applyEdits(text, modify(text, mutable(path), value, options));
}

/** The text without the values at these paths, the last of a list first so that the others keep their places. */
export function without(text: string, paths: readonly Path[]): string {
  const ordered = paths.toSorted((one, other) => Number(other.at(-1)) - Number(one.at(-1)) || 0);
  return ordered.reduce((rest, path) => withValue(rest, path, undefined), text);
}

/** Where a finding stands in a condition block; nothing for one that does not. */
export function conditionPlace(
  path: Path,
): { readonly block: Path; readonly operator: string; readonly key: string } | undefined {
  const at = path.lastIndexOf('Condition');
  const [operator, key] = [path[at + 1], path[at + 2]];
  if (at === -1 || typeof operator !== 'string' || typeof key !== 'string') return undefined;
  return { block: path.slice(0, at + 1), operator, key };
}
