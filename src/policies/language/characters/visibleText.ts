import { codePointNames, describeCharacter } from './describeCharacter.ts';
import { findCharacters } from './findCharacters.ts';
import type { FoundCharacter, TextUse } from './foundCharacter.ts';
import { charactersInJson } from './jsonCharacters.ts';

/** A character of a text as it can be shown. */
export interface VisibleCharacter {
  readonly kind: FoundCharacter['kind'];
  /** `⟨U+200B⟩`: takes the place of the character. */
  readonly label: string;
  /** `U+200B ZERO WIDTH SPACE` */
  readonly name: string;
}

export type VisiblePiece = string | VisibleCharacter;

export const characterLabel = (text: string): string => `⟨${codePointNames(text)}⟩`;

export const visibleCharacter = (found: FoundCharacter): VisibleCharacter => ({
  kind: found.kind,
  label: characterLabel(found.text),
  name: describeCharacter(found),
});

/**
 * A text cut into what reads as what it is, and characters that do not, as they can be shown. Pieces of text are never empty.
 * A plain text comes back as the one piece that it is.
 */
export function visibleText(text: string, use: TextUse = 'value'): readonly VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let from = 0;
  for (const found of findCharacters(text, use)) {
    if (found.offset > from) pieces.push(text.slice(from, found.offset));
    pieces.push(visibleCharacter(found));
    from = found.offset + found.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/**
 * The same for a line of JSON as it is written. A character that is written as an escape is visible, so its name is added after
 * the escape.
 */
export function visibleJson(line: string): readonly VisiblePiece[] {
  const pieces: VisiblePiece[] = [];
  let from = 0;
  for (const found of charactersInJson(line).flatMap(({ characters }) => characters)) {
    const end = found.offset + found.length;
    const isEscape = line.slice(found.offset, end).includes('\\');
    const before = line.slice(from, isEscape ? end : found.offset);
    if (before !== '') pieces.push(before);
    pieces.push(visibleCharacter(found));
    from = end;
  }
  if (from < line.length) pieces.push(line.slice(from));
  return pieces;
}

/** The same as one text, for where only a text can be: `pay⟨U+200B⟩roll`. */
export const visibleString = (text: string, use: TextUse = 'value'): string =>
  visibleText(text, use)
    .map((piece) => (typeof piece === 'string' ? piece : piece.label))
    .join('');

const LAYOUT = /^[\t\n]$/;

/** The same of several lines, whose ends and tabs stay. */
export function visibleLines(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const found of findCharacters(text, 'prose')) {
    if (LAYOUT.test(found.text)) continue;
    parts.push(text.slice(from, found.offset), characterLabel(found.text));
    from = found.offset + found.length;
  }
  return [...parts, text.slice(from)].join('');
}
