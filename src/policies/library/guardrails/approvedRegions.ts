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
  notCovered: [
    {
      text: 'Applies to SageMaker only. Denying all services outside certain Regions needs exceptions for global services such as IAM. Use a Region policy of your organization for that.',
      source:
        'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
    },
  ],
  source: references.globalKeys,
};
