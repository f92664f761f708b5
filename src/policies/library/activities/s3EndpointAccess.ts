import type { Activity } from './activity.ts';
import { bounded, boundedOption, perimeter, strict, styleOption } from './endpointPolicy.ts';
import { furtherS3Options, objectsOfAws } from './s3EndpointOptions.ts';

const bucket = 'arn:<PARTITION>:s3:::<bucket_name>';
const guide = [{ policy: 10, statement: 1 }];

export const s3EndpointAccess: Activity = {
  id: 's3EndpointAccess',
  title: 'Access specified S3 buckets through the endpoint',
  summary: 'Only these buckets can be read and written from inside the VPC.',
  endpoint: {
    id: 's3',
    serviceName: 'com.amazonaws.<REGION>.s3',
    type: 'gateway',
    carries: ['s3:*', 'ecr:GetDownloadUrlForLayer'],
    symptom: {
      text: 'Data can’t be read or written, and image pulls hang at the first layer.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
    },
  },
  options: [
    styleOption,
    boundedOption,
    {
      id: 'ecrLayers',
      label: 'ECR image layers',
      help: 'ECR stores image layers in an AWS bucket. Image pulls in the VPC use this endpoint.',
      choices: [
        { value: 'on', label: 'Allow', help: 'Adds read access to that bucket.' },
        { value: 'off', label: 'Do not allow', help: 'Images can’t be pulled through this endpoint.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    ...furtherS3Options,
  ],
  published: [
    {
      Sid: 'AccessOnlytoSpecificBucket',
      Effect: 'Allow',
      Principal: '*',
      Action: ['s3:GetObject', 's3:PutObject', 's3:ListBucket', 's3:GetBucketLocation'],
      Resource: [bucket, `${bucket}/*`],
      guide,
    },
    {
      Sid: 'AccessOnlytoSpecificBucketListAll',
      Effect: 'Allow',
      Principal: '*',
      Action: ['s3:ListAllMyBuckets'],
      Resource: ['*'],
      guide,
    },
  ],
  hardened: [
    ...strict(
      {
        Sid: 'ListMlBuckets',
        Action: ['s3:ListBucket', 's3:GetBucketLocation'],
        Resource: [bucket],
        guide,
      },
      'resources',
    ),
    ...strict(
      {
        Sid: 'ReadWriteMlObjects',
        Action: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
        Resource: [`${bucket}/*`],
        guide,
      },
      'resources',
    ),
    ...bounded(
      {
        Sid: 'DeleteMlObjects',
        Action: ['s3:DeleteObject'],
        Resource: [`${bucket}/*`],
        when: { deleteObjects: 'on' },
      },
      'resources',
    ),
    ...bounded(
      {
        Sid: 'EndpointBuildSource',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: ['arn:<PARTITION>:s3:::<BUILD_BUCKET_NAME>/*'],
        when: { builds: 'on' },
      },
      'resources',
    ),
    ...perimeter('S3'),
    ...objectsOfAws,
    {
      Sid: 'EcrLayers',
      Effect: 'Allow',
      Principal: '*',
      Action: ['s3:GetObject'],
      Resource: ['arn:<PARTITION>:s3:::prod-<REGION>-starport-layer-bucket/*'],
      when: { ecrLayers: 'on' },
    },
  ],
};
