import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

const page = 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html';

export const invokeAsyncReasons: ActivityReasons = {
  companions: [
    {
      statements: ['AsyncResponseList'],
      text: 'Without s3:ListBucket, S3 answers a request for a response that doesn’t exist yet with “Access denied” instead of “Not found”.',
      source: page,
    },
    {
      statements: ['AsyncResponseListAll'],
      text: 'The responses are in the whole bucket, so all of it can be listed.',
      source: page,
    },
  ],
  notes: [
    {
      text: 'The role of the model reads the requests, writes the responses, and publishes to the SNS topics of the endpoint: the activity “Serve asynchronous endpoints”.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-create-endpoint-prerequisites.html',
    },
    {
      text: 'Asynchronous endpoints accept only asynchronous requests.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html',
    },
    {
      text: 'A customer managed key must also allow this role in its key policy.',
      source: sources.keyPolicies,
    },
  ],
};
