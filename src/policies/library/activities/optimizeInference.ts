import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const jobs = ['AIBenchmarkJob', 'AIRecommendationJob', 'CompilationJob', 'OptimizationJob'];
const types = ['ai-benchmark-job', 'ai-recommendation-job', 'compilation-job', 'optimization-job'];
const recommendations = [arn('inference-recommendations-job')];
const workloads = [arn('ai-workload-config')];
const shadowTests = [arn('inference-experiment')];
const all = (verbs: readonly string[], ...kinds: readonly string[]) =>
  kinds.flatMap((kind) => verbs.map((verb) => `sagemaker:${verb}${kind}`));
const allJobs = types.map((type) => arn(type));

export const optimizeInference: Activity = {
  id: 'optimizeInference',
  title: 'Benchmark and optimize models',
  summary:
    'Run Inference Recommender, AI benchmark and recommendation jobs, and optimize or compile models for inference.',
  status: 'missingInGuide',
  options: [
    {
      id: 'shadow',
      label: 'Shadow tests',
      help: 'Inference experiments copy the requests of an endpoint to another model. They change or create that endpoint.',
      choices: [
        { value: 'off', label: 'No', help: 'Denies inference experiments.' },
        { value: 'on', label: 'Yes', help: 'Adds inference experiments with the name prefix.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'OptimizeJobs',
      Effect: 'Allow',
      Action: all(['Create', 'Delete', 'Describe', 'Stop'], ...jobs),
      Resource: allJobs,
    },
    {
      Sid: 'OptimizeRecommend',
      Effect: 'Allow',
      Action: [
        ...all(['Create', 'Describe', 'Stop'], 'InferenceRecommendationsJob'),
        'sagemaker:GetScalingConfigurationRecommendation',
      ],
      Resource: recommendations,
    },
    {
      Sid: 'OptimizeWorkloads',
      Effect: 'Allow',
      Action: all(['Create', 'Delete', 'Describe'], 'AIWorkloadConfig'),
      Resource: workloads,
    },
    {
      Sid: 'OptimizeShadowTests',
      Effect: 'Allow',
      Action: all(['Create', 'Delete', 'Describe', 'Start', 'Stop', 'Update'], 'InferenceExperiment'),
      Resource: shadowTests,
      when: { shadow: 'on' },
    },
    listAll('OptimizeList', [
      ...jobs.map((kind) => `sagemaker:List${kind}s`),
      'sagemaker:ListAIWorkloadConfigs',
      'sagemaker:ListInferenceExperiments',
      'sagemaker:ListInferenceRecommendationsJobs',
      'sagemaker:ListInferenceRecommendationsJobSteps',
      'sagemaker:ListModelMetadata',
    ]),
    passRole('OptimizePassRole', '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>'),
    tagOnCreate(
      'OptimizeTag',
      [...jobs, 'AIWorkloadConfig', 'InferenceRecommendationsJob'].map((kind) => `Create${kind}`),
      [...allJobs, ...workloads, ...recommendations],
    ),
    {
      ...tagOnCreate('OptimizeShadowTestsTag', ['CreateInferenceExperiment'], shadowTests),
      when: { tags: 'on', shadow: 'on' },
    },
  ],
};
