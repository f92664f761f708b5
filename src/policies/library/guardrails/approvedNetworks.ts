import { autoMl, type Guardrail, jobs, monitoring, references } from './guardrail.ts';

const withSubnets = [
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
  title: 'Only approved subnets and security groups',
  summary: 'A request that names any other subnet or security group is refused.',
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
  toComply: 'use only the approved subnets and security groups.',
  notCovered: [
    {
      text: 'As a denial it holds only for what a request names: ForAnyValue is false when nothing is named. Turn on “Only in a VPC” as well.',
      source: references.setOperators,
    },
    {
      text: 'CreateTransformJob and CreateEndpoint carry no VPC key; the model or endpoint configuration that they use does.',
      source: references.keys,
    },
  ],
  source: references.governance,
};
