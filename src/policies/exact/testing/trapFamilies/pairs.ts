import fc from 'fast-check';
import type { PolicyDocument, Statement } from '../../../language/policy.ts';
import { conditionFamilies } from './conditionFamilies.ts';
import { elementFamilies } from './elementFamilies.ts';
import type { Clause, TrapFamily } from './family.ts';
import { variableFamilies } from './variableFamilies.ts';

export const trapFamilies: readonly TrapFamily[] = [
  ...elementFamilies,
  ...conditionFamilies,
  ...variableFamilies,
];

const ONE = 's3:GetObject';
const some = (from: readonly string[], most = 2) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: most });

const conditionOf = (clauses: readonly Clause[], most: number): fc.Arbitrary<Statement['Condition']> =>
  clauses.length === 0
    ? fc.constant({})
    : fc
        .array(
          fc
            .constantFrom(...clauses)
            .chain(([operators, key, values]) =>
              fc.tuple(fc.constantFrom(...operators), fc.constant(key), some(values)),
            ),
          { maxLength: most },
        )
        .map((chosen) => {
          const condition: Record<string, Record<string, readonly string[]>> = {};
          for (const [operator, key, values] of chosen) (condition[operator] ??= {})[key] = values;
          return condition;
        });

function statementOf(family: TrapFamily): fc.Arbitrary<Statement> {
  const { actions = [ONE], resources = ['*'], principals = [], clauses = [] } = family;
  const isNot = (values: readonly string[]) => fc.boolean().map((one) => one && values.length > 1);
  return fc
    .record({
      Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
      action: fc.tuple(isNot(actions), some(actions)),
      resource:
        resources.length > 0 ? fc.tuple(isNot(resources), some(resources, 3)) : fc.constant(undefined),
      principal: principals.length > 0 ? fc.tuple(fc.boolean(), some(principals)) : fc.constant(undefined),
      Condition: conditionOf(clauses, 2),
    })
    .map(
      ({ Effect, action, resource, principal, Condition }): Statement => ({
        Effect,
        [action[0] ? 'NotAction' : 'Action']: action[1],
        ...(resource ? { [resource[0] ? 'NotResource' : 'Resource']: resource[1] } : {}),
        ...(principal ? { [principal[0] ? 'Principal' : 'NotPrincipal']: { AWS: principal[1] } } : {}),
        ...(Condition && Object.keys(Condition).length > 0 ? { Condition } : {}),
      }),
    );
}

/** A policy, and one that people would make of it: other statements, some the same, or the same said in another way. */
export function pairsOf(family: TrapFamily): fc.Arbitrary<readonly [PolicyDocument, PolicyDocument]> {
  const statement = statementOf(family);
  const statements = fc.array(statement, { minLength: 1, maxLength: 3 });
  const version = fc.constantFrom(...(family.versions ?? ['2012-10-17']));
  const document = (all: readonly Statement[], Version: string | undefined): PolicyDocument =>
    Version === undefined ? { Statement: all } : { Version, Statement: all };
  return fc
    .tuple(statements, statements, version, version, fc.nat(5), conditionOf(family.clauses ?? [], 1))
    .map(([one, other, first, second, change, condition]) => {
      const after = [
        other,
        [...one, ...other.slice(0, 1)],
        one.slice(1),
        one.flatMap(divided),
        one.map((each) => ({ ...each, Condition: { ...each.Condition, ...condition } })),
        [...one.slice(0, -1), ...other.slice(0, 1), ...one.slice(-1)],
      ][change];
      return [document(one, first), document(after ?? other, second)] as const;
    });
}

/** The same as several statements: one for each action, and for each value of a condition that has one. */
function divided(statement: Statement): readonly Statement[] {
  const { Action, ...rest } = statement;
  return Action === undefined ? [statement] : [Action].flat().map((one) => ({ ...rest, Action: one }));
}

interface FamilyRequest {
  readonly action: string;
  readonly resource: string;
  readonly principal: string | undefined;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** Every request of a family, by the numbers of its parts: `at` chooses one. */
export function requestAt({ tried = {} }: TrapFamily, at: number): FamilyRequest {
  const { actions = ['s3:getobject'], resources = ['arn:aws:s3:::x'], principals = [], keys = {} } = tried;
  let rest = at;
  const next = <Value>(from: readonly Value[]): Value | undefined => {
    const one = from[rest % Math.max(1, from.length)];
    rest = Math.floor(rest / Math.max(1, from.length));
    return one;
  };
  const context = Object.entries(keys).flatMap(([key, values]) => {
    const value = next([undefined, ...values]);
    return value ? [[key, value] as const] : [];
  });
  return {
    action: next(actions) ?? '',
    resource: next(resources) ?? '',
    principal: next(principals),
    context: Object.fromEntries(context),
  };
}

/** How many requests a family has. */
export const requestsOf = ({ tried = {} }: TrapFamily): number =>
  [
    ...Object.values(tried.keys ?? {}).map((values) => values.length + 1),
    tried.actions?.length ?? 1,
    tried.resources?.length ?? 1,
    tried.principals?.length ?? 1,
  ].reduce((product, length) => product * length, 1);
