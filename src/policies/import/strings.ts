import type { Node } from 'jsonc-parser';
import type { TextRange } from '../document.ts';
import { codePoint, firstOdd } from './characters.ts';
import { couldBeSeveral, firstMark, isPunctuationAlone, isWrapped } from './marks.ts';
import type { Note, Refusal } from './reading.ts';

/** What the strings of a policy say about how it was written: characters and marks that came along with the text. */
export interface StringsReading {
  readonly refusal?: Refusal;
  readonly notes: readonly Note[];
  /** Whether quotation marks around a value are part of it, as hardly anybody means. */
  readonly isWrapped: boolean;
}

interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Where the nodes of a tree come from. */
export interface StringsSource {
  /** What their places are places of. */
  readonly text: string;
  placeOf(span: Span): TextRange;
}

/** Of more strings with unusual characters the first are noted. */
const MAX_NOTES = 20;

/** A string that could be several is refused with its place; unusual characters are noted with theirs, one for each string. */
export function readStrings(root: Node, { text, placeOf }: StringsSource): StringsReading {
  const notes: Note[] = [];
  let wrapped = false;
  for (const node of stringsIn(root)) {
    const value = String(node.value);
    if (couldBeSeveral(value) || isPunctuationAlone(value)) {
      const detail = value.slice(0, 80);
      return { refusal: { code: 'mixedQuotes', detail, range: placeOf(node) }, notes: [], isWrapped: false };
    }
    const at = firstUnusual(value);
    wrapped ||= isWrapped(value);
    if (at === -1 || notes.length >= MAX_NOTES) continue;
    const range = placeOf(characterIn(node, value.charAt(at), text));
    notes.push({ code: 'oddCharacter', detail: codePoint(value.charAt(at)), range });
  }
  return { notes, isWrapped: wrapped };
}

function firstUnusual(value: string): number {
  const places = [firstOdd(value), firstMark(value)].filter((at) => at !== -1);
  return places.length === 0 ? -1 : Math.min(...places);
}

/** The place of a character in a string, or the string where it is written as an escape. */
function characterIn({ offset, length }: Node, character: string, text: string): Span {
  const at = text.slice(offset, offset + length).indexOf(character, 1);
  return at === -1 ? { offset, length } : { offset: offset + at, length: 1 };
}

/** Keys and values in the order of the text. */
function stringsIn(root: Node): readonly Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'string') found.push(node);
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return found;
}
