import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

const bucket = 'arn:<PARTITION>:s3:::<MODEL_BUCKET_NAME>';

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
        { value: 'on', label: 'Yes', help: 'Adds write access to the output locations.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
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
      Resource: ['arn:<PARTITION>:s3:::<OUTPUT_BUCKET_NAME>/<PATH_NAME>/*'],
      when: { capture: 'on' },
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'validity',
      statements: ['HostReadModel', 'HostListModel', 'HostListModelBucket'],
      text: 'The execution role of a model must read its artifact. Multi-model endpoints also list the prefix.',
      source: sources.sagemakerRoles,
    },
    {
      tag: 'optional',
      statements: ['HostWriteCapture'],
      text: 'Data capture writes the requests and responses of an endpoint to S3.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture.html',
    },
  ],
  notes: [
    {
      text: 'Listing is limited to the prefix. Code that lists the root of the bucket or checks that the bucket exists is denied.',
      source: sources.s3Actions,
    },
  ],
  status: 'missingInGuide',
};
