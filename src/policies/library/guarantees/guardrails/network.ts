import { withSubnets } from '../../guardrails/approvedNetworks.ts';
import { autoMl, jobs, monitoring, references } from '../../guardrails/guardrail.ts';
import { deniedUnless, type Guarantee } from '../guarantee.ts';

const inVpc = { Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] } };
const allJobs = [...jobs, ...autoMl, ...monitoring];

export const network: Readonly<Record<string, readonly Guarantee[]>> = {
  vpcOnly: [
    deniedUnless(
      ['vpc-jobs', 'No job starts without a VPC.', [...allJobs, 'sagemaker:CreateJob']],
      [inVpc],
      references.governance,
    ),
    deniedUnless(
      ['vpc-models', 'No model is created without a VPC.', ['sagemaker:CreateModel']],
      [inVpc],
      references.governance,
    ),
    deniedUnless(
      [
        'vpc-notebooks',
        'No notebook instance, Studio domain, or cluster is created without a VPC.',
        ['sagemaker:CreateNotebookInstance', 'sagemaker:CreateDomain', 'sagemaker:CreateCluster'],
      ],
      [inVpc],
      references.governance,
    ),
  ],
  approvedNetworks: [
    deniedUnless(
      ['approved-subnets', 'Nothing runs in a subnet that isn’t approved.', withSubnets],
      [{ 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': ['<SUBNET_ID>'] } }],
      references.governance,
    ),
    deniedUnless(
      [
        'approved-groups',
        'Nothing uses a security group that isn’t approved.',
        [...withSubnets, 'sagemaker:CreateUserProfile', 'sagemaker:UpdateUserProfile'],
      ],
      [{ 'ForAllValues:StringEquals': { 'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'] } }],
      references.governance,
    ),
  ],
  networkIsolation: [
    deniedUnless(
      [
        'isolated-jobs',
        'No job starts with containers that can access the network.',
        [...jobs, ...monitoring],
      ],
      [{ Bool: { 'sagemaker:NetworkIsolation': ['true'] } }],
      references.governance,
    ),
    deniedUnless(
      [
        'isolated-models',
        'No model is created whose containers can access the network.',
        ['sagemaker:CreateModel'],
      ],
      [{ Bool: { 'sagemaker:NetworkIsolation': ['true'] } }],
      references.governance,
    ),
  ],
};
