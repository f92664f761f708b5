import { deniedUnless, type Guarantee, guaranteeSources as sources, never, onlyOn } from '../guarantee.ts';

const ec2 = (resource: string) => `arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:${resource}`;

/** Options that AWS’s documentation gives any interface, instead of those in the approved subnets. */
const strictly = {
  besides: { hostingVpcNetworking: { reach: 'strict' }, jobVpcNetworking: { reach: 'strict' } },
};

/** Guarantees about those who attach containers or notebooks to the VPC. */
export const interfaces: readonly Guarantee[] = [
  onlyOn(
    [
      'approved-interfaces',
      'Can create network interfaces only in the approved subnets and security groups.',
      ['ec2:CreateNetworkInterface'],
    ],
    [ec2('network-interface/*'), ec2('subnet/<SUBNET_ID>'), ec2('security-group/<SECURITY_GROUP_ID>')],
    sources.jobVpc,
    strictly,
  ),
];

/** Guarantees about the roles of jobs and models, whose interfaces SageMaker attaches. */
export const jobInterfaces: readonly Guarantee[] = [
  deniedUnless(
    [
      'job-interfaces',
      'Can delete and share only network interfaces in the approved subnets.',
      ['ec2:CreateNetworkInterfacePermission', 'ec2:DeleteNetworkInterface*'],
    ],
    [{ ArnEquals: { 'ec2:Subnet': [ec2('subnet/<SUBNET_ID>')] } }],
    sources.jobVpc,
    strictly,
  ),
  never(
    [
      'interfaces-attached-by-sagemaker',
      'Can’t attach network interfaces to instances, or change their security groups and addresses.',
      [
        'ec2:AssignIpv6Addresses',
        'ec2:AssignPrivateIpAddresses',
        'ec2:AttachNetworkInterface',
        'ec2:ModifyNetworkInterfaceAttribute',
      ],
    ],
    sources.jobVpc,
  ),
];
