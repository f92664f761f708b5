import type { ActivityReasons } from '../activityReasons.ts';
import { consumersToo } from './sharedReasons.ts';

export const shareModelKeyReasons: ActivityReasons = {
  notes: [
    {
      text: 'In a key policy, "Resource": "*" is the key itself.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
    },
    {
      text: 'The AWS sample creates a grant for the account instead, with encryption. A grant isn’t visible in the key policy.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html',
    },
    {
      text: 'CloudFormation and the AWS CDK can set the policy only of a key that they create, so their code leaves it out.',
      source:
        'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
    },
    {
      text: 'PutKeyPolicy replaces the whole existing policy. Merge these statements with it first; the exported script replaces another policy only if you set REPLACE_RESOURCE_POLICIES.',
      source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
    },
    consumersToo,
  ],
};
