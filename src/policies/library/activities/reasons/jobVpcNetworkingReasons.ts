import type { ActivityReasons } from '../activityReasons.ts';
import {
  interfacesAsDocumented,
  interfacesChanged,
  interfacesDescribed,
  interfacesInSubnets,
} from './sharedReasons.ts';

export const jobVpcNetworkingReasons: ActivityReasons = {
  differences: [
    { tag: 'hardening', statements: ['JobVpcCreateInterface'], ...interfacesInSubnets },
    { tag: 'hardening', statements: ['JobVpcManageInterface'], ...interfacesChanged },
    { tag: 'hardening', statements: ['JobVpcDescribe'], ...interfacesDescribed },
    { tag: 'optional', statements: ['JobVpcAnyInterface'], ...interfacesAsDocumented },
  ],
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
