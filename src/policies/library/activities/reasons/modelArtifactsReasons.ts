import type { ActivityReasons } from '../activityReasons.ts';
import { fromJumpStart, listingByPrefix } from './sharedReasons.ts';
import { jumpStartPage, sources } from './sources.ts';

export const modelArtifactsReasons: ActivityReasons = {
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
      text: 'Data capture writes the requests and responses of an endpoint to S3, in files that end in .jsonl.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html',
    },
    {
      tag: 'optional',
      statements: [
        'TransformListInput',
        'TransformListInputBucket',
        'TransformReadInput',
        'TransformWriteOutput',
      ],
      text: 'CreateTransformJob has no parameter for a role: the job runs with the role of its model.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/batch-vpc.html',
    },
    {
      tag: 'optional',
      statements: ['TransformWriteOutput'],
      text: 'Batch transform stores its output with the suffix .out.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_TransformOutput.html',
    },
    {
      tag: 'optional',
      statements: ['HostJumpStart'],
      text: 'Deploying a JumpStart model reads the model from this bucket.',
      source: jumpStartPage,
    },
  ],
  companions: [{ statements: ['HostJumpStart'], ...fromJumpStart }],
  notes: [listingByPrefix],
};
