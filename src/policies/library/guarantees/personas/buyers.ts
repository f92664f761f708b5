import { type Guarantee, guaranteeSources as sources, never, onlyOn, sageMakerArns } from '../guarantee.ts';

/** Those who can buy capacity. */
export const buyers: readonly Guarantee[] = [
  onlyOn(
    ['buys-plans', 'Can buy only training plans with the name prefix.', ['sagemaker:CreateTrainingPlan']],
    sageMakerArns('training-plan/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  never(
    ['no-plan-extension', 'Can’t extend training plans.', ['sagemaker:ExtendTrainingPlan']],
    sources.leastPrivilege,
    { activity: 'reserveCapacity', when: { extend: 'off' } },
  ),
];
