/** Events as CloudTrail writes them, for tests. */

export const account = '123456789012';
export const roleArn = `arn:aws:iam::${account}:role/team/Notebook`;

export const identity = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLE:ana',
  arn: `arn:aws:sts::${account}:assumed-role/Notebook/ana`,
  accountId: account,
  accessKeyId: 'ASIAEXAMPLE',
  sessionContext: {
    sessionIssuer: { type: 'Role', arn: roleArn, accountId: account, userName: 'Notebook' },
    attributes: { creationDate: '2026-11-02T09:00:00Z', mfaAuthenticated: 'false' },
  },
};

export const eventWith = (source: string, name: string, rest: Readonly<Record<string, unknown>> = {}) => ({
  eventVersion: '1.11',
  userIdentity: identity,
  eventTime: '2026-11-02T10:00:00Z',
  eventSource: `${source}.amazonaws.com`,
  eventName: name,
  awsRegion: 'us-east-1',
  sourceIPAddress: '198.51.100.7',
  userAgent: 'aws-cli/2.30',
  requestParameters: null,
  responseElements: null,
  requestID: 'r-1',
  eventID: 'e-1',
  readOnly: true,
  eventType: 'AwsApiCall',
  managementEvent: true,
  recipientAccountId: account,
  eventCategory: 'Management',
  ...rest,
});

export const objectRead = eventWith('s3', 'GetObject', {
  requestParameters: {
    bucketName: 'lake-in',
    key: 'churn/part "1",\n{[.csv',
    Host: 'lake-in.s3.amazonaws.com',
  },
  eventTime: '2026-11-03T08:30:00Z',
  managementEvent: false,
  eventCategory: 'Data',
  resources: [
    { type: 'AWS::S3::Object', ARN: 'arn:aws:s3:::lake-in/churn/part "1",\n{[.csv' },
    { accountId: account, type: 'AWS::S3::Bucket', ARN: 'arn:aws:s3:::lake-in' },
  ],
});

export const trainingJob = eventWith('sagemaker', 'CreateTrainingJob', {
  readOnly: false,
  requestParameters: {
    trainingJobName: 'churn-xgb-2026-11-02-10-00',
    roleArn: `arn:aws:iam::${account}:role/Training`,
    resourceConfig: { instanceType: 'ml.m5.large', instanceCount: 1, volumeKmsKeyId: '' },
    vpcConfig: { subnets: ['subnet-0aaa1111bbb2222cc'], securityGroupIds: ['sg-0ccc5555ddd6666ee'] },
    enableNetworkIsolation: false,
    tags: [{ key: 'owner', value: 'ana' }],
  },
});
