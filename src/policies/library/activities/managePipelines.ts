import type { Activity } from './activity.ts';
import {
  arn,
  listAll,
  passRole,
  repairedDefect,
  roleManagerPage,
  scopedToAccount,
  tagOnCreate,
  tagsOption,
} from './roleManager.ts';

/** Executions stand below their pipeline: pipeline/<name>/execution/<id>. */
const pipelines = [arn('pipeline')];

export const managePipelines: Activity = {
  id: 'managePipelines',
  title: 'Manage pipelines',
  summary: 'Create, change, run and stop SageMaker Pipelines.',
  status: 'roleManager',
  options: [tagsOption],
  hardened: [
    {
      Sid: 'ManagePipelines',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreatePipeline',
        'sagemaker:UpdatePipeline',
        'sagemaker:DescribePipeline',
        'sagemaker:DeletePipeline',
        'sagemaker:StartPipelineExecution',
        'sagemaker:StopPipelineExecution',
        'sagemaker:RetryPipelineExecution',
        'sagemaker:UpdatePipelineExecution',
        'sagemaker:SendPipelineExecutionStepSuccess',
        'sagemaker:SendPipelineExecutionStepFailure',
        'sagemaker:DescribePipelineExecution',
        'sagemaker:DescribePipelineDefinitionForExecution',
        'sagemaker:ListPipelineExecutions',
        'sagemaker:ListPipelineExecutionSteps',
        'sagemaker:ListPipelineParametersForExecution',
      ],
      Resource: pipelines,
    },
    listAll('ManagePipelinesList', ['sagemaker:ListPipelines']),
    passRole('ManagePipelinesPassRole', '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>'),
    tagOnCreate('ManagePipelinesTagOnCreate', ['CreatePipeline'], pipelines),
  ],
  repairs: [],
  differences: [scopedToAccount(['ManagePipelines'])],
  notes: [
    repairedDefect(
      'Changing a pipeline (UpdatePipeline) is part of it; Role Manager’s template can only create one.',
    ),
    {
      text: 'The steps run with the pipeline’s role, which needs the permissions of a job starter of its own: give it “Manage all kinds of jobs”.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html',
    },
    {
      text: 'One of SageMaker Role Manager’s activities, which is closed to new customers.',
      source: roleManagerPage,
    },
  ],
};
