import { expect, it } from 'vitest';
import { readImport } from './readImport.ts';

/** Of what a program computes, that is listed which may be of a policy: tags and parameters of other calls hid it. */

const doc =
  'doc = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}\n';

it.each<[program: string, listed: readonly string[]]>([
  ['iam.tag_user(UserName=n, Tags=[{"Key": k, "Value": v}])\n', []],
  ['x = {"Id": k, "Name": str(v)}\n', []],
  ['body = {"bucket": bucket, "keys": [k1, k2], "nested": {"a": f(1)}}\n', []],
  ['x = {"Key": k, "Effect": effect}\n', ['k']],
  ['x = {"Key": k, **more}\n', ['k']],
  ['policy = {"Key": k}\n', ['k']],
  ['x = {"PolicyName": n, "Body": body}\n', ['n']],
])('%j', (program, listed) => {
  const { policies, refusals } = readImport(`import boto3\n${doc}${program}`);
  expect([policies.length, refusals.map(({ detail }) => detail)]).toEqual([1, listed]);
});
