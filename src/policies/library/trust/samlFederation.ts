import { type TrustForm, trustSources } from './trust.ts';

const federated = { Federated: ['<SAML_PROVIDER_ARN>'] } as const;
const audience = { 'SAML:aud': ['https://<SIGN_IN_HOST>/saml'] };

export const samlFederation: TrustForm = {
  id: 'samlFederation',
  title: 'People, through SAML',
  summary: 'People sign in with the company’s identity provider and take the role.',
  options: [
    {
      id: 'tags',
      label: 'Session tags',
      help: 'Tags such as owner come from the identity provider; access by owner stands on them.',
      choices: [
        {
          value: 'any',
          label: 'Any that the provider sends',
          help: 'Adds sts:TagSession. Signing in fails without it as soon as the provider sends a tag.',
        },
        {
          value: 'named',
          label: 'Only the named ones',
          help: 'Adds sts:TagSession for the named tags; a session with any other tag is refused.',
        },
        { value: 'off', label: 'None', help: 'Signing in is refused when the provider sends a tag.' },
      ],
      default: 'any',
    },
    {
      id: 'sourceIdentity',
      label: 'Source identity',
      help: 'A name from the provider that stays with everything the session does.',
      choices: [
        { value: 'off', label: 'No', help: 'Signing in is refused when the provider sends one.' },
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
      text: 'The audience is AWS’s own address for signing in; it differs by partition. A provider that uses a Regional address needs that one instead.',
      source: trustSources.samlKeys,
    },
    {
      text: 'Session tags decide who owns what: the identity provider, not its users, must set them.',
      source: trustSources.sessionTags,
    },
  ],
};
