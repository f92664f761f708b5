import { isHidden } from './hiddenCharacters.ts';
import { looksLikeAscii } from './lookAlikes.ts';
import { type ScriptSet, scriptsOf } from './scripts.ts';

/** Properties of a character that don't depend on its place. */
export interface Letter {
  readonly text: string;
  readonly isAscii: boolean;
  readonly isHidden: boolean;
  /** Whether it is a letter, a mark or a digit. */
  readonly isInWords: boolean;
  readonly scripts: ScriptSet;
  /** The letter or digit of ASCII that a reader takes it for. */
  readonly reads: string | undefined;
  /** The same of a sign, and of a letter that looks like one. */
  readonly readsAsSign: string | undefined;
}

function readLetter(text: string): Letter {
  const isAscii = /^[\x00-\x7f]$/.test(text);
  const hidden = isHidden(text);
  const reads = isAscii || hidden ? undefined : looksLikeAscii(text);
  const isInWords = /[\p{L}\p{M}\p{N}]/u.test(text);
  const isLetter = isInWords && reads !== undefined && /[A-Za-z0-9]/.test(reads);
  return {
    text,
    isAscii,
    isHidden: hidden,
    isInWords,
    scripts: scriptsOf(text),
    reads: isLetter ? reads : undefined,
    readsAsSign: isLetter ? undefined : reads,
  };
}

const letters = new Map<string, Letter>();

export function letterOf(text: string): Letter {
  const before = letters.get(text);
  if (before) return before;
  const letter = readLetter(text);
  letters.set(text, letter);
  return letter;
}
