import type { Activity } from './activity.ts';

const onPages = [
  'ecr:DescribeRepositories',
  'application-autoscaling:DescribeScalableTargets',
  'cloudwatch:DescribeAlarms',
];

export const consoleReadAccess: Activity = {
  id: 'consoleReadAccess',
  title: 'View the SageMaker console',
  summary: 'View notebooks, jobs, models, and endpoints with their settings. Read-only.',
  options: [
    {
      id: 'actions',
      label: 'Actions',
      help: 'The guide offers both: wildcards or specific actions.',
      choices: [
        {
          value: 'wildcards',
          label: 'Wildcards',
          help: 'Every List and Describe action, including actions that AWS adds later. List includes the record identifiers of feature groups.',
        },
        { value: 'list', label: 'Selected actions', help: 'Only the actions that you select.' },
      ],
      default: 'wildcards',
      stances: ['published', 'hardened'],
    },
    {
      id: 'others',
      label: 'Other services on console pages',
      help: 'SageMaker console pages also show repositories, scaling, and alarms. Forms that create resources list keys and roles.',
      choices: [
        { value: 'off', label: 'None', help: 'These parts of the pages show an error.' },
        {
          value: 'pages',
          label: 'Pages',
          help: 'Adds listing ECR repositories, scalable targets, and alarms.',
        },
        {
          value: 'forms',
          label: 'Pages and forms',
          help: 'Also adds listing KMS key aliases and IAM roles.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'SageMakerReadAccess',
      Effect: 'Allow',
      Action: ['sagemaker:List*', 'sagemaker:Describe*', 'sagemaker:Get*'],
      Resource: ['*'],
      when: { actions: 'wildcards' },
      guide: [{ policy: 1, statement: 1 }],
    },
    {
      Sid: 'SageMakerReadChosen',
      Effect: 'Allow',
      Action: ['<CONSOLE_READ_ACTION>'],
      Resource: ['*'],
      when: { actions: 'list' },
    },
  ],
  hardened: [
    {
      Sid: 'ConsoleList',
      Effect: 'Allow',
      Action: [
        'sagemaker:List*',
        'sagemaker:DescribeJobSchemaVersion',
        'sagemaker:DescribeLineageGroup',
        'sagemaker:GetLineageGroupPolicy',
        'sagemaker:GetResourcePolicy',
        'sagemaker:GetSagemakerServicecatalogPortfolioStatus',
        'sagemaker:GetSearchSuggestions',
        'sagemaker:QueryLineage',
        'sagemaker:Search',
      ],
      Resource: ['*'],
      when: { actions: 'wildcards' },
      guide: [{ policy: 1, statement: 1 }],
    },
    {
      Sid: 'ConsoleDescribe',
      Effect: 'Allow',
      Action: [
        'sagemaker:Describe*',
        'sagemaker:BatchDescribeModelPackage',
        'sagemaker:BatchGetMetrics',
        'sagemaker:GetDeployments',
        'sagemaker:GetDeviceFleetReport',
        'sagemaker:GetDeviceRegistration',
        'sagemaker:GetModelPackageGroupPolicy',
        'sagemaker:GetScalingConfigurationRecommendation',
      ],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:*'],
      when: { actions: 'wildcards' },
      guide: [{ policy: 1, statement: 1 }],
    },
    {
      Sid: 'ConsoleReadChosen',
      Effect: 'Allow',
      Action: ['<CONSOLE_READ_ACTION>'],
      Resource: ['<CONSOLE_READ_RESOURCE>'],
      forEach: 'consoleReadActions',
      when: { actions: 'list' },
    },
    {
      Sid: 'ConsolePages',
      Effect: 'Allow',
      Action: onPages,
      Resource: ['*'],
      when: { others: 'pages' },
    },
    {
      Sid: 'ConsolePagesAndForms',
      Effect: 'Allow',
      Action: [...onPages, 'kms:ListAliases', 'iam:ListRoles'],
      Resource: ['*'],
      when: { others: 'forms' },
    },
  ],
};
