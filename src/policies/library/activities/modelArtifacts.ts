import type { Activity } from './activity.ts';
import { jumpStartBucket, jumpStartOption } from './awsBuckets.ts';

const bucket = 'arn:<PARTITION>:s3:::<MODEL_BUCKET_NAME>';
const output = 'arn:<PARTITION>:s3:::<OUTPUT_BUCKET_NAME>/<PATH_NAME>';
const input = 'arn:<PARTITION>:s3:::<INPUT_BUCKET_NAME>';

export const modelArtifacts: Activity = {
  id: 'modelArtifacts',
  title: 'Load model artifacts from S3',
  summary:
    'Read from the specified locations. Models can’t be loaded without it, and the guide sample lacks it.',
  options: [
    {
      id: 'capture',
      label: 'Data capture',
      help: 'Whether endpoints write captured requests to S3.',
      choices: [
        { value: 'off', label: 'No', help: 'Read-only access to S3.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds writing .jsonl files, as captured data is stored, to the output locations. Model archives can’t be overwritten.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'transform',
      label: 'Batch transform',
      help: 'A batch transform job reads its input and writes its output with the role of the model.',
      choices: [
        { value: 'off', label: 'No', help: 'The model serves endpoints only.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds reading the input locations, and writing .out files to the output locations. Model archives can’t be overwritten.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    jumpStartOption,
  ],
  hardened: [
    {
      Sid: 'HostReadModel',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: ['arn:<PARTITION>:s3:::<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/*'],
    },
    {
      Sid: 'HostListModel',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket],
      Condition: { StringLike: { 's3:prefix': ['<MODEL_PREFIX>', '<MODEL_PREFIX>/*'] } },
      forEach: 'modelArtifacts',
      having: { placeholder: 'MODEL_PREFIX', part: 'given' },
    },
    {
      Sid: 'HostListModelBucket',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket],
      forEach: 'modelArtifacts',
      having: { placeholder: 'MODEL_PREFIX', part: 'empty' },
    },
    {
      Sid: 'HostWriteCapture',
      Effect: 'Allow',
      Action: ['s3:PutObject'],
      Resource: [`${output}/*.jsonl`],
      when: { capture: 'on' },
    },
    {
      Sid: 'TransformListInput',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [input],
      Condition: { StringLike: { 's3:prefix': ['<INPUT_PREFIX>', '<INPUT_PREFIX>/*'] } },
      forEach: 'inputData',
      having: { placeholder: 'INPUT_PREFIX', part: 'given' },
      when: { transform: 'on' },
    },
    {
      Sid: 'TransformListInputBucket',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [input],
      forEach: 'inputData',
      having: { placeholder: 'INPUT_PREFIX', part: 'empty' },
      when: { transform: 'on' },
    },
    {
      Sid: 'TransformReadInput',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: [`${input}/<INPUT_PREFIX>/*`],
      when: { transform: 'on' },
    },
    {
      Sid: 'TransformWriteOutput',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
      Resource: [`${output}/*.out`],
      when: { transform: 'on' },
    },
    jumpStartBucket('HostJumpStart'),
  ],
  status: 'missingInGuide',
};
