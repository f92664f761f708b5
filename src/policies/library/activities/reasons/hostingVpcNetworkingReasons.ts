import type { ActivityReasons } from '../activityReasons.ts';
import {
  interfacesAsDocumented,
  interfacesChanged,
  interfacesDescribed,
  interfacesInSubnets,
} from './sharedReasons.ts';

export const hostingVpcNetworkingReasons: ActivityReasons = {
  differences: [
    { tag: 'hardening', statements: ['HostVpcCreateInterface'], ...interfacesInSubnets },
    { tag: 'hardening', statements: ['HostVpcManageInterface'], ...interfacesChanged },
    { tag: 'hardening', statements: ['HostVpcDescribe'], ...interfacesDescribed },
    { tag: 'optional', statements: ['HostVpcAnyInterface'], ...interfacesAsDocumented },
    {
      tag: 'validity',
      statements: ['HostVpcDescribe'],
      text: 'ec2:DescribeVpcEndpoints is added because models in a VPC need it.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/host-vpc.html',
    },
  ],
};
