import { type TrustForm, trustSources } from './trust.ts';

const named = { AWS: ['<TRUSTED_PRINCIPAL_ARN>'] } as const;

export const samePrincipals: TrustForm = {
  id: 'samePrincipals',
  title: 'Named principals of this account',
  summary: 'Named roles or users of the account take the role.',
  options: [
    {
      id: 'tags',
      label: 'Session tags',
      help: 'Whether the caller may bring tags such as owner along.',
      choices: [
        { value: 'off', label: 'None', help: 'The role’s own tags count.' },
        {
          value: 'named',
          label: 'Only the named ones',
          help: 'Adds sts:TagSession. The caller chooses the values, so trust it to choose right.',
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
      text: 'Principals are named one by one. Naming the whole account would let anybody with sts:AssumeRole on * take the role.',
      source: trustSources.principal,
    },
    {
      text: 'A principal that is deleted and made again under the same name is no longer trusted: IAM stores its ID. Save the trust policy again then.',
      source: trustSources.principal,
    },
  ],
};
