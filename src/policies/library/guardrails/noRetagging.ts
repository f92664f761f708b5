import { type Guardrail, references } from './guardrail.ts';

export const noRetagging: Guardrail = {
  id: 'noRetagging',
  number: 'G19',
  group: 'tags',
  title: 'Deny changes to protected tags',
  summary: 'Prevents adding, changing, or removing these tags after a resource is created.',
  options: [],
  deny: [
    {
      Sid: 'DenyRetagging',
      Action: ['sagemaker:AddTags'],
      Condition: {
        'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': ['<PROTECTED_TAG_KEY>'] },
        Null: { 'sagemaker:TaggingAction': ['true'] },
      },
    },
    {
      Sid: 'DenyUntagging',
      Action: ['sagemaker:DeleteTags'],
      Condition: { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': ['<PROTECTED_TAG_KEY>'] } },
    },
  ],
  allow: [],
  toComply: 'set the tag when you create the resource. Ask an administrator to change it later.',
  source: references.governance,
};
