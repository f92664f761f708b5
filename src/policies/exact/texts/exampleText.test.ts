import { describe, expect, it } from 'vitest';
import type { Statement } from '../../language/policy.ts';
import { compareExact } from '../compareExact.ts';

/** A request that shows the contrary is one that a reader could have made: a whole ARN where the policies leave one. */

const documents = (statement: Partial<Statement>) => [
  {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sagemaker:StopNotebookInstance', Resource: '*', ...statement }],
  } as const,
];

const example = (before: Partial<Statement>, after: Partial<Statement>) => {
  const { newAccess } = compareExact(documents(before), documents(after));
  return newAccess.kind === 'some' ? newAccess.witness : newAccess;
};

const notebooks = (fields: string): Partial<Statement> => ({ Resource: `arn:${fields}:notebook-instance/*` });
const missing = 'aws:sagemaker:<REGION>:<ACCOUNT_ID>';

describe('a resource that shows a difference', () => {
  it.each([
    ['aws:sagemaker:us-east-1:111122223333', 'aws:sagemaker:*:*', 'aws:sagemaker:eu-west-1:111122223333'],
    ['aws:sagemaker:us-east-1:*', 'aws:sagemaker:*:*', 'aws:sagemaker:eu-west-1:111122223333'],
    ['aws:sagemaker:*:111122223333', 'aws:sagemaker:*:*', 'aws:sagemaker:us-east-1:444455556666'],
    ['aws:sagemaker:*:*', '*:sagemaker:*:*', 'aws-cn:sagemaker:cn-north-1:111122223333'],
    [missing, '*:sagemaker:*:*', 'aws-cn:sagemaker:cn-north-1:111122223333'],
    // Whatever the Region is, it is one.
    [missing, 'aws:sagemaker:*:*', 'aws:sagemaker::111122223333'],
    [missing, 'aws:sagemaker:<REGION>:*', 'aws:sagemaker:<REGION>:'],
    [missing, 'aws:sagemaker:us-east-1:111122223333', undefined],
  ])('%s → %s: %s', (before, after, fields) => {
    const found = example(notebooks(before), notebooks(after));
    if (fields === undefined) expect(found).toMatchObject({ kind: 'undecided' });
    else expect(found).toMatchObject({ resource: `arn:${fields}:notebook-instance/example` });
  });

  it('is an example where nothing says what it must be', () => {
    const found = example(notebooks('aws:sagemaker:us-east-1:111122223333'), {});
    expect(found).toMatchObject({ resource: 'example' });
  });

  it('so is a value of a key', () => {
    const found = example(
      { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'fraud' } } },
      { Condition: { StringLike: { 'aws:PrincipalTag/team': '*' } } },
    );
    expect(found).toMatchObject({ context: { 'aws:PrincipalTag/team': ['example'] } });
  });

  it('so is a key that only a policy variable names, as it is written there', () => {
    const own = 'arn:aws:sagemaker:us-east-1:111122223333:notebook-instance/${aws:PrincipalTag/Owner}';
    const found = example({ Resource: `${own}-a` }, { Resource: own });
    expect(found).toMatchObject({
      context: { 'aws:PrincipalTag/Owner': ['example-aws-principaltag-owner'] },
    });
  });
});
