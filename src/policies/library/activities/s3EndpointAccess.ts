import type { Activity } from './activity.ts';
import { boundedOption, perimeter, perimeterSource, strict, styleOption } from './endpointPolicy.ts';
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
  title: 'Reach named S3 buckets through the endpoint',
  summary: 'Only these buckets can be read and written from inside the VPC.',
  endpoint: {
    id: 's3',
    serviceName: 'com.amazonaws.<REGION>.s3',
    type: 'gateway',
    carries: ['s3:*', 'ecr:GetDownloadUrlForLayer'],
    symptom: {
      text: 'Data cannot be read or written, and image pulls hang at the first layer.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
    },
  },
  options: [
    styleOption,
    boundedOption,
    {
      id: 'ecrLayers',
      label: 'Image layers of ECR',
      help: 'ECR keeps image layers in a bucket of AWS; pulls inside the VPC go through this endpoint.',
      choices: [
        { value: 'on', label: 'Allow', help: 'Adds reading from that bucket.' },
        { value: 'off', label: 'Do not allow', help: 'Images cannot be pulled through this endpoint.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
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
    ...perimeter('S3'),
    {
      Sid: 'EcrLayers',
      Effect: 'Allow',
      Principal: '*',
      Action: ['s3:GetObject'],
      Resource: ['arn:<PARTITION>:s3:::prod-<REGION>-starport-layer-bucket/*'],
      when: { ecrLayers: 'on' },
      companion: {
        text: 'Image pulls read their layers from this bucket of AWS. It is in no account of yours, so no bound applies to it.',
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
      text: 'A policy has Version, Id and Statement; a Sid belongs to a statement. AWS rejects the document.',
      source: sources.policyGrammar,
    },
    {
      guide: { policy: 10, statement: 1 },
      element: 'Statement',
      before: '"s3:ListAllMyBuckets"',
      after:
        '{ "Sid": "AccessOnlytoSpecificBucketListAll", "Effect": "Allow", "Principal": "*", "Action": "s3:ListAllMyBuckets", "Resource": "*" }',
      text: 'The action takes no resource; on a bucket it never matches. It gets a statement of its own on *.',
      source: sources.s3Actions,
    },
  ],
  differences: [
    {
      tag: 'hardening',
      statements: ['S3OwnToOwn', 'S3OwnToOwnOfOrganization', 'S3AwsServices'],
      text: 'The data perimeter names no bucket: callers and buckets must both be yours. AWS services that call through the endpoint are let through.',
      source: perimeterSource,
    },
    {
      tag: 'hardening',
      statements: boundSids,
      text: 'Bound to principals and buckets of the account or organisation. The guide lets credentials of any account through, which is a way to carry data out.',
      source: perimeterSource,
    },
    {
      tag: 'hardening',
      statements: boundSids,
      text: 'Bucket and object actions are separated. ListAllMyBuckets is left out: it names every bucket of the caller’s account.',
      source: sources.s3Actions,
    },
    {
      tag: 'validity',
      statements: ['EcrLayers'],
      text: 'Without it no image can be pulled through the endpoint: ECR keeps image layers in a bucket of AWS.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
    },
    {
      tag: 'optional',
      statements: ['ReadWriteMlObjects', 'ReadWriteMlObjectsOfOrganization'],
      text: 'AbortMultipartUpload lets a failed upload of a large artefact be cleaned up.',
      source: sources.sagemakerRoles,
    },
  ],
  notes: [
    {
      text: 'An endpoint policy grants nothing by itself: the caller’s own policy must allow the request as well.',
      source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    },
    {
      text: 'Package repositories, JumpStart and sample data also live in buckets of AWS and are not reachable under this policy.',
      source: perimeterSource,
    },
  ],
};
