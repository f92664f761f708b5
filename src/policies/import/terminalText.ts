import { type RepairedText, repairedText } from './repairedText.ts';

/** What a terminal takes as colors, titles, and places, and does not show. Source: https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ */
const CONTROL = /\u001b(?:\[[\d;:?]{0,40}[@-~]|\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)|\([AB0])/g;

/**
 * The same without the invisible escape character, which a copy can lack: colors alone, and only where one of them ends as well. What
 * begins as the end of a color and goes on as a word is the first entry of a list: `[mgn:StartTest]`.
 */
const BARE = /(?:\^\[)?\[(?:\d{1,3}(?:;\d{1,3}){0,6}m|m(?!\w))/g;
const HAS_BARE = /\[(?:\d;)?[349]\d(?:;\d{1,3}){0,5}m[^]*\[0?m/;

/** Words that were removed in front of those that came for them, in their colors: without these, both would be one word. */
const CHANGED_WORD = /\[(?:1;)?31m[^\u001b\n[]*(?:\u001b|\^\[)?\[0?m(?:\u001b|\^\[)?\[(?:1;)?32m/;

/** What a terminal shows of a text with colors; nothing for another text. */
export function terminalText(text: string): RepairedText | undefined {
  const signs = text.includes('\u001b') ? CONTROL : HAS_BARE.test(text) ? BARE : undefined;
  if (!signs || CHANGED_WORD.test(text)) return undefined;
  const edits = Array.from(text.matchAll(signs), ({ 0: sign, index }) => ({
    offset: index,
    length: sign.length,
    text: '',
  }));
  return edits.length === 0 ? undefined : repairedText(text, 0, text.length, edits);
}
