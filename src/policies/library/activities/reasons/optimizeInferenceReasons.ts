import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

const api = 'https://docs.aws.amazon.com/sagemaker/latest/APIReference';

export const optimizeInferenceReasons: ActivityReasons = {
  companions: [
    { statements: ['OptimizePassRole'], ...passedRole },
    { statements: ['OptimizeTag'], ...taggedOnCreation },
    {
      statements: ['OptimizeShadowTestsTag'],
      text: 'CreateInferenceExperiment takes tags, but the service authorization reference doesn’t list shadow tests among the resources of sagemaker:AddTags. Whether creating one with tags needs this statement isn’t documented; without a need it allows nothing.',
      source: sources.sagemakerActions,
    },
  ],
  notes: [
    {
      text: 'No condition key limits the network, KMS keys, or instance types of these jobs. They can run outside the VPC and without a customer managed key, also where guardrails require these of other jobs.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Inference Recommender and benchmark jobs can name any endpoint of the account. What they send it is not limited.',
      source: `${api}/API_RecommendationJobInputConfig.html`,
    },
    {
      text: 'AWS documents the role of Inference Recommender jobs only with AmazonSageMakerFullAccess attached: it creates models and endpoints that are named after the job. The inference execution role of this page doesn’t allow that.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/inference-recommender-prerequisites.html',
    },
    {
      text: 'AWS doesn’t document which permissions benchmark, recommendation, optimization, and compilation jobs need besides reading the model and writing the result. Test a job first.',
      source: `${api}/API_CreateOptimizationJob.html`,
    },
  ],
};
