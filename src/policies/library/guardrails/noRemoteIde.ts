import { type Guardrail, references } from './guardrail.ts';

const spaces = ['sagemaker:CreateSpace', 'sagemaker:UpdateSpace'];

export const noRemoteIde: Guardrail = {
  id: 'noRemoteIde',
  number: 'G15',
  group: 'studio',
  title: 'No remote connection to Studio spaces',
  summary: 'Spaces cannot be opened to an editor on a user’s own machine.',
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
  toComply: 'leave RemoteAccess out of the space settings.',
  notCovered: [
    {
      text: 'The value ENABLED is inferred from the API; AWS’s reference names the key only. Try it once before you rely on it.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_SpaceSettings.html',
    },
    {
      text: 'Spaces that are open already stay open until they are updated; sagemaker:StartSession is what opens a connection.',
      source: references.keys,
    },
  ],
  source: references.keys,
};
