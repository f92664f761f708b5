import type { Activity } from './activity.ts';
import {
  hardenedInterfaces,
  interfaceDifferences,
  publishedInterfaces,
  reachOption,
} from './vpcInterfaces.ts';

export const jobVpcNetworking: Activity = {
  id: 'jobVpcNetworking',
  title: 'Run jobs inside a VPC',
  summary: 'Create and remove network interfaces in the named subnets. Needed only for jobs with a VPC.',
  options: [reachOption],
  published: [publishedInterfaces({ policy: 8, statement: 2 })],
  hardened: hardenedInterfaces('JobVpc', { policy: 8, statement: 2 }),
  repairs: [],
  differences: interfaceDifferences('JobVpc'),
  notes: [
    {
      text: 'Without these a job in a VPC fails with an internal error that does not name a permission.',
      source: 'https://github.com/aws/sagemaker-python-sdk/issues/3026',
    },
  ],
};
