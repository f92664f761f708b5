import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

export const consoleReadAccess: Activity = {
  id: 'consoleReadAccess',
  title: 'Read the SageMaker console',
  summary: 'See notebooks, jobs, models and endpoints and their settings. Changes nothing.',
  options: [
    {
      id: 'actions',
      label: 'Actions',
      help: 'The guide offers both: wildcards, or specific actions in their place.',
      choices: [
        {
          value: 'wildcards',
          label: 'Wildcards',
          help: 'Every List and Describe action, also those that AWS adds later. List includes the record identifiers of feature groups.',
        },
        { value: 'list', label: 'A chosen list', help: 'Only the actions that you pick from the list.' },
      ],
      default: 'wildcards',
      stances: ['published', 'hardened'],
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
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['ConsoleList', 'ConsoleDescribe'],
      text: 'Get* is replaced by its actions that return metadata: Get* also covers GetRecord, which returns feature data.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['ConsoleDescribe', 'ConsoleReadChosen'],
      text: 'Actions that take a resource are limited to this account and Region.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['ConsoleList'],
      text: 'These stand on * because most of them take no resource. The few List actions that do are covered by the same wildcard; one of them, ListRecords, names the records of feature groups. Choose a list of actions to leave it out.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'optional',
      statements: ['ConsoleList', 'ConsoleDescribe'],
      text: 'Search, QueryLineage, BatchGetMetrics and BatchDescribeModelPackage are read actions that the guide’s three wildcards miss; the console’s search and experiment views use them.',
      source: sources.sagemakerActions,
    },
  ],
  notes: [
    {
      text: 'Search returns the settings of resources also to those who may not describe them.',
      source: sources.apiPermissions,
    },
    {
      text: 'Tag conditions have no effect on List actions and Search: the names of every team’s jobs stay visible.',
      source: sources.policyExamples,
    },
    {
      text: 'Console pages also call CloudWatch, CloudWatch Logs, ECR, KMS, EC2 and IAM. Those permissions are not part of this activity.',
      source: sources.policyExamples,
    },
  ],
};
