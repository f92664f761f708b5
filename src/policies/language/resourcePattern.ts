import { replaceUnknownText } from './placeholder.ts';
import { coversArn, hasAllFields } from './subsumes.ts';
import {
  matcherOfArnPattern,
  matcherOfPattern,
  isOnlyStars,
  type TextMatcher,
  patternFields,
} from './arnMatch.ts';
import type { PatternText } from './arnMatch.ts';

/**
 * How a resource pattern with fewer than six fields is read. `fields`: each field by itself; fields that are missing are `*`.
 * `plain`: besides, a `*` may reach beyond its field, over colons. IAM's page on `Resource` says that a `*` at the end of a field
 * can; AWS's samples for custom policy checks pass only where it does not. All other patterns have one reading, `fields`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export type PatternReading = 'fields' | 'plain';

/** The matchers of one resource pattern. */
export interface ResourceMatchers {
  readonly fields: TextMatcher;
  /** Only where the readings can differ. It matches all that `fields` matches. */
  readonly plain: TextMatcher | undefined;
}

const WHOLE = 6;

/**
 * The one matcher of resources, for `Resource` and `NotResource` alike, from a pattern whose variables have been replaced. Case
 * counts. Nothing but `*` matches everything. Six fields or more: the first five each by itself, the sixth with all that follows.
 * Fewer, beginning with the field `arn`: completed with `:*`, so `arn:aws:sqs` is `arn:aws:sqs:*:*:*`. Any other text matches
 * nothing.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function resourceMatchers(pattern: PatternText): ResourceMatchers {
  const written = patternFields(pattern);
  if (written.length >= WHOLE) return { fields: matcherOfArnPattern(pattern, written), plain: undefined };
  const complete = completed(pattern);
  const fields = matcherOfArnPattern(complete);
  if (!readingsDiffer(pattern)) return { fields, plain: undefined };
  const [text, whole] = [matcherOfPattern(pattern), matcherOfPattern(complete)];
  return { fields, plain: (value) => text(value) || whole(value) };
}

/** Whether a pattern without variables matches a resource: an ARN, or `*` for a call that names none. */
export function matchesResource(
  pattern: string,
  resource: string,
  reading: PatternReading = 'fields',
): boolean {
  const { fields, plain = fields } = resourceMatchers({ text: pattern });
  return reading === 'plain' ? plain(resource) : fields(resource);
}

/** A pattern that begins with the field `arn` and has fewer than six with `:*` for each that is missing; any other as it is. */
export const completeArn = (text: string): string => completed({ text }).text;

function completed(pattern: PatternText): PatternText {
  const fields = patternFields(pattern);
  if (fields.length >= WHOLE || fields[0]?.text !== 'arn') return pattern;
  return { ...pattern, text: `${pattern.text}${':*'.repeat(WHOLE - fields.length)}` };
}

/**
 * Whether some resource matches a pattern in the reading `plain` and not in the reading `fields`: fewer than six fields, and a
 * `*` with something behind it or before the field `arn` ends. `arn:aws:s3:*` and `arn:aws:s3` mean the same in both.
 */
export function readingsDiffer(pattern: PatternText): boolean {
  const fields = patternFields(pattern);
  if (fields.length >= WHOLE || isOnlyStars(pattern)) return false;
  const text = withoutLiterals(pattern);
  const wildcard = text.search(/[*?]/);
  if (!text.includes('*')) return false;
  if (fields[0]?.text !== 'arn') return beginsLikeAnArn(text.slice(0, wildcard));
  const isPrefix = /^[^*?]*\*+(?::\*+)*$/.test(text);
  return !isPrefix || text.split(':').length !== fields.length;
}

/** As `readingsDiffer`, of a pattern as a policy writes it; policy variables and placeholders count as text within one field. */
export const isReadTwoWays = (written: string): boolean =>
  readingsDiffer({ text: replaceUnknownText(written, 'x') });

/** Requests have only ARNs and `*` as their resource. */
const beginsLikeAnArn = (start: string): boolean => start.startsWith('arn:') || 'arn:'.startsWith(start);

/** Wildcards that mean themselves are other letters. */
function withoutLiterals({ text, literal }: PatternText): string {
  if (!literal) return text;
  return text.replaceAll(/[*?]/g, (letter, at: number) => (literal.has(at) ? 'x' : letter));
}

/**
 * Whether resource pattern `wider` matches all that `narrower` matches, in both readings. Sound: never true when it should not
 * be. Policy variables and placeholders are unknown text. A pattern whose readings can differ covers nothing but the same text.
 */
export function subsumesResource(wider: string, narrower: string): boolean {
  if (wider === narrower || isOnlyStars({ text: wider })) return true;
  const wide = wholePattern(wider);
  if (wide === undefined) return false;
  const start = startOf(wide);
  if (start !== undefined) return narrower.startsWith(start);
  const narrow = wholePattern(narrower);
  return narrow !== undefined && coversArn(wide, narrow);
}

/** A pattern in six fields that has one reading; nothing for others, and for what is short and has unknown text. */
function wholePattern(text: string): string | undefined {
  if (hasAllFields(text)) return text;
  if (/[$<]/.test(text) || !text.startsWith('arn:') || readingsDiffer({ text })) return undefined;
  return completeArn(text);
}

/** The text that all begin with which a pattern matches, where it matches all that begin so: the usual case. */
function startOf(whole: string): string | undefined {
  const [, start, stars] = /^(arn:[^*?$<]*)\*+((?::\*+)*)$/.exec(whole) ?? [];
  if (start === undefined) return undefined;
  return stars === '' || whole.split(':').length === WHOLE ? start : undefined;
}
