import { type Guardrail, references, withOutput, withVolume } from './guardrail.ts';

const volumeKeys = ['<VOLUME_KMS_CMK_ARN>'];
const outputKeys = ['<DATA_KMS_CMK_ARN>'];

export const approvedKeys: Guardrail = {
  id: 'approvedKeys',
  number: 'G7',
  group: 'encryption',
  title: 'Only approved KMS keys',
  summary: 'Volumes use the volume key, output the data key; any other key or none is refused.',
  options: [
    {
      id: 'legacy',
      label: 'Names of the condition keys',
      help: 'AWS renamed sagemaker:VolumeKmsKey and OutputKmsKey in June 2026. Whether the old names are still filled in is not documented.',
      choices: [
        {
          value: 'off',
          label: 'New names only',
          help: 'What AWS’s reference lists today. A call that fills in only an old name is refused.',
        },
        {
          value: 'on',
          label: 'New and old names',
          help: 'Refused when the approved key stands under neither name. Validators report the old names as deprecated.',
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
  toComply: 'use the ARN of an approved key; a key ID or alias does not match.',
  notCovered: [
    {
      text: 'A negated operator also holds when the key is absent, so a call without any key is refused as well. UpdateNotebookInstance never carries a volume key and is not listed.',
      source: references.operators,
    },
  ],
  source: references.keys,
};
