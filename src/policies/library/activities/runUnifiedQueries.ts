import type { Activity } from './activity.ts';

const glue = (region: string, account: string, rest: string) =>
  `arn:<PARTITION>:glue:${region}:${account}:${rest}`;
const lambda = (region: string, account: string) => `arn:<PARTITION>:lambda:${region}:${account}:function:*`;
const bucket = 'arn:<PARTITION>:s3:::<UNIFIED_STUDIO_BUCKET>';
const ofProject = { Null: { 'aws:ResourceTag/AmazonDataZoneProject': ['false'] } } as const;
const taggedRole = { 'aws:PrincipalTag/SageMakerStudioQueryExecutionRole': ['true'] } as const;
const connector = { 'aws:ResourceTag/federated_athena_datacatalog': ['true'] } as const;
const readConnections = ['glue:GetConnection', 'glue:GetConnections', 'glue:GetTags'];

export const runUnifiedQueries: Activity = {
  id: 'runUnifiedQueries',
  title: 'Run queries of Unified Studio projects',
  summary: 'Read project connections and Athena spill data, and invoke Athena connector functions.',
  status: 'missingInGuide',
  options: [],
  published: [
    {
      Sid: 'GlueGetConnectionOnCatalog',
      Effect: 'Allow',
      Action: ['glue:GetConnection'],
      Resource: [glue('*', '*', 'catalog')],
    },
    {
      Sid: 'GlueGetConnectionsForProject',
      Effect: 'Allow',
      Action: readConnections,
      Resource: [glue('*', '*', 'connection/*')],
      Condition: ofProject,
    },
    {
      Sid: 'S3GetObjectForAthenaSpillBucket',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: ['arn:<PARTITION>:s3:::*/dzd*/*/dev/sys/athena/*'],
      Condition: { StringEquals: taggedRole },
    },
    {
      Sid: 'S3ListBucketOwnershipCheckForAthenaSpillBucket',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: ['arn:<PARTITION>:s3:::amazon-sagemaker-*'],
      Condition: { StringEquals: taggedRole },
    },
    {
      Sid: 'InvokeFunctionPermissionsForAthenaCatalogLambda',
      Effect: 'Allow',
      Action: ['lambda:InvokeFunction'],
      Resource: [lambda('*', '*')],
      Condition: { StringEquals: { ...taggedRole, ...connector } },
    },
  ],
  hardened: [
    {
      Sid: 'UnifiedCatalog',
      Effect: 'Allow',
      Action: ['glue:GetConnection'],
      Resource: [glue('<REGION>', '<ACCOUNT_ID>', 'catalog')],
    },
    {
      Sid: 'UnifiedConnections',
      Effect: 'Allow',
      Action: readConnections,
      Resource: [glue('<REGION>', '<ACCOUNT_ID>', 'connection/*')],
      Condition: ofProject,
    },
    {
      Sid: 'UnifiedSpill',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: [`${bucket}/dzd*/*/dev/sys/athena/*`],
    },
    { Sid: 'UnifiedSpillBucket', Effect: 'Allow', Action: ['s3:ListBucket'], Resource: [bucket] },
    {
      Sid: 'UnifiedConnectors',
      Effect: 'Allow',
      Action: ['lambda:InvokeFunction'],
      Resource: [lambda('<REGION>', '<ACCOUNT_ID>')],
      Condition: { StringEquals: connector },
    },
  ],
};
