import { type TrustForm, trustSources } from './trust.ts';

const named = { AWS: ['<TRUSTED_PRINCIPAL_ARN>'] } as const;

export const samePrincipals: TrustForm = {
  id: 'samePrincipals',
  title: 'Specific principals in this account',
  summary: 'Specific roles or users in this account assume the role.',
  options: [
    {
      id: 'tags',
      label: 'Session tags',
      help: 'Whether the caller can pass session tags such as owner.',
      choices: [
        { value: 'off', label: 'None', help: 'Only the tags of the role apply.' },
        {
          value: 'named',
          label: 'Specified tags only',
          help: 'Adds sts:TagSession. The caller sets the tag values, so use this only with trusted callers.',
        },
      ],
      default: 'off',
    },
  ],
  statements: [
    { Sid: 'NamedPrincipals', Effect: 'Allow', Principal: named, Action: ['sts:AssumeRole'] },
    {
      Sid: 'NamedPrincipalsTag',
      Effect: 'Allow',
      Principal: named,
      Action: ['sts:TagSession'],
      Condition: {
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['<SESSION_TAG_KEY>'] },
        Null: { 'aws:TagKeys': ['false'] },
      },
      when: { tags: 'named' },
    },
  ],
  notes: [
    {
      text: 'Principals are listed individually. With the whole account as principal, anyone with sts:AssumeRole on "*" could assume the role.',
      source: trustSources.principal,
    },
    {
      text: 'IAM stores the ID of the principal. If a principal is deleted and re-created with the same name, it’s no longer trusted until you save the trust policy again.',
      source: trustSources.principal,
    },
  ],
};
