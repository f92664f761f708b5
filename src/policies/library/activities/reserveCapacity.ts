import type { Activity } from './activity.ts';
import { arn, listAll, tagOnCreate, tagsOption } from './roleManager.ts';

const plans = [arn('training-plan')];
/** SageMaker makes the names of reserved capacities. */
const capacities = [arn('reserved-capacity', '*')];

export const reserveCapacity: Activity = {
  id: 'reserveCapacity',
  title: 'Buy training plans',
  summary: 'Find and reserve capacity for training jobs and HyperPod clusters, which is paid upfront.',
  status: 'missingInGuide',
  options: [
    {
      id: 'extend',
      label: 'Extending training plans',
      help: 'IAM can’t limit which plan is extended, and an extension is paid upfront.',
      choices: [
        { value: 'off', label: 'No', help: 'Denies extending plans.' },
        { value: 'on', label: 'Yes', help: 'Allows extending every plan of the account.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'PlansCreate',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateTrainingPlan',
        'sagemaker:DescribeTrainingPlan',
        'sagemaker:DescribeTrainingPlanExtensionHistory',
      ],
      Resource: plans,
    },
    {
      Sid: 'PlansReserve',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateReservedCapacity',
        'sagemaker:DescribeReservedCapacity',
        'sagemaker:ListUltraServersByReservedCapacity',
      ],
      Resource: capacities,
    },
    { ...listAll('PlansExtend', ['sagemaker:ExtendTrainingPlan']), when: { extend: 'on' } },
    listAll('PlansFind', ['sagemaker:ListTrainingPlans', 'sagemaker:SearchTrainingPlanOfferings']),
    tagOnCreate('PlansTag', ['CreateReservedCapacity', 'CreateTrainingPlan'], [...plans, ...capacities]),
  ],
};
