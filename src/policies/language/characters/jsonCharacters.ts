import { findCharacters } from './findCharacters.ts';
import type { FoundCharacter } from './foundCharacter.ts';

/** What was found in one string of a JSON text, at the places of that text; of what is between strings, one by one. */
export interface FoundInToken {
  /** Where the string begins with its quote, or the place itself. */
  readonly offset: number;
  readonly characters: readonly FoundCharacter[];
}

const STRING = /"(?:[^"\\\n\r]|\\[^\n\r])*"?/g;
/** Nothing but ASCII, and no escape but those of a quote, a backslash and a slash. */
const NOTHING = /^(?:[\t\n\r\x20-\x5b\x5d-\x7e]|\\["\\/])*$/;
const LAYOUT = /^[\t\n\r]$/;

/**
 * Everything in a JSON text that does not read as what it is, string by string. A character that is written as an escape
 * counts, with the escape as its place. A text that is no JSON is read in the same way, as far as its quotes go.
 */
export function charactersInJson(text: string): readonly FoundInToken[] {
  if (NOTHING.test(text)) return [];
  const found: (readonly FoundInToken[])[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(STRING)) {
    found.push(between(text.slice(end, index), end));
    const characters = NOTHING.test(token) ? [] : inString(token, index);
    if (characters.length > 0) found.push([{ offset: index, characters }]);
    end = index + token.length;
  }
  return [...found, between(text.slice(end), end)].flat();
}

/** White space of JSON is layout there. What is no JSON may be prose. */
const between = (text: string, start: number): readonly FoundInToken[] =>
  findCharacters(text, 'prose')
    .filter((character) => !LAYOUT.test(character.text))
    .map((character) => at(character, start + character.offset, character.length))
    .map((character) => ({ offset: character.offset, characters: [character] }));

const at = (character: FoundCharacter, offset: number, length: number): FoundCharacter => ({
  ...character,
  offset,
  length,
});

function inString(token: string, start: number): readonly FoundCharacter[] {
  const { value, places } = decoded(token);
  return findCharacters(value).map((character) => {
    const from = places[character.offset] ?? 0;
    const to = places[character.offset + character.length] ?? token.length;
    return at(character, start + from, to - from);
  });
}

const SHORT: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The value of a string, and where each unit of it, and its end, is in the string as written. */
function decoded(token: string) {
  const units: string[] = [];
  const places: number[] = [];
  const end = token.length > 1 && token.endsWith('"') ? token.length - 1 : token.length;
  let from = 1;
  while (from < end) {
    const [written, unit] = unitAt(token, from);
    units.push(unit);
    places.push(from);
    from += written;
  }
  return { value: units.join(''), places: [...places, from] };
}

/** How much of a string one unit of its value takes, and that unit. */
function unitAt(token: string, from: number): readonly [written: number, unit: string] {
  const character = token[from] ?? '';
  if (character !== '\\') return [1, character];
  const code = /^\\u([0-9a-fA-F]{4})/.exec(token.slice(from, from + 6))?.[1];
  if (code !== undefined) return [6, String.fromCharCode(Number.parseInt(code, 16))];
  const letter = token[from + 1] ?? '';
  return [2, SHORT[letter] ?? letter];
}
