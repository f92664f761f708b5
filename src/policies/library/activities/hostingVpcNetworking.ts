import type { Activity } from './activity.ts';
import { hardenedInterfaces, modelReachOption, publishedInterfaces } from './vpcInterfaces.ts';

export const hostingVpcNetworking: Activity = {
  id: 'hostingVpcNetworking',
  title: 'Host models inside a VPC',
  summary:
    'Create and delete network interfaces in the specified subnets. Needed only for models with a VPC.',
  options: [modelReachOption],
  published: [publishedInterfaces({ policy: 9, statement: 2 })],
  hardened: hardenedInterfaces('HostVpc', { policy: 9, statement: 2 }, ['ec2:DescribeVpcEndpoints']),
};
