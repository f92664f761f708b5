import { type Catalog } from '../catalog/catalog.ts';
import { arnAskedOn } from '../catalog/corrections.ts';
import { matchedActions } from '../catalog/lookup.ts';
import type { PatternReading } from '../language/resourcePattern.ts';
import { ACCOUNT_ID, type Caller, callerOf, hasIdentity } from './caller.ts';
import {
  type RequestContext,
  type ContextValues,
  requestContext,
  type MissingKeys,
} from './requestContext.ts';
import { isResourceControlled } from './resourceControlled.ts';
import { arnFields } from '../language/arnMatch.ts';
import { isPlainObject, type SimulationError } from './statementProblems.ts';

/** One call to AWS. */
export interface AccessRequest {
  /** ARN of a user, role, role session or account; the name of a service; `*` for an anonymous caller. */
  readonly principal: string;
  /** With its service: `sagemaker:CreateTrainingJob`. Case does not count. */
  readonly action: string;
  /** `*` for a call that names no resource. The account decides whether the call crosses accounts; without it the ARN's. */
  readonly resource: { readonly arn: string; readonly accountId?: string };
  /** Condition key → its value or values. Keys without regard to case. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

/** A request made ready to be matched. */
export interface ReadRequest {
  readonly caller: Caller;
  readonly action: string;
  readonly lowerAction: string;
  readonly resource: string;
  /** Account of the resource; nothing where no one says. */
  readonly account: string | undefined;
  readonly context: RequestContext;
  /** Whether resource control policies have a say. */
  readonly resourceControlled: boolean;
  /** How resource patterns with fewer than six fields are read. */
  readonly reading: PatternReading;
}

const ACTION = /^[\w-]+:[\w-]+$/;

export interface RequestReading {
  readonly missingKeys: MissingKeys;
  readonly catalog: Catalog | undefined;
  /** Whether the caller has a permissions boundary. */
  readonly bounded: boolean;
}

/** A request ready to be matched, or what is wrong with it. */
export function readRequest(
  request: AccessRequest,
  { missingKeys, catalog, bounded }: RequestReading,
): ReadRequest | readonly SimulationError[] {
  const { principal, action, resource, context } = fieldsOf(request);
  const caller = typeof principal === 'string' ? callerOf(principal) : undefined;
  const values = contextValues(context);
  const arn = isPlainObject(resource) ? resource.arn : undefined;
  const wellFormed = typeof action === 'string' && ACTION.test(action);
  if (!caller) return wrong('principal', 'the ARN of a user, role, session or account, a service, or *');
  if (!wellFormed) return wrong('action', 'one action with its service, such as sagemaker:CreateTrainingJob');
  if (typeof arn !== 'string' || !isResource(arn)) return wrong('resource.arn', 'an ARN or *');
  if (!values) return wrong('context', 'condition keys with a string or a list of strings');
  if (!isAccountOrNone(resource)) return wrong('resource.accountId', '12 digits, or nothing');
  const resourceArn = hasNoResource(catalog, action) ? '*' : arn;
  const lowerAction = action.toLowerCase();
  return {
    caller: bounded && hasIdentity(caller) ? { ...caller, bounded } : caller,
    action,
    lowerAction,
    resource: resourceArn,
    account: accountOf(resource, arn),
    context: requestContext(values, missingKeys),
    resourceControlled: isResourceControlled(lowerAction, resourceArn, caller, catalog),
    reading: 'fields',
  };
}

const isAccountOrNone = (resource: unknown): boolean =>
  !isPlainObject(resource) ||
  resource.accountId === undefined ||
  (typeof resource.accountId === 'string' && ACCOUNT_ID.test(resource.accountId));

/** As stated, else from the ARN. Resources that AWS owns have `aws` in that place: `arn:aws:iam::aws:policy/…`. */
function accountOf(resource: unknown, arn: string): string | undefined {
  if (isPlainObject(resource) && typeof resource.accountId === 'string') return resource.accountId;
  const account = arnFields(arn)?.[4];
  return account === '' || account === 'aws' ? undefined : account;
}

/** What callers without types may hand over is read as what it may be. */
const fieldsOf = (request: unknown): Readonly<Record<string, unknown>> =>
  isPlainObject(request) ? request : {};

const wrong = (field: string, expected: string): readonly SimulationError[] => [
  { code: 'request', message: `${field}: expected ${expected}` },
];

const isResource = (arn: string): boolean =>
  arn === '*' || (arn.startsWith('arn:') && arnFields(arn) !== undefined);

/** IAM compares the resource of an action without resource-level permissions with nothing but `*`. */
function hasNoResource(catalog: Catalog | undefined, action: string): boolean {
  const [facts] = (catalog && matchedActions(catalog, action)) ?? [];
  return facts?.resourceTypes.length === 0 && arnAskedOn(action) === undefined;
}

/** A context from what a request says, which has been found readable. */
export const contextOfRequest = (
  context: AccessRequest['context'],
  missingKeys: MissingKeys = 'absent',
): RequestContext => requestContext(contextValues(context) ?? new Map(), missingKeys);

function contextValues(context: unknown): ContextValues | undefined {
  if (context === undefined) return new Map();
  if (!isPlainObject(context)) return undefined;
  const values = new Map<string, { values: readonly string[]; isList: boolean }>();
  for (const key of Object.keys(context)) {
    const texts = valuesOf(context[key]);
    if (!texts) return undefined;
    values.set(key.toLowerCase(), { values: texts, isList: Array.isArray(context[key]) });
  }
  return values;
}

const isValue = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

function valuesOf(value: unknown): readonly string[] | undefined {
  if (isValue(value)) return [String(value)];
  return Array.isArray(value) && value.every(isValue) ? value.map(String) : undefined;
}
