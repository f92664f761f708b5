import { type RepairedText, repairedText } from './repairedText.ts';

/** A document of a shell begins: its name, which is not in quotation marks where its variables are replaced. */
const OPENING = /(?<!<)<<-?[^\S\n]*([A-Za-z_]\w*)(?![\w(])[^\n]*\n/g;

/** So far is looked for where a document begins and ends. */
const [BEFORE, BEHIND] = [2000, 20_000];

/**
 * Whether a place is in a document of a shell whose variables are replaced, also where marks of a log or of a search are in front of each
 * line. One without its end is none.
 */
export function isInHeredoc(text: string, place: number): boolean {
  const before = text.slice(Math.max(0, place - BEFORE), place);
  const opening = Array.from(before.matchAll(OPENING)).at(-1);
  if (!opening) return false;
  const [{ length }, name = ''] = opening;
  const end = new RegExp(String.raw`(?:^|[^\w"'<])${name}[^\S\n]*$`, 'm');
  return !end.test(before.slice(opening.index + length)) && end.test(text.slice(place, place + BEHIND));
}

/** A policy variable of IAM behind a backslash, which a shell takes away: `\${aws:username}`. */
const KEPT = /\\(?=\$\{(?:[\w.-]{1,60}:[^{}\n]{1,100}|[*?$])\})/g;

/** A text with more of them is not read so. */
const MOST_KEPT = 2000;

/** A text with documents of a shell, in which a backslash keeps policy variables, as the shell passes it on; nothing for another text. */
export function heredocText(text: string): RepairedText | undefined {
  if (!text.includes('<<') || text.search(KEPT) === -1) return undefined;
  const places = Array.from(text.matchAll(KEPT), ({ index }) => index);
  if (places.length > MOST_KEPT) return undefined;
  const edits = places
    .filter((place) => isInHeredoc(text, place))
    .map((offset) => ({ offset, length: 1, text: '' }));
  return edits.length === 0 ? undefined : repairedText(text, 0, text.length, edits);
}
