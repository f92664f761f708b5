import { type Guardrail, references } from './guardrail.ts';

const create = ['sagemaker:CreateDomain'];

export const authMode: Guardrail = {
  id: 'authMode',
  number: 'G17',
  group: 'studio',
  title: 'Require a Studio sign-in method',
  summary: 'New domains must use the selected sign-in method.',
  options: [
    {
      id: 'mode',
      label: 'Sign-in',
      help: 'It can’t be changed after a domain is created.',
      choices: [
        {
          value: 'sso',
          label: 'IAM Identity Center',
          help: 'Users sign in through IAM Identity Center. AuthMode is SSO.',
        },
        {
          value: 'iam',
          label: 'IAM',
          help: 'Users sign in with an IAM role in the account. AuthMode is IAM.',
        },
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
  toComply: 'set AuthMode to the selected method.',
  source: references.keys,
};
