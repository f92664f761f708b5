import { type Guardrail, references, withOutput, withVolume } from './guardrail.ts';

const volumeKeys = ['<VOLUME_KMS_CMK_ARN>'];
const outputKeys = ['<DATA_KMS_CMK_ARN>'];

export const approvedKeys: Guardrail = {
  id: 'approvedKeys',
  number: 'G7',
  group: 'encryption',
  title: 'Require approved KMS keys',
  summary:
    'Volumes must use the volume key and output the data key. Requests with any other key or no key are denied.',
  options: [
    {
      id: 'legacy',
      label: 'Condition key names',
      help: 'AWS renamed sagemaker:VolumeKmsKey and OutputKmsKey in June 2026. It’s not documented whether requests still include the old names.',
      choices: [
        {
          value: 'off',
          label: 'New names only',
          help: 'The names in the current AWS reference. Denies requests that include only an old name.',
        },
        {
          value: 'on',
          label: 'New and old names',
          help: 'Denies requests unless they include the approved key under the new or the old name. Validators report the old names as deprecated.',
        },
      ],
      default: 'off',
    },
  ],
  deny: [
    {
      Sid: 'DenyOtherVolumeKeys',
      Action: withVolume,
      Condition: { ArnNotEquals: { 'sagemaker:VolumeKmsKeyArn': volumeKeys } },
      when: { legacy: 'off' },
    },
    {
      Sid: 'DenyOtherOutputKeys',
      Action: withOutput,
      Condition: { ArnNotEquals: { 'sagemaker:OutputKmsKeyArn': outputKeys } },
      when: { legacy: 'off' },
    },
    {
      Sid: 'DenyOtherVolumeKeysEitherName',
      Action: withVolume,
      Condition: {
        ArnNotEquals: { 'sagemaker:VolumeKmsKeyArn': volumeKeys, 'sagemaker:VolumeKmsKey': volumeKeys },
      },
      when: { legacy: 'on' },
    },
    {
      Sid: 'DenyOtherOutputKeysEitherName',
      Action: withOutput,
      Condition: {
        ArnNotEquals: { 'sagemaker:OutputKmsKeyArn': outputKeys, 'sagemaker:OutputKmsKey': outputKeys },
      },
      when: { legacy: 'on' },
    },
  ],
  allow: [
    {
      Sid: 'ApprovedVolumeKey',
      Action: withVolume,
      Condition: { ArnEquals: { 'sagemaker:VolumeKmsKeyArn': volumeKeys } },
      when: { legacy: 'off' },
    },
    {
      Sid: 'ApprovedOutputKey',
      Action: withOutput,
      Condition: { ArnEquals: { 'sagemaker:OutputKmsKeyArn': outputKeys } },
      when: { legacy: 'off' },
    },
  ],
  toComply: 'use the ARN of an approved key. Key IDs and aliases don’t match.',
  source: references.keys,
};
