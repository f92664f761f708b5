import { type Guardrail, references } from './guardrail.ts';

export const approvedRegions: Guardrail = {
  id: 'approvedRegions',
  number: 'G23',
  group: 'callers',
  title: 'Require approved Regions',
  summary: 'Denies SageMaker in all other Regions.',
  options: [],
  deny: [
    {
      Sid: 'DenyOtherRegions',
      Action: ['sagemaker:*'],
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['<APPROVED_REGION>'] } },
    },
  ],
  allow: [],
  toComply: 'use an approved Region.',
  source: references.globalKeys,
};
