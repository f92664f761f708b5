import type { ActivityReasons } from '../activityReasons.ts';
import { fromRoleManager, passedRole, scopedToAccount, taggedOnCreation } from './sharedReasons.ts';
import { roleManagerLibrary } from './sources.ts';

export const managePipelinesReasons: ActivityReasons = {
  differences: [{ tag: 'hardening', statements: ['ManagePipelines'], ...scopedToAccount }],
  companions: [
    { statements: ['ManagePipelinesPassRole'], ...passedRole },
    { statements: ['ManagePipelinesTagOnCreate'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'By default, the jobs of a pipeline are named pipelines-…, which the name prefix doesn’t match. Set use_custom_job_prefix=True in the PipelineDefinitionConfig, and a base_job_name with the name prefix in each step.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html#build-and-manage-step-permissions-prefix',
    },
    {
      text: 'Includes updating a pipeline (UpdatePipeline). The SageMaker Role Manager template can only create one.',
      source: roleManagerLibrary,
    },
    {
      text: 'The steps run with the pipeline execution role, which needs permissions to start jobs. Add “Manage all kinds of jobs” to it.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html',
    },
    fromRoleManager,
  ],
};
