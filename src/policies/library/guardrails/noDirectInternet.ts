import { type Guardrail, references } from './guardrail.ts';

const create = ['sagemaker:CreateNotebookInstance'];

export const noDirectInternet: Guardrail = {
  id: 'noDirectInternet',
  number: 'G8',
  group: 'notebooks',
  title: 'Notebooks without direct internet access',
  summary: 'A notebook instance reaches the network only through its VPC.',
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
  notCovered: [
    {
      text: 'Only CreateNotebookInstance carries the key. Studio is limited by “Studio in the VPC only”; what the VPC itself lets out is up to its routes.',
      source: references.keys,
    },
  ],
  source: references.perimeter,
};
