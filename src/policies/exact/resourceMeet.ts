import { type Arn, readArn } from '../language/arn.ts';
import { globsMeet } from '../language/globsMeet.ts';
import { replaceUnknownText } from '../language/placeholder.ts';
import { patternSubsumes } from '../language/subsumes.ts';
import { completeArn, isReadTwoWays } from '../language/resourcePattern.ts';
import type { ResourcePattern } from './resourceCover.ts';

/**
 * Whether some resource can match both patterns, each as its policy reads it. Sound: never false where one can. Policy variables
 * and placeholders can have any value; a pattern that AWS can read in two ways is compared in both.
 */
export function meetsRead(one: ResourcePattern, other: ResourcePattern): boolean {
  if (one.text === other.text) return true;
  const [first, second] = [wildText(one.text), wildText(other.text)];
  if (globsMeet(first, second) && (isLoose(one) || isLoose(other))) return true;
  return resourcesMeet(first, second, 'some');
}

const wildText = (text: string): string => replaceUnknownText(text, '*');

/** Whether its fields are not the ones that they look like: unknown text at the start, `${…}` as plain text, or two readings. */
const isLoose = ({ text, variables }: ResourcePattern): boolean =>
  /^[^:]*[$<]/.test(text) || (text.includes('${') && !variables) || isReadTwoWays(text);

/** Whether something counts that is so in one reading of a resource pattern, or only what is so in every one. */
export type Readings = 'some' | 'every';

/**
 * Whether some resource may match both patterns, as `matchesResource` reads them. Of a pattern that has two readings, only one
 * reading may be meant: with `every` it meets nothing. A policy variable has one value, without a colon or a wildcard.
 */
export function resourcesMeet(one: string, other: string, readings: Readings): boolean {
  const [first, second] = [withVariablesFilled(one), withVariablesFilled(other)];
  if (isEverything(first) || isEverything(second)) return true;
  const readTwoWays = isReadTwoWays(first) || isReadTwoWays(second);
  if (readTwoWays && readings === 'every') return false;
  const [whole, their] = [completeArn(first), completeArn(second)];
  if (fieldsMeet(whole, their)) return true;
  return readTwoWays && [first, whole].some((text) => globsMeet(text, second) || globsMeet(text, their));
}

/** Any text without a colon or a wildcard can take the place of a variable here. */
const withVariablesFilled = (text: string): string => text.replaceAll(/\$\{[^}]*\}/g, 'x');

const isEverything = (text: string): boolean => /^\*+$/.test(text);

const WHOLE = 6;

function fieldsMeet(one: string, other: string): boolean {
  const [first, second] = [fieldsOf(one), fieldsOf(other)];
  if (first.length < WHOLE || second.length < WHOLE) return false;
  return first.every((field, index) => globsMeet(field, second[index] ?? ''));
}

function fieldsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= WHOLE ? parts : [...parts.slice(0, WHOLE - 1), parts.slice(WHOLE - 1).join(':')];
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
  return ARN_FIELDS.every((field) =>
    shared.some((narrow) => narrow && patternSubsumes(arn[field], narrow[field])),
  );
}

const ARN_FIELDS: readonly (keyof Arn)[] = ['partition', 'service', 'region', 'account', 'resource'];

/** The fields of a pattern of ARNs that has one reading; nothing of others. */
const inOneReading = (text: string): Arn | undefined =>
  text.startsWith('arn:') && !isReadTwoWays(text) ? readArn(completeArn(text)) : undefined;
