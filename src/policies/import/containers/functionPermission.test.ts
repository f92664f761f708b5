import { describe, expect, it } from 'vitest';
import { compareExact } from '../../exact/compareExact.ts';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import { readImport } from '../readImport.ts';

const inTemplate = (properties: object): string =>
  JSON.stringify({ Resources: { Call: { Type: 'AWS::Lambda::Permission', Properties: properties } } });

const statement = (rest: Partial<Statement>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 's3.amazonaws.com' },
      Action: 'lambda:InvokeFunction',
      Resource: 'arn:<PARTITION>:lambda:<REGION>:<ACCOUNT_ID>:function:score',
      ...rest,
    },
  ],
});

const invoke = { Action: 'lambda:InvokeFunction', FunctionName: 'score', Principal: 's3.amazonaws.com' };

describe('a permission of a function', () => {
  it.each<[properties: object, rest: Partial<Statement>]>([
    [invoke, {}],
    [
      { ...invoke, SourceArn: 'arn:aws:s3:::in', SourceAccount: '111122223333' },
      {
        Condition: {
          StringEquals: { 'AWS:SourceAccount': '111122223333' },
          ArnLike: { 'AWS:SourceArn': 'arn:aws:s3:::in' },
        },
      },
    ],
    [{ ...invoke, FunctionName: { 'Fn::GetAtt': ['Score', 'Arn'] } }, { Resource: '<ScoreArn>' }],
    [
      { ...invoke, FunctionName: { Ref: 'Score' } },
      { Resource: 'arn:<PARTITION>:lambda:<REGION>:<ACCOUNT_ID>:function:<Score>' },
    ],
    [
      { ...invoke, FunctionName: 'arn:aws:lambda:us-east-1:111122223333:function:score:live' },
      { Resource: 'arn:aws:lambda:us-east-1:111122223333:function:score:live' },
    ],
    [
      { ...invoke, Principal: '444455556666' },
      { Principal: { AWS: 'arn:<PARTITION>:iam::444455556666:root' } },
    ],
    [
      { ...invoke, Principal: 'arn:aws:iam::444455556666:role/caller' },
      { Principal: { AWS: 'arn:aws:iam::444455556666:role/caller' } },
    ],
    [
      { ...invoke, Principal: '*', PrincipalOrgID: 'o-1', FunctionUrlAuthType: 'AWS_IAM' },
      {
        Principal: '*',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1', 'lambda:FunctionUrlAuthType': 'AWS_IAM' } },
      },
    ],
    [
      { ...invoke, Principal: { 'Fn::Sub': 'apigateway.${AWS::URLSuffix}' } },
      { Principal: { Service: 'apigateway.<DNS_SUFFIX>' } },
    ],
  ])('%j is one statement of its policy', (properties, rest) => {
    const { policies, refusals } = readImport(inTemplate(properties));
    expect(refusals).toEqual([]);
    expect(policies.map(({ title, kind }) => [title, kind])).toEqual([['Call', 'resource']]);
    const { newAccess, removedAccess } = compareExact(
      [statement(rest)],
      policies.map(({ policy }) => policy),
    );
    expect([newAccess.kind, removedAccess.kind]).toEqual(['none', 'none']);
  });

  it.each([
    [{ ...invoke, Principal: { Ref: 'Caller' } }],
    [{ Action: invoke.Action, Principal: invoke.Principal }],
    [{ FunctionName: 'a', Principal: '*' }],
  ])('%j does not say enough, and is named', (properties) => {
    const { policies, refusals } = readImport(inTemplate(properties));
    expect(policies).toEqual([]);
    expect(refusals.map(({ code, detail }) => [code, detail])).toEqual([
      ['permission', 'Call (AWS::Lambda::Permission) in the template'],
    ]);
  });

  it('is read in Terraform, with its version', () => {
    const text = `resource "aws_lambda_permission" "s3" {
  statement_id  = "AllowS3"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.score.function_name
  qualifier     = "live"
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.in.arn
}
`;
    const { policies } = readImport(text);
    const { newAccess, removedAccess } = compareExact(
      [
        statement({
          Resource:
            'arn:<PARTITION>:lambda:<REGION>:<ACCOUNT_ID>:function:<aws_lambda_function_score_function_name>:live',
          Condition: { ArnLike: { 'AWS:SourceArn': '<aws_s3_bucket_in_arn>' } },
        }),
      ],
      policies.map(({ policy }) => policy),
    );
    expect(policies.map(({ title, kind }) => [title, kind])).toEqual([['s3', 'resource']]);
    expect([newAccess.kind, removedAccess.kind]).toEqual(['none', 'none']);
  });
});
