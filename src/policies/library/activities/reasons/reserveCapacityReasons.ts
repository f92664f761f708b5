import type { ActivityReasons } from '../activityReasons.ts';
import { taggedOnCreation } from './sharedReasons.ts';
import { managedPolicyPage, sources } from './sources.ts';

const permissions = 'https://docs.aws.amazon.com/sagemaker/latest/dg/training-plan-iam-permissions.html';

export const reserveCapacityReasons: ActivityReasons = {
  companions: [
    {
      statements: ['PlansReserve'],
      text: 'A plan is made of reserved capacities: the AWS managed policy for buyers of plans includes them. Their names are random, so the name prefix doesn’t limit them.',
      source: managedPolicyPage('AmazonSageMakerTrainingPlanCreateAccess'),
    },
    {
      statements: ['PlansExtend'],
      text: 'The action doesn’t support resource-level permissions.',
      source: sources.sagemakerActions,
    },
    { statements: ['PlansTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Creating a plan is a purchase that AWS charges for in full. No condition key limits its price, instance type, or duration.',
      source: permissions,
    },
    {
      text: 'Jobs and clusters that use a plan are authorized on the plan as well. “Manage all kinds of jobs” and “Manage HyperPod clusters” have an option for it. Which of the two resources, the plan or its reserved capacities, each request names isn’t confirmed.',
      source: permissions,
    },
  ],
};
