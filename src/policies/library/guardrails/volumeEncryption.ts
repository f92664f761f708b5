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
  source: references.governance,
};
