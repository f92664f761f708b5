import type { Activity } from './activity.ts';
import { bounded, boundedOption, perimeter, perimeterSource, strict, styleOption } from './endpointPolicy.ts';
import { furtherS3Options, objectsOfAws } from './s3EndpointOptions.ts';
import { sources } from './sources.ts';

const bucket = 'arn:<PARTITION>:s3:::<bucket_name>';
const guide = [{ policy: 10, statement: 1 }];

const boundSids = [
  'ListMlBuckets',
  'ReadWriteMlObjects',
  'ListMlBucketsOfOrganization',
  'ReadWriteMlObjectsOfOrganization',
];

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
      companion: {
        text: 'Image pulls read layers from this AWS bucket. It isn’t in your account, so the account restriction doesn’t apply to it.',
        source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
      },
    },
  ],
  repairs: [
    {
      guide: { policy: 10, statement: 1 },
      element: 'Sid',
      before: '"Sid": "AccessOnlytoSpecificBucket", "Statement": [ {',
      after: '"Statement": [ { "Sid": "AccessOnlytoSpecificBucket",',
      text: 'A Sid belongs to a statement, not to the policy. AWS rejects the document.',
      source: sources.policyGrammar,
    },
    {
      guide: { policy: 10, statement: 1 },
      element: 'Statement',
      before: '"s3:ListAllMyBuckets"',
      after:
        '{ "Sid": "AccessOnlytoSpecificBucketListAll", "Effect": "Allow", "Principal": "*", "Action": "s3:ListAllMyBuckets", "Resource": "*" }',
      text: 'The action doesn’t support resource-level permissions, so with a bucket ARN it never matches. It’s in a separate statement with "Resource": "*".',
      source: sources.s3Actions,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['S3OwnToOwn', 'S3OwnToOwnOfOrganization', 'S3AwsServices'],
      text: 'The data perimeter doesn’t list buckets: callers and buckets must both be yours. Calls by AWS services through the endpoint are allowed.',
      source: perimeterSource,
    },
    {
      tag: 'hardening',
      statements: boundSids,
      text: 'Limited to principals and buckets of the account or organization. The guide allows credentials of any account, which permits data exfiltration.',
      source: perimeterSource,
    },
    {
      tag: 'hardening',
      statements: boundSids,
      text: 'Bucket and object actions are separate. ListAllMyBuckets is removed because it lists every bucket in the caller’s account.',
      source: sources.s3Actions,
    },
    {
      tag: 'validity',
      statements: ['EcrLayers'],
      text: 'Required to pull images through the endpoint: ECR stores image layers in an AWS bucket.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
    },
    {
      tag: 'optional',
      statements: [
        'DeleteMlObjects',
        'DeleteMlObjectsOfOrganization',
        'EndpointBuildSource',
        'EndpointBuildSourceOfOrganization',
      ],
      text: 'Roles that delete objects or upload the source of image builds do so through this endpoint as well.',
      source: sources.s3Actions,
    },
    {
      tag: 'optional',
      statements: ['ReadWriteMlObjects', 'ReadWriteMlObjectsOfOrganization'],
      text: 'AbortMultipartUpload cleans up failed uploads of large artifacts.',
      source: sources.sagemakerRoles,
    },
  ],
};
