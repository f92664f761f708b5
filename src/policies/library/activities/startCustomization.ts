import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const jobs = [arn('job', '*/<NAME_PREFIX>*')];

export const startCustomization: Activity = {
  id: 'startCustomization',
  title: 'Start model customization jobs',
  summary:
    'Create, follow, stop, and delete model customization jobs (CreateJob), and pass their execution role.',
  status: 'missingInGuide',
  options: [tagsOption],
  published: [
    {
      Sid: 'PassRoleForCreateJob',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<CUSTOMIZATION_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['job.sagemaker.amazonaws.com'] } },
    },
    {
      Sid: 'MTRLJobActions',
      Effect: 'Allow',
      Action: ['sagemaker:CreateJob', 'sagemaker:DescribeJob', 'sagemaker:StopJob', 'sagemaker:DeleteJob'],
      Resource: ['arn:<PARTITION>:sagemaker:*:*:job/*'],
      Condition: { StringEquals: { 'aws:ResourceAccount': ['${aws:PrincipalAccount}'] } },
    },
  ],
  hardened: [
    {
      Sid: 'CustomizationJobs',
      Effect: 'Allow',
      Action: ['sagemaker:CreateJob', 'sagemaker:DescribeJob', 'sagemaker:StopJob', 'sagemaker:DeleteJob'],
      Resource: jobs,
    },
    listAll('CustomizationJobsList', [
      'sagemaker:ListJobs',
      'sagemaker:ListJobSchemaVersions',
      'sagemaker:DescribeJobSchemaVersion',
    ]),
    passRole('CustomizationPassRole', '<CUSTOMIZATION_ROLE_ARN>', 'job.sagemaker.amazonaws.com'),
    {
      Sid: 'CustomizationAgents',
      Effect: 'Allow',
      Action: ['bedrock-agentcore:ListAgentRuntimes', 'bedrock-agentcore:ListAgentRuntimeVersions'],
      Resource: ['*'],
    },
    tagOnCreate('CustomizationTag', ['CreateJob'], jobs),
  ],
};
