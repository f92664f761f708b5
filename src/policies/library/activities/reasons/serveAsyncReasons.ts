import type { ActivityReasons } from '../activityReasons.ts';
import { keyPolicyToo } from './sharedReasons.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg';
const prerequisites = `${guide}/async-inference-create-endpoint-prerequisites.html`;

export const serveAsyncReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['AsyncReadRequests', 'AsyncWriteResponses'],
      text: 'Requests are read and responses written, each in its location only. The AWS sample lets the role overwrite requests, read responses, and use the whole bucket.',
      source: prerequisites,
    },
    {
      tag: 'hardening',
      statements: ['AsyncReadRequests', 'AsyncWriteResponses'],
      text: 'Without s3:ListBucket, which the AWS sample has on objects, where it allows nothing: it applies to buckets. A request that doesn’t exist is therefore reported as “Access denied”.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html',
    },
    {
      tag: 'optional',
      statements: ['AsyncNotify'],
      text: 'The role of the model must be able to publish to the topics that the endpoint configuration names.',
      source: `${guide}/async-inference-check-predictions.html`,
    },
  ],
  companions: [
    {
      statements: ['AsyncBucketsPublished'],
      text: 'The AWS sample has s3:ListBucket on the objects of the bucket, where it allows nothing. Here it is on the buckets.',
      source: prerequisites,
    },
    {
      statements: ['AsyncWriteResponses'],
      text: 'Large responses are uploaded in parts. s3:AbortMultipartUpload removes the parts of an upload that fails.',
      source: prerequisites,
    },
  ],
  notes: [
    {
      text: 'If the endpoint configuration has a location for errors (S3FailurePath), enter it as a further location of responses.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AsyncInferenceOutputConfig.html',
    },
    {
      text: 'Use a location without model archives. Callers can choose the path and file name of a response, so the role can write any name in the location.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpointAsync.html',
    },
    {
      text: 'CreateEndpoint, UpdateEndpoint, and UpdateEndpointWeightsAndCapacities send a test notification to the topics.',
      source: `${guide}/async-inference-create-endpoint-create-endpoint.html`,
    },
    {
      text: 'Topics encrypted with a customer managed key also require kms:GenerateDataKey and kms:Decrypt on that key, which no option adds.',
      source: 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html',
    },
    keyPolicyToo,
  ],
};
