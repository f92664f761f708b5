import { type Guarantee, guaranteeSources as sources, never } from '../guarantee.ts';

/** What no role of this library may do with domains and notebooks, but those that administer them. */
export const inSageMaker: readonly Guarantee[] = [
  never(
    [
      'no-domain-changes',
      'Can’t create, change, or delete Studio domains or user profiles.',
      [
        'sagemaker:CreateDomain',
        'sagemaker:CreateUserProfile',
        'sagemaker:DeleteDomain',
        'sagemaker:DeleteUserProfile',
        'sagemaker:UpdateDomain',
        'sagemaker:UpdateUserProfile',
      ],
    ],
    sources.roles,
  ),
  never(
    [
      'no-notebook-changes',
      'Can’t create, change, or delete notebook instances or their startup scripts.',
      [
        'sagemaker:CreateNotebookInstance*',
        'sagemaker:DeleteNotebookInstance*',
        'sagemaker:UpdateNotebookInstance*',
      ],
    ],
    sources.roles,
    { without: ['manageNotebooks'] },
  ),
  never(
    [
      'no-studio-scripts',
      'Can’t create or delete startup scripts of Studio.',
      ['sagemaker:CreateStudioLifecycleConfig', 'sagemaker:DeleteStudioLifecycleConfig'],
    ],
    sources.roles,
  ),
];
