import { autoMl, type Guardrail, jobs, references } from './guardrail.ts';

const tagged = [
  ...jobs,
  ...autoMl,
  'sagemaker:CreateTransformJob',
  'sagemaker:CreateMonitoringSchedule',
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

export const tagOnCreate: Guardrail = {
  id: 'tagOnCreate',
  number: 'G18',
  group: 'tags',
  title: 'Tags when something is created',
  summary: 'Every named tag must be given in the request that creates the resource.',
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
  toComply: 'set the required tags while creating it; sagemaker:AddTags is needed for that.',
  notCovered: [
    {
      text: 'Presence is checked, not the value. Studio starts apps without tags of the user, so CreateApp is left out; experiments, artifacts and other records of the SDK too.',
      source: references.keys,
    },
    {
      text: 'Each tag is a denial of its own: two keys in one Null block would refuse only when both are missing.',
      source: references.operators,
    },
  ],
  source: references.governance,
};
