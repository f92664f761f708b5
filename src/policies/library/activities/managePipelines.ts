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
  summary: 'Create, update, run, and stop SageMaker Pipelines.',
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
    {
      text: 'By default, the jobs of a pipeline are named pipelines-…, which the name prefix doesn’t match. Set use_custom_job_prefix=True in the PipelineDefinitionConfig, and a base_job_name with the name prefix in each step.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html#build-and-manage-step-permissions-prefix',
    },
    repairedDefect(
      'Includes updating a pipeline (UpdatePipeline). The SageMaker Role Manager template can only create one.',
    ),
    {
      text: 'The steps run with the pipeline execution role, which needs permissions to start jobs. Add “Manage all kinds of jobs” to it.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html',
    },
    {
      text: 'From SageMaker Role Manager, which is closed to new customers.',
      source: roleManagerPage,
    },
  ],
};
