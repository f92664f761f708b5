import { type Guardrail, references, withVolume } from './guardrail.ts';

export const volumeEncryption: Guardrail = {
  id: 'volumeEncryption',
  number: 'G5',
  group: 'encryption',
  title: 'Storage volumes encrypted with a key of yours',
  summary: 'Whatever has a volume must name a KMS key for it.',
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
    'set VolumeKmsKeyId (KmsKeyId of a notebook, endpoint configuration or domain) to the ARN of a key.',
  notCovered: [
    {
      text: 'UpdateNotebookInstance never carries the key: listed here, the denial would block every update. The volume of an instance keeps the key that it was created with.',
      source: references.keys,
    },
    {
      text: 'AWS renamed the key in June 2026. The denial asks for both names in one block, so that it refuses only when neither is there; the condition on an Allow can ask for the new one only.',
      source: references.keys,
    },
    {
      text: 'Instance types with local NVMe storage take no volume key, so endpoint configurations and jobs on them are refused.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpointConfig.html',
    },
  ],
  source: references.governance,
};
