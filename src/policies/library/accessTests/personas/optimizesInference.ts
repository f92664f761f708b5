import { type AccessTest, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const optimizes = { activity: 'optimizeInference' };
const shadows = { ...optimizes, when: { shadow: 'on' } };
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };

/** Of those who benchmark and optimize models. */
export const optimizesInference: readonly AccessTest[] = [
  ...mustAllow([
    ...(
      [
        [
          'recommend',
          'runs Inference Recommender',
          'CreateInferenceRecommendationsJob',
          'inference-recommendations-job',
        ],
        ['benchmark', 'runs an AI benchmark job', 'CreateAIBenchmarkJob', 'ai-benchmark-job'],
        ['optimize', 'optimizes a model for inference', 'CreateOptimizationJob', 'optimization-job'],
        ['compile', 'stops a compilation job', 'StopCompilationJob', 'compilation-job'],
      ] as const
    ).map(
      ([id, title, action, type]) =>
        [id, title, `sagemaker:${action}`, sageMaker(`${type}/<NAME_PREFIX>1`), {}, optimizes] as const,
    ),
    [
      'optimize-pass',
      'passes the inference execution role to a job that optimizes',
      'iam:PassRole',
      '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>',
      toSageMaker,
      optimizes,
    ],
    [
      'shadow',
      'starts a shadow test',
      'sagemaker:StartInferenceExperiment',
      sageMaker('inference-experiment/<NAME_PREFIX>1'),
      {},
      shadows,
    ],
  ]),
  ...mustDeny([
    [
      'no-shadow',
      'starts a shadow test of an endpoint',
      'sagemaker:CreateInferenceExperiment',
      sageMaker('inference-experiment/<NAME_PREFIX>1'),
      {},
      { ...optimizes, when: { shadow: 'off' } },
    ],
    [
      'other-recommendation',
      'stops another team’s Inference Recommender job',
      'sagemaker:StopInferenceRecommendationsJob',
      sageMaker('inference-recommendations-job/zz-another-team'),
      {},
      optimizes,
    ],
    [
      'other-optimization',
      'deletes another team’s optimization job',
      'sagemaker:DeleteOptimizationJob',
      sageMaker('optimization-job/zz-another-team'),
      {},
      optimizes,
    ],
    [
      'other-workload',
      'deletes another team’s AI workload configuration',
      'sagemaker:DeleteAIWorkloadConfig',
      sageMaker('ai-workload-config/zz-another-team'),
      {},
      optimizes,
    ],
    [
      'optimize-pass-other',
      'passes the inference execution role to EC2',
      'iam:PassRole',
      '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>',
      { 'iam:PassedToService': 'ec2.amazonaws.com' },
      optimizes,
    ],
    [
      'optimize-retag',
      'changes the tags of an optimization job',
      'sagemaker:AddTags',
      sageMaker('optimization-job/<NAME_PREFIX>1'),
      {},
      optimizes,
    ],
  ]),
];
