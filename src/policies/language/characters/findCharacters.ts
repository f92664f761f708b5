import type { FoundCharacter, TextUse } from './foundCharacter.ts';
import { hiddenCharactersIn, isPlainAscii } from './hiddenCharacters.ts';
import { combiningMarksIn, replacedLettersIn } from './combiningMarks.ts';
import { lookAlikeSignsIn } from './lookAlikeSigns.ts';
import { lookAlikesInWords } from './lookAlikeWords.ts';

/**
 * Everything in a text that does not read as what it is, in the order of the text and without overlaps. Any text will do, lone
 * surrogates included; the time grows with its length.
 * Source: https://www.unicode.org/reports/tr39/
 */
export function findCharacters(text: string, use: TextUse = 'value'): readonly FoundCharacter[] {
  if (isPlainAscii(text)) return [];
  const found = [
    hiddenCharactersIn(text),
    lookAlikesInWords(text, use),
    use === 'value' ? lookAlikeSignsIn(text) : [],
    replacedLettersIn(text),
    combiningMarksIn(text),
  ].filter((kind) => kind.length > 0);
  const [only = [], ...others] = found;
  if (others.length === 0) return only;
  return withoutOverlaps(found.flat().sort((one, other) => one.offset - other.offset));
}

/** Of two at one place the earlier kind. */
function withoutOverlaps(found: readonly FoundCharacter[]): readonly FoundCharacter[] {
  const remaining: FoundCharacter[] = [];
  let end = 0;
  for (const character of found) {
    if (character.offset < end) continue;
    remaining.push(character);
    end = character.offset + character.length;
  }
  return remaining;
}
