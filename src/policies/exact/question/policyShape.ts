import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { isPlainObject, statementsIn } from '../../simulate/statementProblems.ts';

/** Whether a document has the grammar's shape, so that a comparison reads each part of it. */
export function isPolicyShaped(document: unknown): document is PolicyDocument {
  return statementsIn(document)?.every(isStatement) === true;
}

type Fields = Readonly<Record<string, unknown>>;

function isStatement(statement: unknown): statement is Statement {
  if (!isPlainObject(statement)) return false;
  const { Effect, Action, NotAction, Condition, Principal, NotPrincipal } = statement;
  return (
    (Effect === 'Allow' || Effect === 'Deny') &&
    (Action ?? NotAction) !== undefined &&
    hasOneOfTwo(statement, 'Action', 'NotAction') &&
    hasOneOfTwo(statement, 'Resource', 'NotResource') &&
    (Principal === undefined || NotPrincipal === undefined) &&
    [Principal, NotPrincipal].every((one) => one === undefined || isPrincipal(one)) &&
    (Condition === undefined || isCondition(Condition))
  );
}

/** One of two elements at most, as a text or a list of texts. */
function hasOneOfTwo(statement: Fields, one: string, other: string): boolean {
  const given = [one, other].filter((name) => statement[name] !== undefined);
  return given.length < 2 && given.every((name) => isTexts(statement[name]));
}

const isTexts = (value: unknown): boolean => [value].flat().every((text) => typeof text === 'string');

const isPrincipal = (value: unknown): boolean =>
  value === '*' || (isPlainObject(value) && Object.values(value).every(isTexts));

const isCondition = (value: unknown): boolean =>
  isPlainObject(value) &&
  Object.values(value).every(
    (keys) => isPlainObject(keys) && Object.values(keys).every((values) => [values].flat().every(isScalar)),
  );

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
