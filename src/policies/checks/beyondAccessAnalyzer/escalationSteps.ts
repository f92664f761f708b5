import { coversArn, patternSubsumes } from '../../language/subsumes.ts';
import { completeArn } from '../../language/resourcePattern.ts';
import { type Arn, readArn } from '../../language/arn.ts';
import type { CheckContext } from '../check.ts';
import { type StatementOfAction, statementsMatching } from '../granted.ts';
import type { Operator } from '../../language/conditionOperator.ts';
import type { CheckedStatement, ConditionUse } from '../checkedStatement.ts';
import { type StepLimit, UNMEANT_NAME, type Step } from './escalationPath.ts';
import { coversShared, resourcesMeet } from '../../exact/resourceMeet.ts';
import { canMeet, unknownAsWildcard } from './reach.ts';
import { hasVariables, meetsForSomeValues } from './variableMeet.ts';

/**
 * The statements that open a step of a path: each allows the action without a limit of this step, on something that no statement
 * denies without one. None where every one is limited. Conditions that are no limit of the step change nothing.
 */
export function openStepsOf(context: CheckContext, step: Step): readonly StatementOfAction[] {
  const open = statementsMatching(context, 'Allow', step.action).filter(({ statement }) =>
    opens(statement, step),
  );
  if (open.length === 0) return [];
  const denials = statementsMatching(context, 'Deny', step.action)
    .map(({ statement }) => statement)
    .filter(({ conditions }) => conditions.every((use) => deniesOpen(use, step.limits)));
  return open.filter(({ statement }) => leavesOpen(statement, denials, step));
}

/** Placeholders stand for one value each: they are no wildcards here. Of policy variables, every value counts. */
function opens(statement: CheckedStatement, step: Step): boolean {
  return (
    allowedOn(statement, step).length > 0 &&
    !statement.conditions.some((use) => limitsAllow(use, step.limits))
  );
}

/** A resource of the path, and a pattern of the statement that takes it in. */
interface Allowed {
  readonly pattern: string;
  readonly on: string;
}

/** NotResource covers everything but what it names, as a denial of that would. */
function allowedOn({ elements, resources, notResources }: CheckedStatement, step: Step): readonly Allowed[] {
  if (elements.has('NotResource')) {
    const every = step.on.map((on) => ({ pattern: '*', on }));
    return every.filter((allowed) => !notResources.some(({ text }) => takesAll(text, allowed)));
  }
  return step.on.flatMap((on) =>
    resources
      .filter(({ text }) => meetsResource(text, step.names === 'free' ? everyName(on) : on))
      .map(({ text }) => ({ pattern: text, on })),
  );
}

/** Whether something that the statement allows is in no denial. */
const leavesOpen = (statement: CheckedStatement, denials: readonly CheckedStatement[], step: Step): boolean =>
  allowedOn(statement, step).some((allowed) => !denials.some((denial) => closes(denial, allowed, step)));

/**
 * A denial closes what it covers completely, however AWS reads its resources: every name, account and Region. With NotResource it
 * leaves what that names: no limit where the holder chooses the name.
 */
function closes(denial: CheckedStatement, allowed: Allowed, { names }: Step): boolean {
  if (!denial.elements.has('NotResource'))
    return denial.resources.some(({ text }) => takesAll(text, allowed));
  const isFree = names === 'free';
  const on = isFree ? everyName(allowed.on) : allowed.on;
  return !denial.notResources.some(({ text }) => meetsResource(isFree ? unknownAsWildcard(text) : text, on));
}

/** With policy variables, for some of their values. */
const meetsResource = (text: string, on: string): boolean =>
  hasVariables(text) ? meetsForSomeValues(completeArn(text), on, true) : resourcesMeet(text, on, 'some');

const everyName = (arn: string): string => arn.replaceAll(UNMEANT_NAME, '*');

/** The partition is `aws` unless the statement allows others alone. */
function takesAll(text: string, { pattern, on }: Allowed): boolean {
  const partition = readArn(completeArn(pattern))?.partition ?? '*';
  const wanted = canMeet(partition, 'aws') ? inAws(on) : on;
  return coversShared(inAnyAccount(text), pattern, everyName(wanted));
}

const inAws = (arn: string): string => arn.replace(/^arn:\*:/, 'arn:aws:');

/** The path is about the account of the holder only, so its ID is a wildcard here. */
const inAnyAccount = (arn: string): string =>
  arn.replace(/^((?:[^:]*:){4})(?:\$\{aws:PrincipalAccount\}|<ACCOUNT_ID>):/i, '$1*:');

const limitOf = ({ lowerKey }: ConditionUse, limits: readonly StepLimit[]): StepLimit | undefined =>
  limits.find(({ key }) =>
    key.endsWith('/') ? lowerKey.startsWith(key.toLowerCase()) : lowerKey === key.toLowerCase(),
  );

/** Whether a condition of an Allow keeps the path closed: none of the values that open the path meets it. */
function limitsAllow(use: ConditionUse, limits: readonly StepLimit[]): boolean {
  const limit = limitOf(use, limits);
  if (!limit || !comparesTexts(use)) return false;
  if (holdsWithoutKey(use) && !limit.always) return false;
  return [...limit.open, ...(limit.openElsewhere ?? [])].every((value) => !holds(use, value, 'some'));
}

/** Whether a condition of a Deny holds for every value that opens the path, and for a request without the key where there are such. */
function deniesOpen(use: ConditionUse, limits: readonly StepLimit[]): boolean {
  const limit = limitOf(use, limits);
  if (!limit || !comparesTexts(use)) return false;
  if (!limit.always && (use.operator?.qualifier === 'ForAnyValue' || !holdsWithoutKey(use))) return false;
  return limit.open.every((value) => holds(use, value, 'every'));
}

const holdsWithoutKey = ({ operator }: ConditionUse): boolean =>
  operator?.negated === true || operator?.ifExists === true || operator?.qualifier === 'ForAllValues';

const comparesTexts = ({ operator }: ConditionUse): boolean =>
  operator?.family === 'String' || operator?.family === 'Arn';

/** Whether a condition holds for some of the requests, or for every one, that have a value like this one. */
function holds({ operator, values }: ConditionUse, value: string, requests: 'some' | 'every'): boolean {
  const isNegated = operator?.negated === true;
  const matches = (requests === 'every') !== isNegated ? matchesAll : matchesSome;
  return values.some(({ text }) => operator && matches(text, value, operator)) !== isNegated;
}

const lettersOf = (text: string, { name }: Operator): string =>
  name.endsWith('IgnoreCase') ? text.toLowerCase() : text;

/** Whether a value of a condition matches some value like this one, for some values of its variables. */
function matchesSome(text: string, value: string, operator: Operator): boolean {
  if (hasVariables(text))
    return meetsForSomeValues(lettersOf(text, operator), lettersOf(value, operator), operator.wildcards);
  if (operator.wildcards) return meets(text.replaceAll('?', '*'), value);
  return meets(lettersOf(text, operator).replaceAll('*', LITERAL_STAR), lettersOf(value, operator));
}

/** Whether a value of a condition matches every value like this one, whatever its name. */
function matchesAll(text: string, value: string, operator: Operator): boolean {
  const every = everyName(inAws(value));
  if (!operator.wildcards)
    return !every.includes('*') && lettersOf(text, operator) === lettersOf(every, operator);
  if (operator.family !== 'Arn') return patternSubsumes(text, every);
  // Of a value that is no ARN, ARN operators hold for none, not even for `*`.
  return readArn(every) !== undefined && coversArn(text, every);
}

/** Field by field where both are whole ARNs, as IAM compares them. */
function meets(pattern: string, sample: string): boolean {
  const [one, other] = [readArn(pattern), readArn(sample)];
  if (!one || !other) return canMeet(pattern, sample);
  const fields: readonly (keyof Arn)[] = ['partition', 'service', 'region', 'account', 'resource'];
  return fields.every((field) => canMeet(one[field], other[field]));
}

/** Without wildcards, a star is a letter like others. */
const LITERAL_STAR = '\u0002';
