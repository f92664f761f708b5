import { beforeAll, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import { parsePolicy } from '../../language/parse.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import { guideSamples } from '../../library/guide/guideSamples.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { guideResemblance } from './guideResemblance.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const allow = (...actions: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
});

const readable = guideSamples.flatMap(({ policy, title, text }) => {
  const read = parsePolicy(text);
  return read.ok ? [[policy, title, read.policy] as const] : [];
});

it.each(readable)('sample %i, %s, resembles a sample with all of its actions', (_sample, _title, policy) => {
  const found = guideResemblance(policy, catalog);
  expect(found?.shared).toBe(found?.actions);
  expect(found?.sampleActions).toBe(found?.actions);
});

it.each<[string, PolicyDocument, number | undefined, number, number]>([
  ['its own wording', allow('SageMaker:list*', 'sagemaker:Describe*', 's3:GetObject'), 1, -1, -1],
  ['part of one', allow('sagemaker:StartNotebookInstance', 'sagemaker:StopNotebookInstance'), 2, 2, 2],
  [
    'more than one',
    allow('sagemaker:StartNotebookInstance', 'sagemaker:StopNotebookInstance', 'ec2:RunInstances'),
    2,
    2,
    3,
  ],
  ['nothing of the guide', allow('dynamodb:GetItem'), undefined, 0, 1],
])('a policy with %s', (_name, policy, sample, shared, actions) => {
  const found = guideResemblance(policy, catalog);
  expect(found?.sample).toBe(sample);
  if (found && shared >= 0) expect(found).toMatchObject({ shared, actions });
});

it('counts no Deny', () => {
  const policy: PolicyDocument = {
    Statement: [{ Effect: 'Deny', Action: 'sagemaker:StartNotebookInstance', Resource: '*' }],
  };
  expect(guideResemblance(policy, catalog)).toBeUndefined();
});
