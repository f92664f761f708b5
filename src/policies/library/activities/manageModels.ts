import type { Activity } from './activity.ts';
import { arn, inVpc, listAll, passRole, tagOnCreate, tagsOption, vpcOption } from './roleManager.ts';

const models = [arn('model')];
const packages = [arn('model-package'), arn('model-package-group')];

export const manageModels: Activity = {
  id: 'manageModels',
  title: 'Manage models and the model registry',
  summary: 'Create, describe, and delete models, model packages, and model package groups.',
  status: 'roleManager',
  options: [vpcOption('the models'), tagsOption],
  hardened: [
    {
      Sid: 'ManageModelsCreateInVpc',
      Effect: 'Allow',
      Action: ['sagemaker:CreateModel'],
      Resource: models,
      Condition: inVpc,
      when: { vpc: 'on' },
    },
    {
      Sid: 'ManageModelsCreate',
      Effect: 'Allow',
      Action: ['sagemaker:CreateModel'],
      Resource: models,
      when: { vpc: 'off' },
    },
    {
      Sid: 'ManageModels',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeModel', 'sagemaker:DeleteModel'],
      Resource: models,
    },
    {
      Sid: 'ManageModelPackages',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateModelPackage',
        'sagemaker:DescribeModelPackage',
        'sagemaker:BatchDescribeModelPackage',
        'sagemaker:UpdateModelPackage',
        'sagemaker:DeleteModelPackage',
        'sagemaker:CreateModelPackageGroup',
        'sagemaker:DescribeModelPackageGroup',
        'sagemaker:DeleteModelPackageGroup',
      ],
      Resource: packages,
    },
    listAll('ManageModelsList', [
      'sagemaker:ListModels',
      'sagemaker:ListModelPackages',
      'sagemaker:ListModelPackageGroups',
    ]),
    passRole('ManageModelsPassRole', '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>'),
    tagOnCreate(
      'ManageModelsTagOnCreate',
      ['CreateModel', 'CreateModelPackage', 'CreateModelPackageGroup'],
      [...models, ...packages],
    ),
  ],
};
