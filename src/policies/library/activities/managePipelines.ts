import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

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
        'sagemaker:ListPipelineVersions',
        'sagemaker:UpdatePipelineVersion',
      ],
      Resource: pipelines,
    },
    listAll('ManagePipelinesList', ['sagemaker:ListPipelines']),
    passRole('ManagePipelinesPassRole', '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>'),
    tagOnCreate('ManagePipelinesTagOnCreate', ['CreatePipeline'], pipelines),
  ],
};
