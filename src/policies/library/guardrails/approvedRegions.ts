import { type Guardrail, references } from './guardrail.ts';

export const approvedRegions: Guardrail = {
  id: 'approvedRegions',
  number: 'G23',
  group: 'callers',
  title: 'Only approved Regions',
  summary: 'SageMaker cannot be used in any other Region.',
  options: [],
  deny: [
    {
      Sid: 'DenyOtherRegions',
      Action: ['sagemaker:*'],
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['<APPROVED_REGION>'] } },
    },
  ],
  allow: [],
  toComply: 'work in an approved Region.',
  notCovered: [
    {
      text: 'Only SageMaker is limited. Denying every service outside some Regions needs exceptions for global services such as IAM; that belongs to the organisation’s own Region policy.',
      source:
        'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html',
    },
  ],
  source: references.globalKeys,
};
