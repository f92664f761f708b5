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
  source: references.governance,
};
