import { type Guardrail, references, withVolume } from './guardrail.ts';

export const volumeEncryption: Guardrail = {
  id: 'volumeEncryption',
  number: 'G5',
  group: 'encryption',
  title: 'Require volume encryption with a customer managed key',
  summary: 'Resources with storage volumes must specify a KMS key.',
  options: [],
  deny: [
    {
      Sid: 'DenyWithoutVolumeKey',
      Action: withVolume,
      Condition: { Null: { 'sagemaker:VolumeKmsKeyArn': ['true'], 'sagemaker:VolumeKmsKey': ['true'] } },
    },
  ],
  allow: [
    {
      Sid: 'VolumeKeyNamed',
      Action: withVolume,
      Condition: { Null: { 'sagemaker:VolumeKmsKeyArn': ['false'] } },
    },
  ],
  toComply:
    'set VolumeKmsKeyId (KmsKeyId for a notebook, endpoint configuration, or domain) to a KMS key ARN.',
  notCovered: [
    {
      text: 'CreateFeatureGroup isn’t covered: the keys of its online and offline store have separate condition keys.',
      source: references.keys,
    },
    {
      text: 'UpdateNotebookInstance isn’t listed because it never includes the key, so every update would be denied. The volume of an instance keeps its original key.',
      source: references.keys,
    },
    {
      text: 'AWS renamed the condition key in June 2026. The Deny statement checks both names, so it denies requests only if both are absent. A condition on an Allow statement can check only the new name.',
      source: references.keys,
    },
    {
      text: 'Instance types with local NVMe storage don’t support volume keys, so endpoint configurations and jobs on them are denied.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    },
  ],
  source: references.governance,
};
