/**
 * Brackets that are open at once, marks of collections side by side, and commas with nothing between them: no text has so many, and
 * the library takes long for each of them.
 */
const TOO_MANY = 5000;

/** Why a text is not tried, and where. One pass; brackets, marks and commas in strings and comments count, too. */
export function tooSlowToRead(
  text: string,
): { readonly detail: string; readonly offset: number } | undefined {
  let [depth, marks, commas] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    const isBlank = character === ' ' || character === '\t';
    if ('-?:'.includes(character)) marks += 1;
    else if (!isBlank) marks = 0;
    if (character === ',') commas += 1;
    else if (!isBlank && character !== '\n' && character !== '\r') commas = 0;
    if (depth > TOO_MANY || marks > TOO_MANY) return { detail: 'TOO_DEEP', offset: at };
    if (commas > TOO_MANY) return { detail: 'UNEXPECTED_TOKEN', offset: at };
  }
  return undefined;
}
