import { type TrustForm, trustSources } from './trust.ts';

const service = { Service: ['sagemaker.amazonaws.com'] } as const;

export const sageMakerService: TrustForm = {
  id: 'sageMakerService',
  title: 'SageMaker',
  summary: 'SageMaker takes the role to run notebooks, jobs or models with it.',
  options: [
    {
      id: 'confusedDeputy',
      label: 'Only for resources of this account',
      help: 'Keeps SageMaker from using the role on behalf of another account (the confused deputy).',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds aws:SourceAccount and aws:SourceArn for the account and Region.',
        },
        {
          value: 'off',
          label: 'No',
          help: 'SageMaker may take the role on behalf of anybody who gets it to.',
        },
      ],
      default: 'on',
    },
    {
      id: 'sourceIdentity',
      label: 'Source identity from Studio',
      help: 'Studio can record which user profile called, in CloudTrail.',
      choices: [
        { value: 'off', label: 'No', help: 'The domain does not propagate it.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds sts:SetSourceIdentity, without which Studio cannot take the role once the domain propagates it.',
        },
      ],
      default: 'off',
    },
  ],
  statements: [
    {
      Sid: 'SageMakerTakesRole',
      Effect: 'Allow',
      Principal: service,
      Action: ['sts:AssumeRole'],
      Condition: {
        StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
        ArnLike: { 'aws:SourceArn': ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:*'] },
      },
      when: { confusedDeputy: 'on' },
    },
    {
      Sid: 'SageMakerTakesRoleForAnyAccount',
      Effect: 'Allow',
      Principal: service,
      Action: ['sts:AssumeRole'],
      when: { confusedDeputy: 'off' },
    },
    {
      Sid: 'StudioSetsSourceIdentity',
      Effect: 'Allow',
      Principal: service,
      Action: ['sts:SetSourceIdentity'],
      when: { sourceIdentity: 'on' },
    },
  ],
  notes: [
    {
      text: 'The same service principal is written in every partition. It was not confirmed for the China Regions; check it there before you rely on it.',
      source: trustSources.roles,
    },
    {
      text: 'Where both keys are given, the account in aws:SourceArn must be the one in aws:SourceAccount.',
      source: trustSources.confusedDeputy,
    },
  ],
};
