import { type Guarantee, guaranteeSources as sources, onlyOn, sageMakerArns } from '../guarantee.ts';

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
];
