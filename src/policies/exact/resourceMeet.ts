import { globsMeet } from '../language/globsMeet.ts';
import { replaceUnknownText } from '../language/placeholder.ts';
import { completeArn, isReadTwoWays } from '../simulate/resourcePattern.ts';
import type { ResourcePattern } from './resourceCover.ts';

/**
 * Whether some resource can match both patterns, each as its policy reads it. Sound: never false where one can. Policy variables
 * and placeholders can have any value; a pattern that AWS can read in two ways is taken in both.
 */
export function meetsRead(one: ResourcePattern, other: ResourcePattern): boolean {
  if (one.text === other.text) return true;
  const [first, second] = [wildText(one.text), wildText(other.text)];
  if (globsMeet(first, second) && (isLoose(one) || isLoose(other))) return true;
  return fieldsMeet(completeArn(first), completeArn(second));
}

const wildText = (text: string): string => replaceUnknownText(text, '*');

/** Whether its fields are not the ones that they look like: unknown text at the start, `${…}` as plain text, or two readings. */
const isLoose = ({ text, variables }: ResourcePattern): boolean =>
  /^[^:]*[$<]/.test(text) || (text.includes('${') && !variables) || isReadTwoWays(text);

const FIELDS = 6;

function fieldsMeet(one: string, other: string): boolean {
  if (/^\*+$/.test(one) || /^\*+$/.test(other)) return true;
  const [first, second] = [fieldsOf(one), fieldsOf(other)];
  if (first.length < FIELDS || second.length < FIELDS) return false;
  return first.every((field, index) => globsMeet(field, second[index] ?? ''));
}

function fieldsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= FIELDS ? parts : [...parts.slice(0, FIELDS - 1), parts.slice(FIELDS - 1).join(':')];
}
