import type { ActivityReasons } from '../activityReasons.ts';
import { grantTemplate, sources } from './sources.ts';

const page = 'https://github.com/aws/sagemaker-python-sdk/pull/4600';

export const runJobsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['JobsCreate', 'JobsCreateAnywhere', 'JobsStop', 'JobsTagOnCreate'],
      text: 'Limited to jobs in this account and Region whose name starts with the prefix.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['JobsCreate'],
      text: 'A job must use the specified subnets and security groups. ForAllValues alone also matches a request without them, so Null requires them.',
      source: sources.setOperators,
    },
    {
      tag: 'validity',
      statements: [
        'JobsFollow',
        'JobsTagOnCreate',
        'JobsReadLogs',
        'NotebookDescribesItself',
        'StudioDescribesItself',
      ],
      text: 'The SageMaker SDK makes these calls for every job.',
      source: page,
    },
    {
      tag: 'optional',
      statements: ['JobsStop'],
      text: 'Without these permissions, people can’t stop the jobs they started.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'optional',
      statements: ['JobsVolumeKeyGrant'],
      text: 'Required if a job has a volume key and its execution role can’t create the grant.',
      source: sources.apiPermissions,
    },
  ],
  companions: [
    { statements: ['JobsFollow'], text: 'The SDK describes a job right after it creates it.', source: page },
    {
      statements: ['JobsTagOnCreate'],
      text: 'Creating a job with tags requires AddTags. Studio and Step Functions add tags automatically. Limited to tags set during creation.',
      source: 'https://github.com/aws/aws-cdk/issues/32294',
    },
    {
      statements: ['JobsReadLogs'],
      text: 'The SDK reads the log of a job while it waits. Without these permissions, it fails even though the job runs.',
      source: 'https://github.com/aws/sagemaker-python-sdk/issues/2253',
    },
    {
      statements: ['NotebookDescribesItself'],
      text: 'get_execution_role() describes the notebook instance that it runs on.',
      source: 'https://github.com/aws/sagemaker-python-sdk/pull/1033',
    },
    {
      statements: ['StudioDescribesItself'],
      text: 'get_execution_role() describes the user profile and the domain that it runs in.',
      source: 'https://github.com/aws/sagemaker-python-sdk/issues/2027',
    },
    {
      statements: ['JobsVolumeKeyGrant'],
      text: 'A volume key is used through a grant that the caller or the role of the job creates. Limited, as in the AWS template, to grants that SageMaker creates for the caller.',
      source: grantTemplate,
    },
  ],
  notes: [
    {
      text: 'SageMaker starts the training jobs of a tuning job. A guardrail must list both create actions to apply to them (inferred from the condition keys).',
      source: sources.sagemakerActions,
    },
    {
      text: 'iam:PassRole lists roles individually. With a wildcard, the notebook could pass any role in the account to a job.',
      source: sources.passRole,
    },
  ],
};
