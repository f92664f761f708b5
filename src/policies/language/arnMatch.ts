import { globMatcher, matchGlob } from './glob.ts';

/**
 * Text after its policy variables have been replaced. Characters at the places in `literal` mean themselves: `${*}`, and
 * whatever a variable brought in.
 */
export interface PatternText {
  readonly text: string;
  readonly literal?: ReadonlySet<number>;
}

export type TextMatcher = (value: string) => boolean;

/** Matches values against a text in which `*` is any run of characters and `?` exactly one; case counts. */
export function matcherOfPattern(pattern: PatternText): TextMatcher {
  const { text, literal } = pattern;
  if (!literal) return globMatcher(text);
  return (value) => matchGlob(text, value, literal);
}

/**
 * Matches ARNs: the first five fields each by themselves, the sixth with all that follows. Case counts. Of the patterns with
 * fewer fields only those of nothing but `*` match.
 */
export function matcherOfArnPattern(pattern: PatternText, fields = patternFields(pattern)): TextMatcher {
  if (fields.length < 6) return isOnlyStars(pattern) ? () => true : () => false;
  if (!/[*?]/.test(pattern.text)) return (value) => value === pattern.text;
  if (isOpenEnd(pattern)) return startsLike(pattern.text.slice(0, -1));
  const matchers = fields.map(matcherOfPattern);
  return (value) => {
    const given = arnFields(value);
    return given !== undefined && matchers.every((matcher, index) => matcher(given[index] ?? ''));
  };
}

/** Nothing but wildcards: such a pattern matches everything, ARN or not. */
export const isOnlyStars = ({ text, literal }: PatternText): boolean => /^\*+$/.test(text) && !literal;

const startsLike =
  (start: string): TextMatcher =>
  (value) =>
    value.startsWith(start);

/** The usual case: the only wildcard is a `*` at the end of the sixth field. */
function isOpenEnd({ text, literal }: PatternText): boolean {
  return !literal && text.search(/[*?]/) === text.length - 1 && text.endsWith('*');
}

/** A colon that a variable brought in does not separate, unless the pattern begins with it: then it is an ARN's. */
export function patternFields({ text, literal }: PatternText): readonly PatternText[] {
  const separates = literal?.has(0) === true;
  const fields: PatternText[] = [];
  let start = 0;
  for (let at = 0; at < text.length && fields.length < 5; at += 1) {
    if (text[at] !== ':' || (!separates && literal?.has(at))) continue;
    fields.push(part(text, literal, start, at));
    start = at + 1;
  }
  return [...fields, part(text, literal, start, text.length)];
}

function part(
  text: string,
  literal: ReadonlySet<number> | undefined,
  start: number,
  end: number,
): PatternText {
  const slice = text.slice(start, end);
  if (!literal) return { text: slice };
  const places = [...literal].filter((at) => at >= start && at < end).map((at) => at - start);
  return places.length > 0 ? { text: slice, literal: new Set(places) } : { text: slice };
}

/** The six fields of an ARN; nothing for what is none. */
export function arnFields(value: string): readonly string[] | undefined {
  const fields: string[] = [];
  let start = 0;
  while (fields.length < 5) {
    const colon = value.indexOf(':', start);
    if (colon === -1) return undefined;
    fields.push(value.slice(start, colon));
    start = colon + 1;
  }
  fields.push(value.slice(start));
  return fields;
}
