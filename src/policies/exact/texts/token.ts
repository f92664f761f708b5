import type { PatternText } from '../../language/arnMatch.ts';
import { placeholderOf, splitAtPlaceholders } from '../../language/placeholder.ts';
import { variableParts } from '../../simulate/policyVariables.ts';

/**
 * One step of a pattern over UTF-16 units. `unit`: one of these units. `one`: any unit. `run`: any number of units, none included.
 * Without `colons` neither matches a colon. `hole`: the text of a policy variable or a placeholder, which is never empty.
 */
export type Token =
  | { readonly kind: 'unit'; readonly units: string }
  | { readonly kind: 'one' | 'run'; readonly colons: boolean }
  | {
      readonly kind: 'hole';
      readonly name: string;
      readonly colons: boolean;
      /** Whether its text may be empty after all. */
      readonly mayBeEmpty?: boolean;
    };

/** What a text of a policy is made of before its wildcards are read. `literal`: the unit means itself. */
export type Letter = { readonly unit: string; readonly literal: boolean } | { readonly hole: string };

/** As other readers of patterns take it; what is still open is a letter that means itself. */
export function patternTextOf(letters: readonly Letter[]): PatternText {
  const text = letters.map((letter) => ('unit' in letter ? letter.unit : 'x')).join('');
  const literal = letters.flatMap((letter, at) => ('hole' in letter || letter.literal ? [at] : []));
  return literal.length > 0 ? { text, literal: new Set(literal) } : { text };
}

/** The letters of ASCII, of which nearly every text is made: each once. */
const asciiLetters = (literal: boolean): readonly Letter[] =>
  Array.from({ length: 128 }, (_, code) => ({ unit: String.fromCharCode(code), literal }));
const [plainAscii, literalAscii] = [asciiLetters(false), asciiLetters(true)];

const plain = (text: string): readonly Letter[] =>
  text.split('').map((unit) => plainAscii[unit.charCodeAt(0)] ?? { unit, literal: false });
/** Letters that mean themselves. */
export const literal = (text: string): readonly Letter[] =>
  text.split('').map((unit) => literalAscii[unit.charCodeAt(0)] ?? { unit, literal: true });

/** The letters of a text without policy variables. A placeholder is one unknown text. */
const withPlaceholders = (text: string): readonly Letter[] =>
  text.includes('<')
    ? splitAtPlaceholders(text).flatMap((part, at) =>
        at % 2 === 1 ? [{ hole: placeholderOf(part) }] : plain(part),
      )
    : plain(text);

/** The name that the hole of a policy variable has: `${aws:username}`, its key in lower case, with a default behind `|`. */
export const holeOfKey = (key: string, fallback?: string): string =>
  fallback === undefined ? `\${${key}}` : `\${${key}|${fallback}}`;

export const isPlaceholderHole = (name: string): boolean => name.startsWith('<');

/** Whether a hole has a text in every request: placeholders, and variables with a default. */
export const isAlwaysThere = (name: string): boolean => isPlaceholderHole(name) || name.includes('|');

/** The key of a policy variable's hole. */
export const keyOfHole = (name: string): string => name.slice(2, -1).replace(/\|.*/s, '');

/**
 * What is taken for a condition key, in place of its variables: a text, that the key is absent, that it is present with a text
 * which is not known, or that it has several values, so that its variables have none.
 */
export type Filling = { readonly text: string } | 'absent' | 'present' | 'several';

/** By key, in lower case. Keys that are not there stay holes. */
export type Fillings = ReadonlyMap<string, Filling>;

/**
 * The letters of a text of a policy; nothing where a variable in it has no value, so that it matches nothing. `variables`: whether
 * `${…}` is one, which it is since Version 2012-10-17.
 */
export function lettersOf(
  text: string,
  variables: boolean,
  fillings: Fillings,
): readonly Letter[] | undefined {
  const letters: Letter[] = [];
  for (const part of variables ? variableParts(text) : [text]) {
    if (typeof part === 'string') letters.push(...withPlaceholders(part));
    else if ('literal' in part) letters.push(...literal(part.literal));
    else {
      const filling = fillings.get(part.key);
      if (filling === undefined) letters.push({ hole: holeOfKey(part.key, part.fallback) });
      else if (filling === 'present') letters.push({ hole: holeOfKey(part.key) });
      else if (filling === 'several') return undefined;
      else {
        const value = filling === 'absent' ? part.fallback : filling.text;
        if (value === undefined) return undefined;
        letters.push(...literal(value));
      }
    }
  }
  return letters;
}
