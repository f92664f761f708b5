import { matchGlob } from '../../language/glob.ts';
import { isOnlyStars, patternFields } from '../../language/arnMatch.ts';
import {
  arnPattern,
  equalsPattern,
  ignoreCasePattern,
  isOpenArn,
  likePattern,
  openArnPattern,
  type Pattern,
  type Reading,
  resourcePatterns,
} from './textPattern.ts';
import { isPlaceholderHole, type Letter, patternTextOf, type Token } from './token.ts';

/**
 * Patterns as the simulator reads them, where it reads them in another way than the rules for documents do. `unknown`: what a
 * pattern matches is not known before its policy variable is.
 */
export type SimulatedPatterns = readonly Pattern[] | 'unknown';

const colon: Token = { kind: 'unit', units: ':' };
const field: Token = { kind: 'run', colons: false };
const anything: Token = { kind: 'run', colons: true };
export const unitsOf = (text: string): Pattern => text.split('').map((units) => ({ kind: 'unit', units }));

/** Every ARN: `arn:` and five fields more. */
export const ANY_ARN: Pattern = [
  ...unitsOf('arn'),
  ...Array.from({ length: 4 }, () => [colon, field]).flat(),
  colon,
  anything,
];

/** The value of a policy variable may be the empty text. */
const withEmptyHoles = (pattern: Pattern): Pattern =>
  pattern.map((token) =>
    token.kind === 'hole' && !isPlaceholderHole(token.name) ? { ...token, mayBeEmpty: true } : token,
  );

const some = (pattern: Pattern | undefined): readonly Pattern[] => (pattern ? [withEmptyHoles(pattern)] : []);

const lettersOf = (text: string): readonly Letter[] =>
  text.split('').map((unit) => ({ unit, literal: false }));

const isVariable = (letter: Letter | undefined): boolean =>
  letter !== undefined && 'hole' in letter && !isPlaceholderHole(letter.hole);

/** Where a pattern begins with a variable, its colons separate fields. */
function separated(letters: readonly Letter[]): readonly Letter[] {
  const [first] = letters;
  if (first === undefined || !('unit' in first) || !first.literal) return letters;
  return letters.map((letter) =>
    'unit' in letter && letter.unit === ':' ? { unit: ':', literal: false } : letter,
  );
}

/** A pattern without wildcards is compared as one text, colons that a variable brought in included. */
function wholeText(letters: readonly Letter[]): Pattern | undefined {
  const text = patternTextOf(letters);
  return /[*?]/.test(text.text) || patternFields(text).length < 6 ? undefined : equalsPattern(letters);
}

function openArn(letters: readonly Letter[], reading: Reading): SimulatedPatterns {
  const pattern = openArnPattern(letters, reading);
  return pattern === 'unknown' ? pattern : some(pattern);
}

/** Resources are ARNs or `*`. */
export function simulatedResource(letters: readonly Letter[], reading: Reading): SimulatedPatterns {
  if (isVariable(letters[0])) return 'unknown';
  if (isOpenArn(letters)) return openArn(letters, reading);
  const whole = wholeText(letters);
  if (whole) return some(whole);
  return resourcePatterns(separated(letters), reading === 'fields' ? reading : 'short').map(withEmptyHoles);
}

/** Of the values that a key is compared with as ARNs, those that are none never match. */
function simulatedArn(letters: readonly Letter[]): SimulatedPatterns {
  if (isOnlyStars(patternTextOf(letters))) return [ANY_ARN];
  if (isOpenArn(letters)) return openArn(letters, 'fields');
  const fields = separated(letters);
  const end = fields.findIndex((letter) => 'unit' in letter && !letter.literal && letter.unit === ':');
  const first = end === -1 ? fields : fields.slice(0, end);
  if (first.some((letter) => 'hole' in letter)) return 'unknown';
  const { text, literal } = patternTextOf(first);
  if (end === -1 || !matchGlob(text, 'arn', literal)) return [];
  const whole = wholeText(letters);
  if (whole) return some(whole);
  return some(arnPattern([...lettersOf('arn'), ...fields.slice(end)]));
}

/** By the name of a String or Arn operator without `Not`. */
export const simulatedCompilers: Readonly<Record<string, (letters: readonly Letter[]) => SimulatedPatterns>> =
  {
    StringEquals: (letters) => some(equalsPattern(letters)),
    StringEqualsIgnoreCase: (letters) => some(ignoreCasePattern(letters)),
    StringLike: (letters) => some(likePattern(letters)),
    ArnEquals: simulatedArn,
    ArnLike: simulatedArn,
  };
