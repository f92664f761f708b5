import { autoMl, type Guardrail, jobs, monitoring, references } from './guardrail.ts';

const inVpc = [
  ...jobs,
  ...autoMl,
  ...monitoring,
  'sagemaker:CreateModel',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateDomain',
  'sagemaker:CreateCluster',
  'sagemaker:CreateJob',
];

export const vpcOnly: Guardrail = {
  id: 'vpcOnly',
  number: 'G1',
  group: 'network',
  title: 'Require a VPC',
  summary: 'Jobs, models, notebooks, domains, and clusters must specify subnets and security groups.',
  options: [],
  deny: [
    {
      Sid: 'DenyWithoutSubnets',
      Action: inVpc,
      Condition: { Null: { 'sagemaker:VpcSubnets': ['true'] } },
    },
    {
      Sid: 'DenyWithoutSecurityGroups',
      Action: inVpc,
      Condition: { Null: { 'sagemaker:VpcSecurityGroupIds': ['true'] } },
    },
  ],
  allow: [
    {
      Sid: 'InVpc',
      Action: inVpc,
      Condition: {
        Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
      },
    },
  ],
  toComply: 'set subnets and security groups (VpcConfig, or SubnetId and SecurityGroupIds for a notebook).',
  notCovered: [
    {
      text: 'CreateTransformJob and CreateEndpoint have no VPC condition key. They use the VPC of the model, which is covered.',
      source: references.keys,
    },
    {
      text: 'CreateEndpointConfig supports the key, but a regular endpoint gets its VPC from its model and would be denied. UpdateDomain and UpdateCluster don’t require subnets. “Require approved subnets and security groups” covers these three if subnets are specified.',
      source: references.keys,
    },
  ],
  source: references.governance,
};
