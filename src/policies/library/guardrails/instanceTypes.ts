import { type Guardrail, jobs, monitoring, references } from './guardrail.ts';

/** A request for these always names its instance types. */
const always = [...jobs, ...monitoring, 'sagemaker:CreateTransformJob', 'sagemaker:CreateNotebookInstance'];

export const instanceTypes: Guardrail = {
  id: 'instanceTypes',
  number: 'G11',
  group: 'compute',
  title: 'Only these instance types',
  summary: 'Any other instance type is refused, wherever SageMaker lets one be named.',
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
  toComply: 'choose one of the approved instance types. Studio’s own apps need “system” among them.',
  notCovered: [
    {
      text: 'AutoML jobs do not carry the key and choose instance types themselves. CreateEndpoint uses what its configuration names. Serverless endpoints and Studio’s default types name none.',
      source: references.keys,
    },
  ],
  source: references.governance,
};
