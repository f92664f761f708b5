import { arn, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const queries = { activity: 'runUnifiedQueries' };
const role = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/MLQueryExecution';
const takes = { trust: 'unifiedQueryService', caller: 'lakeformation.amazonaws.com' };
const connection = arn('glue', 'connection/sales');
const connector = arn('lambda', 'function:athena-sales');
const ofProject = { 'aws:ResourceTag/AmazonDataZoneProject': 'abc123' };
const ofAthena = { 'aws:ResourceTag/federated_athena_datacatalog': 'true' };
const inAccount = { 'aws:SourceAccount': '<ACCOUNT_ID>' };
const spill = (bucket: string, path = 'dzd_1/abc123/dev/sys/athena/1') => object(`${bucket}/${path}`);

export const unifiedQueryRole: readonly AccessTest[] = [
  ...mustAllow([
    ['connection', 'reads a connection of a project', 'glue:GetTags', connection, ofProject, queries],
    ['connector', 'invokes an Athena connector', 'lambda:InvokeFunction', connector, ofAthena, queries],
    ['spill', 'reads Athena spill data', 's3:GetObject', spill('<UNIFIED_STUDIO_BUCKET>'), {}, queries],
    ['taken', 'is assumed by Lake Formation', 'sts:AssumeRole', role, inAccount, takes],
  ]),
  ...mustDeny([
    ['other-connection', 'reads a connection that isn’t in a project', 'glue:GetTags', connection],
    ['other-function', 'invokes another function', 'lambda:InvokeFunction', connector],
    ['other-bucket', 'reads another bucket', 's3:GetObject', spill('zz-another-bucket')],
    [
      'other-path',
      'reads other data of a project',
      's3:GetObject',
      spill('<UNIFIED_STUDIO_BUCKET>', 'dzd_1/abc123/shared/x.csv'),
    ],
    ['write', 'writes results', 's3:PutObject', spill('<UNIFIED_STUDIO_BUCKET>')],
    [
      'train',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
    ],
    [
      'other-account',
      'is assumed by Lake Formation for another account',
      'sts:AssumeRole',
      role,
      { 'aws:SourceAccount': '999999999999' },
      takes,
    ],
  ]),
];
