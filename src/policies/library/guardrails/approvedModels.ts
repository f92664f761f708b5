import { type Guardrail, references } from './guardrail.ts';

const hosting = [
  'sagemaker:CreateEndpointConfig',
  'sagemaker:CreateTransformJob',
  'sagemaker:CreateInferenceComponent',
];
const models = ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:model/<APPROVED_MODEL_PREFIX>*'];

export const approvedModels: Guardrail = {
  id: 'approvedModels',
  number: 'G22',
  group: 'compute',
  title: 'Require approved models',
  summary: 'Endpoints and transform jobs must use models whose name starts with the approved prefix.',
  options: [],
  deny: [
    {
      Sid: 'DenyOtherModels',
      Action: hosting,
      Condition: { ArnNotLike: { 'sagemaker:ModelArn': models } },
    },
  ],
  allow: [
    {
      Sid: 'ApprovedModels',
      Action: hosting,
      Condition: { ArnLike: { 'sagemaker:ModelArn': models } },
    },
  ],
  toComply: 'use a model whose name starts with the approved prefix.',
  source: references.keys,
};
