import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html';
const jobs = [arn('job', '*/<NAME_PREFIX>*')];

export const startCustomization: Activity = {
  id: 'startCustomization',
  title: 'Start model customization jobs',
  summary:
    'Create, follow, stop, and delete jobs of CreateJob, and pass the model customization execution role.',
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
      companion: { text: 'Studio lists the agent runtimes and their versions to choose from.', source: page },
    },
    tagOnCreate('CustomizationTag', ['CreateJob'], jobs),
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['CustomizationJobs'],
      text: 'Limited to jobs with the name prefix in this account and Region.',
      source: page,
    },
    {
      tag: 'validity',
      statements: ['CustomizationJobsList'],
      text: 'Lists jobs and reads the schemas that the API reference says to call before CreateJob.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateJob.html',
    },
  ],
};
