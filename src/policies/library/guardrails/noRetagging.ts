import { type Guardrail, references } from './guardrail.ts';

export const noRetagging: Guardrail = {
  id: 'noRetagging',
  number: 'G19',
  group: 'tags',
  title: 'Protected tags stay as they are',
  summary: 'After a resource has been created nobody sets or removes these tags.',
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
  toComply: 'set the tag while creating the resource; ask its administrator for a later change.',
  notCovered: [
    {
      text: 'sagemaker:TaggingAction is there only while a resource is created; that is inferred from AWS’s own policies.',
      source: 'https://github.com/aws/amazon-sagemaker-feedback/issues/88',
    },
    {
      text: 'There is no form as a condition on an Allow: an absent aws:TagKeys would pass. Keys are compared without regard to case, as tag conditions read them.',
      source: references.setOperators,
    },
  ],
  source: references.governance,
};
