import { type Guardrail, references } from './guardrail.ts';

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
  notCovered: [
    {
      text: 'Jobs without a warm pool don’t specify a period and are allowed. Other job types have no warm pools.',
      source: references.keys,
    },
  ],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-warm-pools.html',
};
