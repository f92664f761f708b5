import { expect, it } from 'vitest';
import { listOf } from '../../language/policy.ts';
import { activities } from './index.ts';
import { reasonsFor } from './reasons/index.ts';

/** Grants that let others use a key: each statement has the limits that AWS documents, or the activity says why it has not. */

const granting = activities.flatMap((activity) => {
  const { id, hardened = [], options } = activity;
  const { differences, companions } = reasonsFor(activity);
  return hardened
    .filter(({ Effect, Action }) => Effect === 'Allow' && listOf(Action).includes('kms:CreateGrant'))
    .map((statement) => ({
      id,
      Sid: statement.Sid,
      condition: JSON.stringify(statement.Condition ?? {}),
      reasons: [
        ...[...differences, ...companions]
          .filter(({ statements }) => statements.includes(statement.Sid))
          .map(({ text }) => text),
        ...options.flatMap(({ choices }) => choices.map(({ help }) => help)),
      ].join(' '),
    }));
});

it('are made for AWS services only', () => {
  expect(granting.length).toBeGreaterThan(5);
  // The policy of a VPC endpoint lets through what the policies of roles limit.
  const without = granting.filter(
    ({ id, condition }) => id !== 'kmsEndpoint' && !condition.includes('kms:GrantIsForAWSResource'),
  );
  expect(without.map(({ id, Sid }) => `${id} ${Sid}`)).toEqual([]);
});

it('are made through SageMaker only, or the activity says why not', () => {
  const open = granting.filter(
    ({ id, condition, reasons }) =>
      id !== 'kmsEndpoint' &&
      !condition.includes('kms:ViaService') &&
      !/AWS (?:doesn’t document|documents that condition for callers)/.test(reasons),
  );
  expect(open.map(({ id, Sid }) => `${id} ${Sid}`)).toEqual([]);
});
