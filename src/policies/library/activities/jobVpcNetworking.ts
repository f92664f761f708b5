import type { Activity } from './activity.ts';
import { hardenedInterfaces, jobReachOption, publishedInterfaces } from './vpcInterfaces.ts';

export const jobVpcNetworking: Activity = {
  id: 'jobVpcNetworking',
  title: 'Run jobs inside a VPC',
  summary: 'Create and delete network interfaces in the specified subnets. Needed only for jobs with a VPC.',
  options: [jobReachOption],
  published: [publishedInterfaces({ policy: 8, statement: 2 })],
  hardened: hardenedInterfaces('JobVpc', { policy: 8, statement: 2 }),
};
