import { UNKNOWN_TEXT } from './placeholder.ts';
import { globMatcher } from './glob.ts';

/** When one pattern matches everything that another matches. Used to drop what is granted anyway. */

/** Policy variables (`${aws:userid}`) and placeholders are unknown text: only a wildcard or the same text covers them. */
const TOKEN = new RegExp(`${UNKNOWN_TEXT}|[\\s\\S]`, 'gu');

/** Whether action pattern `wide` covers `narrow`. Action names compare without regard to case. */
export function coversAction(wide: string, narrow: string): boolean {
  return patternSubsumes(wide.toLowerCase(), narrow.toLowerCase());
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
  if (!narrow.startsWith(wide.slice(0, wildcard))) return false;
  if (isPlainPrefix(wide, wildcard)) return true;
  const [one, other] = [fieldsOf(wide), fieldsOf(narrow)];
  if (!one || !other || beginsUnknown(wide) || beginsUnknown(narrow)) return false;
  return one.every((field, index) => patternSubsumes(field, other[index] ?? ''));
}

/** A variable at the start may bring in several fields, so that those behind it are not the ones they look like. */
const beginsUnknown = (pattern: string): boolean => /^[^:]*[$<]/.test(pattern);

/** Whether a pattern has all six fields of an ARN. */
export const hasAllFields = (pattern: string): boolean =>
  /^(?:[^:$<]*:){5}/.test(pattern) || fieldsOf(pattern) !== undefined;

/** An ARN without unknown text whose only wildcard is a `*` at its end, past the five fields: the usual, fast case. */
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
 * Whether glob `wide` matches every text that glob `narrow` matches. Exact for `*` and `?` over all texts, so that `?*` and
 * `*?` cover each other; unknown text is covered by `*` and by itself. Sound: never true when it should not be. Globs that no
 * policy needs are not compared, and cover nothing but the same text.
 */
export function patternSubsumes(wide: string, narrow: string): boolean {
  if (wide === narrow || wide === '*') return true;
  const wildcard = wide.search(/[*?]/);
  if (wildcard === -1) return false;
  if (wildcard === wide.length - 1 && wide.endsWith('*') && !/[$<]/.test(wide))
    return narrow.startsWith(wide.slice(0, -1));
  // A name, not a pattern: only that is sure for patterns however long they are.
  if (!/[*?$<]/.test(narrow)) return globMatcher(wide)(narrow);
  // One of the texts that the narrow glob matches, without any letter of the other: most pairs end here.
  if (!globMatcher(wide)(narrow.replaceAll(/[*?]/g, '\0'))) return false;
  if (isTooComplex(wide) || isTooComplex(narrow)) return false;
  const pattern = tokensOf(wide);
  let reachable: readonly Places[] = [closed(pattern, [0])];
  for (const token of tokensOf(narrow)) {
    reachable =
      token === ANY
        ? smallest(reachable.flatMap((places) => afterAny(pattern, places)))
        : reachable.map((places) => step(pattern, places, token));
    if (reachable.length > MOST || reachable.some((places) => places.length === 0)) return false;
  }
  return reachable.every((places) => places.at(-1) === pattern.length);
}

const ANY = '*';
const ONE = '?';

/** Ways through a pattern that are followed side by side. Real patterns need one or two. */
const MOST = 64;

/** No name in AWS is as long, and no pattern needs as many stars; comparing them would take seconds. */
const isTooComplex = (glob: string): boolean => glob.length > 4096 || glob.split(ANY).length > 64;

/** The tokens of a glob; of wildcards in a row `?` come first, and one `*` is enough. */
function tokensOf(glob: string): readonly string[] {
  const tokens: string[] = [];
  let any = false;
  for (const token of glob.match(TOKEN) ?? []) {
    if (token === ANY) any = true;
    else {
      if (any && token !== ONE) {
        tokens.push(ANY);
        any = false;
      }
      tokens.push(token);
    }
  }
  return any ? [...tokens, ANY] : tokens;
}

/** Positions in a pattern, ascending. */
type Places = readonly number[];

/** Positions that can be reached after one more token of the text. `?` of the text is a character that no pattern has. */
function step(pattern: readonly string[], from: Places, token: string): Places {
  const reached: number[] = [];
  for (const place of from) {
    const expected = pattern[place];
    if (expected === ANY) reached.push(place);
    else if (expected === token || (expected === ONE && isOneCharacter(token))) reached.push(place + 1);
  }
  return closed(pattern, reached);
}

/** The sets of positions after no, one, two … characters that no pattern has: more cannot be demanded of a `*`. */
function afterAny(pattern: readonly string[], from: Places): readonly Places[] {
  const found = new Map<string, Places>();
  let places = from;
  while (!found.has(places.join())) {
    found.set(places.join(), places);
    places = step(pattern, places, ONE);
  }
  return [...found.values()];
}

/** The sets that contain no other one: what leads on from the smaller leads on from the larger. */
function smallest(sets: readonly Places[]): readonly Places[] {
  const unique = [...new Map(sets.map((places) => [places.join(), places])).values()];
  const placeSets = unique.map((places) => new Set(places));
  return unique.filter(
    (_, index) =>
      !unique.some(
        (other, at) =>
          at !== index &&
          other.length < (placeSets[index]?.size ?? 0) &&
          other.every((place) => placeSets[index]?.has(place)),
      ),
  );
}

/** As IAM counts: a character beyond the basic plane is two. */
const isOneCharacter = (token: string): boolean => token.length === 1;

/** A `*` may match nothing. */
function closed(pattern: readonly string[], places: readonly number[]): Places {
  const found = new Set(places);
  for (const place of found) if (pattern[place] === ANY) found.add(place + 1);
  return [...found].toSorted((one, other) => one - other);
}
