import type { Node } from 'jsonc-parser';
import type { TextRange } from '../language/policy.ts';
import { decodeEscapes, escapesIn } from './characterEscapes.ts';
import type { Note, Refusal } from './importReading.ts';
import {
  couldBeSeveralStrings,
  indexOfMark,
  isMark,
  isOnlyPunctuation,
  isWrappedInMarks,
} from './quotationMarks.ts';
import { holdsSeveralEntries, indexOfStray, isListElement } from './severalEntries.ts';
import { unresolvedVariable } from './unresolvedVariables.ts';
import { codePoint, indexOfUnusualSpace } from './unusualSpaces.ts';

/** What the strings of a policy say about how it was written: characters and marks that came along with the text. */
export interface StringsReading {
  readonly refusal?: Refusal;
  readonly notes: readonly Note[];
  /** Whether quotation marks around a value are part of it, as hardly anybody means. */
  readonly isWrapped: boolean;
  /** Whether one entry of a list could be several. */
  readonly isSeveral: boolean;
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

/**
 * A string that could be several is refused with its place; unusual characters and variables without a value are noted with theirs, one
 * for each string, and so are entries that could be several.
 */
export function readStrings(root: Node, source: StringsSource): StringsReading {
  const notes: Note[] = [];
  let [wrapped, several] = [false, false];
  for (const { node, element } of stringsIn(root)) {
    const value = String(node.value);
    const detail = value.slice(0, 80);
    if (couldBeSeveralStrings(value) || isOnlyPunctuation(value)) {
      const range = source.placeOf(node);
      return {
        refusal: { code: 'mixedQuotes', detail, range },
        notes: [],
        isWrapped: false,
        isSeveral: false,
      };
    }
    wrapped ||= isWrappedInMarks(decodeEscapes(value));
    const holdsSeveral = element !== undefined && holdsSeveralEntries(element, value);
    several ||= holdsSeveral;
    if (notes.length >= MAX_NOTES) continue;
    if (holdsSeveral) notes.push({ code: 'severalInOne', detail, range: source.placeOf(node) });
    notes.push(...unusualIn(node, element, source), ...unresolvedIn(node, source));
  }
  return { notes, isWrapped: wrapped, isSeveral: several };
}

function unusualIn(
  node: Node,
  element: string | undefined,
  { text, placeOf }: StringsSource,
): readonly Note[] {
  const unusual = firstUnusual(String(node.value), element);
  if (!unusual) return [];
  const { written, detail } = unusual;
  return [{ code: 'oddCharacter', detail, range: placeOf(placeIn(node, written, text)) }];
}

function unresolvedIn(node: Node, { text, placeOf }: StringsSource): readonly Note[] {
  const detail = unresolvedVariable(String(node.value));
  return detail === undefined
    ? []
    : [{ code: 'unresolvedVariable', detail, range: placeOf(placeIn(node, detail, text)) }];
}

interface Unusual {
  readonly at: number;
  readonly written: string;
  readonly detail: string;
}

function firstUnusual(value: string, element: string | undefined): Unusual | undefined {
  const places = [indexOfUnusualSpace(value), indexOfMark(value), indexOfStray(value, element)]
    .filter((at) => at !== -1)
    .map((at) => ({ at, written: value.charAt(at), detail: codePoint(value.charAt(at)) }));
  const marks = escapesIn(value)
    .filter(({ character }) => character === '"' || isMark(character))
    .map(({ at, written }) => ({ at, written, detail: written }));
  return [...places, ...marks.slice(0, 1)].toSorted((one, other) => one.at - other.at)[0];
}

/** The place of characters in a string, or the string where they are written as an escape. */
function placeIn({ offset, length }: Node, characters: string, text: string): Span {
  const at = text.slice(offset, offset + length).indexOf(characters, 1);
  return at === -1 ? { offset, length } : { offset: offset + at, length: characters.length };
}

interface StringIn {
  readonly node: Node;
  /** The element of a statement that it is a value of, where its entries could be several in one. */
  readonly element: string | undefined;
}

/** Keys and values in the order of the text. */
function stringsIn(root: Node): readonly StringIn[] {
  const found: StringIn[] = [];
  const visit = (node: Node, within: string | undefined): void => {
    if (node.type === 'string') found.push({ node, element: within });
    const [key] = node.type === 'property' ? (node.children ?? []) : [];
    const element = within ?? elementOf(key);
    for (const child of node.children ?? []) visit(child, child === key ? undefined : element);
  };
  visit(root, undefined);
  return found;
}

/** What is in a condition belongs to no other element, whatever its keys are called. */
function elementOf(key: Node | undefined): string | undefined {
  const name = String(key?.value);
  return name === 'Condition' || isListElement(name) ? name : undefined;
}
