import type { Activity } from './activity.ts';
import {
  artifactBuckets,
  artifactObjects,
  byVpc,
  notebookJobVpcOption,
  scheduled,
} from './notebookJobParts.ts';
import { arn, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const jobs = [arn('training-job', '*')];

export const runNotebookJobs: Activity = {
  id: 'runNotebookJobs',
  title: 'Run scheduled notebooks',
  summary: 'Start scheduled pipelines and training jobs, and read and write notebooks and results in S3.',
  status: 'missingInGuide',
  options: [notebookJobVpcOption, tagsOption],
  hardened: [
    {
      Sid: 'NotebookJobPipelines',
      Effect: 'Allow',
      Action: ['sagemaker:StartPipelineExecution'],
      Resource: [arn('pipeline', '*')],
      Condition: { StringEquals: scheduled },
    },
    ...byVpc({
      Sid: 'NotebookJobs',
      Effect: 'Allow',
      Action: ['sagemaker:CreateTrainingJob'],
      Resource: jobs,
      Condition: {
        StringEquals: { 'aws:RequestTag/sagemaker:is-scheduling-notebook-job': ['true'] },
      },
    }),
    passRole('NotebookJobPassRole', '<NOTEBOOK_JOB_ROLE_ARN>'),
    artifactObjects('NotebookJobArtifacts', ['s3:GetObject', 's3:PutObject']),
    ...artifactBuckets('NotebookJob'),
    tagOnCreate('NotebookJobTag', ['CreateTrainingJob'], jobs),
  ],
};
