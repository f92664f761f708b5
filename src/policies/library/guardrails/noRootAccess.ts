import { type Guardrail, references } from './guardrail.ts';

export const noRootAccess: Guardrail = {
  id: 'noRootAccess',
  number: 'G9',
  group: 'notebooks',
  title: 'Deny root access on notebooks',
  summary: 'Users of notebook instances don’t get root access.',
  options: [],
  deny: [
    {
      Sid: 'DenyRootOnCreate',
      Action: ['sagemaker:CreateNotebookInstance'],
      Condition: { StringNotEqualsIfExists: { 'sagemaker:RootAccess': ['Disabled'] } },
    },
    {
      Sid: 'DenyRootOnUpdate',
      Action: ['sagemaker:UpdateNotebookInstance'],
      Condition: { StringEquals: { 'sagemaker:RootAccess': ['Enabled'] } },
    },
  ],
  allow: [
    {
      Sid: 'RootOffOnCreate',
      Action: ['sagemaker:CreateNotebookInstance'],
      Condition: { StringEquals: { 'sagemaker:RootAccess': ['Disabled'] } },
    },
    {
      Sid: 'RootNotTurnedOn',
      Action: ['sagemaker:UpdateNotebookInstance'],
      Condition: { StringNotEquals: { 'sagemaker:RootAccess': ['Enabled'] } },
    },
  ],
  toComply: 'set RootAccess to Disabled.',
  source: references.governance,
};
