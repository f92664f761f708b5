import type { ActivityReasons } from '../activityReasons.ts';
import { consumersToo } from './sharedReasons.ts';

export const shareModelArtifactsReasons: ActivityReasons = {
  notes: [
    {
      text: 'The AWS sample allows s3:* on all objects of the bucket, which includes deleting them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html',
    },
    {
      text: 'PutBucketPolicy replaces the whole existing policy. Merge these statements with it first; the exported script replaces another policy only if you set REPLACE_RESOURCE_POLICIES.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html',
    },
    consumersToo,
  ],
};
