import { beforeAll, expect, it } from 'vitest';
import { testCatalog } from '../../policies/testing/testCatalog.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { problemOfCall } from './testProblems.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

it.each([
  ['sagemaker:StartNotebokInstance', '*', 'doesn’t exist'],
  ['sagmaker:StartNotebookInstance', '*', 'doesn’t exist'],
  ['sagemaker:StartNotebookInstance', '*', 'requires a resource. Enter its ARN'],
  [
    'sagemaker:StartNotebookInstance',
    'arn:aws:s3:::bucket/key',
    'doesn’t apply to s3 resources. Enter the ARN of a sagemaker resource.',
  ],
  [
    'sagemaker:StartNotebookInstance',
    'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/x',
    undefined,
  ],
  ['sagemaker:StartNotebookInstance', '<NOTEBOOK_ARN>', undefined],
  ['sagemaker:ListTrainingJobs', '*', undefined],
])('%s on %s: %s', (action, resource, problem) => {
  const found = problemOfCall({ persona: 'p', title: 't', action, resource }, catalog);
  if (problem === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(problem);
  expect(problemOfCall({ persona: 'p', title: 't', action, resource }, undefined)).toBeUndefined();
});
