import { findNodeAtLocation, getLocation, type Node, parseTree, type Segment } from 'jsonc-parser';
import { textEntriesOf } from '../language/textEntries.ts';

/** The place of the caret in a text that may be invalid there. */
export interface CaretContext {
  /** Names and indices from the root: `['Statement', 0, 'Action', 2]`. */
  readonly path: readonly Segment[];
  /** A name is written, not a value. */
  readonly atKey: boolean;
  /** The part of the name or value before the caret, without its quote. */
  readonly typed: string;
  /** What a completion replaces. */
  readonly replaced: { readonly offset: number; readonly length: number };
  /** False where the quotes are still to be written. */
  readonly inQuotes: boolean;
  /** The actions of the statement that the caret is in. */
  readonly actions: readonly string[];
}

/** Start of the string that the caret is in; nothing outside of one. Strings do not go over the end of a line. */
function openQuote(text: string, offset: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  let start: number | undefined;
  for (let at = lineStart; at < offset; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') start = start === undefined ? at : undefined;
  }
  return start;
}

/** The rest of the string behind the caret, up to its closing quote; nothing when it is not closed. */
function restOfString(text: string, offset: number): number {
  const match = /^[^"\n,\]}]*(?=")/.exec(text.slice(offset, offset + 2000));
  return match ? match[0].length : 0;
}

function actionsOf(root: Node | undefined, path: readonly Segment[]): readonly string[] {
  const [name, index] = path;
  if (!root || name !== 'Statement') return [];
  const statement = findNodeAtLocation(root, typeof index === 'number' ? [name, index] : [name]);
  return ['Action', 'NotAction'].flatMap((element) =>
    textEntriesOf(statement && findNodeAtLocation(statement, [element])).map(({ text }) => text),
  );
}

/** Texts larger than any policy are not read at every key. */
const MAX_LENGTH = 200_000;

/** Reads the place of the caret; nothing for a text that is too large. Works in a text that is broken at the caret. */
export function caretContext(text: string, offset: number): CaretContext | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const { path, isAtPropertyKey } = getLocation(text, offset);
  const quote = openQuote(text, offset);
  const start = quote === undefined ? offset : quote + 1;
  const rest = quote === undefined ? 0 : restOfString(text, offset);
  return {
    path: isAtPropertyKey ? path.slice(0, -1) : path,
    atKey: isAtPropertyKey,
    typed: text.slice(start, offset),
    replaced: { offset: start, length: offset - start + rest },
    inQuotes: quote !== undefined,
    actions: actionsOf(parseTree(text), path),
  };
}

/** A name or a text value of a policy, with its quotes. */
export interface ValueAtCaret {
  readonly path: readonly Segment[];
  readonly atKey: boolean;
  readonly value: string;
  readonly offset: number;
  readonly length: number;
}

/** The string at a place, for looking it up; nothing where it is no string. */
export function valueAtCaret(text: string, offset: number): ValueAtCaret | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const { path, previousNode, isAtPropertyKey } = getLocation(text, offset);
  if (previousNode?.type !== 'string' && previousNode?.type !== 'property') return undefined;
  const value: unknown = previousNode.value;
  const end = previousNode.offset + previousNode.length;
  if (typeof value !== 'string' || offset > end) return undefined;
  return { path, atKey: isAtPropertyKey, value, offset: previousNode.offset, length: previousNode.length };
}
