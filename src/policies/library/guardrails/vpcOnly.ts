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
  title: 'Only in a VPC',
  summary: 'Jobs, models, notebooks, domains and clusters must name subnets and security groups.',
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
  toComply: 'set subnets and security groups (VpcConfig, or SubnetId and SecurityGroupIds of a notebook).',
  notCovered: [
    {
      text: 'CreateTransformJob and CreateEndpoint carry no VPC key: they use the VPC of the model, which is covered.',
      source: references.keys,
    },
    {
      text: 'CreateEndpointConfig carries the key, but an ordinary endpoint takes its VPC from its model and would be refused; UpdateDomain and UpdateCluster need not restate subnets. The three are left to “Only approved subnets”, which holds when subnets are named.',
      source: references.keys,
    },
  ],
  source: references.governance,
};
