import type { ActivityOption, StatementTemplate } from './activity.ts';

/** What the policy of the S3 endpoint can let through besides the specified buckets. */
export const furtherS3Options: readonly ActivityOption[] = [
  {
    id: 'deleteObjects',
    label: 'Delete objects',
    help: '“Read and write the team’s buckets” also deletes objects.',
    choices: [
      { value: 'off', label: 'No', help: 'Objects can’t be deleted through this endpoint.' },
      { value: 'on', label: 'Yes', help: 'Adds deleting objects in the specified buckets.' },
    ],
    default: 'off',
    stances: ['hardened'],
  },
  {
    id: 'builds',
    label: 'Image build bucket',
    help: '“Build images from Studio with CodeBuild” uploads the build source to a bucket.',
    choices: [
      { value: 'off', label: 'No', help: 'The bucket must be among the specified buckets.' },
      { value: 'on', label: 'Yes', help: 'Adds reading and writing the image build bucket.' },
    ],
    default: 'off',
    stances: ['hardened'],
  },
  {
    id: 'jumpStart',
    label: 'JumpStart models',
    help: 'JumpStart models and examples are in an AWS bucket in your Region.',
    choices: [
      { value: 'off', label: 'No', help: 'JumpStart models can’t be loaded through this endpoint.' },
      { value: 'on', label: 'Yes', help: 'Adds read access to that bucket.' },
    ],
    default: 'off',
    stances: ['hardened'],
  },
  {
    id: 'packages',
    label: 'Amazon Linux packages',
    help: 'Lifecycle scripts and containers install packages from AWS buckets.',
    choices: [
      {
        value: 'off',
        label: 'No',
        help: 'yum and dnf can’t reach their repositories through this endpoint.',
      },
      {
        value: 'on',
        label: 'Yes',
        help: 'Adds read access to the Amazon Linux 2 and AL2023 repositories of the Region.',
      },
    ],
    default: 'off',
    stances: ['hardened'],
  },
  {
    id: 'samples',
    label: 'Sample data',
    help: 'SageMaker examples read their data from an AWS bucket.',
    choices: [
      { value: 'off', label: 'No', help: 'Examples can’t load their data through this endpoint.' },
      { value: 'on', label: 'Yes', help: 'Adds read access to the sample buckets.' },
    ],
    default: 'off',
    stances: ['hardened'],
  },
];

/** Objects in buckets of AWS, which anyone reads: nothing of yours can be written there. */
const awsObjects = (
  Sid: string,
  when: Readonly<Record<string, string>>,
  buckets: readonly string[],
): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Principal: '*',
  Action: ['s3:GetObject'],
  Resource: buckets.map((name) => `arn:<PARTITION>:s3:::${name}/*`),
  when,
});

const jumpStartModels = ['jumpstart-cache-prod-<REGION>'];
const linuxPackages = ['amazonlinux-2-repos-<REGION>', 'al2023-repos-<REGION>-de612dc2'];
const sampleData = ['sagemaker-sample-files', 'sagemaker-example-files-prod-<REGION>'];

export const bucketsOfAws = [...jumpStartModels, ...linuxPackages, ...sampleData];

export const objectsOfAws: readonly StatementTemplate[] = [
  awsObjects('JumpStartModels', { jumpStart: 'on' }, jumpStartModels),
  awsObjects('LinuxPackages', { packages: 'on' }, linuxPackages),
  awsObjects('SampleData', { samples: 'on' }, sampleData),
];
