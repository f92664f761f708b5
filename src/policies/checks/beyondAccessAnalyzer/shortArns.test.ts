import { beforeAll, expect, it } from 'vitest';
import { testCatalog } from '../../testing/testCatalog.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { fixesFor } from '../../fixes/index.ts';
import { type PolicyType, policyTypes } from '../../language/policyType.ts';
import { checkPolicy } from '../checkPolicy.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

const CODE = 'SPB_ARN_READ_TWO_WAYS';
const textOf = (over: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 'sagemaker:*', ...over }],
  });
const found = (text: string, type: PolicyType = 'identity') =>
  checkPolicy(text, type, { catalog, placeholders: 'open' }).filter(({ code }) => code === CODE);

/** A pattern, whether it is found, and what the fix writes in its place. */
const table: readonly (readonly [pattern: string, raised: boolean, fix?: string])[] = [
  ['*', false],
  ['arn:aws:sagemaker', false],
  ['arn:aws:sagemaker:*', false],
  ['arn:aws:sagemaker:*:*:endpoint/*', false],
  ['arn:aws:s3:::${aws:username}*', false],
  ['<DATA_KMS_CMK_ARN>', false],
  ['${aws:PrincipalTag/arn}/*', false],
  ['arn:aws:sagemaker:*:endpoint/prod-*', true, 'arn:aws:sagemaker:*:*:endpoint/prod-*'],
  ['arn:aws:sagemaker:*:endpoint/prod-a', true, 'arn:aws:sagemaker:*:*:endpoint/prod-a'],
  ['arn:aws:sagemaker:<REGION>:endpoint/prod-*x', true, 'arn:aws:sagemaker:<REGION>:*:endpoint/prod-*x'],
  ['arn:aws:sagemaker:*endpoint/prod-*', true, 'arn:aws:sagemaker:*:*:*endpoint/prod-*'],
  ['arn:*:sagemaker:*', true, 'arn:*:sagemaker:*:*:*'],
  ['arn:aws:sagemaker*/prod-*', true],
  ['arn:aws:sagemaker:*:endpoint/${aws:username}*', true],
  ['*endpoint/prod-*', true],
];
it.each(table)('%s: %s, %s', (pattern, raised, fix) => {
  const text = textOf({ Resource: ['arn:aws:s3:::data/*', pattern] });
  const [finding] = found(text);
  expect(finding?.values).toEqual(raised ? { arn: pattern } : undefined);
  const fixes = finding ? fixesFor({ text, finding, catalog, placeholders: 'open' }) : [];
  expect(fixes.map((own) => own.text)).toEqual(
    fix === undefined ? [] : [textOf({ Resource: ['arn:aws:s3:::data/*', fix] })],
  );
  expect(fixes.every(({ text: after }) => found(after).length === 0)).toBe(true);
});

it.each(policyTypes)('is found in Resource and NotResource of a policy of type %s', (type) => {
  const pattern = 'arn:aws:sagemaker:*:endpoint/prod-*';
  for (const element of ['Resource', 'NotResource'])
    expect(found(textOf({ Principal: '*', [element]: pattern }), type)).toHaveLength(1);
});
