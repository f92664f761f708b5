import type { Activity } from './activity.ts';
import {
  hardenedInterfaces,
  interfaceDifferences,
  jobReachOption,
  publishedInterfaces,
} from './vpcInterfaces.ts';

export const jobVpcNetworking: Activity = {
  id: 'jobVpcNetworking',
  title: 'Run jobs inside a VPC',
  summary: 'Create and delete network interfaces in the specified subnets. Needed only for jobs with a VPC.',
  options: [jobReachOption],
  published: [publishedInterfaces({ policy: 8, statement: 2 })],
  hardened: hardenedInterfaces('JobVpc', { policy: 8, statement: 2 }),
  repairs: [],
  differences: interfaceDifferences('JobVpc'),
  notes: [
    {
      text: 'For processing jobs in a VPC, AWS says not to limit these EC2 actions by conditions or resources, or its validation checks fail. Which calls those checks make isn’t documented, so the Strict setting isn’t confirmed for any job.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createprocessingjob-perms',
    },
    {
      text: 'Without these permissions, a job in a VPC fails with an internal error that doesn’t name a permission.',
      source: 'https://github.com/aws/sagemaker-python-sdk/issues/3026',
    },
  ],
};
