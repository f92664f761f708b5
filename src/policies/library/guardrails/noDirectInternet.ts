import { type Guardrail, references } from './guardrail.ts';

const create = ['sagemaker:CreateNotebookInstance'];

export const noDirectInternet: Guardrail = {
  id: 'noDirectInternet',
  number: 'G8',
  group: 'notebooks',
  title: 'Deny direct internet access for notebooks',
  summary: 'Notebook instances can access the network only through their VPC.',
  options: [],
  deny: [
    {
      Sid: 'DenyDirectInternet',
      Action: create,
      Condition: { StringNotEqualsIfExists: { 'sagemaker:DirectInternetAccess': ['Disabled'] } },
    },
  ],
  allow: [
    {
      Sid: 'DirectInternetOff',
      Action: create,
      Condition: { StringEquals: { 'sagemaker:DirectInternetAccess': ['Disabled'] } },
    },
  ],
  toComply: 'set DirectInternetAccess to Disabled.',
  source: references.perimeter,
};
