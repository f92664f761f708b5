import type { FoundCharacter } from './foundCharacter.ts';

/*
 * Combining marks that are no part of how a language is written, and texts that have a shorter form.
 * Sources: https://www.unicode.org/reports/tr39/#Optional_Detection, https://www.unicode.org/reports/tr15/
 */

const MARK = String.raw`(?!\p{Default_Ignorable_Code_Point})\p{M}`;
const MARKED = new RegExp(`(\\P{M})?((?:${MARK})+)`, 'gu');

const MOST_ON_ALPHABETS = 2;
const MOST = 4;
/** In UTF-16 units: enough to see that there are too many. */
const FEW = 4 * MOST;

const isAlphabet = (base: string): boolean => /[\p{scx=Latn}\p{scx=Grek}\p{scx=Cyrl}]/u.test(base);

/** Marks on nothing that could carry them, on top of each other, twice the same, or through the letter. */
function isStacked(base: string | undefined, marks: readonly string[]): boolean {
  if (base === undefined || !/[\p{L}\p{N}\p{So}\u25CC]/u.test(base)) return true;
  if (marks.length > (isAlphabet(base) ? MOST_ON_ALPHABETS : MOST)) return true;
  return marks.some((mark, place) => mark === marks[place - 1] || /[\u0334-\u0338]/.test(mark));
}

/** Marks that stack, and those that form one character with their letter. */
export function combiningMarksIn(text: string): readonly FoundCharacter[] {
  return [...text.matchAll(MARKED)].flatMap(
    ({ 0: whole, 1: base, 2: marks = '', index }): FoundCharacter[] => {
      const place = { offset: index + (base?.length ?? 0), length: marks.length, text: marks };
      if (isStacked(base, Array.from(marks.slice(0, FEW)))) return [{ ...place, kind: 'stacked' }];
      const normal = whole.normalize('NFC');
      return normal === whole ? [] : [{ ...place, kind: 'notComposed', reads: normal }];
    },
  );
}

/** Korean letters that have a syllable together. */
const JAMO = /[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\uAC00-\uD7A3][\u11A8-\u11C2]/g;
/** Long runs are compared whole: most texts are in their normal form. */
const RUN = /[^\x00-\x7f\p{M}]{1,1000}/gu;

/** Characters that are another one's second form, such as the Ångström sign, and Korean syllables in letters. */
export function replacedLettersIn(text: string): readonly FoundCharacter[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    run.normalize('NFC') === run ? [] : inOrder([...secondForms(run, index), ...jamoIn(run, index)]),
  );
}

function secondForms(run: string, start: number): readonly FoundCharacter[] {
  const found: FoundCharacter[] = [];
  let offset = start;
  for (const character of run) {
    const reads = character.normalize('NFC');
    if (reads !== character)
      found.push({ offset, length: character.length, kind: 'notComposed', text: character, reads });
    offset += character.length;
  }
  return found;
}

const jamoIn = (run: string, start: number): readonly FoundCharacter[] =>
  [...run.matchAll(JAMO)].flatMap(({ 0: text, index }): FoundCharacter[] => {
    const reads = text.normalize('NFC');
    if (reads === text) return [];
    return [{ offset: start + index, length: text.length, kind: 'notComposed', text, reads }];
  });

const inOrder = (found: readonly FoundCharacter[]): readonly FoundCharacter[] =>
  found.toSorted((one, other) => one.offset - other.offset);
