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
  notCovered: [
    {
      text: 'sagemaker:TaggingAction is present only during creation (inferred from AWS managed policies).',
      source: 'https://github.com/aws/amazon-sagemaker-feedback/issues/88',
    },
    {
      text: 'Always enforced with Deny: as a condition on an Allow statement, a request without aws:TagKeys would be allowed. Tag keys in conditions aren’t case-sensitive.',
      source: references.setOperators,
    },
  ],
  source: references.governance,
};
