import { globMatcher } from './glob.ts';

/** When one pattern matches everything that another matches. Used to drop what is granted anyway. */

/** Policy variables (`${aws:userid}`) and placeholders are unknown text: only a wildcard or the same text covers them. */
const TOKEN = /\$\{[^}]*\}|<[A-Za-z_]+>|[\s\S]/gu;

/** Whether action pattern `wide` covers `narrow`. Action names compare without regard to case. */
export function coversAction(wide: string, narrow: string): boolean {
  return coversGlob(wide.toLowerCase(), narrow.toLowerCase());
}

/**
 * Whether ARN pattern `wide` of a condition covers `narrow`: the six fields compare each by itself, and a pattern with fewer
 * matches nothing. Resources: `subsumesResource`. Sound: never true when it should not be.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function coversArn(wide: string, narrow: string): boolean {
  if (wide === '*' || wide === narrow) return true;
  const wildcard = wide.search(/[*?]/);
  if (wildcard === -1) return false;
  if (isPlainPrefix(wide, wildcard)) return narrow.startsWith(wide.slice(0, -1));
  const [one, other] = [fieldsOf(wide), fieldsOf(narrow)];
  if (!one || !other || beginsUnknown(wide) || beginsUnknown(narrow)) return false;
  return one.every((field, index) => coversGlob(field, other[index] ?? ''));
}

/** A variable at the start may bring in several fields, so that those behind it are not the ones they look like. */
const beginsUnknown = (pattern: string): boolean => /^[^:]*[$<]/.test(pattern);

/** Whether a pattern has all six fields of an ARN. */
export const isWhole = (pattern: string): boolean =>
  /^(?:[^:$<]*:){5}/.test(pattern) || fieldsOf(pattern) !== undefined;

/** An ARN without unknown text whose only wildcard is a `*` at its end, past the five fields: the usual case, told fast. */
function isPlainPrefix(wide: string, wildcard: number): boolean {
  return wildcard === wide.length - 1 && wide.endsWith('*') && /^(?:[^:$<]*:){5}[^$<]*$/.test(wide);
}

/** The six fields of an ARN; a colon within `${…}` does not separate. Nothing for what is not an ARN. */
function fieldsOf(resource: string): readonly string[] | undefined {
  const fields = [''];
  for (const token of resource.match(TOKEN) ?? []) {
    if (token === ':' && fields.length < 6) fields.push('');
    else fields[fields.length - 1] += token;
  }
  return fields.length === 6 ? fields : undefined;
}

/**
 * Whether glob `wide` matches every text that glob `narrow` matches. `*` in `narrow` is only covered by `*`, `?` by `?`
 * or `*`. Sound: never true when it should not be, and never false for a name without wildcards that matches.
 */
export function coversGlob(wide: string, narrow: string): boolean {
  if (wide === narrow || wide === '*') return true;
  const wildcard = wide.search(/[*?]/);
  if (wildcard === -1) return false;
  if (wildcard === wide.length - 1 && wide.endsWith('*') && !/[$<]/.test(wide))
    return narrow.startsWith(wide.slice(0, -1));
  // A name, not a pattern: only that is sure for patterns however long they are.
  if (!/[*?$<]/.test(narrow)) return globMatcher(wide)(narrow);
  if (isBeyondUse(wide) || isBeyondUse(narrow)) return false;
  const [pattern, text] = [wide.match(TOKEN) ?? [], narrow.match(TOKEN) ?? []];
  let reachable = new Set([0]);
  closeOverStars(pattern, reachable);
  for (const token of text) {
    reachable = step(pattern, reachable, token);
    if (reachable.size === 0) return false;
  }
  return reachable.has(pattern.length);
}

/** No name in AWS is as long, and no pattern needs as many stars; asked about each other they would take seconds. */
const isBeyondUse = (glob: string): boolean => glob.length > 4096 || glob.split('*').length > 64;

/** Pattern positions that can be reached after one more token of the text. */
function step(pattern: readonly string[], from: ReadonlySet<number>, token: string): Set<number> {
  const reached = new Set<number>();
  for (const position of from) {
    const expected = pattern[position];
    if (expected === '*') reached.add(position);
    else if (expected === token || (expected === '?' && isOneCharacter(token))) reached.add(position + 1);
  }
  closeOverStars(pattern, reached);
  return reached;
}

/** As IAM counts: a character beyond the basic plane is two. */
const isOneCharacter = (token: string): boolean => token !== '*' && token.length === 1;

/** A `*` may match nothing. */
function closeOverStars(pattern: readonly string[], positions: Set<number>): void {
  for (const position of positions) if (pattern[position] === '*') positions.add(position + 1);
}
