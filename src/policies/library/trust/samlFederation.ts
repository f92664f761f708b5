import { type TrustForm, trustSources } from './trust.ts';

const federated = { Federated: ['<SAML_PROVIDER_ARN>'] } as const;
const audience = { 'SAML:aud': ['https://<SIGN_IN_HOST>/saml'] };

export const samlFederation: TrustForm = {
  id: 'samlFederation',
  title: 'SAML federation',
  summary: 'Users sign in with your identity provider and assume the role.',
  options: [
    {
      id: 'tags',
      label: 'Session tags',
      help: 'Tags such as owner come from the identity provider. Owner-based access depends on them.',
      choices: [
        {
          value: 'any',
          label: 'Any tags from the provider',
          help: 'Adds sts:TagSession. Without it, sign-in fails if the provider sends session tags.',
        },
        {
          value: 'named',
          label: 'Specified tags only',
          help: 'Adds sts:TagSession for the specified tags. Sign-in with any other tag is denied.',
        },
        { value: 'off', label: 'None', help: 'Sign-in fails if the provider sends session tags.' },
      ],
      default: 'any',
    },
    {
      id: 'sourceIdentity',
      label: 'Source identity',
      help: 'A name from the provider that CloudTrail records for every call of the session.',
      choices: [
        { value: 'off', label: 'No', help: 'Sign-in fails if the provider sends a source identity.' },
        { value: 'on', label: 'Yes', help: 'Adds sts:SetSourceIdentity.' },
      ],
      default: 'off',
    },
  ],
  statements: [
    {
      Sid: 'SamlSignIn',
      Effect: 'Allow',
      Principal: federated,
      Action: ['sts:AssumeRoleWithSAML'],
      Condition: { StringEquals: audience },
    },
    {
      Sid: 'SamlSessionTags',
      Effect: 'Allow',
      Principal: federated,
      Action: ['sts:TagSession'],
      Condition: { StringEquals: audience },
      when: { tags: 'any' },
    },
    {
      Sid: 'SamlNamedSessionTags',
      Effect: 'Allow',
      Principal: federated,
      Action: ['sts:TagSession'],
      Condition: {
        StringEquals: audience,
        'ForAllValues:StringEquals': { 'aws:TagKeys': ['<SESSION_TAG_KEY>'] },
        Null: { 'aws:TagKeys': ['false'] },
      },
      when: { tags: 'named' },
    },
    {
      Sid: 'SamlSourceIdentity',
      Effect: 'Allow',
      Principal: federated,
      Action: ['sts:SetSourceIdentity'],
      Condition: { StringEquals: audience },
      when: { sourceIdentity: 'on' },
    },
  ],
  notes: [
    {
      text: 'The audience is the AWS sign-in endpoint, which differs by partition. If your provider uses a Regional sign-in endpoint, replace it. For the European Sovereign Cloud, the audience is that of its Region. It isn’t confirmed. Check it before you use it there.',
      source: trustSources.samlKeys,
    },
    {
      text: 'Session tags determine resource ownership, so only the identity provider must set them, not its users.',
      source: trustSources.sessionTags,
    },
  ],
};
