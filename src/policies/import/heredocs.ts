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
