import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openToEveryone } from '../compose/appliedPolicies.ts';
import type { Statement } from '../language/policy.ts';
import { simulate } from '../simulate/simulate.ts';
import { documentWith, type StatementParts } from '../language/testing/documentWith.ts';
import { runs } from '../testing/effort.ts';
import { scopesOf } from './scope.ts';
import { type ScopeExample, ScopeExamples } from './scopeExample.ts';
import { smallPolicy } from './testing/smallPolicies.ts';

const everything = documentWith({ Effect: 'Allow', Action: '*', Resource: '*' });
const statementWith = (parts: StatementParts): Statement => everything(parts).Statement[0]!;
const scopeOf = (statement: Statement, isNew = true) => scopesOf(statement, isNew).slice(0, 1);

function isMatched(statement: Statement, { resource, context }: ScopeExample, Version?: string): boolean {
  const { NotAction: _action, ...about } = statement;
  const request = {
    principal: 'arn:aws:iam::111122223333:role/x',
    action: 'a:b',
    resource: { arn: resource },
    context,
  };
  const denying = {
    ...(Version && { Version }),
    Statement: [{ ...about, Effect: 'Deny', Action: '*' } as const],
  };
  const policies = { identity: [], resource: openToEveryone, permissionsBoundary: [everything({}), denying] };
  return simulate(request, policies).verdict === 'explicitDeny';
}

describe('an example of a request', () => {
  const secret = 'arn:aws:s3:::data/secret/*';
  const outside: Statement['Condition'] = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } };
  it.each<[string, StatementParts, readonly StatementParts[], boolean]>([
    ['of anything', {}, [], true],
    ['of a pattern', { Resource: secret }, [], true],
    ['of a condition', { Condition: { NumericLessThan: { k: '3' } } }, [], true],
    [
      'of conditions that contradict each other',
      { Condition: { StringEquals: { k: 'a' }, Null: { k: 'true' } } },
      [],
      false,
    ],
    ['outside of conditions', {}, [{ Condition: outside }, { Condition: { Bool: { tls: 'false' } } }], true],
    [
      'outside of both sides of a condition',
      {},
      [{ Condition: outside }, { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
      false,
    ],
    ['outside of a part', { Resource: 'arn:aws:s3:::data/*' }, [{ Resource: secret }], true],
    ['outside of the whole', { Resource: secret }, [{ Resource: 'arn:aws:s3:::data/*' }], false],
    [
      'outside of what has a policy variable',
      { Resource: secret },
      [{ Resource: 'arn:aws:s3:::${k}/*' }],
      false,
    ],
    ['of all but a part', { Resource: undefined, NotResource: secret }, [], true],
  ])('%s', (_, inside, others, isFound) => {
    const statements = others.map(statementWith);
    const asked = statementWith(inside);
    const found = new ScopeExamples().find(
      scopeOf(asked),
      statements.flatMap((one) => scopeOf(one)),
    );
    expect(found !== undefined).toBe(isFound);
    if (!found) return;
    expect([asked, ...statements].map((one) => isMatched(one, found, '2012-10-17'))).toEqual([
      true,
      ...statements.map(() => false),
    ]);
  });

  it('law: is in what is asked for, and in nothing else', () => {
    const seen = { found: 0, none: 0 };
    fc.assert(
      fc.property(smallPolicy, fc.array(smallPolicy, { maxLength: 3 }), ({ Version, ...one }, others) => {
        const [inside] = one.Statement;
        const statements = others.flatMap(({ Statement: [other] }) => other ?? []);
        if (!inside) return;
        const isNew = Version === '2012-10-17';
        const found = new ScopeExamples().find(
          scopeOf(inside, isNew),
          statements.flatMap((other) => scopesOf(other, isNew)),
        );
        seen[found ? 'found' : 'none'] += 1;
        if (!found) return;
        expect(isMatched(inside, found, Version)).toBe(true);
        expect(statements.filter((other) => isMatched(other, found, Version))).toEqual([]);
      }),
      { numRuns: runs(600) },
    );
    expect([seen.found > 100, seen.none > 20]).toEqual([true, true]);
  });
});
