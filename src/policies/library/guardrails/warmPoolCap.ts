import type { Guardrail } from './guardrail.ts';

const pools = ['sagemaker:CreateTrainingJob', 'sagemaker:UpdateTrainingJob'];

export const warmPoolCap: Guardrail = {
  id: 'warmPoolCap',
  number: 'G13',
  group: 'compute',
  title: 'Maximum warm pool duration',
  summary: 'Limits how long billed instances are kept after training.',
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
  toComply: 'set ResourceConfig.KeepAlivePeriodInSeconds to the maximum or less, or omit it.',
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html',
};
