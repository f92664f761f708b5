import { type AccessTest, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const plans = { activity: 'reserveCapacity' };
const plan = sageMaker('training-plan/<NAME_PREFIX>1');
const otherPlan = sageMaker('training-plan/zz-another-team');
const capacity = sageMaker('reserved-capacity/a1b2c3');
const duringCreation = { 'sagemaker:TaggingAction': 'CreateTrainingPlan' };

/** Of those who buy training plans. */
export const buysCapacity: readonly AccessTest[] = [
  ...mustAllow([
    ['plan-search', 'looks for offers of capacity', 'sagemaker:SearchTrainingPlanOfferings', '*', {}, plans],
    ['plan', 'buys a training plan', 'sagemaker:CreateTrainingPlan', plan, {}, plans],
    [
      'plan-capacity',
      'reserves the capacity of a plan',
      'sagemaker:CreateReservedCapacity',
      capacity,
      {},
      plans,
    ],
    [
      'plan-tag',
      'tags a training plan that it buys',
      'sagemaker:AddTags',
      plan,
      duringCreation,
      { ...plans, when: { tags: 'on' } },
    ],
    ['plan-view', 'views a training plan', 'sagemaker:DescribeTrainingPlan', plan, {}, plans],
  ]),
  ...mustDeny([
    [
      'plan-other',
      'buys a training plan with another team’s name',
      'sagemaker:CreateTrainingPlan',
      otherPlan,
      {},
      plans,
    ],
    [
      'plan-extend',
      'extends a training plan',
      'sagemaker:ExtendTrainingPlan',
      '*',
      {},
      { ...plans, when: { extend: 'off' } },
    ],
    ['plan-retag', 'changes the tags of a training plan', 'sagemaker:AddTags', plan, {}, plans],
    [
      'plan-job',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
      {},
      plans,
    ],
    [
      'plan-tag-other',
      'tags another team’s training plan',
      'sagemaker:AddTags',
      otherPlan,
      duringCreation,
      plans,
    ],
  ]),
];
