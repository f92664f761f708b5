import { computeOnce } from '../computeOnce.ts';
import { compatibleTable, lookAlikeTable } from './unicode.ts';

const codesOf = (text: string): readonly number[] => text.split(' ').map((code) => Number.parseInt(code, 16));

function read(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [reads, codes] of lookAlikeTable)
    for (const code of codesOf(codes)) found.set(String.fromCodePoint(code), reads);
  for (const range of compatibleTable.split(' ')) {
    const [first = 0, last = first] = codesOf(range.replace('-', ' '));
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCodePoint(code);
      found.set(character, character.normalize('NFKC'));
    }
  }
  return found;
}

const table = computeOnce(read);

/** The ASCII text that a character looks like: `a` for the Cyrillic а. Nothing where it looks like itself. */
export function looksLikeAscii(character: string): string | undefined {
  return table().get(character);
}
