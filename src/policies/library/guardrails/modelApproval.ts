import type { Guardrail } from './guardrail.ts';

export const stages =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-staging-construct-set-up.html';
const packages = ['sagemaker:CreateModelPackage', 'sagemaker:UpdateModelPackage'];
const production = ['Production'];

export const modelApproval: Guardrail = {
  id: 'modelApproval',
  number: 'G26',
  group: 'compute',
  title: 'Deny approving models',
  summary: 'Model packages can’t be approved or moved to production. Exclude the roles that approve models.',
  options: [
    {
      id: 'stage',
      label: 'Model life cycle',
      help: 'Teams that use stages in the model registry move a model to production by its stage.',
      choices: [
        {
          value: 'on',
          label: 'Approval status and Production stage',
          help: 'Also denies setting the stage Production, and changing or deleting packages that have it.',
        },
        { value: 'off', label: 'Approval status only', help: 'Stages aren’t restricted.' },
      ],
      default: 'on',
    },
  ],
  deny: [
    {
      Sid: 'DenyApprovingModels',
      Action: packages,
      Condition: { StringEqualsIgnoreCase: { 'sagemaker:ModelApprovalStatus': ['Approved'] } },
    },
    {
      Sid: 'DenyProductionStage',
      Action: packages,
      Condition: { StringEqualsIgnoreCase: { 'sagemaker:ModelLifeCycle:Stage': production } },
      when: { stage: 'on' },
    },
    {
      Sid: 'DenyChangesToProductionModels',
      Action: ['sagemaker:UpdateModelPackage', 'sagemaker:DeleteModelPackage'],
      Condition: { StringEqualsIgnoreCase: { 'sagemaker:CurrentModelLifeCycleStage': production } },
      when: { stage: 'on' },
    },
  ],
  allow: [],
  toComply: 'register the model with the status PendingManualApproval. An approver changes the status.',
  source: stages,
};
