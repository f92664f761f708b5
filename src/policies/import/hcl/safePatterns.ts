/**
 * Patterns that mean the same in Terraform and here, and are matched in a time that is in proportion to the text: characters, classes,
 * alternatives and groups, with a repetition of single characters.
 * Source: https://developer.hashicorp.com/terraform/language/functions/regex
 */
const SAFE =
  /^\^?(?:[A-Za-z0-9 _/:@,=-]|\\[./dwDW*+?$^|()[\]{}-]|\.|\||\(|\)(?![*+?{])|\[\^?(?:[A-Za-z0-9_/:.@ -]|\\[dw./-])+\]|[*+?])*\$?$/;

const LONGEST_PATTERN = 200;
const LONGEST_TEXT = 200;

/** `*` and `+`; `?` */
const MOST_REPEATED = 2;
const MOST_OPTIONAL = 4;

/** Every match from left to right: its text, or what its groups match. Nothing for other patterns, and for what these could mean differently. */
export function matchesOf(
  pattern: string,
  text: string,
): readonly (string | readonly string[])[] | undefined {
  const isShort = pattern.length <= LONGEST_PATTERN && text.length <= LONGEST_TEXT;
  const isSimple = countOf(pattern, /[*+]/g) <= MOST_REPEATED && countOf(pattern, /\?/g) <= MOST_OPTIONAL;
  const isKnown = SAFE.test(pattern) && !/\(\?(?!:)/.test(pattern);
  if (!isShort || !isSimple || !isKnown || !/^[\x20-\x7E]*$/.test(text)) return undefined;
  const read = patternOf(pattern);
  const matches = read && [...text.matchAll(read)];
  // An empty match, and a group that matches nothing, are not the same everywhere.
  if (!matches || matches.some(([whole, ...groups]) => whole === '' || groups.includes(''))) return undefined;
  const isWhole = matches.every((match) => match.every((group) => typeof group === 'string'));
  return isWhole ? matches.map(([whole, ...groups]) => (groups.length === 0 ? whole : groups)) : undefined;
}

const countOf = (text: string, sign: RegExp): number => (text.match(sign) ?? []).length;

function patternOf(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'g');
  } catch {
    return undefined;
  }
}
