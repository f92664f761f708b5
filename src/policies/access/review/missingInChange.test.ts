import { expect, it } from 'vitest';
import { testCatalog } from '../../testing/testCatalog.ts';
import { comparePermissions } from '../../exact/compare.ts';
import { missingInChange } from './missingInChange.ts';

const catalog = await testCatalog();

const policy = (Resource: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow' as const, Action: 'kms:Decrypt', Resource }],
});

it.each([
  ['<VOLUME_KMS_CMK_ARN>', ['VOLUME_KMS_CMK_ARN']],
  ['arn:<PARTITION>:kms:<REGION>:<ACCOUNT_ID>:key/example', []],
  ['arn:aws:kms:us-east-1:<ACCOUNT_ID>:key/<KEY_ID>', ['KEY_ID']],
  ['*', []],
])('%s lacks %j', (resource, names) => {
  const changes = comparePermissions([], [policy(resource)], catalog);
  expect(changes).toHaveLength(1);
  expect(changes.map(missingInChange)).toEqual([names]);
});
