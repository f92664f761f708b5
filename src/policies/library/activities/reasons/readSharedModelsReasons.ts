import type { ActivityReasons } from '../activityReasons.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-deploy.html';

export const readSharedModelsReasons: ActivityReasons = {
  notes: [
    {
      text: 'Both accounts must allow it: the model package group, bucket, key, and repository also need policies.',
      source:
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
    },
    {
      text: 'To deploy a model, another role of this account creates the model and passes an execution role. The execution role also needs this access.',
      source: page,
    },
    {
      text: 'AWS documents cross-account access only in samples. Whether ListModelPackages works for a group of another account isn’t confirmed.',
      source: page,
    },
  ],
};
