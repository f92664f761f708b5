import { operatorNames, readOperator } from '../language/conditionOperator.ts';
import type { Statement } from '../language/policy.ts';
import { statementElements } from '../language/print.ts';
import type { Layer } from './policySet.ts';

/** Why a policy or a request cannot be evaluated. */
export interface SimulationError {
  readonly code: 'shape' | 'principal' | 'operator' | 'request';
  readonly message: string;
  /** The layer and place of the policy at fault; nothing for a fault of the request. */
  readonly layer?: Layer;
  readonly statement?: string;
}

export type StatementProblem = Pick<SimulationError, 'code' | 'message'>;

type Fields = Readonly<Record<string, unknown>>;

const STATEMENT_ELEMENTS: ReadonlySet<string> = new Set(statementElements);
const PRINCIPAL_TYPES = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);

export const isPlainObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shape = (message: string): StatementProblem => ({ code: 'shape', message });

/** The statements of a document, a single one as a list of one; nothing when it is no policy document. */
export function statementsIn(document: unknown): readonly unknown[] | undefined {
  if (!isPlainObject(document)) return undefined;
  const { Statement, Version } = document;
  if (Version !== undefined && Version !== '2012-10-17' && Version !== '2008-10-17') return undefined;
  if (isPlainObject(Statement)) return [Statement];
  return Array.isArray(Statement) ? Statement : undefined;
}

/** Whether IAM would take a statement; without a layer one of an identity's policy, or of a resource's where it names principals. */
export function isReadableStatement(statement: unknown, layer?: Layer): statement is Statement {
  if (!isPlainObject(statement)) return false;
  const named = statement.Principal !== undefined || statement.NotPrincipal !== undefined;
  return statementProblems(statement, layer ?? (named ? 'resource' : 'identity')).length === 0;
}

/** What IAM would refuse in a statement of a layer, as far as evaluating it depends on it. */
export function statementProblems(statement: unknown, layer: Layer): readonly StatementProblem[] {
  if (!isPlainObject(statement)) return [shape('a statement must be an object')];
  const unknown = Object.keys(statement).filter((name) => !STATEMENT_ELEMENTS.has(name));
  return [
    ...unknown.map((name) => shape(`${name} isn’t a policy element`)),
    ...(statement.Effect === 'Allow' || statement.Effect === 'Deny'
      ? []
      : [shape('Effect must be Allow or Deny')]),
    ...oneOf(statement, 'Action', 'NotAction', true),
    ...oneOf(statement, 'Resource', 'NotResource', layer !== 'resource'),
    ...textLists(statement),
    ...(layer === 'session' ? incompleteArns(statement) : []),
    ...principalProblems(statement, layer),
    ...conditionProblems(statement.Condition),
  ];
}

function oneOf(statement: Fields, one: string, other: string, needed: boolean): readonly StatementProblem[] {
  const given = [one, other].filter((name) => statement[name] !== undefined);
  if (given.length === 2) return [shape(`${one} and ${other} can’t be used together`)];
  return given.length === 0 && needed ? [shape(`${one} or ${other} is missing`)] : [];
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isTextList = (value: unknown): boolean =>
  isText(value) || (Array.isArray(value) && Array.from(value).every(isText));

function textLists(statement: Fields): readonly StatementProblem[] {
  return ['Action', 'NotAction', 'Resource', 'NotResource']
    .filter((name) => statement[name] !== undefined && !isTextList(statement[name]))
    .map((name) => shape(`${name} must be a string or a list of strings`));
}

/**
 * Elsewhere IAM completes an ARN with too few fields.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
function incompleteArns({ Resource, NotResource }: Fields): readonly StatementProblem[] {
  return [Resource ?? NotResource]
    .flat()
    .filter((arn) => isText(arn) && arn.startsWith('arn:') && arn.split(':').length < 6)
    .map((arn) => shape(`${String(arn)} has too few fields for a session policy`));
}

/** Policies of identities and organizations have no principal; those of resources and endpoints need one. */
function principalProblems(statement: Fields, layer: Layer): readonly StatementProblem[] {
  const given = ['Principal', 'NotPrincipal'].filter((name) => statement[name] !== undefined);
  const wrong = given.filter((name) => !isPrincipal(statement[name]));
  if (wrong.length > 0)
    return wrong.map((name) => ({ code: 'principal', message: `${name} isn’t a principal type` }));
  if (given.length === 2)
    return [{ code: 'principal', message: 'Principal and NotPrincipal can’t be used together' }];
  const takesOne = layer === 'resource' || layer === 'vpcEndpoint' || layer === 'resourceControl';
  if (given.length === 1 && !takesOne)
    return [{ code: 'principal', message: `${given[0]} isn’t supported in this policy type` }];
  if (given.length === 0 && takesOne) return [{ code: 'principal', message: 'Principal is missing' }];
  return [];
}

function isPrincipal(value: unknown): boolean {
  if (value === '*') return true;
  if (!isPlainObject(value)) return false;
  if (value.Service === '*') return false;
  return Object.entries(value).every(([type, names]) => PRINCIPAL_TYPES.has(type) && isTextList(names));
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

function conditionProblems(condition: unknown): readonly StatementProblem[] {
  if (condition === undefined) return [];
  if (!isPlainObject(condition)) return [shape('Condition must be an object of operators')];
  return Object.entries(condition).flatMap(([operator, keys]): readonly StatementProblem[] => {
    if (!isOperator(operator))
      return [{ code: 'operator', message: `${operator} isn’t a condition operator` }];
    if (!isPlainObject(keys)) return [shape(`${operator} must be an object of condition keys`)];
    return Object.entries(keys)
      .filter(([, values]) => !isScalar(values) && !(Array.isArray(values) && values.every(isScalar)))
      .map(([key]) => shape(`${key} must be a string or a list of strings`));
  });
}

/** `Null` asks whether a key exists, so that it has no form with `IfExists`. */
function isOperator(text: string): boolean {
  const operator = readOperator(text);
  return (
    operator !== undefined &&
    operatorNames.includes(operator.name) &&
    !(operator.name === 'Null' && operator.ifExists)
  );
}
