import type { ActivityReasons } from '../activityReasons.ts';
import { dataZoneToo } from './sharedReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const runUnifiedQueriesReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['UnifiedCatalog', 'UnifiedConnections', 'UnifiedConnectors'],
      text: 'Limited to this account and Region.',
      source: managedPolicyPage('SageMakerStudioQueryExecutionRolePolicy'),
    },
    {
      tag: 'hardening',
      statements: ['UnifiedSpill', 'UnifiedSpillBucket'],
      text: 'Limited to the bucket of your projects instead of any bucket with a matching name.',
      source: managedPolicyPage('SageMakerStudioQueryExecutionRolePolicy'),
    },
    {
      tag: 'validity',
      statements: ['UnifiedSpill', 'UnifiedSpillBucket', 'UnifiedConnectors'],
      text: 'Without the condition on a tag of the role, so the role doesn’t need a tag.',
      source: managedPolicyPage('SageMakerStudioQueryExecutionRolePolicy'),
    },
  ],
  notes: [
    dataZoneToo,
    {
      text: 'The AWS version is the managed policy SageMakerStudioQueryExecutionRolePolicy. Three of its statements apply only to a role with the tag SageMakerStudioQueryExecutionRole.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/AmazonSageMakerQueryExecution.html',
    },
  ],
};
