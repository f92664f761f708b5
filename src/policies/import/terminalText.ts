import { type RepairedText, repairedText } from './repairedText.ts';

/** What a terminal takes as colors, titles, and places, and does not show. Source: https://www.ecma-international.org/publications-and-standards/standards/ecma-48/ */
const CONTROL = /\u001b(?:\[[\d;:?]{0,40}[@-~]|\][^\u0007\u001b]{0,2000}(?:\u0007|\u001b\\)|\([AB0])/g;

/** Words that were removed in front of those that came for them, in their colors: without these, both would be one word. */
const CHANGED_WORD = /\u001b\[(?:1;)?31m[^\u001b\n]*\u001b\[0?m\u001b\[(?:1;)?32m/;

/** What a terminal shows of a text with colors; nothing for another text. */
export function terminalText(text: string): RepairedText | undefined {
  if (!text.includes('\u001b') || CHANGED_WORD.test(text)) return undefined;
  const edits = Array.from(text.matchAll(CONTROL), ({ 0: sign, index }) => ({
    offset: index,
    length: sign.length,
    text: '',
  }));
  return edits.length === 0 ? undefined : repairedText(text, 0, text.length, edits);
}
