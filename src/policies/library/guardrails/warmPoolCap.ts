import { type Guardrail, references } from './guardrail.ts';

const pools = ['sagemaker:CreateTrainingJob', 'sagemaker:UpdateTrainingJob'];

export const warmPoolCap: Guardrail = {
  id: 'warmPoolCap',
  number: 'G13',
  group: 'compute',
  title: 'Longest life of a warm pool',
  summary: 'Instances are not kept waiting, and paid for, longer than this after training.',
  options: [],
  deny: [
    {
      Sid: 'DenyLongerWarmPools',
      Action: pools,
      Condition: { NumericGreaterThan: { 'sagemaker:KeepAlivePeriod': ['<WARM_POOL_SECONDS>'] } },
    },
  ],
  allow: [
    {
      Sid: 'WarmPoolCapped',
      Action: pools,
      Condition: { NumericLessThanEqualsIfExists: { 'sagemaker:KeepAlivePeriod': ['<WARM_POOL_SECONDS>'] } },
    },
  ],
  toComply: 'set ResourceConfig.KeepAlivePeriodInSeconds to the cap or less, or leave it out.',
  notCovered: [
    {
      text: 'A job without a warm pool names no period and passes. Other kinds of jobs have no warm pools.',
      source: references.keys,
    },
  ],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html',
};
