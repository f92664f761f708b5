import type { FoundCharacter, TextUse } from './foundCharacter.ts';
import { type Letter, letterOf } from './letter.ts';
import { areOneScript, isLatinOnly, isOfEveryScript, mayBeLatin } from './scripts.ts';

interface Word {
  readonly start: number;
  readonly end: number;
  readonly letters: readonly Letter[];
}

/** What is hidden within a word does not end it. */
const WORD = /[\p{L}\p{M}\p{N}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;
const ASCII = /^[\x20-\x7e]+$/;

function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(WORD))
    if (!ASCII.test(word))
      words.push({ start: index, end: index + word.length, letters: Array.from(word, letterOf) });
  return words;
}

/**
 * Letters that read as ASCII, and letters of another script than the rest of their word. A word of another script is as it
 * should be, unless all of its letters read as ASCII.
 * Source: https://www.unicode.org/reports/tr39/#Whole_Script_Confusables
 */
export function lookAlikesInWords(text: string, use: TextUse): readonly FoundCharacter[] {
  const words = wordsIn(text);
  const found: FoundCharacter[] = [];
  words.forEach((word, place) => {
    const isForeign = foreignIn(word, use, () =>
      [words[place - 1], words[place + 1]].some((other) => isSentence(text, word, other)),
    );
    addForeign(found, word, isForeign);
  });
  return found;
}

function addForeign(found: FoundCharacter[], word: Word, isForeign: (letter: Letter) => boolean): void {
  let offset = word.start;
  for (const letter of word.letters) {
    const { text, reads } = letter;
    const place = { offset, length: text.length, kind: 'lookAlike', text } as const;
    if (!letter.isHidden && isForeign(letter)) found.push(reads === undefined ? place : { ...place, reads });
    offset += text.length;
  }
}

/** Which letters of a word are not what they seem. */
function foreignIn({ letters: all }: Word, use: TextUse, inSentence: () => boolean) {
  const letters = all.filter((letter) => !letter.isHidden);
  if (!areOneScript(letters)) return foreignScript(letters);
  const other = letters.filter((letter) => !letter.isAscii && !mayBeLatin(letter.scripts));
  const isShort = letters.length <= SHORT && other.length === letters.length;
  const readsAsAscii = other.every(({ reads }) => reads !== undefined) && !(isShort && inSentence());
  return ({ text, reads, scripts }: Letter): boolean => {
    if (reads === undefined || (use === 'prose' && text === 'ı')) return false;
    return readsAsAscii || mayBeLatin(scripts);
  };
}

/** In a word with Latin letters those that are not; else those of another script than its first letter. */
function foreignScript(letters: readonly Letter[]) {
  const hasLatin = letters.some(({ scripts }) => isLatinOnly(scripts));
  const first = letters.find(({ scripts }) => !isOfEveryScript(scripts))?.scripts ?? 0;
  return ({ scripts, reads }: Letter): boolean =>
    hasLatin ? !mayBeLatin(scripts) || reads !== undefined : (scripts & first) === 0;
}

/** Russian and Greek have words such as с and ο; beside a word that is plainly of their script no one takes them for Latin. */
const SHORT = 2;

function isSentence(text: string, word: Word, other: Word | undefined): boolean {
  if (!other) return false;
  const between =
    other.start < word.start ? text.slice(other.end, word.start) : text.slice(word.end, other.start);
  const script = word.letters[0]?.scripts;
  return (
    between === ' ' && other.letters.some(({ reads, scripts }) => reads === undefined && scripts === script)
  );
}
