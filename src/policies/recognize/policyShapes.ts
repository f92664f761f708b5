import type { RecognizedKind, Sighting } from './recognition.ts';
import { fieldsOf, stringOf } from './refusalSigns.ts';

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Whether a value is a policy document. */
export const isPolicy = (value: unknown): boolean => {
  const statement = fieldsOf(value).get('Statement');
  return typeof statement === 'object' && statement !== null;
};

/** Whether a value is a statement on its own. */
export const isStatement = (value: unknown): boolean => {
  const fields = fieldsOf(value);
  return typeof fields.get('Effect') === 'string' && (fields.has('Action') || fields.has('NotAction'));
};

/** A policy as other tools name its elements, which IAM refuses: `statement`, `effect`. */
export const hasLowerCaseNames = (value: unknown): boolean =>
  listOf(fieldsOf(value).get('statement')).some((one) => fieldsOf(one).has('effect'));

/** Which kind of policy a document is, by what its statements have. Where two kinds look alike, both. */
export function policySightings(value: unknown, name: string): readonly Sighting[] {
  const statements = listOf(fieldsOf(value).get('Statement')).map(fieldsOf);
  const kind = kindBy(statements, name);
  const others: Sighting[] = [{ kind, confidence: 'possible', destination: 'validate' }];
  if (kind === 'serviceControlPolicy' && !SCP_NAME.test(name))
    return [{ kind, confidence: 'likely' }, { kind: 'policy', confidence: 'possible' }, ...others];
  if (kind === 'endpointPolicy')
    return [
      { kind, confidence: 'likely' },
      { kind: 'resourcePolicy', confidence: 'possible' },
    ];
  if (kind === 'resourcePolicy' || kind === 'resourceControlPolicy') return [{ kind, confidence: 'sure' }];
  return [{ kind, confidence: 'sure' }, ...others];
}

type Fields = ReadonlyMap<string, unknown>;

const SCP_NAME = /(?:^|[^a-z])scps?(?:[^a-z]|$)/i;

function kindBy(statements: readonly Fields[], name: string): RecognizedKind {
  const named = statements.some((one) => one.has('Principal') || one.has('NotPrincipal'));
  if (named && statements.every(takesRole)) return 'trustPolicy';
  const denies = statements.length > 0 && statements.every((one) => one.get('Effect') === 'Deny');
  if (named && denies && statements.every(isOfOrganization)) return 'resourceControlPolicy';
  if (named) return statements.every(isOfEndpoint) ? 'endpointPolicy' : 'resourcePolicy';
  if (SCP_NAME.test(name) || (denies && statements.every((one) => one.get('Resource') === '*')))
    return 'serviceControlPolicy';
  return 'policy';
}

const takesRole = (statement: Fields): boolean =>
  !statement.has('Resource') &&
  listOf(statement.get('Action')).some((action) => /^sts:/i.test(stringOf(action)));

/** Denies what is in any account. An endpoint's policy that only denied would let nothing through. */
const isOfOrganization = (statement: Fields): boolean =>
  statement.get('Principal') === '*' &&
  (listOf(statement.get('Resource')).includes('*') ||
    [...conditionKeys(statement)].some((key) => /^aws:(?:Principal|Source)Org/i.test(key)));

/** An endpoint's policy names everybody; a resource's mostly somebody, or the resource itself. */
const isOfEndpoint = (statement: Fields): boolean => {
  const principal = statement.get('Principal');
  return principal === '*' || fieldsOf(principal).get('AWS') === '*';
};

function conditionKeys(statement: Fields): ReadonlySet<string> {
  const blocks = [...fieldsOf(statement.get('Condition')).values()];
  return new Set(blocks.flatMap((block) => [...fieldsOf(block).keys()]));
}

/** So many values of a file are looked at for policies: far more than a megabyte of a state has. */
const MANY = 300_000;

/**
 * Policies that a file holds as strings, one after the other, where Import does not read the file itself; empty where there is
 * none.
 */
export function policiesInStrings(root: unknown): string {
  const found = new Set<string>();
  const rest: unknown[] = [root];
  for (let count = 0; rest.length > 0 && count < MANY; count += 1) {
    const value = rest.pop();
    if (typeof value === 'string' && POLICY.test(value) && /Statement/.test(value)) found.add(value);
    else if (isPolicy(value)) found.add(written(value));
    else if (typeof value === 'object' && value !== null)
      for (const one of Object.values(value).toReversed()) rest.push(one);
  }
  return [...found].filter(Boolean).join('\n\n');
}

/** Nested too deep for a policy: none. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '';
  }
}

const POLICY = /^\s*(?:\{|%7B)/i;
