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
  notCovered: [
    {
      text: 'Also restrict who can create models with this prefix. CreateEndpoint uses the models in its configuration.',
      source: references.keys,
    },
    {
      text: 'Configurations without a model, as used by inference components, are denied.',
      source: references.operators,
    },
  ],
  source: references.keys,
};
