/** What a program's text has that looks like JSON, can't be read, and is of something else than policies, such as a tag. */

/** An object that is longer is listed. */
const LONGEST = 2000;

/** Words of policies, and what puts parts of other objects into one. */
const MAY_BE_POLICY =
  /statement|effect|action|resource|principal|condition|polic|document|version|sid\b|allow|deny|arn\b|role|\*\*|\.\.\.|\bfor\b/i;

/** Names of values, each written down: none is computed, so that none is one of a policy. */
const WRITTEN_KEY = /^[{[\s]{0,40}(?:"[\w.:/-]{1,60}"|'[\w.:/-]{1,60}'|[A-Za-z_]\w{0,60})\s{0,9}:/;

/** Whether the object or list at an offset is whole, and neither it nor the line in front of it has a word of policies. */
export function isOfSomethingElse(text: string, start: number): boolean {
  const end = endOf(text, start);
  if (end === undefined) return false;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const whole = text.slice(start, end);
  return (
    WRITTEN_KEY.test(whole) &&
    !/[{,]\s*\[/.test(whole) &&
    !MAY_BE_POLICY.test(text.slice(Math.max(line, start - 200), end))
  );
}

/** Behind the bracket that closes the one at an offset. */
function endOf(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + LONGEST); at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') depth += 1;
    if (character === '}' || character === ']') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return undefined;
}
