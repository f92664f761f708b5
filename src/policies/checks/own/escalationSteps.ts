import { type Arn, readArn } from '../arn.ts';
import type { CheckContext } from '../check.ts';
import { type Taking, taking } from '../granted.ts';
import type { CheckedStatement, ConditionUse, Entry } from '../statement.ts';
import { type Limit, NAME, type Step } from './escalationPaths.ts';
import { type Readings, resourcesMeet } from './meet.ts';
import { canMeet } from './reach.ts';

/**
 * The statements that open a step of a path: each allows the action without a limit of this step, and no statement denies it
 * with the same reach. None where every one is limited. Conditions that are no limit of the step change nothing.
 */
export function openingsOf(context: CheckContext, step: Step): readonly Taking[] {
  const open = taking(context, 'Allow', step.action).filter(({ statement }) => opens(statement, step));
  if (open.length === 0) return [];
  const isClosed = taking(context, 'Deny', step.action).some(({ statement }) => closes(statement, step));
  return isClosed ? [] : open;
}

function opens(statement: CheckedStatement, { on, names, limits }: Step): boolean {
  const anyName = names === 'free' && !statement.elements.has('NotResource');
  const wanted = anyName ? on.map((arn) => arn.replaceAll(NAME, '*')) : on;
  return (
    wanted.some((arn) => takesIn(statement, arn, 'some')) &&
    !statement.conditions.some((use) => limitsAllow(use, limits))
  );
}

/**
 * A denial closes a step where it takes all of it, however AWS reads its resources: every name, and with no condition that leaves
 * the path open.
 */
const closes = (statement: CheckedStatement, { on, limits }: Step): boolean =>
  on.every((arn) => takesIn(statement, arn, 'every')) &&
  statement.conditions.every((use) => deniesOpen(use, limits));

/** What NotResource leaves out in some reading is taken in only in the others. */
function takesIn(
  { elements, resources, notResources }: CheckedStatement,
  arn: string,
  readings: Readings,
): boolean {
  const includes = (own: Readings) => (entry: Entry) => resourcesMeet(entry.text, arn, own);
  if (!elements.has('NotResource')) return resources.some(includes(readings));
  return !notResources.some(includes(readings === 'some' ? 'every' : 'some'));
}

/** Policy variables and placeholders stand for one value each: they are no wildcards here. */
const patternOf = (text: string): string => text.replaceAll('?', '*');

/** Field by field where both are whole ARNs, as IAM compares them. */
function meets(pattern: string, sample: string): boolean {
  const [one, other] = [readArn(pattern), readArn(sample)];
  if (!one || !other) return canMeet(pattern, sample);
  const fields: readonly (keyof Arn)[] = ['partition', 'service', 'region', 'account', 'resource'];
  return fields.every((field) => canMeet(one[field], other[field]));
}

const limitOf = ({ lowerKey }: ConditionUse, limits: readonly Limit[]): Limit | undefined =>
  limits.find(({ key }) =>
    key.endsWith('/') ? lowerKey.startsWith(key.toLowerCase()) : lowerKey === key.toLowerCase(),
  );

/** Whether a condition of an Allow keeps the path closed: it passes with none of the values that open it. */
function limitsAllow(use: ConditionUse, limits: readonly Limit[]): boolean {
  const limit = limitOf(use, limits);
  if (!limit || !comparesTexts(use)) return false;
  if (holdsWithoutKey(use) && !limit.always) return false;
  return limit.open.every((value) => !holds(use, value));
}

/** Whether a condition of a Deny holds for every value that opens the path, and for a request without the key where there are such. */
function deniesOpen(use: ConditionUse, limits: readonly Limit[]): boolean {
  const limit = limitOf(use, limits);
  if (!limit || !comparesTexts(use)) return false;
  if (!limit.always && (use.operator?.qualifier === 'ForAnyValue' || !holdsWithoutKey(use))) return false;
  return limit.open.every((value) => holds(use, value));
}

const holdsWithoutKey = ({ operator }: ConditionUse): boolean =>
  operator?.negated === true || operator?.ifExists === true || operator?.qualifier === 'ForAllValues';

const comparesTexts = ({ operator }: ConditionUse): boolean =>
  operator?.family === 'String' || operator?.family === 'Arn';

/** Whether a condition holds for a request that has this value. */
function holds({ operator, values }: ConditionUse, value: string): boolean {
  const ignoresCase = operator?.name.endsWith('IgnoreCase') === true;
  const read = (text: string) => (ignoresCase ? text.toLowerCase() : text);
  const matches = values.some(({ text }) =>
    operator?.wildcards
      ? meets(patternOf(text), value)
      : meets(read(text).replaceAll('*', LITERAL_STAR), read(value)),
  );
  return matches !== (operator?.negated === true);
}

/** Without wildcards, a star is a letter like others. */
const LITERAL_STAR = '\u0002';
