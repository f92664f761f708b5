import type { StatementTemplate } from '../activities/activity.ts';
import { type TrustForm, trustSources } from './trust.ts';

const service = { Service: ['sagemaker.amazonaws.com'] } as const;

/** SageMaker, for resources of the account and Region alone. */
export const forSageMaker = (Sid: string): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Principal: service,
  Action: ['sts:AssumeRole'],
  Condition: {
    StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
    ArnLike: { 'aws:SourceArn': ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:*'] },
  },
});

export const sageMakerService: TrustForm = {
  id: 'sageMakerService',
  title: 'SageMaker',
  summary: 'SageMaker assumes the role to run notebooks, jobs, or models.',
  options: [
    {
      id: 'confusedDeputy',
      label: 'Restrict to resources in this account',
      help: 'Prevents SageMaker from using the role on behalf of another account (the confused deputy problem).',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds aws:SourceAccount and aws:SourceArn for the account and Region.',
        },
        {
          value: 'off',
          label: 'No',
          help: 'Exposes the role to the confused deputy problem.',
        },
      ],
      default: 'on',
    },
    {
      id: 'sourceIdentity',
      label: 'Source identity from Studio',
      help: 'Records the calling user profile in CloudTrail.',
      choices: [
        { value: 'off', label: 'No', help: 'The domain doesn’t propagate it.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds sts:SetSourceIdentity. Without it, Studio can’t assume the role if the domain propagates the source identity.',
        },
      ],
      default: 'off',
    },
  ],
  statements: [
    { ...forSageMaker('AllowSageMakerAssumeRole'), when: { confusedDeputy: 'on' } },
    {
      Sid: 'AllowSageMakerAssumeRoleNoSourceAccount',
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
      text: 'The service principal is the same in every partition. It isn’t confirmed for the China Regions. Check it before you use it there.',
      source: trustSources.roles,
    },
    {
      text: 'If both keys are present, aws:SourceArn must contain the account in aws:SourceAccount.',
      source: trustSources.confusedDeputy,
    },
  ],
};
