import type { ActivityReasons } from '../activityReasons.ts';
import { consumersToo } from './sharedReasons.ts';

export const shareModelImagesReasons: ActivityReasons = {
  notes: [
    {
      text: 'The AWS sample allows ecr:*, which includes pushing and deleting images. A repository policy has no resource: it applies to its repository.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html',
    },
    {
      text: 'SetRepositoryPolicy replaces the whole existing policy. Merge these statements with it first; the exported script replaces another policy only if you set REPLACE_RESOURCE_POLICIES.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html',
    },
    consumersToo,
  ],
};
