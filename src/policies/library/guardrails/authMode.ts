import { type Guardrail, references } from './guardrail.ts';

const create = ['sagemaker:CreateDomain'];

export const authMode: Guardrail = {
  id: 'authMode',
  number: 'G17',
  group: 'studio',
  title: 'How people sign in to Studio',
  summary: 'New domains use the chosen way to sign in.',
  options: [
    {
      id: 'mode',
      label: 'Sign-in',
      help: 'It cannot be changed after a domain has been created.',
      choices: [
        {
          value: 'sso',
          label: 'IAM Identity Center',
          help: 'People come through Identity Center; AuthMode is SSO.',
        },
        { value: 'iam', label: 'IAM', help: 'People come with a role of the account; AuthMode is IAM.' },
      ],
      default: 'sso',
    },
  ],
  deny: [
    {
      Sid: 'DenyDomainsWithoutIdentityCenter',
      Action: create,
      Condition: { StringNotEquals: { 'sagemaker:AuthMode': ['SSO'] } },
      when: { mode: 'sso' },
    },
    {
      Sid: 'DenyDomainsWithoutIam',
      Action: create,
      Condition: { StringNotEquals: { 'sagemaker:AuthMode': ['IAM'] } },
      when: { mode: 'iam' },
    },
  ],
  allow: [
    {
      Sid: 'DomainsWithIdentityCenter',
      Action: create,
      Condition: { StringEquals: { 'sagemaker:AuthMode': ['SSO'] } },
      when: { mode: 'sso' },
    },
    {
      Sid: 'DomainsWithIam',
      Action: create,
      Condition: { StringEquals: { 'sagemaker:AuthMode': ['IAM'] } },
      when: { mode: 'iam' },
    },
  ],
  toComply: 'create the domain with the required AuthMode.',
  notCovered: [
    {
      text: 'Domains that exist keep the way of signing in that they were created with.',
      source: references.keys,
    },
  ],
  source: references.keys,
};
