import { listOf } from '../document.ts';
import type { Clause } from './conditions/clause.ts';
import { decide, type SimulateOptions } from './decide.ts';
import type { Branch, Dependency } from './decision.ts';
import { type Results, refsOf } from './layers.ts';
import type { PreparedPolicySet } from './prepare.ts';
import type { AccessRequest, ReadRequest } from './request.ts';
import type { PreparedStatement } from './statement.ts';
import { keysOf } from './text.ts';
import { MAYBE } from './truth.ts';

/** Bounds what is tried: keys, and values per key. */
const MAX_KEYS = 12;
const MAX_VALUES = 6;

/** A value that no policy is likely to ask for. */
const ANOTHER = 'any-other-value';

/**
 * The keys on which an unknown verdict depends, and the verdict for each: with the key absent, with the values that the
 * policies compare it with, and with another. The other keys stay as they were, so that a branch may be unknown itself.
 */
export function dependencies(
  policies: PreparedPolicySet,
  request: AccessRequest,
  options: SimulateOptions,
  read: ReadRequest,
  results: Results,
): readonly Dependency[] {
  const open = openStatements(policies, results);
  const names = new Map<string, string>();
  for (const statement of open)
    for (const key of unknownKeys(statement, read))
      names.set(key.toLowerCase(), names.get(key.toLowerCase()) ?? key);
  return [...names].slice(0, MAX_KEYS).map(([lowerKey, key]) => ({
    key,
    branches: [undefined, ...valuesFor(open, lowerKey)].map((value): Branch => {
      const context = { ...request.context, [key]: value === undefined ? [] : sample(value) };
      return { value, verdict: decide(policies, { ...request, context }, options).verdict };
    }),
  }));
}

/** Statements of which nobody knows whether they apply. */
function openStatements(policies: PreparedPolicySet, results: Results): readonly PreparedStatement[] {
  const open = [...refsOf(results, 'mayAllow'), ...refsOf(results, 'mayDeny')];
  return open.flatMap(({ layer, statement }) => {
    return policies.layers[layer].statements.find(({ ref }) => ref === statement) ?? [];
  });
}

function unknownKeys(statement: PreparedStatement, { context }: ReadRequest): readonly string[] {
  const { Resource, NotResource } = statement.statement;
  const texts = statement.withVariables ? listOf(Resource ?? NotResource) : [];
  const clauses = statement.clauses.filter((clause) => clause.test(context) === MAYBE);
  const asked = clauses.flatMap(({ key, values, withVariables }) => [
    key,
    ...(withVariables ? values.flatMap(keysOf) : []),
  ]);
  return [...asked, ...texts.flatMap(keysOf)].filter((key) => context.isUnknown(key.toLowerCase()));
}

function valuesFor(open: readonly PreparedStatement[], lowerKey: string): readonly string[] {
  const clauses = open.flatMap(({ clauses: own }) => own.filter((clause) => clause.lowerKey === lowerKey));
  const values = clauses.flatMap(valuesOf).filter((value) => !value.includes('${'));
  return [
    ...new Set([
      ...values.slice(0, MAX_VALUES),
      ...(values.every(isBoolean) && values.length > 0 ? ['true', 'false'] : [ANOTHER]),
    ]),
  ];
}

const valuesOf = ({ operator, values }: Clause): readonly string[] =>
  /^null$/i.test(operator) ? [] : values;

const isBoolean = (value: string): boolean => /^(?:true|false)$/i.test(value);

/** A value that a pattern matches. */
const sample = (pattern: string): string => pattern.replaceAll('*', '').replaceAll('?', 'x');
