import { type Guardrail, references } from './guardrail.ts';

export const lifecycleConfigs: Guardrail = {
  id: 'lifecycleConfigs',
  number: 'G20',
  group: 'notebooks',
  title: 'Only approved lifecycle configurations',
  summary: 'Scripts that run as root when a notebook or app starts come from a list.',
  options: [],
  deny: [
    {
      Sid: 'DenyOtherNotebookScripts',
      Action: ['sagemaker:CreateNotebookInstance', 'sagemaker:UpdateNotebookInstance'],
      Condition: {
        'ForAnyValue:ArnNotLike': {
          'sagemaker:NotebookInstanceLifecycleConfigArns': [
            'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:notebook-instance-lifecycle-config/<LIFECYCLE_CONFIG_PREFIX>*',
          ],
        },
      },
    },
    {
      Sid: 'DenyOtherStudioScripts',
      Action: [
        'sagemaker:CreateApp',
        'sagemaker:CreateDomain',
        'sagemaker:UpdateDomain',
        'sagemaker:CreateUserProfile',
        'sagemaker:UpdateUserProfile',
        'sagemaker:CreateSpace',
        'sagemaker:UpdateSpace',
      ],
      Condition: {
        'ForAnyValue:ArnNotLike': {
          'sagemaker:StudioLifecycleConfigArns': [
            'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:studio-lifecycle-config/<LIFECYCLE_CONFIG_PREFIX>*',
          ],
        },
      },
    },
  ],
  allow: [],
  toComply: 'use a lifecycle configuration whose name starts with the approved prefix, or none.',
  notCovered: [
    {
      text: 'Naming none passes. Who may create or change a configuration with an approved name must be limited as well.',
      source: references.keys,
    },
    {
      text: 'There is no form as a condition on an Allow: it would refuse every request without a configuration.',
      source: references.setOperators,
    },
  ],
  source: references.keys,
};
