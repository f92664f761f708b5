import { type Guardrail, jobs, monitoring, references } from './guardrail.ts';

/** A request for these always names its instance types. */
const always = [...jobs, ...monitoring, 'sagemaker:CreateTransformJob', 'sagemaker:CreateNotebookInstance'];

export const instanceTypes: Guardrail = {
  id: 'instanceTypes',
  number: 'G11',
  group: 'compute',
  title: 'Require approved instance types',
  summary: 'Denies all other instance types in requests that specify one.',
  options: [],
  deny: [
    {
      Sid: 'DenyOtherInstanceTypes',
      Action: [
        ...always,
        'sagemaker:UpdateTrainingJob',
        'sagemaker:CreateEndpointConfig',
        'sagemaker:UpdateNotebookInstance',
        'sagemaker:CreateApp',
        'sagemaker:CreateDomain',
        'sagemaker:UpdateDomain',
        'sagemaker:CreateUserProfile',
        'sagemaker:UpdateUserProfile',
        'sagemaker:CreateSpace',
        'sagemaker:UpdateSpace',
        'sagemaker:CreateCluster',
        'sagemaker:UpdateCluster',
      ],
      Condition: { 'ForAnyValue:StringNotLike': { 'sagemaker:InstanceTypes': ['<INSTANCE_TYPE>'] } },
    },
  ],
  allow: [
    {
      Sid: 'ApprovedInstanceTypes',
      Action: always,
      Condition: {
        'ForAllValues:StringLike': { 'sagemaker:InstanceTypes': ['<INSTANCE_TYPE>'] },
        Null: { 'sagemaker:InstanceTypes': ['false'] },
      },
    },
  ],
  toComply: 'use an approved instance type. Studio apps also need “system” in the list.',
  source: references.governance,
};
