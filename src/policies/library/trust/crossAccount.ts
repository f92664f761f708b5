import { type TrustForm, trustSources } from './trust.ts';

const other = { AWS: ['<EXTERNAL_PRINCIPAL_ARN>'] } as const;

export const crossAccount: TrustForm = {
  id: 'crossAccount',
  title: 'Another account, with an external ID',
  summary: 'Named principals of another account take the role, for instance a deployment pipeline.',
  options: [],
  statements: [
    {
      Sid: 'OtherAccountWithExternalId',
      Effect: 'Allow',
      Principal: other,
      Action: ['sts:AssumeRole'],
      Condition: { StringEquals: { 'sts:ExternalId': ['<EXTERNAL_ID>'] } },
    },
  ],
  notes: [
    {
      text: 'The external ID keeps a third party from being talked into using your role for somebody else. The third party should choose it, one for each customer.',
      source: trustSources.thirdParty,
    },
    {
      text: 'The principal in the other account needs sts:AssumeRole on this role as well. Session tags need sts:TagSession, which is not given here.',
      source: trustSources.sessionTags,
    },
  ],
};
