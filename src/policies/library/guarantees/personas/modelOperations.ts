import { type Guarantee, guaranteeSources as sources, never, onlyOn, sageMakerArns } from '../guarantee.ts';

/** What engineers do with models besides deploying them. */
export const modelOperations: readonly Guarantee[] = [
  onlyOn(
    [
      'engineer-optimizes',
      'Can run, change, and delete only benchmark, recommendation, optimization, and compilation jobs, and shadow tests, with the name prefix.',
      [
        'sagemaker:*AIBenchmarkJob',
        'sagemaker:*AIRecommendationJob',
        'sagemaker:*AIWorkloadConfig',
        'sagemaker:*CompilationJob',
        'sagemaker:*InferenceExperiment',
        'sagemaker:*InferenceRecommendationsJob',
        'sagemaker:*OptimizationJob',
      ],
    ],
    sageMakerArns(
      'ai-benchmark-job/<NAME_PREFIX>*',
      'ai-recommendation-job/<NAME_PREFIX>*',
      'ai-workload-config/<NAME_PREFIX>*',
      'compilation-job/<NAME_PREFIX>*',
      'inference-experiment/<NAME_PREFIX>*',
      'inference-recommendations-job/<NAME_PREFIX>*',
      'optimization-job/<NAME_PREFIX>*',
    ),
    sources.leastPrivilege,
  ),
  onlyOn(
    [
      'engineer-cards',
      'Can write and delete only model cards with the name prefix.',
      ['sagemaker:CreateModelCard*', 'sagemaker:DeleteModelCard', 'sagemaker:UpdateModelCard'],
    ],
    sageMakerArns('model-card/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  never(
    ['engineer-keeps-cards', 'Can’t delete model cards.', ['sagemaker:DeleteModelCard']],
    sources.leastPrivilege,
    { activity: 'manageModelCards', when: { remove: 'off' } },
  ),
  onlyOn(
    [
      'engineer-algorithms',
      'Can create and delete only algorithms with the name prefix.',
      ['sagemaker:CreateAlgorithm', 'sagemaker:DeleteAlgorithm'],
    ],
    sageMakerArns('algorithm/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
];
