import { autoMl, type Guardrail, jobs, references } from './guardrail.ts';

export const taggedJobs = [
  ...jobs,
  ...autoMl,
  'sagemaker:CreateTransformJob',
  'sagemaker:CreateMonitoringSchedule',
];

export const taggedResources = [
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateModel',
  'sagemaker:CreateEndpointConfig',
  'sagemaker:CreateEndpoint',
  'sagemaker:CreateDomain',
  'sagemaker:CreateUserProfile',
  'sagemaker:CreateSpace',
  'sagemaker:CreatePipeline',
  'sagemaker:CreateModelPackageGroup',
  'sagemaker:CreateFeatureGroup',
  'sagemaker:CreateCluster',
];

const tagged = [...taggedJobs, ...taggedResources];

export const tagOnCreate: Guardrail = {
  id: 'tagOnCreate',
  number: 'G18',
  group: 'tags',
  title: 'Require tags on creation',
  summary:
    'Requests that create jobs, models, endpoints, notebooks, and other listed resources must include each of these tags.',
  options: [],
  deny: [
    {
      Sid: 'DenyUntagged',
      Action: tagged,
      Condition: { Null: { 'aws:RequestTag/<REQUIRED_TAG_KEY>': ['true'] } },
      forEach: 'requiredTagKeys',
    },
  ],
  allow: [
    {
      Sid: 'Tagged',
      Action: tagged,
      Condition: { Null: { 'aws:RequestTag/<REQUIRED_TAG_KEY>': ['false'] } },
      forEach: 'requiredTagKeys',
    },
  ],
  toComply: 'set the required tags when you create the resource. This requires sagemaker:AddTags.',
  source: references.governance,
};
