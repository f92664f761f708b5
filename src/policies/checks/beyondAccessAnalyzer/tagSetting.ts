import { patternSubsumes } from '../../language/subsumes.ts';
import type { ConditionUse } from '../checkedStatement.ts';
import type { TextEntry } from '../../language/textEntries.ts';
import { canMeet, unknownAsWildcard } from './reach.ts';

/** A condition that asks for a tag of the resource: it is got round by who can set the tag to a value that it asks for. */
export interface TagGate {
  /** The key of the tag in lower case: IAM compares it so in condition keys. */
  readonly tag: string;
  readonly use: ConditionUse;
}

/** Condition keys that speak of setting a tag. */
type Subject = 'tagKeys' | 'newValue' | 'oldValue' | 'creation';

function subjectOf({ lowerKey }: ConditionUse, { tag }: TagGate): Subject | undefined {
  if (lowerKey === 'aws:tagkeys') return 'tagKeys';
  if (lowerKey === `aws:requesttag/${tag}`) return 'newValue';
  if (/:(?:taggingaction|createaction)$/.test(lowerKey)) return 'creation';
  return lowerKey.endsWith(`:resourcetag/${tag}`) ? 'oldValue' : undefined;
}

/** Without wildcards, a star is a letter like others. */
const LITERAL_STAR = '\u0002';

function patternOf({ text }: TextEntry, { operator }: ConditionUse): string {
  return (operator?.wildcards ? text : text.replaceAll('*', LITERAL_STAR)).toLowerCase();
}

const patternsOf = (use: ConditionUse): readonly string[] => use.values.map((value) => patternOf(value, use));

/** Whether a value of the one condition can be one of the other. */
const shareValue = (use: ConditionUse, other: ConditionUse): boolean =>
  patternsOf(use).some((one) =>
    patternsOf(other).some((two) => canMeet(unknownAsWildcard(one), unknownAsWildcard(two))),
  );

/** Whether the first condition names every value that the second one names. */
const namesAll = (use: ConditionUse, other: ConditionUse): boolean =>
  patternsOf(other).every((narrow) => patternsOf(use).some((wide) => patternSubsumes(wide, narrow)));

const isNull = ({ operator, values }: ConditionUse, expected: 'true' | 'false'): boolean =>
  operator?.family === 'Null' && values.every(({ text }) => text.toLowerCase() === expected);

/**
 * Whether an Allow under this condition limits who can set the tag on what. One that names the new values counts: creating with
 * tags needs it where a service has no key for creation, as ECR has none.
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-supported-iam-actions-tagging.html
 */
export function limitsTagSetting(use: ConditionUse, gate: TagGate): boolean {
  const subject = subjectOf(use, gate);
  if (subject === undefined) return false;
  if (isNull(use, 'true')) return subject !== 'creation';
  const { operator } = use;
  if (operator?.family !== 'String') return false;
  if (subject === 'tagKeys') return operator.qualifier === 'ForAllValues' && limitsKeys(use, gate);
  if (operator.negated) return false;
  return !patternsOf(use).some((pattern) => patternSubsumes(pattern, '*'));
}

const limitsKeys = (use: ConditionUse, { tag }: TagGate): boolean =>
  use.operator?.negated
    ? patternsOf(use).some((pattern) => patternSubsumes(pattern, tag))
    : !patternsOf(use).some((pattern) => canMeet(unknownAsWildcard(pattern), tag));

/** Whether a Deny under this condition applies to every request that sets the tag, so that the gate of another’s resource opens. */
export function deniesTagSetting(use: ConditionUse, gate: TagGate): boolean {
  const subject = subjectOf(use, gate);
  if (subject === undefined) return false;
  if (isNull(use, 'false')) return subject !== 'creation';
  const { operator } = use;
  if (operator?.family !== 'String') return false;
  if (subject === 'tagKeys') return operator.qualifier === 'ForAnyValue' && deniesKeys(use, gate);
  if (subject === 'newValue') return operator.negated ? !shareValue(use, gate.use) : namesAll(use, gate.use);
  // Without the key, of what is there already, a negated operator holds.
  if (!operator.negated || operator.qualifier === 'ForAnyValue') return false;
  return subject === 'creation' || namesAll(gate.use, use);
}

const deniesKeys = (use: ConditionUse, { tag }: TagGate): boolean =>
  use.operator?.negated
    ? !patternsOf(use).some((pattern) => canMeet(unknownAsWildcard(pattern), tag))
    : patternsOf(use).some((pattern) => patternSubsumes(pattern, tag));
