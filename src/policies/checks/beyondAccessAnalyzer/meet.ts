import { patternSubsumes } from '../../language/subsumes.ts';
import { completeArn, isReadTwoWays } from '../../simulate/resourcePattern.ts';
import { type Arn, readArn } from '../../language/arn.ts';
import { canMeet } from './reach.ts';

const FIELDS: readonly (keyof Arn)[] = ['partition', 'service', 'region', 'account', 'resource'];

const isEverything = (text: string): boolean => /^\*+$/.test(text);

/** A policy variable has one value, without a colon or a wildcard: any such text can replace it here. */
const withVariablesFilled = (text: string): string => text.replaceAll(/\$\{[^}]*\}/g, 'x');

/** Whether something counts that is so in one reading of a resource pattern, or only what is so in every one. */
export type Readings = 'some' | 'every';

/**
 * Whether some resource may match both patterns, as `matchesResource` reads them; `?` counts as `*`. Of a pattern that has two
 * readings, only one reading may be meant: with `every` it meets nothing.
 */
export function resourcesMeet(one: string, other: string, readings: Readings): boolean {
  const [left = '', right = ''] = [one, other].map((text) => withVariablesFilled(text).replaceAll('?', '*'));
  if (isEverything(left) || isEverything(right)) return true;
  // A `?` never reaches over a colon.
  const readTwoWays = isReadTwoWays(withVariablesFilled(one)) || isReadTwoWays(withVariablesFilled(other));
  if (readTwoWays && readings === 'every') return false;
  const [whole, their] = [completeArn(left), completeArn(right)];
  const [arn, otherArn] = [readArn(whole), readArn(their)];
  if (arn && otherArn && FIELDS.every((field) => canMeet(arn[field], otherArn[field]))) return true;
  return readTwoWays && [left, whole].some((text) => canMeet(text, right) || canMeet(text, their));
}

/**
 * Whether `wide` matches every resource that both `one` and `other` match, in every reading. Sound: never true when it should not
 * be; false where that is undecided. Policy variables and placeholders are unknown text.
 */
export function coversShared(wide: string, one: string, other: string): boolean {
  if (isEverything(wide) || wide === one || wide === other) return true;
  const arn = inOneReading(wide);
  if (!arn) return false;
  const shared = [one, other].map(inOneReading);
  return FIELDS.every((field) =>
    shared.some((narrow) => narrow && patternSubsumes(arn[field], narrow[field])),
  );
}

/** The fields of a pattern of ARNs that has one reading; nothing of others. */
const inOneReading = (text: string): Arn | undefined =>
  text.startsWith('arn:') && !isReadTwoWays(text) ? readArn(completeArn(text)) : undefined;
