import type { ActivityReasons } from '../activityReasons.ts';
import { consumersToo } from './sharedReasons.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html';

export const shareModelPackagesReasons: ActivityReasons = {
  notes: [
    {
      text: 'The AWS sample also allows sagemaker:UpdateModelPackage. It’s left out, because it lets other accounts approve models.',
      source: page,
    },
    {
      text: 'The AWS sample names sagemaker:CreateModel on model packages. The service authorization reference lists it for models only, so findings can mention it.',
      source: page,
    },
    {
      text: 'Whether the policy of a group can name an organization isn’t confirmed. To find shared groups in the console, share them with AWS RAM.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-ram-discover.html',
    },
    {
      text: 'PutModelPackageGroupPolicy replaces the whole existing policy. Merge these statements with it first; the exported script replaces another policy only if you set REPLACE_RESOURCE_POLICIES.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_PutModelPackageGroupPolicy.html',
    },
    consumersToo,
  ],
};
