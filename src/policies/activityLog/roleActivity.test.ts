import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { ActivityReader } from './activityReader.ts';
import { notLogged } from './dataEvents.ts';
import { activityByRole, countOfServices } from './roleActivity.ts';
import { account, eventWith, identity, objectRead, roleArn, trainingJob } from './testing/sampleEvents.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

function eventsOf(...records: readonly unknown[]) {
  const reader = new ActivityReader();
  reader.push(JSON.stringify({ Records: records }));
  reader.endFile();
  return reader.reading().events;
}

const rolesOf = (...records: readonly unknown[]) => activityByRole(eventsOf(...records), catalog);

const callsOf = (...records: readonly unknown[]) =>
  rolesOf(...records).flatMap(({ calls }) => calls.map(({ action, resource }) => [action, resource]));

const sagemaker = (resource: string) => `arn:aws:sagemaker:us-east-1:${account}:${resource}`;

describe('an event is the action that AWS checks, on the resource that it names', () => {
  it.each<[source: string, name: string, parameters: unknown, action: string, resource: string | undefined]>([
    ['s3', 'ListObjects', { bucketName: 'lake', prefix: 'a/' }, 's3:ListBucket', 'arn:aws:s3:::lake'],
    ['s3', 'ListObjectsV2', { bucketName: 'lake' }, 's3:ListBucket', 'arn:aws:s3:::lake'],
    ['s3', 'HeadBucket', { bucketName: 'lake' }, 's3:ListBucket', 'arn:aws:s3:::lake'],
    ['s3', 'HeadObject', { bucketName: 'lake', key: 'a/b' }, 's3:GetObject', 'arn:aws:s3:::lake/a/b'],
    [
      's3',
      'CompleteMultipartUpload',
      { bucketName: 'lake', key: 'a' },
      's3:PutObject',
      'arn:aws:s3:::lake/a',
    ],
    ['s3', 'ListBuckets', null, 's3:ListAllMyBuckets', '*'],
    [
      's3',
      'GetBucketEncryption',
      { bucketName: 'lake' },
      's3:GetEncryptionConfiguration',
      'arn:aws:s3:::lake',
    ],
    [
      'lambda',
      'Invoke20150331',
      { functionName: 'f' },
      'lambda:InvokeFunction',
      `arn:aws:lambda:us-east-1:${account}:function:f`,
    ],
    [
      'lambda',
      'Invoke',
      { functionName: 'f' },
      'lambda:InvokeFunction',
      `arn:aws:lambda:us-east-1:${account}:function:f`,
    ],
    [
      'lambda',
      'UpdateFunctionCode20150331v2',
      { functionName: `arn:aws:lambda:us-east-1:${account}:function:f` },
      'lambda:UpdateFunctionCode',
      `arn:aws:lambda:us-east-1:${account}:function:f`,
    ],
    ['monitoring', 'DescribeAlarms', { alarmNames: ['a'] }, 'cloudwatch:DescribeAlarms', undefined],
    [
      'autoscaling',
      'RegisterScalableTarget',
      { resourceId: 'endpoint/e/variant/v' },
      'application-autoscaling:RegisterScalableTarget',
      `arn:aws:application-autoscaling:us-east-1:${account}:scalable-target/endpoint/e/variant/v`,
    ],
    [
      'sagemaker',
      'DescribeTrainingJob',
      { trainingJobName: 'churn-1' },
      'sagemaker:DescribeTrainingJob',
      sagemaker('training-job/churn-1'),
    ],
    ['sagemaker', 'ListTrainingJobs', { maxResults: 10 }, 'sagemaker:ListTrainingJobs', '*'],
    [
      'sagemaker',
      'InvokeEndpoint',
      { endpointName: 'e' },
      'sagemaker:InvokeEndpoint',
      sagemaker('endpoint/e'),
    ],
    ['metrics-sagemaker', 'BatchPutMetrics', {}, 'sagemaker:BatchPutMetrics', undefined],
    [
      'kms',
      'Decrypt',
      { keyId: `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab` },
      'kms:Decrypt',
      `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    ],
    ['kms', 'Decrypt', { keyId: 'alias/team' }, 'kms:Decrypt', undefined],
    [
      'ecr',
      'BatchGetImage',
      { registryId: '763104351884', repositoryName: 'pytorch-training' },
      'ecr:BatchGetImage',
      'arn:aws:ecr:us-east-1:763104351884:repository/pytorch-training',
    ],
    [
      'sagemaker',
      'CreateApp',
      { domainId: 'd-a', userProfileName: 'ana', appType: 'JupyterLab', appName: 'default' },
      'sagemaker:CreateApp',
      sagemaker('app/d-a/ana/JupyterLab/default'),
    ],
    ['iam', 'GetRole', { roleName: 'Training' }, 'iam:GetRole', `arn:aws:iam::${account}:role/Training`],
    [
      'sts',
      'AssumeRole',
      { roleArn: `arn:aws:iam::${account}:role/Other` },
      'sts:AssumeRole',
      `arn:aws:iam::${account}:role/Other`,
    ],
    [
      'athena',
      'StartQueryExecution',
      { workGroup: 'ml', queryString: 'select 1' },
      'athena:StartQueryExecution',
      `arn:aws:athena:us-east-1:${account}:workgroup/ml`,
    ],
    [
      'logs',
      'GetLogEvents',
      { logGroupName: '/aws/sagemaker/TrainingJobs', logStreamName: 'churn/algo-1' },
      'logs:GetLogEvents',
      `arn:aws:logs:us-east-1:${account}:log-group:/aws/sagemaker/TrainingJobs:log-stream:churn/algo-1`,
    ],
    ['bedrock', 'Converse', { modelId: 'amazon.nova-lite-v1:0' }, 'bedrock:InvokeModel', undefined],
  ])('%s %s %j', (source, name, requestParameters, action, resource) => {
    expect(callsOf(eventWith(source, name, { requestParameters }))[0]).toEqual([action, resource]);
  });

  it('with what CloudTrail doesn’t log: the role that is passed, and the tags', () => {
    const resource = sagemaker('training-job/churn-xgb-2026-11-02-10-00');
    expect(callsOf(trainingJob)).toEqual(
      expect.arrayContaining([
        ['sagemaker:CreateTrainingJob', resource],
        ['iam:PassRole', `arn:aws:iam::${account}:role/Training`],
        ['sagemaker:AddTags', resource],
      ]),
    );
    const [{ calls } = { calls: [] }] = rolesOf(trainingJob);
    const contextOf = (action: string) => calls.find((call) => call.action === action)?.context;
    expect(contextOf('iam:PassRole')).toMatchObject({ 'iam:PassedToService': 'sagemaker.amazonaws.com' });
    expect(contextOf('sagemaker:AddTags')).toMatchObject({ 'sagemaker:TaggingAction': 'CreateTrainingJob' });
    expect(contextOf('sagemaker:CreateTrainingJob')).toMatchObject({
      'sagemaker:VpcSubnets': ['subnet-0aaa1111bbb2222cc'],
      'sagemaker:InstanceTypes': ['ml.m5.large'],
      'sagemaker:VolumeKmsKey': [],
      'aws:RequestTag/owner': 'ana',
    });
  });

  it('with every resource that the action needs', () => {
    const event = eventWith('sagemaker', 'CreateEndpoint', {
      requestParameters: { endpointName: 'e', endpointConfigName: 'c' },
    });
    expect(callsOf(event)).toEqual([
      ['sagemaker:CreateEndpoint', sagemaker('endpoint-config/c')],
      ['sagemaker:CreateEndpoint', sagemaker('endpoint/e')],
    ]);
  });

  it('of names with their types, where no parameter says more', () => {
    const named = (source: string, eventName: string, resourceType: string, resourceName: string) => ({
      username: 'ana',
      eventsource: `${source}.amazonaws.com`,
      eventname: eventName,
      awsregion: 'us-east-1',
      recipientaccountid: account,
      resources: JSON.stringify([{ resourceType, resourceName }]),
    });
    const [role] = rolesOf(
      named('s3', 'GetBucketLocation', 'AWS::S3::Bucket', 'lake-in'),
      named('sagemaker', 'DescribeTrainingJob', 'AWS::SageMaker::TrainingJob', 'churn-1'),
      named('sagemaker', 'DescribeModel', 'AWS::S3::Bucket', 'lake-in'),
    );
    expect(role?.caller).toBe('ana');
    expect(role?.calls.map(({ action, resource }) => [action, resource])).toEqual([
      ['s3:GetBucketLocation', 'arn:aws:s3:::lake-in'],
      ['sagemaker:DescribeModel', undefined],
      ['sagemaker:DescribeTrainingJob', sagemaker('training-job/churn-1')],
    ]);
  });

  it('with the source of a copy', () => {
    const event = eventWith('s3', 'CopyObject', {
      requestParameters: { bucketName: 'lake', key: 'b', 'x-amz-copy-source': '/other/a%20b' },
    });
    expect(callsOf(event)).toContainEqual(['s3:GetObject', 'arn:aws:s3:::other/a b']);
  });
});

describe('counts are kept apart', () => {
  const denial = {
    errorCode: 'AccessDenied',
    errorMessage: `User: ${identity.arn} is not authorized to perform: sagemaker:AddTags on resource: ${sagemaker('training-job/a')} because no identity-based policy allows the sagemaker:AddTags action`,
  };
  const byService = { userIdentity: { ...identity, invokedBy: 'sagemaker.amazonaws.com' } };
  const ofService = { userIdentity: { type: 'AWSService', invokedBy: 'sagemaker.amazonaws.com' } };
  const records = [
    trainingJob,
    objectRead,
    eventWith('kms', 'Decrypt', { requestParameters: { keyId: 'alias/a' } }),
    eventWith('sagemaker', 'CreateTrainingJob', { ...denial, requestParameters: { trainingJobName: 'a' } }),
    eventWith('ec2', 'RunInstances', { errorCode: 'Client.UnauthorizedOperation' }),
    eventWith('s3', 'GetObject', {
      errorCode: 'NoSuchKey',
      requestParameters: { bucketName: 'lake-in', key: 'x' },
    }),
    eventWith('sts', 'GetCallerIdentity'),
    eventWith('signin', 'ConsoleLogin'),
    eventWith('signin', 'ConsoleLogin', { eventTime: '2026-11-05T00:00:00Z' }),
    eventWith('kms', 'CreateGrant', {
      ...byService,
      requestParameters: { keyId: `arn:aws:kms:us-east-1:${account}:key/k` },
    }),
    eventWith('sts', 'AssumeRole', { ...ofService, requestParameters: { roleArn } }),
    eventWith('sagemaker', 'ListModels', {
      userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::${account}:user/bo`, accountId: account },
    }),
  ];

  it('of each caller', () => {
    const roles = rolesOf(...records);
    expect(roles.map(({ caller, events }) => [caller, events])).toEqual([
      [roleArn, 10],
      [`arn:aws:iam::${account}:user/bo`, 1],
    ]);
    expect(roles[0]?.counts).toEqual({
      mapped: 3,
      withoutResource: 1,
      denied: 2,
      byService: 1,
      free: 1,
      unmapped: 2,
    });
    expect(roles[0]?.further).toBe(2);
    const sum = Object.values(roles[0]?.counts ?? {}).reduce((all, one) => all + one, 0);
    expect(sum).toBe(roles[0]?.events);
    expect(roles[0]?.unmapped).toEqual([{ name: 'signin.amazonaws.com: ConsoleLogin', count: 2 }]);
    expect(countOfServices(eventsOf(...records))).toBe(1);
  });

  it('denied calls are what AWS’s message says of them', () => {
    const [{ denied } = { denied: [] }] = rolesOf(...records);
    expect(denied.map(({ call, count }) => [call.action, call.operation, call.layer, count])).toEqual([
      ['ec2:RunInstances', 'RunInstances', undefined, 1],
      ['sagemaker:AddTags', 'CreateTrainingJob', 'identity', 1],
    ]);
    expect(denied[1]?.resources).toEqual([sagemaker('training-job/a')]);
  });

  it('calls of a service have its keys', () => {
    const [{ byService: calls } = { byService: [] }] = rolesOf(...records);
    expect(calls[0]?.context).toMatchObject({
      'aws:ViaAWSService': 'true',
      'kms:ViaService': 'sagemaker.us-east-1.amazonaws.com',
    });
  });

  it('users of one name in two accounts are two', () => {
    const named = (recipientAccountId: string, username = 'ana') => ({
      username,
      eventsource: 's3.amazonaws.com',
      eventname: 'ListBuckets',
      recipientaccountid: recipientAccountId,
    });
    const roles = rolesOf(named(account), named(account), named('210987654321'), named('210987654321', 'bo'));
    expect(roles.map(({ caller, account: of, events }) => [caller, of, events])).toEqual([
      [`ana (${account})`, account, 2],
      ['ana (210987654321)', '210987654321', 1],
      ['bo', '210987654321', 1],
    ]);
  });

  it('data events that are not there are named', () => {
    expect(notLogged(eventsOf(...records)).map(({ prefix }) => prefix)).toEqual(['sagemaker', 'lambda']);
  });

  it('the order of events makes no difference', () => {
    expect(rolesOf(...records.toReversed())).toEqual(rolesOf(...records));
  });
});
