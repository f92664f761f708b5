import type { ActivityReasons } from '../activityReasons.ts';
import { abortedUploads, endpointGrantsNothing } from './sharedReasons.ts';
import { jumpStartPage, sources } from './sources.ts';

const perimeterSource =
  'https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/vpc_endpoint_policies';
const ecrSource = 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html';

export const s3EndpointAccessReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['S3OwnToOwn', 'S3OwnToOwnOfOrganization', 'S3AwsServices'],
      text: 'The data perimeter doesn’t list buckets: callers and buckets must both be yours. Calls by AWS services through the endpoint are allowed.',
      source: perimeterSource,
    },
    {
      tag: 'hardening',
      statements: [
        'ListMlBuckets',
        'ReadWriteMlObjects',
        'ListMlBucketsOfOrganization',
        'ReadWriteMlObjectsOfOrganization',
      ],
      text: 'Limited to principals and buckets of the account or organization. The guide allows credentials of any account, which permits data exfiltration.',
      source: perimeterSource,
    },
    {
      tag: 'hardening',
      statements: [
        'ListMlBuckets',
        'ReadWriteMlObjects',
        'ListMlBucketsOfOrganization',
        'ReadWriteMlObjectsOfOrganization',
      ],
      text: 'Bucket and object actions are separate. ListAllMyBuckets is removed because it lists every bucket in the caller’s account.',
      source: sources.s3Actions,
    },
    {
      tag: 'validity',
      statements: ['EcrLayers'],
      text: 'Required to pull images through the endpoint: ECR stores image layers in an AWS bucket.',
      source: ecrSource,
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
      ...abortedUploads,
    },
  ],
  companions: [
    {
      statements: ['JumpStartModels'],
      text: 'Read from AWS buckets. They aren’t in your account, so the account restriction doesn’t apply to them.',
      source: jumpStartPage,
    },
    {
      statements: ['LinuxPackages'],
      text: 'Read from AWS buckets. They aren’t in your account, so the account restriction doesn’t apply to them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/train-vpc.html#train-vpc-policy-repos',
    },
    {
      statements: ['SampleData'],
      text: 'Read from AWS buckets. They aren’t in your account, so the account restriction doesn’t apply to them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/howitworks-nbexamples.html',
    },
    {
      statements: ['EcrLayers'],
      text: 'Image pulls read layers from this AWS bucket. It isn’t in your account, so the account restriction doesn’t apply to it.',
      source: ecrSource,
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
  notes: [
    endpointGrantsNothing,
    {
      text: 'Package repositories, JumpStart, and sample data are also in AWS buckets. This policy allows access only to those that its options name.',
      source: perimeterSource,
    },
  ],
};
