import type { Activity } from './activity.ts';
import { arn, tagOnCreate, tagsOption } from './roleManager.ts';

const packages = [arn('model-package-group'), arn('model-package')];

export const registerModels: Activity = {
  id: 'registerModels',
  title: 'Register models',
  summary: 'Add models to model package groups with the name prefix, as pending approval.',
  status: 'missingInGuide',
  options: [
    {
      id: 'approved',
      label: 'Models registered as approved',
      help: 'A call that registers a model can also set its approval status.',
      choices: [
        { value: 'off', label: 'No', help: 'Denies registering models as approved.' },
        { value: 'on', label: 'Yes', help: 'Models can be approved without anyone else’s decision.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'RegisterModelsUnapproved',
      Effect: 'Allow',
      Action: ['sagemaker:CreateModelPackage'],
      Resource: packages,
      // A call can leave the status out: only Approved lets a model be deployed.
      Condition: {
        StringEqualsIfExists: { 'sagemaker:ModelApprovalStatus': ['PendingManualApproval', 'Rejected'] },
      },
      when: { approved: 'off' },
    },
    {
      Sid: 'RegisterModelsApproved',
      Effect: 'Allow',
      Action: ['sagemaker:CreateModelPackage'],
      Resource: packages,
      when: { approved: 'on' },
    },
    {
      Sid: 'RegisterModels',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateModelPackageGroup',
        'sagemaker:DescribeModelPackage',
        'sagemaker:DescribeModelPackageGroup',
      ],
      Resource: packages,
    },
    tagOnCreate('RegisterModelsTag', ['CreateModelPackage', 'CreateModelPackageGroup'], packages),
  ],
};
