import { autoMl, jobs, monitoring, references, withOutput, withVolume } from '../../guardrails/guardrail.ts';
import { deniedUnless, type Guarantee, type GuaranteeCondition } from '../guarantee.ts';

const VOLUME = ['<VOLUME_KMS_CMK_ARN>'];
const DATA = ['<DATA_KMS_CMK_ARN>'];

/** A key under either of its two names. */
const named = (...keys: readonly string[]): readonly GuaranteeCondition[] =>
  keys.map((key) => ({ Null: { [key]: ['false'] } }));

const jobsWithVolume = [
  ...jobs,
  ...autoMl,
  ...monitoring,
  'sagemaker:CreateTransformJob',
  'sagemaker:CreateLabelingJob',
];

export const encryption: Readonly<Record<string, readonly Guarantee[]>> = {
  interContainerEncryption: [
    deniedUnless(
      [
        'encrypted-traffic',
        'No job sends plain text between its instances.',
        [...jobs, ...autoMl, ...monitoring],
      ],
      [{ Bool: { 'sagemaker:InterContainerTrafficEncryption': ['true'] } }],
      references.governance,
    ),
  ],
  volumeEncryption: [
    deniedUnless(
      ['encrypted-job-volumes', 'No job writes to a volume without a KMS key.', jobsWithVolume],
      named('sagemaker:VolumeKmsKeyArn', 'sagemaker:VolumeKmsKey'),
      references.governance,
    ),
    deniedUnless(
      [
        'encrypted-volumes',
        'No notebook instance, Studio domain, or endpoint configuration is created without a KMS key for its volumes.',
        ['sagemaker:CreateNotebookInstance', 'sagemaker:CreateDomain', 'sagemaker:CreateEndpointConfig'],
      ],
      named('sagemaker:VolumeKmsKeyArn', 'sagemaker:VolumeKmsKey'),
      references.governance,
    ),
  ],
  outputEncryption: [
    deniedUnless(
      ['encrypted-output', 'No job writes its output without a KMS key.', withOutput],
      named('sagemaker:OutputKmsKeyArn', 'sagemaker:OutputKmsKey'),
      references.governance,
    ),
  ],
  approvedKeys: [
    deniedUnless(
      ['approved-volume-key', 'No volume is encrypted with a key other than the volume key.', withVolume],
      [{ ArnEquals: { 'sagemaker:VolumeKmsKeyArn': VOLUME } }],
      references.keys,
      { when: { legacy: 'off' } },
    ),
    deniedUnless(
      ['approved-output-key', 'No output is encrypted with a key other than the data key.', withOutput],
      [{ ArnEquals: { 'sagemaker:OutputKmsKeyArn': DATA } }],
      references.keys,
      { when: { legacy: 'off' } },
    ),
    deniedUnless(
      [
        'approved-volume-key-names',
        'No volume is encrypted without the volume key, under the new or the old name.',
        withVolume,
      ],
      [
        { ArnEquals: { 'sagemaker:VolumeKmsKeyArn': VOLUME } },
        { ArnEquals: { 'sagemaker:VolumeKmsKey': VOLUME } },
      ],
      references.keys,
      { when: { legacy: 'on' } },
    ),
    deniedUnless(
      [
        'approved-output-key-names',
        'No output is encrypted without the data key, under the new or the old name.',
        withOutput,
      ],
      [
        { ArnEquals: { 'sagemaker:OutputKmsKeyArn': DATA } },
        { ArnEquals: { 'sagemaker:OutputKmsKey': DATA } },
      ],
      references.keys,
      { when: { legacy: 'on' } },
    ),
  ],
};
