import type { Activity } from './activity.ts';
import { arn, tagOnCreate, tagsOption } from './roleManager.ts';

const packages = [arn('model-package-group'), arn('model-package')];

export const registerModels: Activity = {
  id: 'registerModels',
  title: 'Register models',
  summary: 'Add models to model package groups with the name prefix, without approving them.',
  status: 'missingInGuide',
  options: [tagsOption],
  hardened: [
    {
      Sid: 'RegisterModels',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateModelPackage',
        'sagemaker:CreateModelPackageGroup',
        'sagemaker:DescribeModelPackage',
        'sagemaker:DescribeModelPackageGroup',
      ],
      Resource: packages,
    },
    tagOnCreate('RegisterModelsTag', ['CreateModelPackage', 'CreateModelPackageGroup'], packages),
  ],
};
