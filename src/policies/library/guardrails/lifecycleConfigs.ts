import { type Guardrail, references } from './guardrail.ts';

export const lifecycleConfigs: Guardrail = {
  id: 'lifecycleConfigs',
  number: 'G20',
  group: 'notebooks',
  title: 'Require approved lifecycle configurations',
  summary: 'Startup scripts of notebooks and apps, which run as root, must come from an approved list.',
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
  toComply: 'use a lifecycle configuration with the approved name prefix, or none.',
  source: references.keys,
};
