import { foldCase } from '../language/caseFolding.ts';
import { coversRange, readRange } from '../language/ipRange.ts';
import { type Operator, readOperator } from '../language/conditionOperator.ts';
import { coversArn, patternSubsumes } from '../language/subsumes.ts';
import { globMatcher } from '../language/glob.ts';
import { type ConditionClause, readClause, truthWhenAbsent } from '../simulate/conditions/clause.ts';
import { contextOfRequest } from '../simulate/request.ts';
import { YES } from '../simulate/ternary.ts';

/**
 * Whether one condition makes another hold, whatever the request says of their key: absent, empty, one value or several. Sound:
 * never true when it should not be. Conditions on different keys say nothing of each other.
 */
export function impliesClause(given: ConditionClause, needed: ConditionClause): boolean {
  if (given.lowerKey !== needed.lowerKey) return false;
  const [one, other] = [formOf(given), formOf(needed)];
  if (!one || !other) return false;
  return (
    (!one.absent || other.absent) &&
    impliesOnEmpty(one, other) &&
    (isAlways(other) || isNever(one) || impliesOnValues(one, other))
  );
}

/** A condition with what it says of a key that is absent. */
interface Form {
  readonly operator: Operator;
  readonly clause: ConditionClause;
  readonly absent: boolean;
}

function formOf(clause: ConditionClause): Form | undefined {
  const operator = readOperator(clause.operator);
  if (!operator) return undefined;
  const absent = operator.family === 'Null' ? asks(clause, 'true') : truthWhenAbsent(operator) === YES;
  return { operator, clause, absent };
}

/** Of `Null`: whether it holds for an absent key (`true`), or for one that is there (`false`). */
const asks = ({ values }: ConditionClause, state: 'true' | 'false'): boolean =>
  values.some((value) => value.toLowerCase() === state);

/** Whether a value that is there always meets the condition. */
function isAlways({ operator, clause }: Form): boolean {
  if (operator.family === 'Null') return asks(clause, 'false');
  return operator.negated ? clause.values.length === 0 : matchesAll(operator, clause);
}

/** Whether no value meets the condition. */
function isNever({ operator, clause }: Form): boolean {
  if (operator.family === 'Null') return !asks(clause, 'false');
  return operator.negated ? matchesAll(operator, clause) : clause.values.length === 0;
}

const matchesAll = ({ family, wildcards }: Operator, { values }: ConditionClause): boolean =>
  family === 'String' && wildcards && values.some((value) => /^\*+$/.test(value));

/** A text with nothing in it counts as no value for some operators, a list of such texts for others. */
function impliesOnEmpty(one: Form, other: Form): boolean {
  const covered = coversValues(one, other);
  return (['text', 'list'] as const).every((kind) =>
    meetings(one).every((first) =>
      meetings(other).every((second) => {
        const impossible = covered && first && !second;
        return impossible || !onEmpty(one, kind, first) || onEmpty(other, kind, second);
      }),
    ),
  );
}

/** Whether the empty text meets the values of a condition; both where that depends on a policy variable. */
function meetings({ operator, clause }: Form): readonly boolean[] {
  if (operator.family === 'Null') return [true];
  if (clause.withVariables && clause.values.some((value) => value.includes('${'))) return [true, false];
  const plain = readClause(operator.name, clause.key, clause.values, clause.withVariables);
  return [plain?.test(contextOfRequest({ [clause.key]: '' })) === YES];
}

function onEmpty({ operator, clause, absent }: Form, kind: 'text' | 'list', meets: boolean): boolean {
  if (operator.family === 'Null') return asks(clause, kind === 'text' ? 'false' : 'true');
  return operator.qualifier ? absent : meets;
}

/** Whether all values of a request must meet the condition, or one of them. */
const needsAll = ({ operator: { qualifier, negated } }: Form): boolean =>
  qualifier === 'ForAllValues' || (qualifier === undefined && negated);

const impliesOnValues = (one: Form, other: Form): boolean =>
  (needsAll(one) || !needsAll(other)) && coversValues(one, other);

/** Whether each value that meets one condition by itself meets the other. */
function coversValues(one: Form, other: Form): boolean {
  if (one.operator.family === 'Null' || other.operator.family === 'Null') return false;
  if (one.operator.negated !== other.operator.negated) return false;
  const [narrow, wide] = one.operator.negated ? [other, one] : [one, other];
  return narrow.clause.values.every((value) =>
    wide.clause.values.some((pattern) => coversValue(wide, pattern, narrow, value)),
  );
}

const baseOf = ({ name }: Operator): string => name.replace('Not', '');

/** Whether all that a value of one condition matches is matched by a value of the other. */
function coversValue(wide: Form, pattern: string, narrow: Form, value: string): boolean {
  const [base, other] = [baseOf(wide.operator), baseOf(narrow.operator)];
  const hasVariables = pattern.includes('${') || value.includes('${');
  if (hasVariables && wide.clause.withVariables !== narrow.clause.withVariables) return false;
  if (base === other && pattern === value) return true;
  if (base === 'StringLike') return likeCovers(pattern, other, value, hasVariables);
  if (wide.operator.family === 'Arn')
    return (
      narrow.operator.family === 'Arn' &&
      coversArns(pattern, value, hasVariables && !wide.clause.withVariables)
    );
  if (hasVariables) return false;
  const exact = other === 'StringEquals' || (other === 'StringLike' && !/[*?]/.test(value));
  if (base === 'StringEquals') return exact && pattern === value;
  if (base === 'StringEqualsIgnoreCase')
    return (exact || other === base) && foldCase(pattern) === foldCase(value);
  if (base !== other) return false;
  return base === 'Bool'
    ? pattern.toLowerCase() === value.toLowerCase()
    : base === 'IpAddress' && coversAddresses(pattern, value);
}

/** What an ARN operator matches is matched as text too: the other way round a `*` reaches over colons. */
function likeCovers(pattern: string, other: string, value: string, hasVariables: boolean): boolean {
  if (other === 'StringLike' || /^Arn/.test(other)) return patternSubsumes(pattern, value);
  if (other !== 'StringEquals') return false;
  return hasVariables ? pattern === value : globMatcher(pattern)(value);
}

/** Where `${…}` is plain text, its colons separate fields, so that only the same text is sure to be covered. */
const coversArns = (pattern: string, value: string, isPlain: boolean): boolean =>
  pattern === value || (!isPlain && coversArn(pattern, value));

function coversAddresses(wide: string, narrow: string): boolean {
  const [one, other] = [readRange(wide), readRange(narrow)];
  return one !== undefined && other !== undefined && coversRange(one, other);
}
