import { variableParts } from '../../simulate/policyVariables.ts';
import { UNMEANT_NAME } from './escalationPath.ts';

/** What a pattern is made of: single letters, and these. */
const ANY = 'any text';
/** A policy variable: it takes one value for each request, which has no wildcards. */
const VALUE = 'value';
/** The first letter of a value that is never empty. */
const LETTER = 'letter';
/** In a sample: the name that no policy means, so that no value of a variable is or has it. */
const NAME = 'name';

type Token = string;

/** Whether a text has policy variables. What looks like one and is none is plain text. */
export const hasVariables = (text: string): boolean =>
  text.includes('${') && variableParts(text).some((part) => typeof part !== 'string' && 'key' in part);

/**
 * Whether a text with variables matches a sample, for some values of the variables: all values of every variable count, since the
 * tags of a principal are set elsewhere, and a default is a value too. A sample that represents every name is matched only where
 * wildcards of the text cover the name: a variable alone has one value in each request. `?` counts as `*`.
 */
export function meetsForSomeValues(text: string, sample: string, wildcards: boolean): boolean {
  const pattern = tokensOfText(text, wildcards);
  const goal = tokensOfSample(sample);
  let places = passed(pattern, [0]);
  goal.forEach((token, index) => {
    const isLast = index === goal.length - 1;
    const next = token === ANY ? afterAny(pattern, places, isLast) : afterLetter(pattern, places, token);
    places = passed(pattern, next);
  });
  return places.has(pattern.length);
}

function tokensOfText(text: string, wildcards: boolean): readonly Token[] {
  return variableParts(text).flatMap((part): readonly Token[] => {
    if (typeof part !== 'string')
      return 'key' in part ? [...(mayBeEmpty(part) ? [] : [LETTER]), VALUE] : [part.literal];
    return part
      .split('')
      .map((letter): Token => (wildcards && (letter === '*' || letter === '?') ? ANY : letter));
  });
}

/** A tag can have an empty value, and a default can be empty; other keys with a value are not empty. */
const mayBeEmpty = ({ key, fallback }: { readonly key: string; readonly fallback?: string }): boolean =>
  fallback === '' || /tag\//.test(key);

const tokensOfSample = (sample: string): readonly Token[] =>
  sample
    .split(new RegExp(`(${UNMEANT_NAME})`, 'i'))
    .flatMap((part, index): readonly Token[] =>
      index % 2 === 1 ? [NAME] : part.split('').map((letter) => (letter === '*' ? ANY : letter)),
    );

/** Places in a pattern that can be reached without a further letter: wildcards and values may be empty. */
function passed(pattern: readonly Token[], places: Iterable<number>): ReadonlySet<number> {
  const reached = new Set(places);
  for (const place of reached) if (pattern[place] === ANY || pattern[place] === VALUE) reached.add(place + 1);
  return reached;
}

/** The places after one more letter, or the name, of a sample. */
function afterLetter(
  pattern: readonly Token[],
  places: ReadonlySet<number>,
  letter: Token,
): readonly number[] {
  return [...places].flatMap((place) => {
    const token = pattern[place];
    if (token === ANY) return [place];
    if (token === VALUE) return letter === NAME ? [] : [place];
    return token === letter || (token === LETTER && letter !== NAME) ? [place + 1] : [];
  });
}

/** The places after a part of a sample that can be any text: one field, or all that is left at its end. */
function afterAny(
  pattern: readonly Token[],
  places: ReadonlySet<number>,
  isLast: boolean,
): ReadonlySet<number> {
  const reached = new Set(places);
  for (const place of reached) {
    const token = pattern[place];
    if (token !== undefined && (isLast || (token !== ':' && token !== '/'))) reached.add(place + 1);
  }
  return reached;
}
