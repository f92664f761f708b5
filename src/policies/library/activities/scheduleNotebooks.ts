import type { Activity } from './activity.ts';
import {
  artifactBuckets,
  artifactObjects,
  byVpc,
  notebookJobVpcOption,
  scheduled,
} from './notebookJobParts.ts';
import { arn, listAll, tagOnCreate, tagsOption } from './roleManager.ts';

const work = [arn('pipeline', '*'), arn('training-job', '*')];

export const scheduleNotebooks: Activity = {
  id: 'scheduleNotebooks',
  title: 'Run notebooks on a schedule',
  summary: 'Submit notebook jobs, and create the EventBridge rules and pipelines that repeat them.',
  status: 'missingInGuide',
  options: [notebookJobVpcOption, tagsOption],
  hardened: [
    {
      Sid: 'ScheduleRules',
      Effect: 'Allow',
      Action: [
        'events:DeleteRule',
        'events:DescribeRule',
        'events:DisableRule',
        'events:EnableRule',
        'events:PutRule',
        'events:PutTargets',
        'events:RemoveTargets',
        'events:TagResource',
      ],
      Resource: ['arn:<PARTITION>:events:<REGION>:<ACCOUNT_ID>:rule/*'],
      Condition: { StringEquals: scheduled },
    },
    {
      Sid: 'ScheduleJobs',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreatePipeline',
        'sagemaker:DeletePipeline',
        'sagemaker:DescribePipeline',
        'sagemaker:DescribeTrainingJob',
        'sagemaker:StopTrainingJob',
      ],
      Resource: work,
      Condition: { StringEquals: scheduled },
    },
    ...byVpc({
      Sid: 'ScheduleCreateJob',
      Effect: 'Allow',
      Action: ['sagemaker:CreateTrainingJob'],
      Resource: [arn('training-job', '*')],
      Condition: { StringEquals: scheduled },
    }),
    {
      Sid: 'SchedulePassRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<NOTEBOOK_JOB_ROLE_ARN>'],
      Condition: {
        StringEquals: { 'iam:PassedToService': ['events.amazonaws.com', 'sagemaker.amazonaws.com'] },
      },
    },
    artifactObjects('ScheduleArtifacts', ['s3:DeleteObject', 's3:GetObject', 's3:PutObject']),
    ...artifactBuckets('Schedule'),
    listAll('ScheduleFind', ['ecr:GetAuthorizationToken', 'sagemaker:Search']),
    {
      Sid: 'ScheduleReadTags',
      Effect: 'Allow',
      Action: ['sagemaker:ListTags'],
      Resource: [...work, arn('space', '*'), arn('user-profile', '*')],
    },
    tagOnCreate('ScheduleTag', ['CreatePipeline', 'CreateTrainingJob'], work),
  ],
};
