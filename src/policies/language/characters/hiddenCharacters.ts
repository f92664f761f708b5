import type { FoundCharacter } from './foundCharacter.ts';

/*
 * Characters that have no visible shape: controls, formats and bidirectional marks, separators, fillers, variation selectors,
 * tags, private use, noncharacters, halves of surrogate pairs, blanks, and every space but the plain one.
 * Source: https://www.unicode.org/reports/tr36/#Recommendations_General, https://www.unicode.org/reports/tr44/
 */
const HIDDEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\uFFFC\u{1D159}\u{13441}\u{13442}]|(?! )\p{Zs}/u;
const EACH = new RegExp(HIDDEN, 'gu');

/** Nothing of such a text is hidden or looks like something else. */
export const isPlainAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

export const isHidden = (character: string): boolean => HIDDEN.test(character);

/** Every hidden character of a text, in its order. Tabs and line ends are among them. */
export function hiddenCharactersIn(text: string): readonly FoundCharacter[] {
  if (isPlainAscii(text)) return [];
  return Array.from(text.matchAll(EACH), ({ 0: found, index }) => ({
    offset: index,
    length: found.length,
    kind: 'hidden',
    text: found,
  }));
}
