import { describe, expect, it } from 'vitest';
import { missingStatement, readRefusal } from './accessDenied.ts';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/Trainer/job-1';
const JOB = 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/x';

const rows: readonly (readonly [message: string, expected: readonly unknown[]])[] = [
  [
    `An error occurred (AccessDeniedException) when calling the CreateTrainingJob operation: User: ${ROLE} is not authorized to perform: sagemaker:CreateTrainingJob on resource: ${JOB} because no identity-based policy allows the sagemaker:CreateTrainingJob action`,
    [ROLE, 'sagemaker:CreateTrainingJob', JOB, 'identity', false],
  ],
  [
    `User: ${ROLE} is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/X with an explicit deny in a service control policy`,
    [ROLE, 'iam:PassRole', 'arn:aws:iam::111122223333:role/X', 'serviceControl', true],
  ],
  [
    `User: ${ROLE} is not authorized to perform: s3:ListAllMyBuckets because no permissions boundary allows the action.`,
    [ROLE, 's3:ListAllMyBuckets', '*', 'permissionsBoundary', false],
  ],
  [
    `User: ${ROLE} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::a/b" because no VPC endpoint policy allows the s3:GetObject action`,
    [ROLE, 's3:GetObject', 'arn:aws:s3:::a/b', 'vpcEndpoint', false],
  ],
  [
    `User: ${ROLE} is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::1:role/x`,
    [ROLE, 'sts:AssumeRole', 'arn:aws:iam::1:role/x', undefined, undefined],
  ],
  [
    `  User:\n ${ROLE}\n is not authorized to perform:\n kms:Decrypt on resource: ${JOB},\n because no resource-based policy allows it`,
    [ROLE, 'kms:Decrypt', JOB, 'resource', false],
  ],
];

describe('access denied messages', () => {
  it.each(rows)('%s', (message, expected) => {
    const reading = readRefusal(message);
    expect(
      reading.ok && [
        reading.call.principal,
        reading.call.action,
        reading.call.resource,
        reading.call.layer,
        reading.call.explicit,
      ],
    ).toEqual(expected);
  });

  it.each([
    ['', 'empty'],
    ['Access Denied', 'notRecognised'],
    [
      'You are not authorized to perform this operation. Encoded authorization failure message: abc',
      'encoded',
    ],
  ])('%j is %s', (message, why) => {
    expect(readRefusal(message)).toEqual({ ok: false, why });
  });

  it('reads hostile text in no time', () => {
    expect(readRefusal(`User: ${' is not authorized to perform'.repeat(50_000)}`).ok).toBe(false);
  });
});

describe('missingStatement', () => {
  const call = {
    principal: 'arn:aws:iam::111122223333:role/x',
    action: 'sagemaker:DeleteModel',
    resource: 'arn:aws:sagemaker:eu-west-1:111122223333:model/a',
    layer: undefined,
    explicit: false,
  };
  it('is as narrow as the message says', () => {
    expect(missingStatement(call)).toEqual({ Effect: 'Allow', Action: call.action, Resource: call.resource });
  });
  it('names the caller where policies do', () => {
    expect(missingStatement({ ...call, layer: 'vpcEndpoint' }).Principal).toEqual({ AWS: call.principal });
  });
  it('passes roles to SageMaker only', () => {
    expect(missingStatement({ ...call, action: 'iam:PassRole' }).Condition).toEqual({
      StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    });
  });
});
