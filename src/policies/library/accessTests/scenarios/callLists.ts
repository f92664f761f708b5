import { arn } from '../accessTest.ts';
import type { ImpliedCall } from './impliedCall.ts';

/** Calls that several cells of the table in `impliedCalls.ts` share. */

/** Passing the execution role. */
export const passRole: ImpliedCall = {
  by: 'caller',
  title: 'passes the role to SageMaker',
  action: 'iam:PassRole',
  resource: '$role',
  context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
};

/** The trust policy names the service alone: AWS doesn’t document which keys these services send. */
export const assumed: ImpliedCall = {
  by: 'service',
  title: 'is assumed by SageMaker',
  action: 'sts:AssumeRole',
  resource: '$role',
};

/** As for other roles, for the service of CreateJob. */
export const passRoleToJobs: readonly ImpliedCall[] = [
  {
    ...passRole,
    title: 'passes the role to the CreateJob service',
    context: { 'iam:PassedToService': 'job.sagemaker.amazonaws.com' },
  },
  {
    ...assumed,
    title: 'is assumed by the CreateJob service',
    assumedBy: { trust: 'jobService', caller: 'job.sagemaker.amazonaws.com' },
  },
];

const interfaces = arn('ec2', 'network-interface/eni-0abc12345def67890');
const inSubnet = { 'ec2:Subnet': arn('ec2', 'subnet/<SUBNET_ID>') };

export const describes = (actions: readonly string[]): readonly ImpliedCall[] =>
  actions.map((name) => ({
    by: 'role',
    title: `looks up the network with ${name}`,
    action: `ec2:${name}`,
    resource: '*',
  }));

const described = describes([
  'DescribeNetworkInterfaces',
  'DescribeVpcs',
  'DescribeDhcpOptions',
  'DescribeSubnets',
  'DescribeSecurityGroups',
]);

/** Asked on the resources that EC2 checks for each action. */
export const interfaceCalls: readonly ImpliedCall[] = [
  {
    by: 'role',
    title: 'creates a network interface in the subnet',
    action: 'ec2:CreateNetworkInterface',
    resource: arn('ec2', 'subnet/<SUBNET_ID>'),
  },
  {
    by: 'role',
    title: 'creates a network interface in the security group',
    action: 'ec2:CreateNetworkInterface',
    resource: arn('ec2', 'security-group/<SECURITY_GROUP_ID>'),
  },
  {
    by: 'role',
    title: 'creates a network interface',
    action: 'ec2:CreateNetworkInterface',
    resource: interfaces,
  },
  ...(
    [
      ['grants SageMaker the network interface', 'CreateNetworkInterfacePermission'],
      ['removes the network interface permission', 'DeleteNetworkInterfacePermission'],
      ['deletes the network interface', 'DeleteNetworkInterface'],
    ] as const
  ).map(
    ([title, name]): ImpliedCall => ({
      by: 'role',
      title,
      action: `ec2:${name}`,
      resource: interfaces,
      context: inSubnet,
    }),
  ),
  ...described,
];

/**
 * AWS says not to limit these by conditions or resources for processing jobs, and lists them on all resources for clusters; so
 * they are asked without any.
 */
export const processingInterfaceCalls: readonly ImpliedCall[] = [
  ...(
    [
      ['creates a network interface', 'CreateNetworkInterface'],
      ['grants SageMaker the network interface', 'CreateNetworkInterfacePermission'],
      ['removes the network interface permission', 'DeleteNetworkInterfacePermission'],
      ['deletes the network interface', 'DeleteNetworkInterface'],
    ] as const
  ).map(([title, name]): ImpliedCall => ({ by: 'role', title, action: `ec2:${name}`, resource: '*' })),
  ...described,
];

const tagsInterface: ImpliedCall = {
  by: 'role',
  title: 'tags the network interface',
  action: 'ec2:CreateTags',
  resource: interfaces,
  context: { 'ec2:CreateAction': 'CreateNetworkInterface' },
};

/** Of the policy that AWS documents for the role of such a job: it limits none of them by a subnet. */
export const customizationInterfaceCalls: readonly ImpliedCall[] = [...interfaceCalls, tagsInterface];

/** Of the policy that AWS documents for the instances of a cluster. */
export const clusterInterfaceCalls: readonly ImpliedCall[] = [
  ...processingInterfaceCalls,
  {
    by: 'role',
    title: 'detaches the network interface',
    action: 'ec2:DetachNetworkInterface',
    resource: '*',
  },
  { ...tagsInterface, context: {} },
];

export const pulls = (resource: string, rest: Partial<ImpliedCall>): readonly ImpliedCall[] =>
  (
    [
      ['checks for the image layers', 'BatchCheckLayerAvailability'],
      ['pulls the image', 'BatchGetImage'],
      ['downloads the image layers', 'GetDownloadUrlForLayer'],
    ] as const
  ).map(([title, name]) => ({ by: 'role', title, action: `ecr:${name}`, resource, ...rest }));

export const signsIn: ImpliedCall = {
  by: 'role',
  title: 'logs in to the image registry',
  action: 'ecr:GetAuthorizationToken',
  resource: '*',
};

export const tagged = {
  'aws:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
  'ecr:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
};

export const grant: ImpliedCall = {
  by: 'either',
  title: 'grants SageMaker use of the volume key',
  action: 'kms:CreateGrant',
  resource: '<VOLUME_KMS_CMK_ARN>',
  context: {
    'kms:GrantIsForAWSResource': 'true',
    'kms:ViaService': 'sagemaker.<REGION>.<DNS_SUFFIX>',
  },
};

export const logs: readonly ImpliedCall[] = (
  [
    ['creates the log group', 'CreateLogGroup', '$logs'],
    ['creates a log stream', 'CreateLogStream', '$logs:log-stream:1'],
    ['finds its log stream', 'DescribeLogStreams', '$logs'],
    ['writes its log', 'PutLogEvents', '$logs:log-stream:1'],
  ] as const
).map(([title, name, resource]) => ({ by: 'role', title, action: `logs:${name}`, resource }));
