import type { ActivityReasons } from '../activityReasons.ts';
import { dataZoneToo } from './sharedReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const passUnifiedQueryRoleReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['QueryRoleRead', 'QueryRolePass'],
      text: 'The role can be passed only to Lake Formation, which is the service that AWS names.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/AmazonSageMakerProvisioning.html',
    },
  ],
  notes: [
    dataZoneToo,
    {
      text: 'These are only the additional permissions of your own query role. Attach the managed policy SageMakerStudioProjectProvisioningRolePolicy to the role as well: at more than 50,000 characters, it doesn’t fit into a policy of your own, and AWS doesn’t document which of its statements each blueprint needs.',
      source: managedPolicyPage('SageMakerStudioProjectProvisioningRolePolicy'),
    },
  ],
};
