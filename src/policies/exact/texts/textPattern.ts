import { foldCase, unitsOfAnyCase } from '../../language/caseFolding.ts';
import { readingsDiffer } from '../../language/resourcePattern.ts';
import { isPlaceholderHole, type Letter, patternTextOf, type Token } from './token.ts';

/** A pattern as its steps. */
export type Pattern = readonly Token[];

/**
 * How resource patterns are read. `fields`: each of the first five fields by itself. `plain`: as one text, in which wildcards reach
 * over colons. `short`: what `simulate` shows as the other reading, `plain` for the patterns with fewer than six fields that AWS may
 * read so, and `fields` for all others.
 */
export type Reading = 'fields' | 'plain' | 'short';

const isWild = (letter: Letter, sign: string): boolean =>
  'unit' in letter && !letter.literal && letter.unit === sign;

/** The units of ASCII, of which nearly every pattern is made: each once. */
const asciiUnits: readonly Token[] = Array.from({ length: 128 }, (_, code) => ({
  kind: 'unit',
  units: String.fromCharCode(code),
}));

const unitToken = (units: string): Token =>
  (units.length === 1 ? asciiUnits[units.charCodeAt(0)] : undefined) ?? { kind: 'unit', units };

function tokenOf(letter: Letter, colons: boolean): Token {
  if ('hole' in letter) return { kind: 'hole', name: letter.hole, colons };
  if (isWild(letter, '*')) return { kind: 'run', colons };
  if (isWild(letter, '?')) return { kind: 'one', colons };
  return unitToken(letter.unit);
}

/** `StringLike`, and a resource as one text: wildcards match any characters, colons too. */
export const likePattern = (letters: readonly Letter[]): Pattern =>
  letters.map((letter) => tokenOf(letter, true));

/** An action: as `likePattern`, in lower case. */
export const actionPattern = (letters: readonly Letter[]): Pattern =>
  likePattern(letters).map((token) => (token.kind === 'unit' ? unitToken(foldCase(token.units)) : token));

/** `StringEquals`: every character means itself. */
export const equalsPattern = (letters: readonly Letter[]): Pattern =>
  letters.map((letter) =>
    'hole' in letter ? { kind: 'hole', name: letter.hole, colons: true } : unitToken(letter.unit),
  );

/** `StringEqualsIgnoreCase`: letters of either case. */
export const ignoreCasePattern = (letters: readonly Letter[]): Pattern =>
  equalsPattern(letters).map((token) =>
    token.kind === 'unit' ? { ...token, units: unitsOfAnyCase(token.units) } : token,
  );

const FIELDS = 6;

const isSeparator = (letter: Letter): boolean => isWild(letter, ':');

/** The fields of an ARN's pattern, the sixth with all that follows. */
function fieldsOf(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const fields: Letter[][] = [[]];
  for (const letter of letters) {
    if (fields.length < FIELDS && isSeparator(letter)) fields.push([]);
    else fields.at(-1)?.push(letter);
  }
  return fields;
}

const isOnlyStars = (letters: readonly Letter[]): boolean =>
  letters.length > 0 && letters.every((letter) => isWild(letter, '*'));

const EVERYTHING: Pattern = [{ kind: 'run', colons: true }];

const textOf = (letters: readonly Letter[]): string =>
  letters.map((letter) => ('unit' in letter ? letter.unit : '\0')).join('');

/** A colon that a variable brought into one of the first five fields is in none of them, so that nothing matches. */
const hasColon = (field: readonly Letter[]): boolean =>
  field.some((letter) => 'unit' in letter && letter.unit === ':');

function joined(fields: readonly (readonly Letter[])[]): Pattern | undefined {
  if (fields.slice(0, FIELDS - 1).some(hasColon)) return undefined;
  return fields.flatMap((field, at): Token[] => [
    ...(at > 0 ? [{ kind: 'unit', units: ':' } as const] : []),
    ...field.map((letter) => tokenOf(letter, at === FIELDS - 1)),
  ]);
}

/**
 * `ArnLike` and `ArnEquals`: six fields, each by itself. Nothing but `*` matches every value; of patterns with fewer fields none
 * matches.
 */
export function arnPattern(letters: readonly Letter[]): Pattern | undefined {
  if (isOnlyStars(letters)) return EVERYTHING;
  const fields = fieldsOf(letters);
  return fields.length === FIELDS ? joined(fields) : undefined;
}

/** A resource. Several patterns where it matches what one of them does. */
export function resourcePatterns(letters: readonly Letter[], reading: Reading): readonly Pattern[] {
  if (reading !== 'fields' && readingsDiffer(patternTextOf(letters)))
    return [letters, completed(letters)].map(likePattern);
  if (reading === 'plain' && fieldsOf(letters).length === FIELDS) return [likePattern(letters)];
  const pattern = resourcePattern(letters);
  return pattern ? [pattern] : [];
}

/** Field by field: as `arnPattern`; one that begins with the field `arn` is completed with `:*`. */
const resourcePattern = (letters: readonly Letter[]): Pattern | undefined => arnPattern(completed(letters));

function completed(letters: readonly Letter[]): readonly Letter[] {
  const fields = fieldsOf(letters);
  if (textOf(fields[0] ?? []) !== 'arn') return letters;
  const missing = ':*'.repeat(FIELDS - fields.length).split('');
  return [...letters, ...missing.map((unit) => ({ unit, literal: false }))];
}

const isMissing = (letter: Letter): boolean => 'hole' in letter && isPlaceholderHole(letter.hole);

/**
 * Whether a text can be an ARN only with the value that is missing in it, which has fields of its own: `<ROLE_ARN>`,
 * `<BUCKET_ARN>/*`. As it is written it would match nothing.
 */
export const isOpenArn = (letters: readonly Letter[]): boolean =>
  letters.some(isMissing) && fieldsOf(letters).length < FIELDS;

/**
 * Such a text, whatever the value is. In which field something behind a colon is depends on the value: `unknown`. What is before
 * the value is in none but the first five fields.
 */
export function openArnPattern(letters: readonly Letter[], reading: Reading): Pattern | 'unknown' {
  const at = letters.findIndex(isMissing);
  const rest = letters.slice(at);
  if (rest.some(isSeparator)) return 'unknown';
  const before = letters.slice(0, at).map((letter) => tokenOf(letter, reading !== 'fields'));
  return [...before, ...rest.map((letter) => tokenOf(letter, true))];
}
