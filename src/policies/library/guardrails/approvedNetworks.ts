import { autoMl, type Guardrail, jobs, monitoring, references } from './guardrail.ts';

/** A request for these can name its subnets and security groups. */
export const withSubnets = [
  ...jobs,
  ...autoMl,
  ...monitoring,
  'sagemaker:CreateModel',
  'sagemaker:CreateEndpointConfig',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateDomain',
  'sagemaker:UpdateDomain',
  'sagemaker:CreateCluster',
  'sagemaker:UpdateCluster',
  'sagemaker:CreateJob',
];

/** A request for these always names its network or runs outside of any VPC. */
const named = [
  ...jobs,
  ...autoMl,
  ...monitoring,
  'sagemaker:CreateModel',
  'sagemaker:CreateNotebookInstance',
];

export const approvedNetworks: Guardrail = {
  id: 'approvedNetworks',
  number: 'G2',
  group: 'network',
  title: 'Require approved subnets and security groups',
  summary: 'Denies requests with any other subnet or security group.',
  options: [],
  deny: [
    {
      Sid: 'DenyOtherSubnets',
      Action: withSubnets,
      Condition: { 'ForAnyValue:StringNotEquals': { 'sagemaker:VpcSubnets': ['<SUBNET_ID>'] } },
    },
    {
      Sid: 'DenyOtherSecurityGroups',
      Action: [...withSubnets, 'sagemaker:CreateUserProfile', 'sagemaker:UpdateUserProfile'],
      Condition: {
        'ForAnyValue:StringNotEquals': { 'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'] },
      },
    },
  ],
  allow: [
    {
      Sid: 'InApprovedNetwork',
      Action: named,
      Condition: {
        'ForAllValues:StringEquals': {
          'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
          'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
        },
        Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
      },
    },
  ],
  toComply: 'use only approved subnets and security groups.',
  source: references.governance,
};
