import { charactersInJson } from './jsonCharacters.ts';
import { visibleCharacter } from './visibleText.ts';

/** A place of a text with what an editor shows there. In UTF-16 units. */
export interface CharacterMark {
  readonly offset: number;
  readonly length: number;
  /** `⟨U+200B⟩` */
  readonly label: string;
  /** `U+200B ZERO WIDTH SPACE` */
  readonly name: string;
}

/** An editor draws every mark; a text with more was made to be bad, and the findings count them all. */
const MOST_MARKS = 1000;

/** Marks for everything in a policy's text that does not read as what it is: the same places that findings name. */
export const editorMarks = (text: string): readonly CharacterMark[] =>
  charactersInJson(text)
    .flatMap(({ characters }) => characters)
    .slice(0, MOST_MARKS)
    .map((found) => {
      const { label, name } = visibleCharacter(found);
      return { offset: found.offset, length: found.length, label, name };
    });
