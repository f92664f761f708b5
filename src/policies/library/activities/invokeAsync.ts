import type { Activity } from './activity.ts';
import { arn, dataKeyThroughS3 } from './roleManager.ts';

const object = (location: 'REQUEST' | 'RESPONSE') =>
  `arn:<PARTITION>:s3:::<ASYNC_${location}_BUCKET>/<ASYNC_${location}_PREFIX>/*`;

export const invokeAsync: Activity = {
  id: 'invokeAsync',
  title: 'Invoke asynchronous endpoints',
  summary: 'Upload requests to S3, invoke the endpoint, and read the responses from S3.',
  status: 'missingInGuide',
  options: [
    {
      id: 'kms',
      label: 'KMS key of the requests and responses',
      help: 'Whether the objects are encrypted with the data key.',
      choices: [
        { value: 'off', label: 'No', help: 'The objects have no customer managed key.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key through S3.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'InvokeAsync',
      Effect: 'Allow',
      Action: ['sagemaker:InvokeEndpointAsync'],
      Resource: [arn('endpoint')],
    },
    { Sid: 'AsyncRequests', Effect: 'Allow', Action: ['s3:PutObject'], Resource: [object('REQUEST')] },
    { Sid: 'AsyncResponses', Effect: 'Allow', Action: ['s3:GetObject'], Resource: [object('RESPONSE')] },
    {
      Sid: 'AsyncResponseList',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: ['arn:<PARTITION>:s3:::<ASYNC_RESPONSE_BUCKET>'],
      Condition: { StringLike: { 's3:prefix': ['<ASYNC_RESPONSE_PREFIX>/*'] } },
      forEach: 'asyncResponses',
      having: { placeholder: 'ASYNC_RESPONSE_PREFIX', part: 'given' },
    },
    {
      Sid: 'AsyncResponseListAll',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: ['arn:<PARTITION>:s3:::<ASYNC_RESPONSE_BUCKET>'],
      forEach: 'asyncResponses',
      having: { placeholder: 'ASYNC_RESPONSE_PREFIX', part: 'empty' },
    },
    dataKeyThroughS3('AsyncDataKey'),
  ],
};
