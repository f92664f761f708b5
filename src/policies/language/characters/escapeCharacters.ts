import { findCharacters } from './findCharacters.ts';
import { charactersInJson } from './jsonCharacters.ts';

/**
 * A text with every character that does not read as what it is replaced by `escape`, code point by code point, and everything
 * between those by `rest`. Marks behind such a character are replaced with it: behind an escape that ends in a letter they would
 * form one character with that letter in a normal form, as Terraform keeps texts.
 */
export function escapeDeceptiveCharacters(
  text: string,
  escape: (character: string) => string,
  rest: (text: string) => string = (part) => part,
): string {
  const parts: string[] = [];
  let from = 0;
  for (const { offset, length } of findCharacters(text)) {
    if (offset + length <= from) continue;
    if (offset > from) parts.push(rest(text.slice(from, offset)));
    const end = offset + length + (MARKS.exec(text.slice(offset + length))?.[0].length ?? 0);
    parts.push(Array.from(text.slice(Math.max(from, offset), end), escape).join(''));
    from = end;
  }
  if (from < text.length || from === 0) parts.push(rest(text.slice(from)));
  return parts.join('');
}

const MARKS = /^\p{M}+/u;
/** After a JSON escape. */
const MARKS_BEHIND_ESCAPE = /(\\(?:u[0-9a-fA-F]{4}|[^u\p{M}]))(\p{M}+)/gu;

/** `\u200b`; two for a character outside the basic plane. */
export const jsonEscape = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/**
 * A JSON text of the same meaning in which every character that a terminal or a reviewer could not see is an escape. Whatever
 * else is in it stays as it was written; outside of its strings nothing changes.
 */
export const escapeJson = (json: string): string => escapeQuoted(json, jsonEscape);

/** The same of any text whose double-quoted strings are written like JSON’s, with escapes of its language. */
export function escapeQuoted(json: string, escape: (text: string) => string): string {
  const parts: string[] = [];
  let from = 0;
  const strings = charactersInJson(json).filter((token) => json[token.offset] === '"');
  for (const { offset, length } of strings.flatMap(({ characters }) => characters)) {
    parts.push(json.slice(from, offset), escapedPart(json.slice(offset, offset + length), escape));
    from = offset + length;
  }
  return [...parts, json.slice(from)]
    .join('')
    .replaceAll(
      MARKS_BEHIND_ESCAPE,
      (_whole, before: string, marks: string) => before + Array.from(marks, escape).join(''),
    );
}

/** What is an escape already stays: a letter's marks may be written in both ways. */
const escapedPart = (written: string, escape: (text: string) => string): string =>
  written.replace(/\\u[0-9a-fA-F]{4}|\\.|[^]/gu, (unit) => (unit.startsWith('\\') ? unit : escape(unit)));
