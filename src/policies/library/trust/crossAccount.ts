import { type TrustForm, trustSources } from './trust.ts';

const other = { AWS: ['<EXTERNAL_PRINCIPAL_ARN>'] } as const;

export const crossAccount: TrustForm = {
  id: 'crossAccount',
  title: 'Another account with an external ID',
  summary: 'Specific principals in another account assume the role, for example a deployment pipeline.',
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
      text: 'The external ID prevents a third party from using your role on behalf of someone else. The third party should provide a unique one for each customer.',
      source: trustSources.thirdParty,
    },
    {
      text: 'The principal in the other account also needs sts:AssumeRole on this role. Session tags need sts:TagSession, which this policy doesn’t allow.',
      source: trustSources.sessionTags,
    },
  ],
};
