import { describe, expect, it } from 'vitest';
import { operatorNames } from '../../language/conditionOperator.ts';
import { contextFor } from '../request.ts';
import { clauseOf } from './clause.ts';

type Values = string | readonly string[] | undefined;
type Row = readonly [operator: string, policy: string | readonly string[], request: Values, holds: boolean];

const ROLE = 'arn:aws:iam::111122223333:role/team/Trainer';

const rows: readonly Row[] = [
  ['StringEquals', 'a', 'a', true],
  ['StringEquals', 'a', 'A', false],
  ['StringEquals', ['a', 'b'], 'b', true],
  ['StringEquals', 'a*', 'ab', false],
  ['StringEquals', 'a*', 'a*', true],
  ['StringEquals', 'a', undefined, false],
  ['StringEquals', [], 'a', false],
  ['StringEquals', 'a', ['b', 'a'], true],
  ['stringequals', 'a', 'a', true],
  ['StringNotEquals', 'a', 'b', true],
  ['StringNotEquals', 'a', 'a', false],
  ['StringNotEquals', ['a', 'b'], 'b', false],
  ['StringNotEquals', ['a', 'b'], 'c', true],
  ['StringNotEquals', 'a', undefined, true],
  ['StringNotEquals', 'a', ['a', 'b'], false],
  ['StringEqualsIgnoreCase', 'Team-A', 'tEAM-a', true],
  ['StringEqualsIgnoreCase', 'Team-A', 'team-b', false],
  ['StringEqualsIgnoreCase', 'a?', 'ab', false],
  ['StringEqualsIgnoreCase', 'a', undefined, false],
  ['StringNotEqualsIgnoreCase', 'Team-A', 'tEAM-a', false],
  ['StringNotEqualsIgnoreCase', 'Team-A', 'team-b', true],
  ['StringNotEqualsIgnoreCase', 'a', undefined, true],
  ['StringNotEqualsIgnoreCase', ['a', 'B'], 'b', false],
  ['StringLike', 'team-*', 'team-a', true],
  ['StringLike', 'team-*', 'team-', true],
  ['StringLike', 'team-?', 'team-', false],
  ['StringLike', 't*m-?', 'tim/team-x', true],
  ['StringLike', 'a.c', 'abc', false],
  ['StringLike', '[ab]', 'a', false],
  ['StringLike', 'Team*', 'team', false],
  ['StringLike', '*', '', true],
  ['StringNotLike', 'team-*', 'team-a', false],
  ['StringNotLike', 'team-*', 'other', true],
  ['StringNotLike', ['a*', 'b*'], 'bc', false],
  ['StringNotLike', 'a*', undefined, true],
  ['NumericEquals', '10', '10.0', true],
  ['NumericEquals', '10', '+10', true],
  ['NumericEquals', '10', '10abc', false],
  ['NumericEquals', '10abc', '10', false],
  ['NumericEquals', '10', '', false],
  ['NumericEquals', '0x10', '16', false],
  ['NumericNotEquals', '10', '11', true],
  ['NumericNotEquals', '10', '10.00', false],
  ['NumericNotEquals', '10', '10abc', true],
  ['NumericNotEquals', '10', undefined, true],
  ['NumericLessThan', '10', '9', true],
  ['NumericLessThan', '10', '10', false],
  ['NumericLessThan', '9', '10', false],
  ['NumericLessThan', '10', '-1', true],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericLessThanEquals', '10', '10.01', false],
  ['NumericLessThanEquals', ['1', '10'], '5', true],
  ['NumericLessThanEquals', '10', undefined, false],
  ['NumericGreaterThan', '10', '11', true],
  ['NumericGreaterThan', '10', '10', false],
  ['NumericGreaterThan', '10', '9', false],
  ['NumericGreaterThan', '10', 'many', false],
  ['NumericGreaterThanEquals', '10', '10', true],
  ['NumericGreaterThanEquals', '10', '9.99', false],
  ['NumericGreaterThanEquals', '-2', '-1', true],
  ['NumericGreaterThanEquals', '10', undefined, false],
  ['DateEquals', '2026-01-01T00:00:00Z', '1767225600', true],
  ['DateEquals', '2026-01-01', '2026-01-01T01:00:00+01:00', true],
  ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', false],
  ['DateEquals', '2026-02-30', '2026-03-02', false],
  ['DateEquals', 'today', 'today', false],
  ['DateNotEquals', '2026-01-01', '2026-01-02', true],
  ['DateNotEquals', '2026-01-01', '1767225600', false],
  ['DateNotEquals', '2026-01-01', undefined, true],
  ['DateNotEquals', '2026-01-01', 'soon', true],
  ['DateLessThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59.999Z', true],
  ['DateLessThan', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', false],
  ['DateLessThan', '1767225600', '2025', true],
  ['DateLessThan', '2026-01-01', undefined, false],
  ['DateLessThanEquals', '2026-01-01', '2026-01', true],
  ['DateLessThanEquals', '2026-01-01', '2026-01-01T00:00:01Z', false],
  ['DateLessThanEquals', '2026-01-01', '0', true],
  ['DateLessThanEquals', '2026-01-01', 'never', false],
  ['DateGreaterThan', '2026-01-01', '2026-06-01T12:00Z', true],
  ['DateGreaterThan', '2026-01-01', '2026-01-01', false],
  ['DateGreaterThan', '2026-01-01T10:00:00-02:00', '2026-01-01T11:59:59Z', false],
  ['DateGreaterThan', '2026-01-01', '1767225601', true],
  ['DateGreaterThanEquals', '2026-01-01', '2026-01-01T00:00:00Z', true],
  ['DateGreaterThanEquals', '2026-01-01', '2025-12-31', false],
  ...['2026-13-01', '2026-00-01', '2026-01-00', '2026-01-32', '2026-01-01T25:00Z', '2026-01-01T10:60Z'].map(
    (none) => ['DateGreaterThanEquals', none, '2027-01-01', false] as const,
  ),
  ...['2026-01-01T10:00:61Z', '2026-01-01T10:00+24:00', '2026-01-01T10:00-01:60'].map(
    (none) => ['DateLessThan', '2027-01-01', none, false] as const,
  ),
  ['DateEquals', '2026-01-01T24:00:00Z', '2026-01-02', true],
  ['DateEquals', '2026-01-01T10:00:00.5Z', '2026-01-01T10:00:00.500Z', true],
  ['DateGreaterThanEquals', '2026-01-01', undefined, false],
  ['Bool', 'true', 'TRUE', true],
  ['Bool', 'False', 'false', true],
  ['Bool', 'true', 'false', false],
  ['Bool', 'yes', 'yes', false],
  ['Bool', 'false', undefined, false],
  ['BinaryEquals', 'QQ==', 'QQ', true],
  ['BinaryEquals', 'QQ==', 'QR==', true],
  ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
  ['BinaryEquals', 'QmluYXJ5', 'qmluyxj5', false],
  ['BinaryEquals', '!!', '!!', false],
  ['IpAddress', '203.0.113.0/24', '203.0.113.77', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.1', false],
  ['IpAddress', '203.0.113.7', '203.0.113.7', true],
  ['IpAddress', '0.0.0.0/0', '8.8.8.8', true],
  ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
  ['IpAddress', '2001:DB8::/32', '2001:0db8:0:0::1', true],
  ['IpAddress', '::/0', '2001:db8::1', true],
  ['IpAddress', '203.0.113.0/33', '203.0.113.1', false],
  ['IpAddress', '203.0.113.0/24', undefined, false],
  ['IpAddress', ['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.9', true],
  ['NotIpAddress', '203.0.113.0/24', '203.0.113.77', false],
  ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
  ['NotIpAddress', '0.0.0.0/0', '2001:db8::1', true],
  ['NotIpAddress', ['10.0.0.0/8', '203.0.113.0/24'], '10.1.2.3', false],
  ['NotIpAddress', '203.0.113.0/24', undefined, true],
  ['ArnEquals', 'arn:aws:iam::*:role/team/*', ROLE, true],
  ['ArnEquals', ROLE, ROLE, true],
  ['ArnEquals', 'arn:aws:iam::*', ROLE, false],
  ['ArnEquals', '*', ROLE, true],
  ['ArnEquals', 'arn:aws:iam::1*:user/*', ROLE, false],
  ['ArnNotEquals', 'arn:aws:iam::*:role/team/*', ROLE, false],
  ['ArnNotEquals', 'arn:aws:iam::*:role/other/*', ROLE, true],
  ['ArnNotEquals', ROLE, undefined, true],
  ['ArnNotEquals', [ROLE, 'arn:aws:iam::111122223333:root'], ROLE, false],
  ['ArnLike', 'arn:aws:iam::111122223333:role/*', ROLE, true],
  ['ArnLike', 'arn:*:role/team/Trainer', ROLE, false],
  ['ArnLike', 'arn:aws:*:*:111122223333:role/*', ROLE, true],
  ['ArnLike', 'arn:aws:iam:*:role/*', ROLE, false],
  ['ArnLike', 'arn:aws:iam::111122223333:role/????/Trainer', ROLE, true],
  ['ArnLike', '*', 'not-an-arn', false],
  ['ArnLike', 'ARN:aws:iam::111122223333:role/*', ROLE, false],
  ['ArnNotLike', 'arn:aws:iam::111122223333:role/*', ROLE, false],
  ['ArnNotLike', 'arn:aws:iam::444455556666:role/*', ROLE, true],
  ['ArnNotLike', ROLE, 'not-an-arn', true],
  ['ArnNotLike', ROLE, undefined, true],
  ['Null', 'true', undefined, true],
  ['Null', 'true', 'x', false],
  ['Null', 'false', 'x', true],
  ['Null', 'FALSE', undefined, false],
  ['Null', 'true', [], true],
  ['Null', ['true', 'false'], 'x', true],
  ['Null', 'maybe', 'x', false],
  ['StringEqualsIfExists', 'a', undefined, true],
  ['StringEqualsIfExists', 'a', 'b', false],
  ['NumericLessThanIfExists', '5', undefined, true],
  ['BoolIfExists', 'true', 'false', false],
  ['IpAddressIfExists', '10.0.0.0/8', undefined, true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', 'a', undefined, true],
  ['ForAllValues:StringEquals', 'a', [], true],
  ['ForAllValues:StringLike', 'a*', ['ab', 'ac'], true],
  ['ForAllValues:StringNotEquals', 'a', ['b', 'c'], true],
  ['ForAllValues:StringNotEquals', 'a', ['b', 'a'], false],
  ['ForAllValues:StringNotEquals', 'a', undefined, true],
  ['ForAllValues:StringEqualsIfExists', 'a', undefined, true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
  ['ForAnyValue:StringEquals', 'a', ['c', 'b'], false],
  ['ForAnyValue:StringEquals', 'a', undefined, false],
  ['ForAnyValue:StringEquals', '', '', false],
  ['ForAnyValue:StringNotEquals', 'a', ['a', 'b'], true],
  ['ForAnyValue:StringNotEquals', 'a', ['a', 'a'], false],
  ['ForAnyValue:StringNotEquals', 'a', undefined, false],
  ['ForAnyValue:StringEqualsIfExists', 'a', undefined, true],
  ['ForAnyValue:StringEqualsIfExists', 'a', '', true],
  ['IpAddress', '::ffff:0:0/96', '::ffff:10.0.0.1', true],
  ['IpAddress', '10.0.0.0/8', '::ffff:10.0.0.1', false],
  ['forallvalues:stringlikeifexists', 'a*', ['b'], false],
  ['ForAnyValue:ArnLike', 'arn:aws:iam::*:role/*', [ROLE], true],
];

const context = (values: Values) => contextFor(values === undefined ? {} : { 'aws:k': values });

describe('condition operators', () => {
  it.each(rows)('%s %j on %j → %s', (operator, policy, request, holds) => {
    const clause = clauseOf(operator, 'aws:K', [policy].flat(), true);
    expect(clause?.test(context(request))).toBe(holds ? 2 : 0);
  });

  it.each(operatorNames)('%s has its comparison in the table of its family', (name) => {
    expect(clauseOf(name, 'aws:k', ['a'], true)).toBeDefined();
  });

  it.each(operatorNames)(
    '%s has at least four rows, one of them with a missing key or a malformed value',
    (name) => {
      expect(rows.filter(([operator]) => operator === name).length).toBeGreaterThanOrEqual(4);
    },
  );

  it.each(['StringEqual', 'ForSomeValues:StringEquals', 'IfExists', ''])(
    'knows no operator %j',
    (operator) => {
      expect(clauseOf(operator, 'aws:k', ['a'], true)).toBeUndefined();
    },
  );

  it.each([
    ['StringEquals', 'a'],
    ['StringNotEquals', 'a'],
    ['StringEqualsIfExists', 'a'],
    ['ForAllValues:StringEquals', 'a'],
    ['Null', 'true'],
  ])('%s on a key that was not given is neither yes nor no', (operator, value) => {
    const clause = clauseOf(operator, 'aws:k', [value], true);
    expect(clause?.test(contextFor({}, 'unknown'))).toBe(1);
    expect(clause?.test(contextFor({ 'aws:k': [] }, 'unknown'))).not.toBe(1);
  });
});
