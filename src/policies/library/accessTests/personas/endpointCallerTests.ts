import { invokesAsynchronously } from './callAdditions.ts';
import { startsReviews } from './reviewTests.ts';
import { mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const invoke = 'sagemaker:InvokeEndpoint';
const endpoint = sageMaker('endpoint/<NAME_PREFIX>1');
const calls = { activity: 'invokeEndpoints' };
const asynchronous = { activity: 'invokeAsync' };
const role = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/EndpointCaller';
const byLambda = { trust: 'computeService', when: { service: 'lambda' }, caller: 'lambda.amazonaws.com' };
const request = object('<ASYNC_REQUEST_BUCKET>/<ASYNC_REQUEST_PREFIX>/1.json');
const response = object('<ASYNC_RESPONSE_BUCKET>/<ASYNC_RESPONSE_PREFIX>/1.out');

export const endpointCaller: readonly AccessTest[] = [
  ...invokesAsynchronously,
  ...startsReviews,
  ...mustAllow([
    ['invoke', 'invokes a team endpoint', invoke, endpoint, {}, calls],
    ['stream', 'gets a streamed response', 'sagemaker:InvokeEndpointWithResponseStream', endpoint, {}, calls],
    [
      'component',
      'invokes an inference component',
      invoke,
      sageMaker('inference-component/<NAME_PREFIX>1'),
      {},
      { ...calls, when: { components: 'on' } },
    ],
    [
      'async',
      'invokes an asynchronous endpoint',
      'sagemaker:InvokeEndpointAsync',
      endpoint,
      {},
      asynchronous,
    ],
    ['upload', 'uploads an asynchronous request', 's3:PutObject', request, {}, asynchronous],
    ['download', 'reads an asynchronous response', 's3:GetObject', response, {}, asynchronous],
    ['taken', 'is assumed by a Lambda function', 'sts:AssumeRole', role, {}, byLambda],
  ]),
  ...mustDeny([
    [
      'other-endpoint',
      'invokes another team’s endpoint',
      invoke,
      sageMaker('endpoint/zz-another-team-1'),
      {},
    ],
    [
      'other-component',
      'invokes another team’s inference component',
      invoke,
      sageMaker('inference-component/zz-another-team-1'),
      {},
    ],
    [
      'other-account',
      'invokes an endpoint in another account',
      invoke,
      'arn:<PARTITION>:sagemaker:<REGION>:999999999999:endpoint/<NAME_PREFIX>1',
      {},
    ],
    ['describe', 'describes the endpoint', 'sagemaker:DescribeEndpoint', endpoint, {}],
    ['delete', 'deletes the endpoint', 'sagemaker:DeleteEndpoint', endpoint, {}],
    [
      'other-object',
      'reads an object outside the response location',
      's3:GetObject',
      object('zz-another-team/1.out'),
      {},
    ],
    ['overwrite', 'overwrites an asynchronous response', 's3:PutObject', response, {}],
    [
      'user',
      'is assumed by an IAM user',
      'sts:AssumeRole',
      role,
      {},
      { ...byLambda, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
