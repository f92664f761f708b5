import { type Guardrail, references } from './guardrail.ts';

const spaces = ['sagemaker:CreateSpace', 'sagemaker:UpdateSpace'];

export const noRemoteIde: Guardrail = {
  id: 'noRemoteIde',
  number: 'G15',
  group: 'studio',
  title: 'Deny remote access to Studio spaces',
  summary: 'Prevents connecting to spaces from a local IDE.',
  options: [],
  deny: [
    {
      Sid: 'DenyRemoteSpaces',
      Action: spaces,
      Condition: { StringEquals: { 'sagemaker:RemoteAccess': ['ENABLED'] } },
    },
  ],
  allow: [
    {
      Sid: 'RemoteSpacesOff',
      Action: spaces,
      Condition: { StringNotEquals: { 'sagemaker:RemoteAccess': ['ENABLED'] } },
    },
  ],
  toComply: 'omit RemoteAccess from the space settings.',
  source: references.keys,
};
