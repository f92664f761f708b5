import type { Activity } from './activity.ts';

const bucket = (location: 'REQUEST' | 'RESPONSE') => `arn:<PARTITION>:s3:::<ASYNC_${location}_BUCKET>`;
const objects = (location: 'REQUEST' | 'RESPONSE') => `${bucket(location)}/<ASYNC_${location}_PREFIX>/*`;
const topic = 'arn:<PARTITION>:sns:<REGION>:<ACCOUNT_ID>:<ASYNC_TOPIC>';

export const serveAsync: Activity = {
  id: 'serveAsync',
  title: 'Serve asynchronous endpoints',
  summary: 'Read requests from S3, write responses and errors to S3, and notify SNS topics.',
  status: 'missingInGuide',
  options: [
    {
      id: 'notify',
      label: 'Notifications',
      help: 'Whether the endpoint configuration names SNS topics for success or errors.',
      choices: [
        { value: 'off', label: 'No', help: 'The role can’t publish to any topic.' },
        { value: 'on', label: 'Yes', help: 'Adds publishing to the notification topics.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'AsyncObjectsPublished',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
      Resource: [`${bucket('REQUEST')}/*`, `${bucket('RESPONSE')}/*`],
    },
    {
      Sid: 'AsyncBucketsPublished',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: [bucket('REQUEST'), bucket('RESPONSE')],
    },
    { Sid: 'AsyncTopicsPublished', Effect: 'Allow', Action: ['sns:Publish'], Resource: [topic] },
  ],
  hardened: [
    {
      Sid: 'AsyncReadRequests',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: [objects('REQUEST')],
    },
    {
      Sid: 'AsyncWriteResponses',
      Effect: 'Allow',
      Action: ['s3:PutObject', 's3:AbortMultipartUpload'],
      Resource: [objects('RESPONSE')],
    },
    {
      Sid: 'AsyncNotify',
      Effect: 'Allow',
      Action: ['sns:Publish'],
      Resource: [topic],
      when: { notify: 'on' },
    },
  ],
};
