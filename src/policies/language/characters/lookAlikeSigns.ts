import type { FoundCharacter } from './foundCharacter.ts';
import { type Letter, letterOf } from './letter.ts';
import { areOneScript, isCjk, isLatinOnly, isOfEveryScript } from './scripts.ts';

const SIGN = /[^\x00-\x7f]/gu;

/**
 * Signs that read as ASCII ones, such as a dash or a wide colon, and letters that do, but for those that are written so in the script
 * around them.
 */
export function lookAlikeSignsIn(text: string): readonly FoundCharacter[] {
  const found: FoundCharacter[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const letter = letterOf(sign);
    const { readsAsSign: reads } = letter;
    if (reads === undefined) continue;
    const near = [before(text, index), after(text, index + sign.length)];
    const isAsWritten = letter.isInWords ? isLetterThere(letter, near) : isWideThere(letter, near);
    if (!isAsWritten)
      found.push({ offset: index, length: sign.length, kind: 'lookAlike', text: sign, reads });
  }
  return found;
}

type Near = readonly (Letter | undefined)[];

/** What has a meaning in an ARN, a pattern or a policy variable. */
const STRUCTURE = /[*?/:${}]/;

/** Full-width forms, and the punctuation of Chinese, Japanese and Korean. */
const WIDE = /^[\u3000-\u303f\uff00-\uffef]$/;

/**
 * Between letters of Chinese, Japanese or Korean a wide sign is how they are written. Of those that have a meaning in policies only the
 * colon is: sentences have it, and names such as 東京：本番.
 */
const isWideThere = ({ text, readsAsSign = '' }: Letter, near: Near): boolean =>
  WIDE.test(text) &&
  (!STRUCTURE.test(readsAsSign) || text === '\uff1a') &&
  near.every((one) => one?.isInWords && isCjk(one.scripts));

/** A letter beside letters of the same script is one of them: ノ is no slash in ノート. Letters that all scripts share don't count. */
function isLetterThere(letter: Letter, near: Near): boolean {
  if (near.some((one) => one?.isAscii) || isLatinOnly(letter.scripts)) return false;
  if (!isOfEveryScript(letter.scripts))
    return near.some((one) => one?.isInWords && !isOfEveryScript(one.scripts) && areOneScript([letter, one]));
  return !STRUCTURE.test(letter.readsAsSign ?? '') && near.every((one) => one?.isInWords);
}

function after(text: string, offset: number): Letter | undefined {
  const code = text.codePointAt(offset);
  return code === undefined ? undefined : letterOf(String.fromCodePoint(code));
}

function before(text: string, offset: number): Letter | undefined {
  const last = text.charCodeAt(offset - 1);
  const isSecondHalf = last >= 0xdc00 && last <= 0xdfff;
  return offset === 0 ? undefined : after(text, offset - (isSecondHalf && offset > 1 ? 2 : 1));
}
