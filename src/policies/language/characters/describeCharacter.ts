import type { FoundCharacter } from './foundCharacter.ts';
import { computeOnce } from '../computeOnce.ts';
import { scriptName, scriptsOf } from './scripts.ts';
import { nameTable } from './unicode.ts';

const names = computeOnce(
  (): ReadonlyMap<string, string> =>
    new Map(
      nameTable
        .trim()
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const),
    ),
);

const hex = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** `U+200B` */
export const codePointName = (character: string): string => `U+${hex(character)}`;

const MOST_LISTED = 3;

/** `U+0301 U+0302`; of many the first, and how many there are. */
export function codePointNames(text: string): string {
  const characters = Array.from(text.slice(0, 4 * MOST_LISTED)).slice(0, MOST_LISTED);
  const listed = characters.map(codePointName).join(' ');
  const length = characters.join('').length;
  return length === text.length ? listed : `${listed} and ${Array.from(text.slice(length)).length} more`;
}

/** Variation selectors are counted: 1 to 16, then 17 to 256. */
function selector(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xfe00 && code <= 0xfe0f) return `VARIATION SELECTOR-${code - 0xfe00 + 1}`;
  if (code >= 0xe0100 && code <= 0xe01ef) return `VARIATION SELECTOR-${code - 0xe0100 + 17}`;
  return undefined;
}

function hiddenName(character: string): string {
  const name = names().get(hex(character)) ?? selector(character);
  if (name !== undefined) return ` ${name}`;
  if (/\p{Co}/u.test(character)) return ' (private use)';
  if (/\p{Cs}/u.test(character)) return ' (half of a surrogate pair)';
  if (/\p{Noncharacter_Code_Point}/u.test(character)) return ' (noncharacter)';
  return ' (not assigned)';
}

function lookAlikeNote({ text, reads }: FoundCharacter): string {
  const script = scriptName(scriptsOf(text));
  const parts = [
    ...(script === undefined ? [] : [script]),
    ...(reads === undefined ? [] : [`looks like ${reads}`]),
  ];
  return ` (${parts.join(', ') || 'different script than the rest of the word'})`;
}

/** A found character in words: `U+200B ZERO WIDTH SPACE`, `U+0430 (Cyrillic, looks like a)`. */
export function describeCharacter(found: FoundCharacter): string {
  const codes = codePointNames(found.text);
  switch (found.kind) {
    case 'hidden':
      return codes + hiddenName(found.text);
    case 'lookAlike':
      return codes + lookAlikeNote(found);
    case 'notComposed':
      return `${codes} (normal form: ${codePointNames(found.reads ?? '')})`;
    case 'stacked':
      return `${codes} (combining marks)`;
    default:
      return found.kind satisfies never;
  }
}
