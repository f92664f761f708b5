import type { FoundCharacter } from './foundCharacter.ts';
import { type Letter, letterOf } from './letter.ts';

const SIGN = /[^\x00-\x7f]/gu;

/** Signs that read as ASCII ones, such as a dash or a wide colon, but for those between letters of another script. */
export function signsIn(text: string): readonly FoundCharacter[] {
  const found: FoundCharacter[] = [];
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    const { readsAsSign: reads } = letterOf(sign);
    if (reads === undefined) continue;
    const near = [before(text, index), after(text, index + sign.length)];
    const isAmongLetters = near.some((one) => one?.isInWords) && !near.some((one) => one?.isAscii);
    if (!isAmongLetters)
      found.push({ offset: index, length: sign.length, kind: 'lookAlike', text: sign, reads });
  }
  return found;
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
